import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, titleWords } from "../schema/index.ts";
import {
  type CertificationFile,
  type CertificationRow,
  certificationReachColumns,
  withParts,
} from "./certifications.ts";
import { claimedFunctions, type FunctionsPlace } from "./claimed-functions.ts";
import { searchNames } from "./name-search.ts";
import { organizationNameOn } from "./organization-name.ts";
import { atMost, countRows } from "./page-of-rows.ts";
import { isOnly, type Reach, withinReach } from "./reach.ts";
import { standingOn, standsOn } from "./title-statistics.ts";

export type TitleFilter = {
  q?: string | undefined;
  district?: string | undefined;
  platformType?: string | undefined;
  organizationId?: string | undefined;
  /** The year in which it began. */
  year?: number | undefined;
  /** One of the functions that its platform claims. */
  function?: string | undefined;
  /** Whether a second person has confirmed it; false: one is waited for. */
  isConfirmed?: boolean | undefined;
  /** Whether a correction waits for its second person. */
  hasCorrection?: boolean | undefined;
  standing?: "valid" | "not_yet_valid" | "expired" | "cancelled" | "revoked" | undefined;
};

/** Which titles are asked for, by the day on which they begin. */
export type TitlesPage = {
  descending: boolean;
  limit: number;
  from: number;
  after: { validFrom: string; id: string } | null;
  countUpTo: number | null;
};

/** A title with how it stood on the day asked about. */
export type ListedTitle = CertificationFile & { readonly standing: NonNullable<TitleFilter["standing"]> };

function matching(filter: TitleFilter, day: string, functions: FunctionsPlace | null): SQL | undefined {
  const { district, platformType, organizationId, validFrom, confirmedBy, discardedOn, correction } = certifications;
  // What was given up waits for nobody.
  const waiting = and(isNull(confirmedBy), isNull(discardedOn));
  const given = (column: Parameters<typeof eq>[0], value: string | undefined) =>
    value === undefined ? undefined : eq(column, value);
  const year = filter.year === undefined ? undefined : String(filter.year).padStart(4, "0");
  const claims = sql`${claimedFunctions(functions)} @> to_jsonb(${filter.function ?? ""}::text)`;
  return and(
    given(district, filter.district),
    given(platformType, filter.platformType),
    given(organizationId, filter.organizationId),
    year === undefined ? undefined : and(gte(validFrom, `${year}-01-01`), lte(validFrom, `${year}-12-31`)),
    filter.function === undefined ? undefined : claims,
    filter.isConfirmed === undefined ? undefined : filter.isConfirmed ? isNotNull(confirmedBy) : waiting,
    filter.hasCorrection === undefined ? undefined : (filter.hasCorrection ? isNotNull : isNull)(correction),
    filter.standing === undefined ? undefined : standsOn(filter.standing, day),
  );
}

/** What a search finds, and its total where nothing is asked for that does not stand with the words: their district, and whether they are confirmed. */
async function searchTitles(database: Database, reach: Reach, { q, ...filter }: TitleFilter, upTo: number | null) {
  if (q === undefined) return undefined;
  const { district, isConfirmed } = titleWords;
  const isNarrowed = isOnly(reach, "own_district", "published");
  const narrowing = and(
    isNarrowed ? withinReach(reach, { district, published: sql`${isConfirmed}` }) : undefined,
    filter.district === undefined ? undefined : eq(district, filter.district),
    filter.isConfirmed === undefined ? undefined : eq(isConfirmed, filter.isConfirmed),
  );
  const { total, isFound } = await searchNames(database, "titles", { q, narrowing, upTo });
  const { district: _ofDistrict, isConfirmed: _confirmed, ...others } = filter;
  // The words know nothing of what was given up.
  const isKnown = filter.isConfirmed !== false && Object.values(others).every((value) => value === undefined);
  const isWhole = (isNarrowed || isOnly(reach, "all")) && isKnown;
  return { isFound, total: isWhole ? total : undefined };
}

/**
 * Titles within a reach, as they stood at the end of a day.
 *
 * @param asked.day in Shanghai, YYYY-MM-DD
 * @param asked.functions see {@link claimedFunctions}
 */
export async function listTitles(
  database: Database,
  asked: { reach: Reach; filter: TitleFilter; page: TitlesPage; day: string; functions: FunctionsPlace | null },
): Promise<{ rows: ListedTitle[]; total: number }> {
  const { reach, filter, page, day, functions } = asked;
  const { validFrom, id } = certifications;
  const named = await searchTitles(database, reach, filter, page.countUpTo);
  const within = withinReach(reach, certificationReachColumns);
  const where = and(within, matching(filter, day, functions), named?.isFound);
  const beyond = page.descending ? lt : gt;
  const order = page.descending ? desc : asc;
  const { after } = page;
  const start =
    after === null
      ? undefined
      : or(beyond(validFrom, after.validFrom), and(eq(validFrom, after.validFrom), beyond(id, after.id)));
  const found = await database
    .select({ title: certifications, standing: standingOn(day) })
    .from(certifications)
    .where(and(where, start))
    .orderBy(order(validFrom), order(id))
    .offset(after === null ? page.from : 0)
    .limit(atMost(page.limit));
  const counted = database.select({ id }).from(certifications).where(where);
  const titles: CertificationRow[] = found.map(({ title }) => title);
  const files = await withParts(database, titles);
  return {
    rows: files.map((file, at) => ({ ...file, standing: found[at]?.standing ?? "valid" })),
    total: named?.total ?? (await countRows(database, counted, page.countUpTo)),
  };
}

export type RegisterRow = { title: CertificationRow; organizationName: string };

const everybody: Reach = [
  { scope: "published", grant: { role: "public", district: null, organizations: [], onBehalfOf: null } },
];

/** The register that anybody may read: confirmed titles, the latest to begin first, with the organization's name of the day. */
export async function listRegister(
  database: Database,
  asked: { day: string; filter: TitleFilter; functions: FunctionsPlace | null; offset: number; limit: number },
): Promise<{ rows: RegisterRow[]; total: number; titles: number }> {
  const { day, filter, functions, offset, limit } = asked;
  const confirmed = isNotNull(certifications.confirmedBy);
  const named = await searchTitles(database, everybody, filter, null);
  const asks = and(matching(filter, day, functions), named?.isFound);
  const rows = await database
    .select({ title: certifications, organizationName: organizationNameOn(certifications.organizationId, day) })
    .from(certifications)
    .where(and(confirmed, asks))
    .orderBy(desc(certifications.validFrom), asc(certifications.certificateNumber), asc(certifications.id))
    .offset(offset)
    .limit(limit);
  const counts = { total: sql<string>`count(*) filter (where ${asks ?? sql`true`})` };
  const [counted] = await database
    .select({ ...counts, titles: sql<string>`count(*)` })
    .from(certifications)
    .where(confirmed);
  return { rows, total: Number(counted?.total ?? 0), titles: Number(counted?.titles ?? 0) };
}
