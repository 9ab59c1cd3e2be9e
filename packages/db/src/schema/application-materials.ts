import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { personal } from "../personal/columns.ts";
import { applications } from "./applications.ts";
import { isFilled, isOneOf } from "./checks.ts";

export const materialVerdicts = ["accepted", "defective"] as const;

/** One paper of an application: how it is there, and what the officer says of it. */
export const applicationMaterials = pgTable(
  "application_materials",
  {
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    material: text("material").notNull(),
    /** Handed in at the counter, whether or not a scan is on file. */
    isOnPaper: boolean("is_on_paper").notNull(),
    verdict: text("verdict", { enum: materialVerdicts }),
    verdictReason: text("verdict_reason"),
    judgedBy: text("judged_by"),
    judgedAt: timestamp("judged_at", { withTimezone: true }),
    revision: integer("revision").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.material] }),
    check(
      "application_materials_judged_by_somebody",
      sql`(${table.verdict} is null) = (${table.judgedBy} is null) and (${table.verdict} is null) = (${table.judgedAt} is null)`,
    ),
    check("application_materials_revision", sql`${table.revision} > 0`),
    check("application_materials_verdict", isOneOf(table.verdict, materialVerdicts)),
    check(
      "application_materials_defect_has_reason",
      sql`${table.verdict} is distinct from 'defective' or ${isFilled(table.verdictReason)}`,
    ),
  ],
);

/** A state of the form from which papers to stamp were printed; noted at the first print. */
export const applicationPrints = pgTable(
  "application_prints",
  {
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    dataVersion: integer("data_version").notNull(),
    /** As every page made from it carries it. */
    shortCode: text("short_code").notNull(),
    /** What each part of each annex reads, by its hash, sealed: a hash of few words of a person tells the words. */
    parts: personal("parts").notNull(),
    printedBy: text("printed_by").notNull(),
    printedAt: timestamp("printed_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.dataVersion] }),
    index("application_prints_short_code").on(table.applicationId, table.shortCode),
    check("application_prints_short_code_form", sql`${table.shortCode} ~ '^[0-9A-HJKMNP-TV-Z]{8}$'`),
  ],
);

/** The files of a paper, in the order in which they are to be read. */
export const applicationMaterialFiles = pgTable(
  "application_material_files",
  {
    applicationId: text("application_id").notNull(),
    material: text("material").notNull(),
    fileId: text("file_id").notNull(),
    position: integer("position").notNull(),
    attachedAt: timestamp("attached_at", { withTimezone: true }).notNull(),
    /** The version of the data from which a sealed scan was printed; null where nobody has said so. */
    printedVersion: integer("printed_version"),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.material, table.fileId] }),
    foreignKey({
      name: "application_material_files_material",
      columns: [table.applicationId, table.material],
      foreignColumns: [applicationMaterials.applicationId, applicationMaterials.material],
    }),
    foreignKey({
      name: "application_material_files_print",
      columns: [table.applicationId, table.printedVersion],
      foreignColumns: [applicationPrints.applicationId, applicationPrints.dataVersion],
    }),
    check("application_material_files_position_from_zero", sql`${table.position} >= 0`),
    index("application_material_files_file_id").on(table.fileId),
  ],
);
