import { type ApplicationState, openApplicationStates } from "@shifan/rules";
import { and, asc, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, rounds } from "../schema/index.ts";
import { matchesSearch, searchVectorOf } from "../search-words.ts";
import { organizationNameOn } from "./organization-name.ts";

type StoredApplication = typeof applications.$inferSelect;
/** An application without what only searching needs. */
export type ApplicationRow = Omit<StoredApplication, "search">;

/** Everything of an application but what only searching needs. */
export const applicationColumns = {
  id: applications.id,
  roundId: applications.roundId,
  organizationId: applications.organizationId,
  district: applications.district,
  state: applications.state,
  origin: applications.origin,
  isHandedIn: applications.isHandedIn,
  receivedOn: applications.receivedOn,
  enteredBy: applications.enteredBy,
  enteredOn: applications.enteredOn,
  dataVersion: applications.dataVersion,
  acknowledged: applications.acknowledged,
  returned: applications.returned,
  returnedForm: applications.returnedForm,
  reason: applications.reason,
  exceptionGround: applications.exceptionGround,
  createdAt: applications.createdAt,
  changedAt: applications.changedAt,
  revision: applications.revision,
};

export type NewApplication = Pick<
  ApplicationRow,
  "id" | "roundId" | "organizationId" | "district" | "origin" | "isHandedIn" | "receivedOn" | "enteredBy" | "enteredOn"
> & { exceptionGround?: string | null; at: Date; organizationName: string; uscc: string };

export async function insertApplication(transaction: Database, application: NewApplication): Promise<ApplicationRow> {
  const { at, organizationName, uscc, ...values } = application;
  const [row] = await transaction
    .insert(applications)
    .values({
      ...values,
      state: "draft",
      dataVersion: 0,
      search: searchVectorOf(organizationName, uscc),
      createdAt: at,
      changedAt: at,
      revision: 1,
    })
    .returning(applicationColumns);
  return row as ApplicationRow;
}

/** The application, locked until the end of the transaction. */
export async function lockApplication(transaction: Database, id: string): Promise<ApplicationRow | null> {
  const [row] = await transaction
    .select(applicationColumns)
    .from(applications)
    .where(eq(applications.id, id))
    .for("update");
  return row ?? null;
}

export async function findApplication(database: Database, id: string): Promise<ApplicationRow | null> {
  const [row] = await database.select(applicationColumns).from(applications).where(eq(applications.id, id));
  return row ?? null;
}

/** Changes an application that the transaction has locked. */
export async function updateApplication(
  transaction: Database,
  id: string,
  at: Date,
  changes: Partial<
    Pick<
      ApplicationRow,
      | "state"
      | "district"
      | "isHandedIn"
      | "receivedOn"
      | "dataVersion"
      | "acknowledged"
      | "returned"
      | "returnedForm"
      | "reason"
    >
  >,
): Promise<ApplicationRow> {
  const [row] = await transaction
    .update(applications)
    .set({ ...changes, changedAt: at, revision: sql`${applications.revision} + 1` })
    .where(eq(applications.id, id))
    .returning(applicationColumns);
  return row as ApplicationRow;
}

/** The live applications of an organization in a round beside this one: whether there is the regular one, and the one by exception. */
export async function findOtherApplications(
  database: Database,
  { roundId, organizationId, except }: { roundId: string; organizationId: string; except: string | null },
): Promise<{ regular: boolean; byException: boolean }> {
  const rows = await database
    .select({ ground: applications.exceptionGround })
    .from(applications)
    .where(
      and(
        eq(applications.roundId, roundId),
        eq(applications.organizationId, organizationId),
        inArray(applications.state, [...openApplicationStates]),
        except === null ? undefined : ne(applications.id, except),
      ),
    );
  return {
    regular: rows.some(({ ground }) => ground === null),
    byException: rows.some(({ ground }) => ground !== null),
  };
}

