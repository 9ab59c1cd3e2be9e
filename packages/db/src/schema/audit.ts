import type { Role } from "@shifan/rules";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { StateChange } from "../audit/changes.ts";

/*
 * The audit trail. Entries, leaves, nodes and checkpoints are append-only: triggers refuse to change, delete or truncate them. Hashes are
 * SHA-256 in base64url. Entries carry names of fields and hashes, never the values; what an act has changed stands beside them.
 */

/** Acts on an application of which its applicant is told. */
const resultActs = [
  "return",
  "transfer",
  "accept",
  "recommend",
  "not-recommend",
  "receive",
  "send-back",
  "finish-review",
  "not-propose",
  "publish",
  "object",
  "clear-objection",
  "uphold-objection",
  "certify",
  "reject",
  "withdraw",
  "lapse",
] as const;
export type ResultAct = (typeof resultActs)[number];

/** That an entry tells of such an act, in the words of the index by which they are found. */
export function isResult({ resource, outcome, act }: Record<"resource" | "outcome" | "act", unknown>) {
  const acts = sql.raw(resultActs.map((each) => `'${each}'`).join(", "));
  return sql`${resource} = 'applications' and ${outcome} = 'accepted' and ${act} in (${acts})`;
}

/** What was done, refused or read: who, what, when, on which ground. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: text("id").primaryKey(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    /** Null for the system and the public. */
    actorUserId: text("actor_user_id"),
    role: text("role").$type<Role>().notNull(),
    district: text("district"),
    /** The officer for whom a stand-in acted (代管). */
    onBehalfOf: text("on_behalf_of"),
    resource: text("resource").notNull(),
    /** Null where there is no record: a refused beginning, the reading of a list. */
    recordId: text("record_id"),
    act: text("act").notNull(),
    /** "accepted", or the code of the refusal. */
    outcome: text("outcome").notNull(),
    article: text("article"),
    ground: text("ground"),
    /** Names of the fields that were changed or read. */
    fields: json("fields").$type<readonly string[]>().notNull(),
    /** The hash of the record's new state; null where nothing was changed. */
    stateHash: text("state_hash"),
    revision: integer("revision"),
    /** The canonical JSON of all of the above: what the leaf is the hash of. */
    body: text("body").notNull(),
    /** In whose jurisdiction the record lay, and whether it had been handed in: who may look the entry up. No part of what is hashed. */
    recordDistrict: text("record_district"),
    /** Null in entries without a record, and in those written before changes were kept. */
    recordHandedIn: boolean("record_handed_in"),
  },
  (table) => [
    index("audit_entries_record").on(table.resource, table.recordId, table.at),
    index("audit_entries_at").on(table.at, table.id),
    index("audit_entries_resource").on(table.resource, table.at, table.id),
    index("audit_entries_actor").on(table.actorUserId, table.at, table.id),
    index("audit_entries_district")
      .on(table.recordDistrict, table.at, table.id)
      .where(sql`${table.recordDistrict} is not null`),
    // What an applicant is told of as it happens; what is edited and read in between is left out.
    index("audit_entries_results").on(table.at).where(isResult(table)),
    index("audit_entries_refused").on(table.at, table.id).where(sql`${table.outcome} <> 'accepted'`),
    check("audit_entries_refusal_changes_nothing", sql`${table.outcome} = 'accepted' or ${table.stateHash} is null`),
    check("audit_entries_state_of_a_record", sql`${table.stateHash} is null or ${table.recordId} is not null`),
    check("audit_entries_revision", sql`${table.revision} >= 0`),
  ],
);

/**
 * What an act has changed in its record: old and new values, personal ones by their commitments. The making of a record keeps none: what was made
 * is what is left when all later changes are taken back. Append-only.
 */
export const auditChanges = pgTable("audit_changes", {
  entryId: text("entry_id")
    .primaryKey()
    .references(() => auditEntries.id),
  changes: json("changes").$type<readonly StateChange[]>().notNull(),
});

/** Entries that have no place in the tree yet. Written with the entry, taken away by the sequencer. */
export const auditUnsequenced = pgTable("audit_unsequenced", {
  entryId: text("entry_id")
    .primaryKey()
    .references(() => auditEntries.id),
});

/** The leaves of the Merkle tree, from position 0 on without a gap. */
export const auditLeaves = pgTable(
  "audit_leaves",
  {
    position: bigint("position", { mode: "number" }).primaryKey(),
    entryId: text("entry_id")
      .notNull()
      .unique("audit_leaves_entry_id")
      .references(() => auditEntries.id),
    leafHash: text("leaf_hash").notNull(),
  },
  (table) => [check("audit_leaves_position", sql`${table.position} >= 0`)],
);

/** Hashes of complete subtrees above the leaves (level 1 spans 2 of them), so that a root or a proof needs a handful of rows. */
export const auditNodes = pgTable(
  "audit_nodes",
  {
    level: integer("level").notNull(),
    index: bigint("index", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.level, table.index] }),
    check("audit_nodes_place", sql`${table.level} >= 1 and ${table.index} >= 0`),
  ],
);

/** Signed roots: what the tree was when it had so many leaves. */
export const auditCheckpoints = pgTable(
  "audit_checkpoints",
  {
    size: bigint("size", { mode: "number" }).primaryKey(),
    root: text("root").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    /** The Ed25519 key that signed it, in base64url: which of the known keys is to be asked, not whom to believe. */
    publicKey: text("public_key").notNull(),
    signature: text("signature").notNull(),
  },
  (table) => [check("audit_checkpoints_size", sql`${table.size} > 0`)],
);

/** What checks of the whole trail have found. Not part of the trail: whoever doubts it checks again. */
export const auditVerifications = pgTable(
  "audit_verifications",
  {
    id: text("id").primaryKey(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    requestedBy: text("requested_by").notNull(),
    isSound: boolean("is_sound").notNull(),
    /** What was found, in words. */
    text: text("text").notNull(),
  },
  (table) => [index("audit_verifications_at").on(table.at)],
);

/** One row, locked by whoever gives positions: one at a time, however many processes there are. */
export const auditSequencers = pgTable("audit_sequencers", { name: text("name").primaryKey() });
