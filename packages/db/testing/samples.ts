import type { PolicyDocument } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import type { AuditEntry } from "../src/audit/entries.ts";
import type { NewChatSession } from "../src/queries/chat-sessions.ts";
import type { NewFile } from "../src/queries/files.ts";

/** An instant for tests: 2026-06-10 09:30 in Shanghai. */
export const sampleInstant = new Date("2026-06-10T01:30:00Z");

export function after(seconds: number): Date {
  return new Date(sampleInstant.getTime() + seconds * 1_000);
}

/** A policy of its own for one test: a shipped one under another name. */
export function samplePolicy(id: string, version = 1, from = "2022-01-01"): PolicyDocument {
  const [shipped] = shippedPolicies;
  if (shipped === undefined) throw new Error("no policy is shipped");
  return { ...shipped, id, version, selectable_from: { ...shipped.selectable_from, date: from } };
}

export function sampleSession(id: string, policyId: string): NewChatSession {
  return {
    id,
    tokenHash: "0".repeat(64),
    policyId,
    policyVersion: 1,
    state: { answers: {} },
    turn: { messages: [{ text: "您好" }] },
    at: sampleInstant,
    day: "2026-06-10",
  };
}

/** An accepted act on a record, for the audit trail. */
export const sampleEntry: AuditEntry = {
  at: sampleInstant,
  actor: { userId: "u1", role: "district", district: "410105", onBehalfOf: null },
  resource: "applications",
  recordId: "a1",
  act: "accept",
  outcome: "accepted",
  article: "art10",
  ground: "材料齐全",
  fields: ["state", "accepted_on"],
  relation: { district: "410105", isHandedIn: true },
  state: { id: "a1", state: "accepted" },
  before: { id: "a1", state: "submitted" },
  revision: 4,
};
export function sampleFile(own: Partial<NewFile> & { id: string }): NewFile {
  return {
    sha256: "a".repeat(64),
    size: 1_000,
    mediaType: "application/pdf",
    name: "审计报告.pdf",
    purpose: "material",
    target: "application-1:M06",
    uploadedBy: "user-1",
    uploadedAt: sampleInstant,
    storingSince: sampleInstant,
    ...own,
  };
}
