import type { Database } from "../../database.ts";
import { SealError } from "../../personal/sealed.ts";
import type { AuditEntryRow } from "../entries.ts";
import { isStateOf } from "../later-fields.ts";
import { hashOfState, removedState } from "../state.ts";
import { BrokenTrail } from "./breaks.ts";
import { checkChanges, type KeptRecord } from "./changes.ts";

/** A kind of record whose every state stands in the audit trail. */
export type TrackedResource = {
  /** As the entries call it. */
  readonly resource: string;
  /** Every record there is, each with its state just as it is given to `appendEntry`. */
  readonly read: (database: Database) => AsyncIterable<{ recordId: string; state: unknown }>;
};

type Recorded = { entryId: string; position: number | null; stateHash: string; revision: number | null };

/** How many records are taken back through their changes at a time. */
const recordsAtOnce = 200;

/** What the entries say the records are now, and whether they are. */
export class RecordedStates {
  readonly #byResource: Map<string, Map<string, Recorded>>;
  readonly #resources: readonly TrackedResource[];

  constructor(resources: readonly TrackedResource[]) {
    this.#resources = resources;
    this.#byResource = new Map(resources.map(({ resource }) => [resource, new Map()]));
  }

  /** Takes an entry into account; entries come in the order of the tree. */
  note({ id, resource, recordId, outcome, stateHash, revision }: AuditEntryRow, position: number | null): void {
    const records = this.#byResource.get(resource);
    if (records === undefined || recordId === null || outcome !== "accepted" || stateHash === null) return;
    const before = records.get(recordId)?.revision ?? null;
    // Of two entries close together, from two processes, the tree's order may not be that of the acts; the revisions' order is.
    if (before !== null && revision !== null && revision < before) return;
    records.set(recordId, { entryId: id, position, stateHash, revision });
  }

  /** Holds every record against what is recorded. @returns how many there are @throws BrokenTrail */
  async check(database: Database): Promise<number> {
    let count = 0;
    for (const { resource, read } of this.#resources) {
      const recorded = new Map(this.#byResource.get(resource));
      try {
        const proven: KeptRecord[] = [];
        for await (const { recordId, state } of read(database)) {
          const entry = recorded.get(recordId);
          if (entry === undefined) throw new BrokenTrail({ code: "record_unrecorded", resource, recordId });
          if (!isStateOf(resource, state, entry.stateHash)) {
            const { entryId, position } = entry;
            throw new BrokenTrail({ code: "record_changed", resource, recordId, entryId, position });
          }
          recorded.delete(recordId);
          count += 1;
          proven.push({ recordId, state });
          if (proven.length === recordsAtOnce) await checkChanges(database, resource, proven.splice(0));
        }
        await checkChanges(database, resource, proven);
      } catch (cause) {
        if (cause instanceof SealError) throw new BrokenTrail({ code: "record_unreadable", resource });
        throw cause;
      }
      for (const [recordId, { entryId, position, stateHash }] of recorded) {
        if (stateHash === hashOfState(removedState)) continue;
        throw new BrokenTrail({ code: "record_missing", resource, recordId, entryId, position });
      }
    }
    return count;
  }
}
