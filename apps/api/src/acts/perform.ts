import { appendEntry, type Database } from "@shifan/db";
import { type Actor, articleOfRefusal, decide, type Grant, type Policy, type Relation } from "@shifan/rules";
import { entryOfAcceptance, entryOfRefusal } from "./entries.ts";
import { judge } from "./judge.ts";
import type { ActOutcome, CreationOutcome } from "./outcome.ts";
import type { Plan, Subject } from "./subject.ts";

export type ActRequest = {
  readonly actor: Actor;
  readonly id: string;
  readonly act: string;
  /** The revision that the caller has seen; null where the act is the clock's own. */
  readonly revision: number | null;
  /** Why, in the words of whoever acts. No personal data belongs in it. */
  readonly ground?: string | null;
  readonly at: Date;
};

/**
 * The one way to change the state of a record. In one transaction: lock the record, load its policy version, decide, write, and note in the audit
 * trail what was done or why it was refused. A record that the caller may not see is unknown to them, and the trail says that they tried.
 */
export function performAct<Row, State extends string, Context, Result>(
  database: Database,
  subject: Subject<Row, State, Context>,
  request: ActRequest,
  plan: Plan<Row, State, Context, Result>,
): Promise<ActOutcome<Result>> {
  return database.transaction((transaction) => performActIn(transaction, subject, request, plan));
}

/** The same inside a transaction that does more: one act of several on one form. */
export async function performActIn<Row, State extends string, Context, Result>(
  transaction: Database,
  subject: Subject<Row, State, Context>,
  request: ActRequest,
  plan: Plan<Row, State, Context, Result>,
): Promise<ActOutcome<Result>> {
  const { actor, id, act, revision, ground = null, at } = request;
  const row = await subject.lock(transaction, id);
  if (row === null) return { kind: "unknown" };
  const policy = await subject.policyOf(transaction, row);
  const resource = subject.machine.resource;
  const noted = { actor, resource, recordId: id, act, ground, at, relation: subject.relationOf(row) };
  const judgement = await judge(subject, row, policy, {
    actor,
    act,
    revision,
    errors: async () => (await plan.check?.(transaction, row, policy)) ?? [],
    context: () => plan.context(transaction, row, policy),
  });
  if (judgement.kind === "not_accepted") {
    const { outcome, refusal } = judgement;
    if (refusal !== null) await appendEntry(transaction, entryOfRefusal(noted, policy, refusal));
    return outcome;
  }
  const { to, grant } = judgement;
  const before = subject.recordOf(row);
  const written = await plan.write(transaction, row, { to, grant, policy, at });
  const revisionAfter = subject.revisionOf(written.row);
  const article = subject.articleOf?.(policy, written.row, act);
  const state = subject.recordOf(written.row);
  const done = { fields: written.fields, state, before, revision: revisionAfter, article };
  const left = { ...noted, relation: subject.relationOf(written.row) };
  await appendEntry(transaction, entryOfAcceptance(left, policy, grant, done));
  return { kind: "accepted", result: written.result, revision: revisionAfter };
}

export type CreateRequest = Omit<ActRequest, "id" | "revision" | "act"> & {
  readonly act: string;
  /** Whose record it will be. */
  readonly relation: Relation;
  readonly policy: Policy;
};

/** The act that makes a record: there is nothing to lock yet, and constraints of the tables decide between two at the same moment. */
export async function performCreationIn<Row, State extends string, Context, Result>(
  transaction: Database,
  subject: Subject<Row, State, Context>,
  request: CreateRequest,
  plan: {
    context(transaction: Database): Promise<Context>;
    write(
      transaction: Database,
      decided: { to: State; grant: Grant; at: Date },
    ): Promise<{
      row: Row;
      result: Result;
      fields: readonly string[];
      /** The record as it was, where what is made becomes a part of one that is there already. */
      before?: Row;
    }>;
  },
): Promise<CreationOutcome<Result>> {
  const { actor, act, relation, policy, ground = null, at } = request;
  const noted = { actor, resource: subject.machine.resource, recordId: null, act, ground, at, relation };
  const context = await plan.context(transaction);
  const decision = decide(subject.machine, { state: null, relation, act, actor, context });
  if (!decision.ok) {
    const { code, params } = decision.refusal;
    await appendEntry(transaction, entryOfRefusal(noted, policy, { code, grant: decision.grant }));
    return { kind: "refused", code, params, article: articleOfRefusal(policy.document, code) };
  }
  const { to, grant } = decision;
  const { row, result, fields, before } = await plan.write(transaction, { to, grant, at });
  const revision = subject.revisionOf(row);
  const made = { ...noted, recordId: subject.idOf(row), relation: subject.relationOf(row) };
  const article = subject.articleOf?.(policy, row, act);
  const found = before === undefined ? null : subject.recordOf(before);
  const done = { fields, state: subject.recordOf(row), before: found, revision, article };
  await appendEntry(transaction, entryOfAcceptance(made, policy, grant, done));
  return { kind: "accepted", result, revision };
}
