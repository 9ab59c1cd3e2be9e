import { and, gt, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";
import { certifications, sanctions } from "../schema/index.ts";
import { claimedFunctions, type FunctionsPlace } from "./claimed-functions.ts";

/** How a title that has begun stood at the end of a day. */
export type StandingOnDay = "valid" | "expired" | "cancelled" | "revoked";

/**
 * How a title stood on a day, past or present. A sanction counts from its effect until it is withdrawn, so that the answer for a day of the past
 * does not change with what was decided later; a title entered from papers has no sanction on record, and its own end counts.
 */
export function standingOn(day: string): SQL<StandingOnDay | "not_yet_valid"> {
  const { id, state, validFrom, validTo, endedOn } = certifications;
  const { certificationId, kind, effectiveOn, reinstatedOn } = sanctions;
  const own = (column: { name: string }) => sql.raw(`"certifications"."${column.name}"`);
  const inEffect = sql`(select case ${kind} when 'cancellation' then 'cancelled' else 'revoked' end from ${sanctions}
    where ${certificationId} = ${own(id)} and ${effectiveOn} <= ${day} and (${reinstatedOn} is null or ${reinstatedOn} > ${day}) limit 1)`;
  return sql`case
    when ${own(validFrom)} > ${day} then 'not_yet_valid'
    else coalesce(
      ${inEffect},
      case when ${own(state)} <> 'valid' and ${own(endedOn)} <= ${day} then ${own(state)} end,
      case when ${own(validTo)} < ${day} then 'expired' else 'valid' end)
    end`;
}

/**
 * Which titles stand so on a day, as {@link standingOn} has it. Where days and state decide and the sanctions only take some away, no title is looked
 * at for its sanctions.
 */
export function standsOn(standing: StandingOnDay | "not_yet_valid", day: string): SQL | undefined {
  const { id, state, validFrom, validTo, endedOn } = certifications;
  const { certificationId, effectiveOn, reinstatedOn } = sanctions;
  const isUnended = and(
    or(sql`${state} = 'valid'`, isNull(endedOn), gt(endedOn, day)),
    sql`not (${id} in (select ${certificationId} from ${sanctions} where ${effectiveOn} <= ${day} and (${reinstatedOn} is null or ${reinstatedOn} > ${day})))`,
  );
  switch (standing) {
    case "not_yet_valid":
      return gt(validFrom, day);
    case "valid":
      return and(lte(validFrom, day), gte(validTo, day), isUnended);
    case "expired":
      return and(lte(validFrom, day), lt(validTo, day), isUnended);
    case "cancelled":
    case "revoked":
      return sql`${standingOn(day)} = ${standing}`;
  }
}

/** By what titles are counted. */
export const titleDimensions = ["all", "district", "type", "function", "year"] as const;
export type TitleDimension = (typeof titleDimensions)[number];

export type TitleCount = {
  dimension: TitleDimension;
  /** The code of the district, the type, the function, the year in which it began; null where it is not on record. */
  key: string | null;
  standing: StandingOnDay;
  titles: number;
  /** Units that hold one of these. */
  holders: number;
};

/**
 * Confirmed titles that had begun by a day, counted as they stood at its end.
 *
 * @param functions see {@link claimedFunctions}
 */
export async function countTitles(
  database: Database,
  { day, functions }: { day: string; functions: FunctionsPlace | null },
): Promise<TitleCount[]> {
  const { organizationId, district, platformType, validFrom, confirmedBy } = certifications;
  const titles = database
    .select({
      organization: organizationId,
      district,
      type: platformType,
      year: sql<string>`extract(year from ${validFrom})::text`.as("year"),
      standing: sql`${standingOn(day)}`.as("standing"),
      claimed: sql`${claimedFunctions(functions)}`.as("claimed"),
    })
    .from(certifications)
    .where(and(isNotNull(confirmedBy), lte(validFrom, day)));
  const found = await database.execute(sql`
    with t as (${titles}),
    keyed as (
      select 'all' as dimension, null as key, standing, "organization_id" from t
      union all select 'district', "district", standing, "organization_id" from t
      union all select 'type', "platform_type", standing, "organization_id" from t
      union all select 'year', year, standing, "organization_id" from t
      union all select 'function', f.key, standing, "organization_id"
        from t left join lateral jsonb_array_elements_text(case jsonb_typeof(claimed) when 'array' then claimed end) as f(key) on true
    )
    select dimension, key, standing, count(*)::int as titles, count(distinct "organization_id")::int as holders
      from keyed group by dimension, key, standing order by dimension, key nulls last, standing`);
  return rowsOf<TitleCount>(found);
}
