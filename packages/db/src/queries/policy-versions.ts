import type { PolicyDocument } from "@shifan/rules";
import { asc } from "drizzle-orm";
import type { Database } from "../database.ts";
import { policyVersions } from "../schema/index.ts";

export type PolicyVersion = { inForceFrom: string; document: PolicyDocument };

/** Keeps published versions; one that is already there stays as it is, whatever the new document says. */
export async function addPolicyVersions(
  database: Database,
  documents: readonly PolicyDocument[],
  publishedAt: Date,
): Promise<void> {
  if (documents.length === 0) return;
  await database
    .insert(policyVersions)
    .values(
      documents.map((document) => ({
        policyId: document.id,
        version: document.version,
        inForceFrom: document.selectable_from.date,
        document,
        publishedAt,
      })),
    )
    .onConflictDoNothing({ target: [policyVersions.policyId, policyVersions.version] });
}

/** Every version of every policy, oldest first. */
export async function listPolicyVersions(database: Database): Promise<PolicyVersion[]> {
  return database
    .select({ inForceFrom: policyVersions.inForceFrom, document: policyVersions.document })
    .from(policyVersions)
    .orderBy(asc(policyVersions.policyId), asc(policyVersions.version));
}
