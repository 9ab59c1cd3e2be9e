import { appendEntries, type Database } from "@shifan/db";
import { decide, type Policy } from "@shifan/rules";
import { entryOfAcceptance } from "./entries.ts";
import type { ActRequest } from "./perform.ts";
import { performOnEachIn } from "./perform-on-each.ts";
import type { Subject } from "./subject.ts";

type Following = Pick<ActRequest, "actor" | "act" | "at" | "ground">;

export type ActOnAll<Row, State> = {
  /** The records, locked by the transaction. All of them live by the one policy. */
  readonly rows: readonly Row[];
  readonly policy: Policy;
  /** Writes all of them; they come back in their order. */
  write(to: State): Promise<readonly Row[]>;
};

/** @throws Error when the table asks something of what is on record around a record */
function requireNothingAsked<Row, State extends string, Context>(
  { machine }: Subject<Row, State, Context>,
  act: string,
): void {
  const leading = machine.transitions.filter((row) => row.act === act);
  if (leading.some(({ causes, guards }) => causes.length + guards.length > 0)) {
    throw new Error(`${machine.resource}.${act} depends on what is on record, and is done one by one`);
  }
}

/**
 * One act on many records that follows from an act on another, in the transaction of that: each is decided by itself and has an entry of its own in
 * the trail, and they are written at once. For acts whose tables ask nothing of what is on record around a record.
 *
 * @throws Error when the table does ask something, or when one of the records does not take the act: then nothing of the transaction may stand
 */
export async function performOnAllIn<Row, State extends string, Context>(
  transaction: Database,
  subject: Subject<Row, State, Context>,
  request: Following,
  { rows, policy, write }: ActOnAll<Row, State>,
): Promise<void> {
  requireNothingAsked(subject, request.act);
  const outcomes = await performOnEachIn(transaction, subject, request, {
    rows,
    policy,
    revisionOf: () => null,
    errorsOf: () => [],
    // No guard of the act reads it, see above.
    contextOf: async () => undefined as Context,
    write: async (_, to) => ({ rows: await write(to), fields: ["state"] }),
  });
  for (const [id, { kind }] of outcomes) {
    if (kind !== "accepted")
      throw new Error(`${subject.machine.resource}.${request.act} did not follow for ${id}: ${kind}`);
  }
}

/**
 * Makes many records that follow from something else, in its transaction: each is decided by itself and has an entry of its own in the trail. For
 * acts whose tables ask nothing of what is on record.
 *
 * @param making.write writes them in the state to which the act leads; it may leave out what is on record already
 * @returns what was written
 * @throws Error when the table does ask something, or does not permit one of them: then nothing of the transaction may stand
 */
export async function performCreationsIn<Row, State extends string, Context>(
  transaction: Database,
  subject: Subject<Row, State, Context>,
  { actor, act, at, ground = null }: Following,
  {
    policy,
    fields,
    write,
  }: { readonly policy: Policy; readonly fields: readonly string[]; write(to: State): Promise<readonly Row[]> },
): Promise<readonly Row[]> {
  requireNothingAsked(subject, act);
  const { machine } = subject;
  const leading = machine.transitions.find((row) => row.act === act && row.from === null);
  if (leading === undefined) throw new Error(`${machine.resource}.${act} makes no record`);
  const rows = await write(leading.to === "unchanged" ? machine.initial : leading.to);
  const entries = rows.map((row) => {
    const relation = subject.relationOf(row);
    const decided = decide(machine, { state: null, relation, act, actor, context: undefined as Context });
    if (!decided.ok) throw new Error(`${machine.resource}.${act} is refused: ${decided.refusal.code}`);
    const noted = { actor, resource: machine.resource, recordId: subject.idOf(row), act, ground, at, relation };
    const done = { fields, state: subject.recordOf(row), before: null, revision: subject.revisionOf(row) };
    return entryOfAcceptance(noted, policy, decided.grant, done);
  });
  await appendEntries(transaction, entries);
  return rows;
}
