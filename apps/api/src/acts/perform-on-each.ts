import { type AuditEntry, appendEntries, type Database } from "@shifan/db";
import type { Grant, Policy } from "@shifan/rules";
import { entryOfAcceptance, entryOfRefusal } from "./entries.ts";
import { judge } from "./judge.ts";
import type { ActOutcome, InputErrors } from "./outcome.ts";
import type { ActRequest } from "./perform.ts";
import type { Subject } from "./subject.ts";

export type ActOnEach<Row, State, Context> = {
  /** The records, locked by the transaction, none of them twice. All of them live by the one policy. */
  readonly rows: readonly Row[];
  readonly policy: Policy;
  /** The revision of a record that the caller has seen; null where the act follows from another. */
  revisionOf(row: Row): number | null;
  /** What of the input cannot stand for a record; looked up for all of them before. */
  errorsOf(row: Row): InputErrors;
  /** What is on record around a record; looked up for all of them before. */
  contextOf(row: Row): Promise<Context>;
  /** Writes those that were accepted, all at once; they come back in their order. */
  write(
    rows: readonly Row[],
    to: State,
  ): Promise<{ readonly rows: readonly Row[]; readonly fields: readonly string[] }>;
};

/**
 * One act on many records inside a transaction: each is judged by itself as `performAct` does it, has an outcome and an entry of its own, and those
 * that are refused do not stop the others. They are written, and noted in the trail, at once. All of it stands or nothing.
 *
 * @returns the outcome of each by its id
 * @throws Error when not all that were accepted were written
 */
export async function performOnEachIn<Row, State extends string, Context>(
  transaction: Database,
  subject: Subject<Row, State, Context>,
  { actor, act, at, ground = null }: Pick<ActRequest, "actor" | "act" | "at" | "ground">,
  { rows, policy, revisionOf, errorsOf, contextOf, write }: ActOnEach<Row, State, Context>,
): Promise<Map<string, ActOutcome<Row>>> {
  const { resource } = subject.machine;
  const notedOf = (row: Row) => {
    return { actor, resource, recordId: subject.idOf(row), act, ground, at, relation: subject.relationOf(row) };
  };
  const outcomes = new Map<string, ActOutcome<Row>>();
  const entries: AuditEntry[] = [];
  const accepted: { row: Row; before: unknown; to: State; grant: Grant }[] = [];
  for (const row of rows) {
    const judgement = await judge(subject, row, policy, {
      actor,
      act,
      revision: revisionOf(row),
      errors: async () => errorsOf(row),
      context: () => contextOf(row),
    });
    if (judgement.kind === "accepted") {
      accepted.push({ row, before: subject.recordOf(row), ...judgement });
      continue;
    }
    outcomes.set(subject.idOf(row), judgement.outcome);
    if (judgement.refusal !== null) entries.push(entryOfRefusal(notedOf(row), policy, judgement.refusal));
  }
  for (const [to, some] of Map.groupBy(accepted, (each) => each.to)) {
    const written = await write(
      some.map(({ row }) => row),
      to,
    );
    for (const [at, { row, before, grant }] of some.entries()) {
      const after = written.rows[at];
      if (after === undefined || subject.idOf(after) !== subject.idOf(row)) {
        throw new Error(`${resource}.${act} was not written for ${subject.idOf(row)}`);
      }
      const revision = subject.revisionOf(after);
      const done = { fields: written.fields, state: subject.recordOf(after), before, revision };
      entries.push(entryOfAcceptance(notedOf(after), policy, grant, done));
      outcomes.set(subject.idOf(row), { kind: "accepted", result: after, revision });
    }
  }
  await appendEntries(transaction, entries);
  return outcomes;
}
