import { asc, eq, ne, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import { rowHashOf } from "../queries/application-form.ts";
import { type MaterialFile, stateOfApplicationMaterial } from "../queries/application-materials.ts";
import { applicationColumns } from "../queries/applications.ts";
import { stateOfCertification, withParts } from "../queries/certifications.ts";
import { findHolidayYear } from "../queries/holidays.ts";
import { findInspection } from "../queries/inspections.ts";
import { listNoticeCases } from "../queries/notices.ts";
import { stateOfObjection } from "../queries/objections.ts";
import { findOfficeGroup } from "../queries/office-groups.ts";
import { findOrganizationChange, stateOfOrganizationChange } from "../queries/organization-changes.ts";
import { readOrganizationFile, stateOfOrganization } from "../queries/organization-files.ts";
import { stateOfPanel } from "../queries/panels.ts";
import { findReport } from "../queries/reports.ts";
import { stateOfReview } from "../queries/reviews.ts";
import { findSanction, stateOfSanction } from "../queries/sanctions.ts";
import { stateOfServedList } from "../queries/served-lists.ts";
import { stateOfRecommendation, stateOfSurvey } from "../queries/surveys.ts";
import {
  applicationMaterialFiles,
  applicationMaterials,
  applicationPrints,
  applicationRows,
  applicationSections,
  applications,
  certifications,
  complaints,
  expertPanels,
  experts,
  holidayYears,
  inspections,
  interpretations,
  notices,
  objections,
  obligations,
  officeGroups,
  organizationChanges,
  organizations,
  packages,
  recommendations,
  reports,
  reviews,
  rounds,
  sanctions,
  servedLists,
  spotCheckDraws,
  staffNotes,
  surveys,
} from "../schema/index.ts";
import { grouped, rowsOf, rowsOfTable } from "./rows-of-table.ts";
import type { TrackedResource } from "./verify/records.ts";

/** A record that is a row. */
function simple(resource: string, table: PgTable & { id: PgColumn }, within?: SQL): TrackedResource {
  return {
    resource,
    async *read(database) {
      const rows = rowsOf(database, table, [table.id], within);
      for await (const row of rows) yield { recordId: String(row.id), state: row };
    },
  };
}

/** A record that is a row with what belongs to it, found by the column that names it. */
function foundBy(
  id: PgColumn,
  resource: string,
  find: (database: Database, id: string) => Promise<unknown>,
  within?: SQL,
): TrackedResource {
  return {
    resource,
    async *read(database) {
      const kept = rowsOfTable((offset, limit) =>
        database.select({ id }).from(id.table).where(within).orderBy(asc(id)).offset(offset).limit(limit),
      );
      for await (const row of kept) yield { recordId: String(row.id), state: await find(database, String(row.id)) };
    },
  };
}

/** With its checks: one record. */
const titles: TrackedResource = {
  resource: "certifications",
  async *read(database: Database) {
    const kept = rowsOfTable(async (offset, limit) => {
      const rows = database.select().from(certifications).orderBy(asc(certifications.id)).offset(offset).limit(limit);
      return withParts(database, await rows);
    });
    for await (const title of kept) yield { recordId: title.id, state: stateOfCertification(title) };
  },
};

/** With its names, mandates and exceptions: one record. */
const organizationFiles: TrackedResource = {
  resource: "organizations",
  async *read(database: Database) {
    for await (const organization of rowsOf(database, organizations, [organizations.id])) {
      const file = await readOrganizationFile(database, organization);
      yield { recordId: organization.id, state: stateOfOrganization(file) };
    }
  },
};

/** Without what helps to find it. */
const applicationRecords: TrackedResource = {
  resource: "applications",
  async *read(database: Database) {
    const kept = rowsOfTable((offset, limit) =>
      database.select(applicationColumns).from(applications).orderBy(asc(applications.id)).offset(offset).limit(limit),
    );
    for await (const application of kept) yield { recordId: application.id, state: application };
  },
};

const sections: TrackedResource = {
  resource: "application_sections",
  async *read(database: Database) {
    const { applicationId, section } = applicationSections;
    for await (const row of rowsOf(database, applicationSections, [applicationId, section])) {
      yield { recordId: `${row.applicationId}/${row.section}`, state: row };
    }
  },
};

/** The hashes are made anew from what the rows hold: a row changed together with its hash would not pass either. */
const lists: TrackedResource = {
  resource: "application_lists",
  async *read(database: Database) {
    const { applicationId, list, position, rowId } = applicationRows;
    const kept = rowsOf(database, applicationRows, [applicationId, list, position, rowId]);
    for await (const [recordId, rows] of grouped(kept, (row) => `${row.applicationId}/${row.list}`)) {
      yield { recordId, state: { rows: rows.map(rowHashOf) } };
    }
  },
};

const materials: TrackedResource = {
  resource: "application_materials",
  async *read(database: Database) {
    const { applicationId, material } = applicationMaterials;
    const kept = rowsOf(database, applicationMaterials, [applicationId, material]);
    const files = new Map<string, MaterialFile[]>();
    const attached = await database
      .select()
      .from(applicationMaterialFiles)
      .orderBy(asc(applicationMaterialFiles.position));
    for (const file of attached) {
      const key = `${file.applicationId}/${file.material}`;
      files.set(key, [...(files.get(key) ?? []), file]);
    }
    for await (const row of kept) {
      const recordId = `${row.applicationId}/${row.material}`;
      yield { recordId, state: stateOfApplicationMaterial(row, files.get(recordId) ?? []) };
    }
  },
};

const prints: TrackedResource = {
  resource: "application_prints",
  async *read(database: Database) {
    const { applicationId, dataVersion } = applicationPrints;
    for await (const row of rowsOf(database, applicationPrints, [applicationId, dataVersion])) {
      yield { recordId: `${row.applicationId}/${row.dataVersion}`, state: row };
    }
  },
};

/** A sheet with every one that was opened again. */
const sheets: TrackedResource = {
  resource: "reviews",
  async *read(database: Database) {
    for await (const review of rowsOf(database, reviews, [reviews.id])) {
      yield { recordId: review.id, state: await stateOfReview(database, review) };
    }
  },
};

/** A notice with its cases as they were published: one record. */
const noticeFiles: TrackedResource = {
  resource: "notices",
  async *read(database: Database) {
    for await (const notice of rowsOf(database, notices, [notices.id])) {
      yield { recordId: notice.id, state: { notice, cases: await listNoticeCases(database, notice.id) } };
    }
  },
};

/** A year with its days: one record, known by its number. */
const holidayFiles: TrackedResource = {
  resource: "holidays",
  async *read(database: Database) {
    for (const { year } of await database.select({ year: holidayYears.year }).from(holidayYears)) {
      yield { recordId: String(year), state: await findHolidayYear(database, year) };
    }
  },
};

/** A list of served enterprises with its rows, known by its organization and its half. */
const servedListFiles: TrackedResource = {
  resource: "served_lists",
  async *read(database: Database) {
    const { organizationId, period } = servedLists;
    for await (const list of rowsOf(database, servedLists, [organizationId, period])) {
      yield { recordId: `${list.organizationId}/${list.period}`, state: await stateOfServedList(database, list) };
    }
  },
};

/** Every kind of record whose states the audit trail answers for. */
export const trackedRecords: readonly TrackedResource[] = [
  simple("rounds", rounds),
  titles,
  organizationFiles,
  applicationRecords,
  sections,
  lists,
  materials,
  prints,
  // The draw with all answers, known by its application.
  foundBy(surveys.applicationId, "surveys", stateOfSurvey),
  // A letter with its cases.
  foundBy(recommendations.id, "recommendations", stateOfRecommendation),
  simple("experts", experts),
  // A panel with every appointment, known by its application.
  foundBy(expertPanels.applicationId, "expert_panels", stateOfPanel),
  sheets,
  noticeFiles,
  foundBy(objections.id, "objections", stateOfObjection),
  // Complaints about staff are a resource of their own, in the same table.
  simple("complaints", complaints, ne(complaints.subject, "staff")),
  simple("staff_complaints", complaints, eq(complaints.subject, "staff")),
  holidayFiles,
  simple("obligations", obligations),
  servedListFiles,
  foundBy(reports.id, "reports", findReport),
  simple("packages", packages),
  // The district's and the city's are resources of their own, in the same table.
  foundBy(inspections.id, "inspections", findInspection, eq(inspections.kind, "periodic_inspection")),
  foundBy(inspections.id, "city_checks", findInspection, ne(inspections.kind, "periodic_inspection")),
  simple("spot_check_draws", spotCheckDraws),
  foundBy(sanctions.id, "sanctions", async (database, id) => {
    const sanction = await findSanction(database, id);
    return sanction && stateOfSanction(sanction);
  }),
  simple("interpretations", interpretations),
  simple("staff_notes", staffNotes),
  foundBy(officeGroups.office, "office_groups", findOfficeGroup),
  foundBy(organizationChanges.id, "organization_changes", async (database, id) => {
    const change = await findOrganizationChange(database, id);
    return change && stateOfOrganizationChange(change);
  }),
];
