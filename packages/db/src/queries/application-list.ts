import type { ApplicationState } from "@shifan/rules";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";
import { applications, rounds } from "../schema/index.ts";
import { matchesSearch } from "../search-words.ts";
import type { ApplicationRow } from "./applications.ts";
import { organizationNameOn } from "./organization-name.ts";

export type ApplicationFilter = {
  roundId?: string;
  organizationId?: string;
  district?: string;
  state?: readonly ApplicationState[];
  year?: number;
  /** Words of the organization's name or code. */
  q?: string;
};

/** What a list shows of an application: none of the texts that come with an act, which may be long. */
const listColumns = {
  id: applications.id,
  roundId: applications.roundId,
  organizationId: applications.organizationId,
  district: applications.district,
  state: applications.state,
  origin: applications.origin,
  receivedOn: applications.receivedOn,
  createdAt: applications.createdAt,
  changedAt: applications.changedAt,
  revision: applications.revision,
};

export type ApplicationListRow = Pick<ApplicationRow, keyof typeof listColumns> & {
  organizationName: string;
  year: number;
};

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

type ListOptions = { within: SQL; filter: ApplicationFilter; page: ApplicationPage; day: string };

/** Applications within a condition. `total` is counted only as far as was asked for. */
export function listApplications(
  database: Database,
  options: ListOptions,
): Promise<{ rows: ApplicationListRow[]; total: number }> {
  return options.filter.q === undefined ? listInOrder(database, options) : listFound(database, options);
}

/** Without words to search for, an index has the rows in their order, and counts them without looking at any. */
async function listInOrder(database: Database, options: ListOptions) {
  const { page } = options;
  const where = conditionOf(options);
  const rows = await readPage(database, options, where);
  const isLastSeen = page.after === null && rows.length < page.limit && (rows.length > 0 || page.from === 0);
  return { rows, total: isLastSeen ? page.from + rows.length : await countRows(database, where, page.countUpTo) };
}

/** So many rows are looked through for words sooner than the index of words is asked for all that hold them. */
const fewRows = 2_000;

/**
 * What is searched for is found once, for the page and for the total. The planner cannot know how many rows hold words that stand together, and
 * would walk through all of them for a rare one, or sort nearly all of them for a common one: so it is told.
 */
async function listFound(database: Database, options: ListOptions) {
  const { page, within, filter } = options;
  const inReach = await countRows(database, and(within, ...conditionsOf(filter)), fewRows);
  const where = conditionOf(options, inReach < fewRows ? "in passing" : "indexed");
  const { total, ids } = await findPage(database, page, where);
  if (page.countUpTo !== null && total >= page.countUpTo) {
    return { rows: await readPage(database, options, conditionOf(options, "in passing")), total };
  }
  return { rows: ids.length === 0 ? [] : await readRows(database, options, inArray(applications.id, ids)), total };
}

async function findPage(
  database: Database,
  page: ApplicationPage,
  where: SQL | undefined,
): Promise<{ total: number; ids: string[] }> {
  const { countUpTo } = page;
  const upTo = countUpTo === null ? sql`` : sql`limit ${countUpTo}`;
  // Of more than were counted the first are not known; they need not be put in order.
  const whole = countUpTo === null ? sql`true` : sql`(select count(*) from hits) < ${countUpTo}`;
  const direction = page.sort.descending ? sql`desc` : sql`asc`;
  const beyond = conditionBeyond(page, sql`hits.at`, sql`hits.id`) ?? sql`true`;
  const [found] = rowsOf<{ total: unknown; ids: string[] }>(
    await database.execute(sql`
      with hits as materialized (
        select ${applications.id} as id, ${applications[page.sort.field]} as at
        from ${applications} where ${where} ${upTo}
      )
      select (select count(*) from hits) as total, array(
        select hits.id from hits where ${whole} and ${beyond} order by hits.at ${direction}, hits.id ${direction}
        offset ${offsetOf(page)} limit ${page.limit}
      ) as ids`),
  );
  return { total: Number(found?.total ?? 0), ids: found?.ids ?? [] };
}

/** Cuts the page from an index first; names and rounds are looked up for its rows alone. */
function readPage(database: Database, options: ListOptions, where: SQL | undefined): Promise<ApplicationListRow[]> {
  const { page } = options;
  const by = applications[page.sort.field];
  const direct = page.sort.descending ? desc : asc;
  const cut = database
    .select({ id: applications.id })
    .from(applications)
    .where(and(where, conditionBeyond(page, sql`${by}`, sql`${applications.id}`)))
    .orderBy(direct(by), direct(applications.id))
    .offset(offsetOf(page))
    .limit(page.limit)
    .as("page");
  return readRows(database, options, inArray(applications.id, database.select({ id: cut.id }).from(cut)));
}

async function readRows(database: Database, { page, day }: ListOptions, chosen: SQL): Promise<ApplicationListRow[]> {
  const by = applications[page.sort.field];
  const direct = page.sort.descending ? desc : asc;
  const name = organizationNameOn(applications.organizationId, day);
  return database
    .select({ ...listColumns, organizationName: name, year: rounds.year })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(chosen)
    .orderBy(direct(by), direct(applications.id));
}

async function countRows(database: Database, where: SQL | undefined, upTo: number | null): Promise<number> {
  const counted = database
    .select({ one: sql<number>`1`.as("one") })
    .from(applications)
    .where(where);
  const some = (upTo === null ? counted : counted.limit(upTo)).as("some");
  const [count] = await database.select({ total: sql<string>`count(*)` }).from(some);
  return Number(count?.total ?? 0);
}

const offsetOf = ({ after, from }: ApplicationPage): number => (after === null ? from : 0);

/** Behind the row where the page before has ended. */
function conditionBeyond({ after, sort }: ApplicationPage, at: SQL, id: SQL): SQL | undefined {
  if (after === null) return undefined;
  const row = sql`(${after.at.toISOString()}::timestamptz, ${after.id})`;
  return sort.descending ? sql`(${at}, ${id}) < ${row}` : sql`(${at}, ${id}) > ${row}`;
}

/** @param search by the index of words, or looked at in passing while another index gives the order */
function conditionOf({ within, filter }: ListOptions, search: "indexed" | "in passing" = "indexed"): SQL | undefined {
  const found = filter.q === undefined ? undefined : matchesSearch(applications.search, filter.q);
  return and(within, ...conditionsOf(filter), found && search === "in passing" ? sql`(${found}) is true` : found);
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
  ];
}

/** The condition columns by which access is applied to applications. */
export const applicationReachColumns = {
  organization: applications.organizationId,
  district: applications.district,
  handedIn: sql`${applications.isHandedIn}`,
};
