import { appendEntries, type Database } from "@shifan/db";
import { articleOfAct, decide, type Policy } from "@shifan/rules";
import { type ActRequest, signatureOf } from "./perform.ts";
import type { Subject } from "./subject.ts";

/**
 * Makes many records at once, as a consequence of something else: each is decided by itself and has an entry of its own in the trail.
 *
 * @param made the records to be made, in any order; `write` says which of them came to be, and leaves out what is on record already
 * @throws Error when one of them may not be made: then nothing of the transaction may stand
 */
export async function performCreationsIn<Row, New, State extends string, Context>(
  transaction: Database,
  subject: Subject<Row, State, Context>,
  { actor, act, at, ground = null, policy }: Pick<ActRequest, "actor" | "act" | "at" | "ground"> & { policy: Policy },
  {
    made,
    contextOf,
    write,
  }: { made: readonly New[]; contextOf(row: Row): Context; write(made: readonly New[]): Promise<readonly Row[]> },
): Promise<readonly Row[]> {
  if (made.length === 0) return [];
  const { machine } = subject;
  const article = articleOfAct(policy.document, machine.resource, act);
  const rows = await write(made);
  const entries = rows.map((row) => {
    const relation = subject.relationOf(row);
    const decided = decide(machine, { state: null, relation, act, actor, context: contextOf(row) });
    if (!decided.ok || decided.to !== subject.stateOf(row))
      throw new Error(`${machine.resource}.${act} does not make ${subject.idOf(row)}`);
    return {
      at,
      actor: signatureOf(actor, decided.grant),
      resource: machine.resource,
      recordId: subject.idOf(row),
      act,
      outcome: "accepted" as const,
      article,
      ground,
      fields: ["state"],
      state: subject.recordOf(row),
      revision: subject.revisionOf(row),
    };
  });
  if (entries.length > 0) await appendEntries(transaction, entries);
  return rows;
}
