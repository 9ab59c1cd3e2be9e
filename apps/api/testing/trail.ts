import { type Database, findPresentState, hashOfState, trackedRecords, verifyAudit } from "@shifan/db";

/** What an entry of the audit trail says, as far as tests look at it. */
export type TrailEntry = {
  resource: string;
  record_id: string;
  act: string;
  outcome: string;
  role: string;
  article: string | null;
  ground: string | null;
  fields: string[];
  state_hash: string | null;
};

/** The entries of the audit trail on a record, in the order in which they were written. */
export async function trailOf(database: Database, recordId: string): Promise<TrailEntry[]> {
  const result: unknown = await database.execute("select * from audit_entries order by id");
  // The engines' drivers differ in what they wrap the rows in.
  const rows = (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as TrailEntry[];
  return rows.filter((entry) => entry.record_id === recordId);
}

/** How many records of a kind are also looked up one by one. */
const lookedUp = 20;

/**
 * Whether the records of some kinds are as the trail says, and, of the first of each kind, whether one by one they are read as they are when all are
 * read. Cases made by a test itself stand in no trail and are left out.
 */
export async function verifyRecords(database: Database, kinds: readonly string[]) {
  const resources = trackedRecords.filter(({ resource }) => kinds.includes(resource));
  for (const { resource, read } of resources) {
    let left = lookedUp;
    for await (const { recordId, state } of read(database)) {
      const present = await findPresentState(database, resource, recordId);
      if (present === undefined || hashOfState(present) !== hashOfState(state)) {
        throw new Error(`${resource} ${recordId} is read in two ways`);
      }
      left -= 1;
      if (left === 0) break;
    }
  }
  return verifyAudit(database, { publicKeys: [], resources, file: null, given: [] });
}

/** Whether the surveys and the letters of recommendation are as the trail says. */
export function verifySurveys(database: Database) {
  return verifyRecords(database, ["surveys", "recommendations"]);
}

/** Whether notices, objections, complaints and the holiday calendar are as the trail says. */
export function verifyPublicity(database: Database) {
  return verifyRecords(database, ["notices", "objections", "complaints", "staff_complaints", "holidays"]);
}
