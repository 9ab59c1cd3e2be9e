import { getTableColumns, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "../src/schema/index.ts";

/** The tables of which tracked records are made. */
const tracked: ReadonlySet<string> = new Set<keyof typeof schema>([
  "applicationExceptions",
  "applicationMaterials",
  "applicationPrints",
  "applicationSections",
  "applications",
  "certificationChecks",
  "certifications",
  "complaints",
  "expertAppointments",
  "expertPanels",
  "experts",
  "holidays",
  "holidayYears",
  "inspections",
  "interpretations",
  "mandates",
  "noticeCases",
  "notices",
  "objections",
  "obligations",
  "officeGroups",
  "organizationChanges",
  "organizationNames",
  "organizations",
  "packages",
  "provincialRecommendations",
  "recommendations",
  "recommendedApplications",
  "reopenedReviews",
  "reports",
  "reviews",
  "rounds",
  "sampled",
  "sanctions",
  "servedLists",
  "spotCheckDraws",
  "surveys",
]);

/** Every column that a tracked record is made of: each can stand in a history, and has to have words there. */
export function trackedColumns(): { table: string; column: string }[] {
  return Object.entries(schema).flatMap(([table, of]) =>
    tracked.has(table) && is(of, PgTable) ? Object.keys(getTableColumns(of)).map((column) => ({ table, column })) : [],
  );
}
