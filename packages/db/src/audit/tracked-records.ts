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
import type { TrackedResource } from "./verify/records.ts";

type Row = Record<string, unknown>;

/** Reads every row of a table in the order of its key, a page at a time, so that a large table needs no memory of its size. */
async function* rowsOfTable<Kept extends Row>(
  page: (offset: number, limit: number) => Promise<Kept[]>,
): AsyncIterable<Kept> {
  const limit = 500;
  for (let offset = 0; ; offset += limit) {
    const rows = await page(offset, limit);
    yield* rows;
    if (rows.length < limit) return;
  }
}

function simple(resource: string, table: PgTable & { id: PgColumn }): TrackedResource {
  return {
    resource,
    async *read(database) {
      const rows = rowsOfTable((offset, limit) =>
        database.select().from(table).orderBy(asc(table.id)).offset(offset).limit(limit),
      );
      for await (const row of rows) yield { recordId: String(row.id), state: row };
    },
  };
}

/** Groups rows that come in the order of their group. */
async function* grouped<Kept>(
  rows: AsyncIterable<Kept>,
  keyOf: (row: Kept) => string,
): AsyncIterable<[string, Kept[]]> {
  let key: string | null = null;
  let group: Kept[] = [];
  for await (const row of rows) {
    const own = keyOf(row);
    if (key !== null && own !== key) {
      yield [key, group];
      group = [];
    }
    key = own;
    group.push(row);
  }
  if (key !== null) yield [key, group];
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
    const kept = rowsOfTable((offset, limit) =>
      database.select().from(organizations).orderBy(asc(organizations.id)).offset(offset).limit(limit),
    );
    for await (const organization of kept) {
      const file = await readOrganizationFile(database, organization);
      yield { recordId: organization.id, state: stateOfOrganization(file) };
    }
  },
};

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
    const kept = rowsOfTable((offset, limit) =>
      database
        .select()
        .from(applicationSections)
        .orderBy(asc(applicationSections.applicationId), asc(applicationSections.section))
        .offset(offset)
        .limit(limit),
    );
    for await (const row of kept) yield { recordId: `${row.applicationId}/${row.section}`, state: row };
  },
};

/** The hashes are made anew from what the rows hold: a row changed together with its hash would not pass either. */
const lists: TrackedResource = {
  resource: "application_lists",
  async *read(database: Database) {
    const kept = rowsOfTable((offset, limit) =>
      database
        .select()
        .from(applicationRows)
        .orderBy(
          asc(applicationRows.applicationId),
          asc(applicationRows.list),
          asc(applicationRows.position),
          asc(applicationRows.rowId),
        )
        .offset(offset)
        .limit(limit),
    );
    for await (const [recordId, rows] of grouped(kept, (row) => `${row.applicationId}/${row.list}`)) {
      yield { recordId, state: { rows: rows.map(rowHashOf) } };
    }
  },
};

const materials: TrackedResource = {
  resource: "application_materials",
  async *read(database: Database) {
    const kept = rowsOfTable((offset, limit) =>
      database
        .select()
        .from(applicationMaterials)
        .orderBy(asc(applicationMaterials.applicationId), asc(applicationMaterials.material))
        .offset(offset)
        .limit(limit),
    );
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
    const kept = rowsOfTable((offset, limit) =>
      database
        .select()
        .from(applicationPrints)
        .orderBy(asc(applicationPrints.applicationId), asc(applicationPrints.dataVersion))
        .offset(offset)
        .limit(limit),
    );
    for await (const row of kept) yield { recordId: `${row.applicationId}/${row.dataVersion}`, state: row };
  },
};

/** The draw with all answers: one record, known by its application. */
const surveyFiles: TrackedResource = {
  resource: "surveys",
  async *read(database: Database) {
    const kept = rowsOfTable((offset, limit) =>
      database
        .select({ id: surveys.applicationId })
        .from(surveys)
        .orderBy(asc(surveys.applicationId))
        .offset(offset)
        .limit(limit),
    );
    for await (const { id } of kept) yield { recordId: id, state: await stateOfSurvey(database, id) };
  },
};

/** A letter with its cases. */
const letters: TrackedResource = {
  resource: "recommendations",
  async *read(database: Database) {
    const kept = rowsOfTable((offset, limit) =>
      database
        .select({ id: recommendations.id })
        .from(recommendations)
        .orderBy(asc(recommendations.id))
        .offset(offset)
        .limit(limit),
    );
    for await (const { id } of kept) yield { recordId: id, state: await stateOfRecommendation(database, id) };
  },
};

