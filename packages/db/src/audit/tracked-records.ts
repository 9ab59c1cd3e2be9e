import { asc } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import { rowHashOf } from "../queries/application-form.ts";
import { applicationColumns } from "../queries/applications.ts";
import { stateOfCertification, withChecks } from "../queries/certifications.ts";
import { readOrganizationFile, stateOfOrganization } from "../queries/organization-files.ts";
import { stateOfRecommendation, stateOfSurvey } from "../queries/surveys.ts";
import {
  applicationMaterialFiles,
  applicationMaterials,
  applicationRows,
  applicationSections,
  applications,
  certifications,
  organizations,
  recommendations,
  rounds,
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
      return withChecks(database, await rows);
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
    const files = new Map<string, string[]>();
    const attached = await database
      .select()
      .from(applicationMaterialFiles)
      .orderBy(asc(applicationMaterialFiles.position));
    for (const { applicationId, material, fileId } of attached) {
      const key = `${applicationId}/${material}`;
      files.set(key, [...(files.get(key) ?? []), fileId]);
    }
    for await (const row of kept) {
      const recordId = `${row.applicationId}/${row.material}`;
      yield { recordId, state: { ...row, fileIds: files.get(recordId) ?? [] } };
    }
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

/** Every kind of record whose states the audit trail answers for. */
export const trackedRecords: readonly TrackedResource[] = [
  simple("rounds", rounds),
  titles,
  organizationFiles,
  applicationRecords,
  sections,
  lists,
  materials,
  surveyFiles,
  letters,
];
