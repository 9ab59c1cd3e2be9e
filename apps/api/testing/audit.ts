import { appendEntry, type Database } from "@shifan/db";
import { morning } from "./app.ts";

/** An entry of the audit trail, as an act writes one. @returns its id */
export function appendTestEntry(database: Database, recordId = "u1", state: unknown = { recordId }): Promise<string> {
  return appendEntry(database, {
    at: morning,
    actor: { userId: "admin", role: "administrator", district: null, onBehalfOf: null },
    resource: "users",
    recordId,
    act: "invite",
    outcome: "accepted",
    article: null,
    ground: "新任经办",
    fields: ["role"],
    relation: null,
    state,
    before: null,
    revision: 1,
  });
}
