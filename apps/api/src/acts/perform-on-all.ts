import { appendEntries, type Database } from "@shifan/db";
import { articleOfAct, decide, type Grant, type Policy } from "@shifan/rules";
import { type ActRequest, signatureOf } from "./perform.ts";
import type { Subject } from "./subject.ts";

export type ActOnAll<Row, State> = {
  /** The records, locked by the transaction. All of them live by the one policy. */
  readonly rows: readonly Row[];
  readonly policy: Policy;
  /** Writes all of them; they come back in their order. */
  write(to: State): Promise<readonly Row[]>;
};

/**
 * One act on many records that follows from an act on another, in the transaction of that: each is decided by itself and has an entry of its own in
 * the trail, and they are written at once. For acts whose tables ask nothing of what is on record around a record.
 *
 * @throws Error when the table does ask something, or when one of the records does not take the act: then nothing of the transaction may stand
 */
export async function performOnAllIn<Row, State extends string, Context>(
  transaction: Database,
  subject: Subject<Row, State, Context>,
  { actor, act, at, ground = null }: Pick<ActRequest, "actor" | "act" | "at" | "ground">,
  { rows, policy, write }: ActOnAll<Row, State>,
): Promise<void> {
  const { machine } = subject;
  const leading = machine.transitions.filter((row) => row.act === act);
  if (leading.some(({ causes, guards }) => causes.length + guards.length > 0)) {
    throw new Error(`${machine.resource}.${act} depends on what is on record, and is done one by one`);
  }
  const grants = new Map<string, Grant>();
  let to: State | null = null;
  for (const row of rows) {
    const decided = decide(machine, {
      state: subject.stateOf(row),
      relation: subject.relationOf(row),
      act,
      actor,
      // No guard of the act reads it, see above.
      context: undefined as Context,
    });
    if (!decided.ok)
      throw new Error(`${machine.resource}.${act} is refused for ${subject.idOf(row)}: ${decided.refusal.code}`);
    grants.set(subject.idOf(row), decided.grant);
    to = decided.to;
  }
  if (to === null) return;
  const written = await write(to);
  if (written.length !== rows.length) throw new Error(`${machine.resource}.${act} was written for some records only`);
  const article = articleOfAct(policy.document, machine.resource, act);
  await appendEntries(
    transaction,
    written.map((row) => ({
      at,
      actor: signatureOf(actor, grants.get(subject.idOf(row)) ?? null),
      resource: machine.resource,
      recordId: subject.idOf(row),
      act,
      outcome: "accepted",
      article,
      ground,
      fields: ["state"],
      state: subject.recordOf(row),
      revision: subject.revisionOf(row),
    })),
  );
}
