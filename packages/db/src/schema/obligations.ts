import { exemptions, obligationHolders, obligationKinds, obligationStates } from "@shifan/rules";
import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { certifications } from "./certifications.ts";
import { isFilled, isOneOf } from "./checks.ts";

/**
 * Done after the last day: the condition of an index, and word for word that of the list. A right is never late, nor an appraisal that was attended:
 * it is held when the city holds it.
 */
export const wasDoneLate = sql.raw(
  `"obligations"."state" = 'done' and "obligations"."done_on" > "obligations"."due_on" and "obligations"."is_binding" and "obligations"."kind" <> 'appraisal'`,
);

/** What is owed for one period: of a title by its holder or its district, of a district, or of the city (第十二条至第十四条). */
export const obligations = pgTable(
  "obligations",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: obligationKinds }).notNull(),
    /** What it is owed for: the id of a title, the code of a district, or `city`. */
    subject: text("subject").notNull(),
    /** 2026-H1, 2026-H2, 2026, or the id of the notice that asks for it. */
    period: text("period").notNull(),
    holder: text("holder", { enum: obligationHolders }).notNull(),
    certificationId: text("certification_id").references(() => certifications.id),
    organizationId: text("organization_id"),
    /** Null for the city's own. */
    district: text("district"),
    state: text("state", { enum: obligationStates }).notNull(),
    isBinding: boolean("is_binding").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    exemption: text("exemption", { enum: exemptions }),
    doneOn: date("done_on", { mode: "string" }),
    /** The record by which it was done. */
    doneBy: text("done_by"),
    lateReason: text("late_reason"),
    lateReasonOn: date("late_reason_on", { mode: "string" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    // However many plan at once, nothing is owed twice.
    uniqueIndex("obligations_once").on(table.kind, table.subject, table.period),
    index("obligations_due").on(table.dueOn, table.id).where(sql`${table.state} = 'due'`),
    index("obligations_by_day").on(table.dueOn, table.id),
    index("obligations_of_city").on(table.dueOn, table.id).where(sql`${table.holder} = 'city'`),
    index("obligations_due_in_district").on(table.district, table.dueOn, table.id).where(sql`${table.state} = 'due'`),
    index("obligations_district").on(table.district, table.dueOn, table.id),
    index("obligations_done_late").on(table.dueOn, table.id).where(wasDoneLate),
    index("obligations_certification").on(table.certificationId, table.dueOn),
    index("obligations_organization").on(table.organizationId, table.dueOn),
    index("obligations_of_period").on(table.period, table.kind, table.dueOn, table.id),
    // For totals: what many have alike is kept once.
    index("obligations_counted").on(table.state, table.dueOn, table.isBinding, table.kind, table.period),
    index("obligations_counted_in_district").on(
      table.district,
      table.state,
      table.dueOn,
      table.isBinding,
      table.kind,
      table.period,
    ),
    index("obligations_counted_of_period").on(table.period, table.kind, table.state),
    check("obligations_kind", isOneOf(table.kind, obligationKinds)),
    check("obligations_holder", isOneOf(table.holder, obligationHolders)),
    check("obligations_state", isOneOf(table.state, obligationStates)),
    check("obligations_exemption", isOneOf(table.exemption, exemptions)),
    check(
      "obligations_of_a_title_is_whole",
      sql`(${table.certificationId} is null) = (${table.organizationId} is null)`,
    ),
    check("obligations_done_has_day", sql`(${table.state} = 'done') = (${table.doneOn} is not null)`),
    check("obligations_exempt_has_ground", sql`(${table.state} = 'not_applicable') = (${table.exemption} is not null)`),
    check(
      "obligations_late_reason_is_whole",
      sql`(${table.lateReason} is null) = (${table.lateReasonOn} is null) and (${table.lateReason} is null or ${isFilled(table.lateReason)})`,
    ),
    check("obligations_revision", sql`${table.revision} > 0`),
  ],
);
