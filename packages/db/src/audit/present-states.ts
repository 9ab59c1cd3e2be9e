import { eq } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import { findApplicationSection, listApplicationRows, rowHashOf } from "../queries/application-form.ts";
import { findStateOfApplicationMaterial } from "../queries/application-materials.ts";
import { listApplicationPrints } from "../queries/application-prints.ts";
import { findApplication } from "../queries/applications.ts";
import { findCertification, stateOfCertification } from "../queries/certifications.ts";
import { findComplaint } from "../queries/complaints.ts";
import { findHolidayYear } from "../queries/holidays.ts";
import { findInspection } from "../queries/inspections.ts";
import { findNotice } from "../queries/notices.ts";
import { stateOfObjection } from "../queries/objections.ts";
import { findOfficeGroup } from "../queries/office-groups.ts";
import { findOrganizationChange, stateOfOrganizationChange } from "../queries/organization-changes.ts";
import { readOrganizationFile, stateOfOrganization } from "../queries/organization-files.ts";
import { findOrganization } from "../queries/organizations.ts";
import { stateOfPanel } from "../queries/panels.ts";
import { findReport } from "../queries/reports.ts";
import { findReview, stateOfReview } from "../queries/reviews.ts";
import { findSanction, stateOfSanction } from "../queries/sanctions.ts";
import { findServedList, stateOfServedList } from "../queries/served-lists.ts";
import { stateOfRecommendation, stateOfSurvey } from "../queries/surveys.ts";
import {
  experts,
  interpretations,
  obligations,
  packages,
  recommendations,
  rounds,
  spotCheckDraws,
  staffNotes,
} from "../schema/index.ts";
import type { Json } from "./changes.ts";
import { plainState, removedState } from "./state.ts";

type Find = (database: Database, recordId: string) => Promise<unknown>;

const row =
  (table: PgTable & { id: PgColumn }): Find =>
  async (database, id) => {
    const [found] = await database.select().from(table).where(eq(table.id, id));
    return found ?? null;
  };

/** Of a part of a record: its id is that of the whole, a stroke and its own. */
const part =
  (find: (database: Database, whole: string, own: string) => Promise<unknown>): Find =>
  (database, id) => {
    const at = id.indexOf("/");
    return at < 0 ? Promise.resolve(null) : find(database, id.slice(0, at), id.slice(at + 1));
  };

const map =
  <Found>(find: (database: Database, id: string) => Promise<Found | null>, state: (found: Found) => unknown): Find =>
  async (database, id) => {
    const found = await find(database, id);
    return found === null ? null : state(found);
  };

const finders: Readonly<Record<string, Find>> = {
  rounds: row(rounds),
  certifications: map(findCertification, stateOfCertification),
  organizations: async (database, id) => {
    const organization = await findOrganization(database, id);
    return organization && stateOfOrganization(await readOrganizationFile(database, organization));
  },
  applications: findApplication,
  application_sections: part(findApplicationSection),
  application_lists: part(async (database, application, list) => {
    const rows = await listApplicationRows(database, application, list);
    return rows.length === 0 ? null : { rows: rows.map(rowHashOf) };
  }),
  application_materials: part(findStateOfApplicationMaterial),
  application_prints: part(async (database, application, version) => {
    const prints = await listApplicationPrints(database, application);
    return prints.find(({ dataVersion }) => String(dataVersion) === version) ?? null;
  }),
  surveys: async (database, id) => {
    const state = await stateOfSurvey(database, id);
    return state.survey && state;
  },
  recommendations: async (database, id) => {
    const [letter] = await database.select().from(recommendations).where(eq(recommendations.id, id));
    return letter === undefined ? null : stateOfRecommendation(database, id);
  },
  experts: row(experts),
  expert_panels: async (database, id) => {
    const state = await stateOfPanel(database, id);
    return state.panel && state;
  },
  reviews: async (database, id) => {
    const found = await findReview(database, id);
    return found && stateOfReview(database, found.review);
  },
  notices: findNotice,
  objections: stateOfObjection,
  complaints: findComplaint,
  staff_complaints: findComplaint,
  holidays: (database, id) => findHolidayYear(database, Number(id)),
  obligations: row(obligations),
  served_lists: part(async (database, organizationId, period) => {
    const list = await findServedList(database, { organizationId, period });
    return list && stateOfServedList(database, list);
  }),
  reports: findReport,
  packages: row(packages),
  inspections: findInspection,
  city_checks: findInspection,
  spot_check_draws: row(spotCheckDraws),
  staff_notes: row(staffNotes),
  office_groups: findOfficeGroup,
  sanctions: map(findSanction, stateOfSanction),
  interpretations: row(interpretations),
  organization_changes: map(findOrganizationChange, stateOfOrganizationChange),
};

/**
 * The present state of one record as the trail hashes it; `removedState` where there is none. Undefined for a kind of record whose states do not
 * stand in the trail.
 *
 * @throws SealError when a personal value of it is none any more
 */
export async function findPresentState(
  database: Database,
  resource: string,
  recordId: string,
): Promise<Json | undefined> {
  const find = Object.hasOwn(finders, resource) ? finders[resource] : undefined;
  return find === undefined ? undefined : plainState((await find(database, recordId)) ?? removedState);
}
