import { type SQL, sql } from "drizzle-orm";
import { applicationSections } from "../schema/index.ts";

/** Where the form says which functions a platform claims, and what leaving the field blank states; null where that states nothing. */
export type FunctionsPlace = {
  readonly section: string;
  readonly field: string;
  readonly blankMeans: readonly string[] | null;
};

/**
 * The functions that the platform of a title claims, as a JSON array; null where they are not on record: a title from papers has no form of ours.
 *
 * @param functions null where the policy does not ask for them
 */
export function claimedFunctions(functions: FunctionsPlace | null): SQL {
  if (functions === null) return sql`null::jsonb`;
  const { applicationId, section, data } = applicationSections;
  const own = sql.raw(`"certifications"."application_id"`);
  const given = sql`(select nullif(${data}::jsonb -> ${functions.field}::text, 'null'::jsonb) from ${applicationSections}
    where ${applicationId} = ${own} and ${section} = ${functions.section})`;
  const blank = functions.blankMeans === null ? null : JSON.stringify(functions.blankMeans);
  return sql`case when ${own} is not null then coalesce(${given}, ${blank}::jsonb) end`;
}
