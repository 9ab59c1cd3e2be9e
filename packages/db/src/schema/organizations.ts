import { mandateStates } from "@shifan/rules";
import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { personal } from "../personal/columns.ts";
import { isFilled, isOneOf } from "./checks.ts";

/** A legal person on record. Its code is what it is known by for ever; its names change. */
export const organizations = pgTable(
  "organizations",
  {
    id: text("id").primaryKey(),
    /** 统一社会信用代码: a ban and a title follow it. */
    uscc: text("uscc").notNull(),
    /** Whose jurisdiction it is in: a recorded choice, not computed from an address. */
    district: text("district").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("organizations_uscc").on(table.uscc),
    index("organizations_district").on(table.district),
    index("organizations_created").on(table.createdAt, table.id),
    index("organizations_code_in_district").on(table.district, table.uscc, table.id),
    check("organizations_revision", sql`${table.revision} > 0`),
    check("organizations_uscc_form", sql`${table.uscc} ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'`),
  ],
);

/** The names of an organization, each from its day on. */
export const organizationNames = pgTable(
  "organization_names",
  {
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    fromOn: date("from_on", { mode: "string" }).notNull(),
    name: text("name").notNull(),
    /** Where the name was read: a licence, a register. */
    source: text("source").notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.fromOn] }),
    check("organization_names_name", sql`length(trim(${table.name})) > 0`),
    check("organization_names_source", sql`length(trim(${table.source})) > 0`),
  ],
);

/** Who acts for an organization: one person at a time, with licence and letter of authority. */
export const mandates = pgTable(
  "mandates",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    userId: text("user_id").notNull(),
    state: text("state", { enum: mandateStates }).notNull(),
    holderName: text("holder_name").notNull(),
    holderPhone: personal("holder_phone").notNull(),
    licenceFileId: text("licence_file_id"),
    authorizationFileId: text("authorization_file_id"),
    claimedAt: timestamp("claimed_at", { withTimezone: true }).notNull(),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    reason: text("reason"),
    revision: integer("revision").notNull(),
  },
  (table) => [
    // A second claimant is contested, not claimed: whoever drafts today drafts alone.
    uniqueIndex("mandates_one_holder").on(table.organizationId).where(sql`${table.state} in ('claimed', 'confirmed')`),
    uniqueIndex("mandates_one_claim")
      .on(table.organizationId, table.userId)
      .where(sql`${table.state} in ('claimed', 'contested', 'confirmed')`),
    index("mandates_user_id").on(table.userId),
    check("mandates_refused_with_reason", sql`${table.state} <> 'refused' or ${isFilled(table.reason)}`),
    check("mandates_revision", sql`${table.revision} > 0`),
    check("mandates_state", isOneOf(table.state, mandateStates)),
    check(
      "mandates_confirmed_with_papers",
      sql`${table.state} <> 'confirmed' or (${table.licenceFileId} is not null and ${table.authorizationFileId} is not null)`,
    ),
  ],
);
