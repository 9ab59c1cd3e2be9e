import type { TrackedResource } from "./verify/records.ts";

/** Every kind of record whose states the audit trail answers for. */
export const trackedRecords: readonly TrackedResource[] = [];
