import {
  addressEnds,
  messageStates,
  officeGroupStates,
  plannedDeliveryStates,
  recipientKinds,
  reminderAnswers,
  reminderAudiences,
  reminderChannels,
  reminderSubjects,
  withdrawalGrounds,
} from "@shifan/rules";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { personalMap } from "../personal/columns.ts";
import { users } from "./accounts.ts";
import { chatSessions } from "./chat.ts";
import { isFilled, isOneOf } from "./checks.ts";

const day = (name: string) => date(name, { mode: "string" });
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Who is reminded: a person with an account, whoever asked for it after a self-check, or an office, of which a group is told without names. */
export const reminderRecipients = pgTable(
  "reminder_recipients",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: recipientKinds }).notNull(),
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    sessionId: text("session_id").references(() => chatSessions.id, { onDelete: "cascade" }),
    /** The code of a district, or `city`. */
    office: text("office"),
    /** The way they chose; null: the one that they opened last. */
    preferredChannel: text("preferred_channel", { enum: reminderChannels }),
    /** Nothing is sent up to this day, itself included; null = everything is. */
    pausedUntil: day("paused_until"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("reminder_recipients_user").on(table.userId),
    uniqueIndex("reminder_recipients_session").on(table.sessionId),
    index("reminder_recipients_prospects").on(table.id).where(sql`${table.kind} = 'prospect'`),
    uniqueIndex("reminder_recipients_office").on(table.office),
    check("reminder_recipients_kind", isOneOf(table.kind, recipientKinds)),
    check("reminder_recipients_preferred", isOneOf(table.preferredChannel, reminderChannels)),
    check(
      "reminder_recipients_one_owner",
      sql`(${table.kind} = 'person') = (${table.userId} is not null) and (${table.kind} = 'prospect') = (${table.sessionId} is not null) and (${table.kind} = 'office') = (${table.office} is not null)`,
    ),
  ],
);

/** The ways to a recipient. One that was ended stays, so that what was sent over it can be explained. */
export const reminderAddresses = pgTable(
  "reminder_addresses",
  {
    id: text("id").primaryKey(),
    recipientId: text("recipient_id")
      .notNull()
      .references(() => reminderRecipients.id, { onDelete: "cascade" }),
    channel: text("channel", { enum: reminderChannels }).notNull(),
    /** address: a mailbox, a telephone number, the id of a chat, an openid, a robot's key. */
    personal: personalMap("personal").notNull(),
    /** Keyed hash of the address: the chat of Telegram leads by it to its recipient. */
    addressHash: text("address_hash").notNull(),
    openedAt: instant("opened_at").notNull(),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by", { enum: addressEnds }),
  },
  (table) => [
    uniqueIndex("reminder_addresses_one_of_a_channel")
      .on(table.recipientId, table.channel)
      .where(sql`${table.endedAt} is null`),
    uniqueIndex("reminder_addresses_one_recipient_of_a_chat")
      .on(table.channel, table.addressHash)
      .where(sql`${table.endedAt} is null and ${table.channel} in ('telegram', 'wechat')`),
    index("reminder_addresses_hash").on(table.channel, table.addressHash),
    check("reminder_addresses_channel", isOneOf(table.channel, reminderChannels)),
    check("reminder_addresses_ended_by", isOneOf(table.endedBy, addressEnds)),
    check("reminder_addresses_end_is_whole", sql`(${table.endedAt} is null) = (${table.endedBy} is null)`),
  ],
);

/** The group in which an office is reminded. An office without a row has none. */
export const officeGroups = pgTable(
  "office_groups",
  {
    /** The code of a district, or `city`. */
    office: text("office").primaryKey(),
    /** What its colleagues call the group. */
    name: text("name").notNull(),
    state: text("state", { enum: officeGroupStates }).notNull(),
    /** The robot that speaks there, or spoke there last: its key stands at its address alone. */
    addressId: text("address_id")
      .notNull()
      .references(() => reminderAddresses.id),
    connectedAt: instant("connected_at").notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    check("office_groups_name", isFilled(table.name)),
    check("office_groups_state", isOneOf(table.state, officeGroupStates)),
    check("office_groups_revision", sql`${table.revision} > 0`),
  ],
);

/** One-time codes: to open a chat as a way, or to prove that a telephone or mailbox is one's own. The code itself is not kept. */
export const reminderCodes = pgTable(
  "reminder_codes",
  {
    id: text("id").primaryKey(),
    recipientId: text("recipient_id")
      .notNull()
      .references(() => reminderRecipients.id, { onDelete: "cascade" }),
    channel: text("channel", { enum: reminderChannels }).notNull(),
    /** Keyed hash of the code, for codes by which a chat is found; of code and address for those that prove one. */
    codeHash: text("code_hash").notNull(),
    /** address, where the code was sent to it; else nothing. */
    personal: personalMap("personal").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** How often a wrong one was tried in its place. */
    wrongTries: integer("wrong_tries").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    uniqueIndex("reminder_codes_code").on(table.codeHash),
    index("reminder_codes_recipient").on(table.recipientId, table.createdAt),
    index("reminder_codes_expires_at").on(table.expiresAt),
    check("reminder_codes_channel", isOneOf(table.channel, reminderChannels)),
    check("reminder_codes_wrong_tries", sql`${table.wrongTries} >= 0`),
  ],
);

