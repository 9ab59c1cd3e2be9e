import { type StaffRole, staffRoles } from "@shifan/rules";
import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";

const day = (name: string) => date(name, { mode: "string" });
const instant = (name: string) => timestamp(name, { withTimezone: true });
const listed = sql.raw(staffRoles.map((role) => `'${role}'`).join(", "));

/** A role that a member of staff holds for a time. Days are Shanghai's, both included. */
export const roleGrants = pgTable(
  "role_grants",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role").$type<StaffRole>().notNull(),
    /** The jurisdiction of a district officer; null for every other role. */
    district: text("district"),
    fromOn: day("from_on").notNull(),
    /** The last day; null = until it is ended. */
    untilOn: day("until_on"),
    /** When it was ended by an act, before its last day; null = it was not. */
    endedAt: instant("ended_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    check("role_grants_role_known", sql`${table.role} in (${listed})`),
    check("role_grants_district_of_district", sql`(${table.role} = 'district') = (${table.district} is not null)`),
    check("role_grants_auditor_for_a_period", sql`${table.role} <> 'auditor' or ${table.untilOn} is not null`),
    check("role_grants_days_in_order", sql`${table.untilOn} is null or ${table.fromOn} <= ${table.untilOn}`),
    uniqueIndex("role_grants_live")
      .on(table.userId, table.role, sql`coalesce(${table.district}, '')`)
      .where(sql`${table.endedAt} is null`),
  ],
);

/** 代管: one officer acts for another from one day to another, both included. */
export const standIns = pgTable(
  "stand_ins",
  {
    id: text("id").primaryKey(),
    officerId: text("officer_id")
      .notNull()
      .references(() => users.id),
    standInId: text("stand_in_id")
      .notNull()
      .references(() => users.id),
    fromOn: day("from_on").notNull(),
    untilOn: day("until_on").notNull(),
    /** When it was ended by an act, before its last day; null = it was not. */
    endedAt: instant("ended_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    check("stand_ins_two_people", sql`${table.officerId} <> ${table.standInId}`),
    check("stand_ins_days_in_order", sql`${table.fromOn} <= ${table.untilOn}`),
    index("stand_ins_officer_id").on(table.officerId),
    index("stand_ins_stand_in_id").on(table.standInId).where(sql`${table.endedAt} is null`),
  ],
);

/** One-time invitations of staff. The token itself is not kept. */
export const invitations = pgTable(
  "invitations",
  {
    /** SHA-256 of the token in hexadecimal. */
    tokenHash: text("token_hash").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    check("invitations_instants_in_order", sql`${table.createdAt} < ${table.expiresAt}`),
    index("invitations_user_id").on(table.userId),
  ],
);