/** A panel with every appointment, known by its application. */
const panels: TrackedResource = {
  resource: "expert_panels",
  async *read(database: Database) {
    const kept = rowsOfTable((offset, limit) =>
      database
        .select({ id: expertPanels.applicationId })
        .from(expertPanels)
        .orderBy(asc(expertPanels.applicationId))
        .offset(offset)
        .limit(limit),
    );
    for await (const { id } of kept) yield { recordId: id, state: await stateOfPanel(database, id) };
  },
};

/** A sheet with every one that was opened again. */
const sheets: TrackedResource = {
  resource: "reviews",
  async *read(database: Database) {
    const kept = rowsOfTable((offset, limit) =>
      database.select().from(reviews).orderBy(asc(reviews.id)).offset(offset).limit(limit),
    );
    for await (const review of kept) yield { recordId: review.id, state: await stateOfReview(database, review) };
  },
};

/** A notice with its cases as they were published: one record. */
const noticeFiles: TrackedResource = {
  resource: "notices",
  async *read(database: Database) {
    const kept = rowsOfTable((offset, limit) =>
      database.select().from(notices).orderBy(asc(notices.id)).offset(offset).limit(limit),
    );
    for await (const notice of kept) {
      yield { recordId: notice.id, state: { notice, cases: await listNoticeCases(database, notice.id) } };
    }
  },
};

/** With the scans of its letter. */
const objectionRecords: TrackedResource = {
  resource: "objections",
  async *read(database: Database) {
    const kept = rowsOfTable((offset, limit) =>
      database.select({ id: objections.id }).from(objections).orderBy(asc(objections.id)).offset(offset).limit(limit),
    );
    for await (const { id } of kept) yield { recordId: id, state: await stateOfObjection(database, id) };
  },
};

/** Complaints about staff are a resource of their own, in the same table. */
const complaintsOf = (resource: "complaints" | "staff_complaints"): TrackedResource => ({
  resource,
  async *read(database: Database) {
    const isStaff = resource === "staff_complaints";
    const kept = rowsOfTable((offset, limit) =>
      database
        .select()
        .from(complaints)
        .where(isStaff ? eq(complaints.subject, "staff") : ne(complaints.subject, "staff"))
        .orderBy(asc(complaints.id))
        .offset(offset)
        .limit(limit),
    );
    for await (const complaint of kept) yield { recordId: complaint.id, state: complaint };
  },
});

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
    const kept = rowsOfTable((offset, limit) =>
      database
        .select()
        .from(servedLists)
        .orderBy(asc(servedLists.organizationId), asc(servedLists.period))
        .offset(offset)
        .limit(limit),
    );
    for await (const list of kept) {
      yield { recordId: `${list.organizationId}/${list.period}`, state: await stateOfServedList(database, list) };
    }
  },
};

/** Whatever has files of its own is one record with them. */
function withFiles(
  resource: string,
  table: PgTable & { id: PgColumn },
  find: (database: Database, id: string) => Promise<unknown>,
  within?: SQL,
): TrackedResource {
  return {
    resource,
    async *read(database) {
      const kept = rowsOfTable((offset, limit) =>
        database.select({ id: table.id }).from(table).where(within).orderBy(asc(table.id)).offset(offset).limit(limit),
      );
      for await (const { id } of kept) yield { recordId: String(id), state: await find(database, String(id)) };
    },
  };
}

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
  surveyFiles,
  letters,
  simple("experts", experts),
  panels,
  sheets,
  noticeFiles,
  objectionRecords,
  complaintsOf("complaints"),
  complaintsOf("staff_complaints"),
  holidayFiles,
  simple("obligations", obligations),
  servedListFiles,
  withFiles("reports", reports, findReport),
  simple("packages", packages),
  // The district's and the city's are resources of their own, in the same table.
  withFiles("inspections", inspections, findInspection, eq(inspections.kind, "periodic_inspection")),
  withFiles("city_checks", inspections, findInspection, ne(inspections.kind, "periodic_inspection")),
  simple("spot_check_draws", spotCheckDraws),
  withFiles("sanctions", sanctions, async (database, id) => {
    const sanction = await findSanction(database, id);
    return sanction && stateOfSanction(sanction);
  }),
  simple("interpretations", interpretations),
  simple("staff_notes", staffNotes),
  withFiles("organization_changes", organizationChanges, async (database, id) => {
    const change = await findOrganizationChange(database, id);
    return change && stateOfOrganizationChange(change);
  }),
];
