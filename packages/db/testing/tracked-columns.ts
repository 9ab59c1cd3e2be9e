import { getTableColumns } from "drizzle-orm";
import * as schema from "../src/schema/index.ts";

/** The tables of which tracked records are made. */
const tables = [
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
] as const;

/** Every column that a tracked record is made of: each can stand in a history, and has to have words there. */
export function trackedColumns(): { table: string; column: string }[] {
  return tables.flatMap((table) => Object.keys(getTableColumns(schema[table])).map((column) => ({ table, column })));
}
