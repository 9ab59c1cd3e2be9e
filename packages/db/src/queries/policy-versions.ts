import type { PolicyDocument } from "@shifan/rules";
import { asc, desc, eq } from "drizzle-orm";
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

/**
 * The newest version of a policy, locked until the end of the transaction, so that of two who add the next the second finds the first one's; null
 * where there is none.
 */
export async function lockNewestPolicyVersion(transaction: Database, policyId: string): Promise<PolicyVersion | null> {
  const ofPolicy = eq(policyVersions.policyId, policyId);
  const newestFirst = desc(policyVersions.version);
  await transaction.select().from(policyVersions).where(ofPolicy).orderBy(newestFirst).limit(1).for("update");
  // Read again: while the lock was waited for, another may have become the newest.
  const [row] = await transaction
    .select({ inForceFrom: policyVersions.inForceFrom, document: policyVersions.document })
    .from(policyVersions)
    .where(ofPolicy)
    .orderBy(newestFirst)
    .limit(1);
  return row ?? null;
}

/** Publishes the next version of a policy. @throws Error where its number is taken */
export async function insertPolicyVersion(
  transaction: Database,
  document: PolicyDocument,
  publishedAt: Date,
): Promise<void> {
  const { id: policyId, version, selectable_from } = document;
  await transaction
    .insert(policyVersions)
    .values({ policyId, version, inForceFrom: selectable_from.date, document, publishedAt });
}
