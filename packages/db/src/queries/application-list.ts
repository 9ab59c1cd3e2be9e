import { type ApplicationState, applicationStates, type Scope } from "@shifan/rules";
import { and, asc, desc, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import { applications, applicationWords, rounds } from "../schema/index.ts";
import { foundByWords, holdsWords } from "../search-words.ts";
import { type ApplicationRow, applicationReachColumns } from "./applications.ts";
import { organizationNameOn } from "./organization-name.ts";
import { atMost, countRows } from "./page-of-rows.ts";
import { type Reach, withinReach } from "./reach.ts";

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

/** The applications, or the words of those that were handed in: both have what lists are narrowed and ordered by. */
type SearchedTable = typeof applications | typeof applicationWords;

type ListOptions = { reach: Reach; filter: ApplicationFilter; page: ApplicationPage; day: string };

/** With the rounds of the year, where one is asked for: an index has the applications of a round in their order, those of several it has not. */
type Asked = ListOptions & { ofYear: readonly string[] | null };

/** Applications within a reach. `total` is counted only as far as was asked for. */
export async function listApplications(
  database: Database,
  options: ListOptions,
): Promise<{ rows: ApplicationListRow[]; total: number }> {
  const { q, organizationId, year } = options.filter;
  const asked = { ...options, ofYear: year === undefined ? null : await listRoundsOfYear(database, year) };
  const haveWords = organizationId === undefined && options.reach.every(({ scope }) => handedInScopes.has(scope));
  const lookedAt = q === undefined ? undefined : holdsWords(applications.search, q);
  if (q === undefined || lookedAt === undefined || !haveWords) return listInOrder(database, asked, lookedAt);
  const words = await foundByWords(database, q);
  const found = and(narrowed(asked, applicationWords), words?.isFound);
  return words?.isLittle ? listLittle(database, asked, found) : listFound(database, asked, found, lookedAt);
}

async function listRoundsOfYear(database: Database, year: number): Promise<string[]> {
  const found = await database.select({ id: rounds.id }).from(rounds).where(eq(rounds.year, year));
  return found.map(({ id }) => id);
}

/** Under these nothing is reached but what was handed in, and so has words. */
const handedInScopes: ReadonlySet<Scope> = new Set<Scope>(["handed_in", "own_district_handed_in"]);

/** An index has the rows in their order, and counts them without looking at any where there are no words to look for. */
async function listInOrder(database: Database, options: Asked, words: SQL | undefined) {
  const { page } = options;
  const where = and(narrowed(options, applications), words);
  const { rows } = await readPage(database, options, { cut: cutFromApplications(database, page, where) });
  const isLastSeen = page.after === null && rows.length < page.limit && (rows.length > 0 || page.from === 0);
  const total = isLastSeen ? page.from + rows.length : await countFrom(database, applications, where, page.countUpTo);
  return { rows, total };
}

/**
 * The index of words has the total, and the page of few. Of many the first pages come soon while the rows are looked through in their order. The
 * planner cannot know how many there are: so it is told.
 */
async function listFound(
  database: Database,
  options: Asked,
  found: SQL | undefined,
  lookedAt: SQL,
): Promise<{ rows: ApplicationListRow[]; total: number }> {
  const { page } = options;
  const total = await countFrom(database, applicationWords, found, page.countUpTo);
  if (total === 0) return { rows: [], total };
  const areAllCounted = page.countUpTo === null || total < page.countUpTo;
  const isSoon = total >= manyAmong(options) && offsetOf(page) + page.limit <= soonReached;
  const cut =
    areAllCounted && !isSoon
      ? cutFromWords(database, page, found)
      : cutFromApplications(database, page, and(narrowed(options, applications), lookedAt));
  return { rows: (await readPage(database, options, { cut })).rows, total };
}

/** Where each that holds one word has to be looked at for the others, that is done once, for the page and for its total. */
async function listLittle(
  database: Database,
  options: Asked,
  where: SQL | undefined,
): Promise<{ rows: ApplicationListRow[]; total: number }> {
  const { page } = options;
  const { [page.sort.field]: at, applicationId: id } = applicationWords;
  const found = database.$with("found").as(database.select({ id, at }).from(applicationWords).where(where));
  const direct = page.sort.descending ? desc : asc;
  const cut = database
    .select({ id: found.id })
    .from(found)
    .where(conditionBeyond(page, found.at, found.id))
    .orderBy(direct(found.at), direct(found.id))
    .offset(offsetOf(page))
    .limit(atMost(page.limit));
  const { rows, total } = await readPage(database.with(found), options, {
    cut,
    total: sql`(select count(*) from ${found})`,
  });
  // Behind the last row there is none to tell the total.
  if (total === null) return { rows, total: await countFrom(database, applicationWords, where, page.countUpTo) };
  return { rows, total: Math.min(total, page.countUpTo ?? total) };
}

/** Pages that end by this row are found early, looking through rows of which at least one in fifty is one of theirs. */
const soonReached = 100;

/** From so many on, sorting what is found costs more than looking through the rows in their order until a page is full. */
const manyAmong = ({ filter, reach }: ListOptions): number =>
  isOfDistrict({ filter, reach }) || filter.state !== undefined || filter.roundId !== undefined ? 1_000 : 2_000;

const isOfDistrict = ({ filter, reach }: Pick<ListOptions, "filter" | "reach">): boolean =>
  filter.district !== undefined || reach.every(({ scope }) => scope === "own_district_handed_in");

/** The ids of a page of the applications. */
function cutFromApplications(database: Database, { sort, ...page }: ApplicationPage, where: SQL | undefined) {
  const { [sort.field]: by, id } = applications;
  const direct = sort.descending ? desc : asc;
  return database
    .select({ id })
    .from(applications)
    .where(and(where, conditionBeyond({ sort, ...page }, by, id)))
    .orderBy(direct(by), direct(id))
    .offset(offsetOf(page))
    .limit(atMost(page.limit));
}

/** The same from their words: each application has one that is found. */
function cutFromWords(database: Database, { sort, ...page }: ApplicationPage, where: SQL | undefined) {
  const { [sort.field]: by, applicationId: id } = applicationWords;
  const direct = sort.descending ? desc : asc;
  return database
    .select({ id })
    .from(applicationWords)
    .where(and(where, conditionBeyond({ sort, ...page }, by, id)))
    .orderBy(direct(by), direct(id))
    .offset(offsetOf(page))
    .limit(atMost(page.limit));
}

/**
 * The rows of a page that was cut: names and rounds are looked up for them alone.
 *
 * @param asked.total what the statement tells of the whole beside them
 * @returns the total is null where none was asked for, and where there are no rows to stand beside
 */
async function readPage(
  database: Pick<Database, "select">,
  { page, day }: Asked,
  { cut, total = sql`null` }: { cut: SQLWrapper; total?: SQL },
): Promise<{ rows: ApplicationListRow[]; total: number | null }> {
  const by = applications[page.sort.field];
  const direct = page.sort.descending ? desc : asc;
  const found = await database
    .select({
      row: {
        ...listColumns,
        organizationName: organizationNameOn(applications.organizationId, day),
        year: rounds.year,
      },
      total: sql<string | null>`${total}`,
    })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(sql`${applications.id} in ${cut}`)
    .orderBy(direct(by), direct(applications.id));
  const told = found[0]?.total ?? null;
  return { rows: found.map(({ row }) => row), total: told === null ? null : Number(told) };
}

function countFrom(database: Database, table: SearchedTable, where: SQL | undefined, upTo: number | null) {
  const rows = database.select({ one: sql`1` }).from(table).where(where);
  return countRows(database, rows, upTo);
}

const offsetOf = ({ after, from }: Pick<ApplicationPage, "after" | "from">): number => (after === null ? from : 0);

/** Behind the row where the page before has ended. */
function conditionBeyond({ after, sort }: ApplicationPage, by: PgColumn, id: PgColumn): SQL | undefined {
  if (after === null) return undefined;
  const row = sql`(${after.at.toISOString()}::timestamptz, ${after.id})`;
  return sort.descending ? sql`(${by}, ${id}) < ${row}` : sql`(${by}, ${id}) > ${row}`;
}

/** What the reader reaches and asks for, without the words. */
function narrowed({ reach, filter, ofYear }: Asked, columns: SearchedTable): SQL | undefined {
  const { roundId, district, state } = columns;
  // The words of a district stand in its index by their states: where none is asked for, each is looked up.
  const states =
    filter.state ?? (columns === applicationWords && isOfDistrict({ reach, filter }) ? applicationStates : undefined);
  return and(
    columns === applicationWords
      ? withinReach(reach, { district, handedIn: sql`true` })
      : withinReach(reach, applicationReachColumns),
    filter.roundId === undefined ? undefined : eq(roundId, filter.roundId),
    filter.organizationId === undefined ? undefined : eq(applications.organizationId, filter.organizationId),
    filter.district === undefined ? undefined : eq(district, filter.district),
    states === undefined ? undefined : inArray(state, [...states]),
    ofYear === null ? undefined : inArray(roundId, [...ofYear]),
  );
}
