import { asc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import {
  applicationMaterials,
  applicationPrints,
  applicationRows,
  applicationSections,
  reviews,
} from "../schema/index.ts";

/** A record as the trail names it. */
export type RecordName = { readonly resource: string; readonly recordId: string };

/** What of an application stands in the trail by itself: its sections, lists, papers and prints, its survey, its panel and its reviews. */
export async function listPartsOfApplication(database: Database, id: string): Promise<RecordName[]> {
  const sections = await database
    .select({ own: applicationSections.section })
    .from(applicationSections)
    .where(eq(applicationSections.applicationId, id))
    .orderBy(asc(applicationSections.section));
  const lists = await database
    .selectDistinct({ own: applicationRows.list })
    .from(applicationRows)
    .where(eq(applicationRows.applicationId, id))
    .orderBy(asc(applicationRows.list));
  const materials = await database
    .select({ own: applicationMaterials.material })
    .from(applicationMaterials)
    .where(eq(applicationMaterials.applicationId, id))
    .orderBy(asc(applicationMaterials.material));
  const prints = await database
    .select({ own: applicationPrints.dataVersion })
    .from(applicationPrints)
    .where(eq(applicationPrints.applicationId, id))
    .orderBy(asc(applicationPrints.dataVersion));
  const sheets = await database
    .select({ id: reviews.id })
    .from(reviews)
    .where(eq(reviews.applicationId, id))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
  const named = (resource: string, rows: readonly { own: string | number }[]) =>
    rows.map(({ own }) => ({ resource, recordId: `${id}/${own}` }));
  return [
    ...named("application_sections", sections),
    ...named("application_lists", lists),
    ...named("application_materials", materials),
    ...named("application_prints", prints),
    { resource: "surveys", recordId: id },
    { resource: "expert_panels", recordId: id },
    ...sheets.map((sheet) => ({ resource: "reviews", recordId: sheet.id })),
  ];
}