/** What somebody is told at one time over one way: one message, whatever it is about. */
export const reminderMessages = pgTable(
  "reminder_messages",
  {
    /** Told with every attempt, so that one that came twice is recognised. */
    id: text("id").primaryKey(),
    recipientId: text("recipient_id")
      .notNull()
      .references(() => reminderRecipients.id, { onDelete: "cascade" }),
    state: text("state", { enum: messageStates }).notNull(),
    /** Null: it is in the inbox alone. */
    channel: text("channel", { enum: reminderChannels }),
    addressId: text("address_id").references(() => reminderAddresses.id, { onDelete: "set null" }),
    /** Whether it goes at night and on days off too: its last day would pass. */
    isUrgent: boolean("is_urgent").notNull(),
    /** When it may be claimed, by the machine's clock: at once, when its lease runs out, or after a pause; null = it is settled. */
    dueAt: instant("due_at"),
    /** Grows with every claim: whoever comes back with an older number has lost the lease. */
    lease: integer("lease").notNull(),
    worker: text("worker"),
    attempts: integer("attempts").notNull(),
    /** Why the last attempt failed; null after one that did not. */
    fault: text("fault"),
    /** What the provider calls it. */
    reference: text("reference"),
    createdAt: instant("created_at").notNull(),
    settledAt: instant("settled_at"),
  },
  (table) => [
    index("reminder_messages_due").on(table.channel, table.dueAt).where(sql`${table.dueAt} is not null`),
    index("reminder_messages_recipient").on(table.recipientId, table.createdAt),
    index("reminder_messages_created").on(table.createdAt, table.id),
    check("reminder_messages_state", isOneOf(table.state, messageStates)),
    check("reminder_messages_channel", isOneOf(table.channel, reminderChannels)),
    check("reminder_messages_waiting_is_due", sql`(${table.state} = 'waiting') = (${table.dueAt} is not null)`),
    check("reminder_messages_settled_has_instant", sql`(${table.state} = 'waiting') = (${table.settledAt} is null)`),
    check("reminder_messages_address_of_channel", sql`${table.channel} is not null or ${table.addressId} is null`),
  ],
);

/** That one recipient is told of one duty on one occasion: planned when the occasion comes, at most once for a day that is not moved. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: text("id").primaryKey(),
    subject: text("subject", { enum: reminderSubjects }).notNull(),
    /** The record that it is about: its resource as in the address, and its id there. */
    resource: text("resource").notNull(),
    recordId: text("record_id").notNull(),
    /** Which of the occasions; a day that was put off to is one of its own. */
    occasion: text("occasion").notNull(),
    /** The day of the duty. Where it moves, what was planned is withdrawn, and the new day has its occasions anew. */
    dueOn: day("due_on").notNull(),
    recipientId: text("recipient_id")
      .notNull()
      .references(() => reminderRecipients.id, { onDelete: "cascade" }),
    audience: text("audience", { enum: reminderAudiences }).notNull(),
    /** When it is to go, by the product's clock. */
    plannedAt: instant("planned_at").notNull(),
    /** The last day on which telling is of use; null where none ends it. */
    endsOn: day("ends_on"),
    isUrgent: boolean("is_urgent").notNull(),
    state: text("state", { enum: plannedDeliveryStates }).notNull(),
    withdrawnFor: text("withdrawn_for", { enum: withdrawalGrounds }),
    messageId: text("message_id").references(() => reminderMessages.id),
    /** What is said of it: heading, lines, steps, article, way to the record; null until it goes. */
    content: json("content").$type<DeliveryContent>(),
    createdAt: instant("created_at").notNull(),
    revision: integer("revision").notNull().default(1),
  },
  (table) => [
    // However many plan at once and however often they are killed, nobody is told the same twice in the same role.
    uniqueIndex("deliveries_once").on(
      table.subject,
      table.resource,
      table.recordId,
      table.recipientId,
      table.occasion,
      table.dueOn,
      table.audience,
    ),
    index("deliveries_planned").on(table.plannedAt, table.recipientId).where(sql`${table.state} = 'planned'`),
    index("deliveries_planned_of_recipient")
      .on(table.recipientId, table.plannedAt)
      .where(sql`${table.state} = 'planned'`),
    index("deliveries_message").on(table.messageId),
    index("deliveries_recipient").on(table.recipientId, table.plannedAt),
    index("deliveries_record").on(table.resource, table.recordId),
    index("deliveries_created").on(table.createdAt, table.id),
    check("deliveries_revision", sql`${table.revision} > 0`),
    check("deliveries_subject", isOneOf(table.subject, reminderSubjects)),
    check("deliveries_audience", isOneOf(table.audience, reminderAudiences)),
    check("deliveries_state", isOneOf(table.state, plannedDeliveryStates)),
    check("deliveries_withdrawn_for", isOneOf(table.withdrawnFor, withdrawalGrounds)),
    check("deliveries_withdrawn_is_whole", sql`(${table.state} = 'withdrawn') = (${table.withdrawnFor} is not null)`),
    check("deliveries_joined_has_message", sql`${table.state} <> 'joined' or ${table.messageId} is not null`),
  ],
);

/** What a delivery said when it went. */
export type DeliveryContent = {
  heading: string;
  lines: readonly string[];
  /** Ways: steps of the policy's words, each with the path of its page. */
  steps: readonly { step: string; path: string }[];
  article: string;
};

/** What a recipient answered: it is done, or stop this. No occasion of the duty is told to them any more. */
export const reminderStops = pgTable(
  "reminder_stops",
  {
    recipientId: text("recipient_id")
      .notNull()
      .references(() => reminderRecipients.id, { onDelete: "cascade" }),
    subject: text("subject", { enum: reminderSubjects }).notNull(),
    resource: text("resource").notNull(),
    recordId: text("record_id").notNull(),
    answer: text("answer", { enum: reminderAnswers }).notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recipientId, table.subject, table.resource, table.recordId] }),
    check("reminder_stops_answer", isOneOf(table.answer, reminderAnswers)),
  ],
);
