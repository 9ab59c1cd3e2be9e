import { type AuditKeys, createAuditKeys } from "@shifan/db";

/** With what the audit trail of a test is signed. */
export const auditSeed = Buffer.alloc(32, 9);
export const auditKeys: AuditKeys = createAuditKeys([auditSeed]);
