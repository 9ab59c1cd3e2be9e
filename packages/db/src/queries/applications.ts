import { openApplicationStates } from "@shifan/rules";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, rounds } from "../schema/index.ts";
import { searchTextOf } from "../search-words.ts";

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

/** The columns by which access is applied to applications. */
export const applicationReachColumns = {
  organization: applications.organizationId,
  district: applications.district,
  handedIn: sql`${applications.isHandedIn}`,
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
      search: searchTextOf(organizationName, uscc),
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

/** Applications by their ids, in no order; one that there is not is left out. */
export async function listApplicationsById(database: Database, ids: readonly string[]): Promise<ApplicationRow[]> {
  return database
    .select(applicationColumns)
    .from(applications)
    .where(inArray(applications.id, [...ids]));
}

/** The same, locked in one order until the end of the transaction. */
export async function lockApplications(transaction: Database, ids: readonly string[]): Promise<ApplicationRow[]> {
  return transaction
    .select(applicationColumns)
    .from(applications)
    .where(inArray(applications.id, [...ids]))
    .orderBy(asc(applications.id))
    .for("update");
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

/** Which live applications of its organization there are in a round beside an application: the regular one, and the one by exception. */
export type OtherApplications = { regular: boolean; byException: boolean };

/** The live applications beside each of several, by the id of each. */
export async function findOtherApplications(
  database: Database,
  all: readonly Pick<ApplicationRow, "id" | "roundId" | "organizationId">[],
): Promise<Map<string, OtherApplications>> {
  const rows = await database
    .select({
      id: applications.id,
      roundId: applications.roundId,
      organizationId: applications.organizationId,
      ground: applications.exceptionGround,
    })
    .from(applications)
    .where(
      and(
        inArray(applications.roundId, [...new Set(all.map(({ roundId }) => roundId))]),
        inArray(applications.organizationId, [...new Set(all.map(({ organizationId }) => organizationId))]),
        inArray(applications.state, [...openApplicationStates]),
      ),
    );
  const byOrganization = Map.groupBy(rows, ({ organizationId }) => organizationId);
  return new Map(
    all.map(({ id, roundId, organizationId }) => {
      const others = (byOrganization.get(organizationId) ?? []).filter(
        (each) => each.roundId === roundId && each.id !== id,
      );
      const regular = others.some(({ ground }) => ground === null);
      return [id, { regular, byException: others.some(({ ground }) => ground !== null) }];
    }),
  );
}

/** Drafts and returns whose last day has passed, for the clock: at most `limit`. */
export async function listApplicationsToLapse(database: Database, today: string, limit: number): Promise<string[]> {
  const rows = await database
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      sql`(${applications.state} = 'draft' and (coalesce(${applications.receivedOn}, ${today}::date) > ${rounds.submissionDeadline} or ${rounds.state} not in ('draft', 'open', 'closed'))) or (${applications.state} = 'returned' and (${applications.returned} ->> 'until') < ${today})`,
    )
    .orderBy(asc(applications.changedAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}