export type ApplicationFilter = {
  roundId?: string;
  organizationId?: string;
  district?: string;
  state?: readonly ApplicationState[];
  year?: number;
  /** Words of the organization's name or code. */
  q?: string;
};

export type ApplicationListRow = ApplicationRow & { organizationName: string; year: number };

export const applicationSortFields = ["changedAt", "createdAt"] as const;

/** Which page of the applications is asked for, and how far to count: null counts to the end. */
export type ApplicationPage = {
  sort: { field: (typeof applicationSortFields)[number]; descending: boolean };
  limit: number;
  /** The place of the page's first row, from 0; or the row behind which it begins. */
  from: number;
  after: { at: Date; id: string } | null;
  countUpTo: number | null;
};

/** Applications within a condition. `total` is counted only as far as was asked for. */
export async function listApplications(
  database: Database,
  options: { within: SQL; filter: ApplicationFilter; page: ApplicationPage; day: string },
): Promise<{ rows: ApplicationListRow[]; total: number }> {
  const { within, filter, page, day } = options;
  const where = and(within, ...conditionsOf(filter));
  const by = applications[page.sort.field];
  const direct = page.sort.descending ? desc : asc;
  const beyond =
    page.after === null
      ? undefined
      : page.sort.descending
        ? sql`(${by}, ${applications.id}) < (${page.after.at.toISOString()}::timestamptz, ${page.after.id})`
        : sql`(${by}, ${applications.id}) > (${page.after.at.toISOString()}::timestamptz, ${page.after.id})`;
  // The page is cut from the narrow index first; names and rounds are looked up for its rows alone.
  const cut = database.$with("page").as(
    database
      .select({ id: applications.id })
      .from(applications)
      .where(and(where, beyond))
      .orderBy(direct(by), direct(applications.id))
      .offset(page.after === null ? page.from : 0)
      .limit(page.limit),
  );
  const name = organizationNameOn(applications.organizationId, day);
  const rows = await database
    .with(cut)
    .select({ ...applicationColumns, organizationName: name, year: rounds.year })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(inArray(applications.id, database.select({ id: cut.id }).from(cut)))
    .orderBy(direct(by), direct(applications.id));
  const counted = database
    .select({ one: sql<number>`1`.as("one") })
    .from(applications)
    .where(where);
  const some = (page.countUpTo === null ? counted : counted.limit(page.countUpTo)).as("some");
  const [count] = await database.select({ total: sql<string>`count(*)` }).from(some);
  return { rows, total: Number(count?.total ?? 0) };
}

function conditionsOf(filter: ApplicationFilter): (SQL | undefined)[] {
  return [
    filter.roundId === undefined ? undefined : eq(applications.roundId, filter.roundId),
    filter.organizationId === undefined ? undefined : eq(applications.organizationId, filter.organizationId),
    filter.district === undefined ? undefined : eq(applications.district, filter.district),
    filter.state === undefined ? undefined : inArray(applications.state, [...filter.state]),
    filter.year === undefined
      ? undefined
      : inArray(applications.roundId, sql`(select id from ${rounds} where ${rounds.year} = ${filter.year})`),
    filter.q === undefined ? undefined : matchesSearch(applications.search, filter.q),
  ];
}

/** The condition columns by which access is applied to applications. */
export const applicationReachColumns = {
  organization: applications.organizationId,
  district: applications.district,
  handedIn: sql`${applications.isHandedIn}`,
};

/** Drafts and returns whose last day has passed, for the clock: at most `limit`. */
export async function listApplicationsToLapse(database: Database, today: string, limit: number): Promise<string[]> {
  const rows = await database
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      sql`(${applications.state} = 'draft' and (${rounds.submissionDeadline} < ${today}::date or ${rounds.state} = 'cancelled')) or (${applications.state} = 'returned' and (${applications.returned} ->> 'until') < ${today})`,
    )
    .orderBy(asc(applications.changedAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}
