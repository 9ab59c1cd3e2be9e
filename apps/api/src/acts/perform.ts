import { type AuditEntry, appendEntry, type Database } from "@shifan/db";
import {
  type Actor,
  articleOfAct,
  articleOfRefusal,
  type Decision,
  decide,
  type Grant,
  type Policy,
  permittingGrant,
  type Relation,
  type Resource,
} from "@shifan/rules";
import { type ActOutcome, type CreationOutcome, invalid } from "./outcome.ts";
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
  const { resource } = subject.machine;
  const row = await subject.lock(transaction, id);
  if (row === null) return { kind: "unknown" };
  const relation = subject.relationOf(row);
  const policy = await subject.policyOf(transaction, row);
  const note = noteOf(transaction, { actor, resource, recordId: id, act, ground, at });
  const knowsOf = ["read", act].some((each) => permittingGrant(actor, resource, each, relation) !== null);
  if (actor.userId !== null && !knowsOf) {
    await note.refusal("other_jurisdiction", policy, null);
    return { kind: "unknown" };
  }
  // Who may not do it at all is told so, however the record stands.
  const mayAct = permittingGrant(actor, resource, act, relation) !== null;
  if (mayAct && revision !== null && revision !== subject.revisionOf(row)) {
    return { kind: "stale", revision: subject.revisionOf(row), state: subject.stateOf(row) };
  }
  const errors = mayAct ? ((await plan.check?.(transaction, row, policy)) ?? []) : [];
  if (errors.length > 0) return invalid(...errors);
  const decision: Decision<State> = decide(subject.machine, {
    state: subject.stateOf(row),
    relation,
    act,
    actor,
    context: await plan.context(transaction, row, policy),
  });
  if (!decision.ok) {
    const { code, params } = decision.refusal;
    await note.refusal(code, policy, decision.grant);
    return { kind: "refused", code, params, article: articleOfRefusal(policy.document, code) };
  }
  const { to, grant } = decision;
  const written = await plan.write(transaction, row, { to, grant, policy, at });
  await note.acceptance(policy, grant, {
    fields: written.fields,
    state: subject.recordOf(written.row),
    revision: subject.revisionOf(written.row),
  });
  return { kind: "accepted", result: written.result, revision: subject.revisionOf(written.row) };
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
    ): Promise<{ row: Row; result: Result; fields: readonly string[] }>;
  },
): Promise<CreationOutcome<Result>> {
  const { actor, act, relation, policy, ground = null, at } = request;
  const { resource } = subject.machine;
  const note = noteOf(transaction, { actor, resource, recordId: null, act, ground, at });
  const decision = decide(subject.machine, {
    state: null,
    relation,
    act,
    actor,
    context: await plan.context(transaction),
  });
  if (!decision.ok) {
    const { code, params } = decision.refusal;
    await note.refusal(code, policy, decision.grant);
    return { kind: "refused", code, params, article: articleOfRefusal(policy.document, code) };
  }
  const written = await plan.write(transaction, { to: decision.to, grant: decision.grant, at });
  await note.acceptance(policy, decision.grant, {
    recordId: subject.idOf(written.row),
    fields: written.fields,
    state: subject.recordOf(written.row),
    revision: subject.revisionOf(written.row),
  });
  return { kind: "accepted", result: written.result, revision: subject.revisionOf(written.row) };
}

type Noted = {
  actor: Actor;
  resource: Resource;
  recordId: string | null;
  act: string;
  ground: string | null;
  at: Date;
};

/** As whom an actor signs in the trail. Who may do nothing there still acts under some role of theirs. */
export function signatureOf(actor: Actor, grant: Grant | null): AuditEntry["actor"] {
  const under = grant ?? actor.grants[0];
  return {
    userId: actor.userId,
    role: under?.role ?? "public",
    district: under?.district ?? null,
    onBehalfOf: under?.onBehalfOf ?? null,
  };
}

/** The entries that one act may leave in the trail. */
function noteOf(transaction: Database, { actor, resource, recordId, act, ground, at }: Noted) {
  const signed = (grant: Grant | null) => signatureOf(actor, grant);
  return {
    acceptance: (
      policy: Policy,
      grant: Grant,
      done: { recordId?: string; fields: readonly string[]; state: unknown; revision: number },
    ) =>
      appendEntry(transaction, {
        at,
        actor: signed(grant),
        resource,
        recordId: done.recordId ?? recordId,
        act,
        outcome: "accepted",
        article: articleOfAct(policy.document, resource, act),
        ground,
        fields: done.fields,
        state: done.state,
        revision: done.revision,
      }),
    refusal: (code: Parameters<typeof articleOfRefusal>[1], policy: Policy, grant: Grant | null) =>
      appendEntry(transaction, {
        at,
        actor: signed(grant),
        resource,
        recordId,
        act,
        outcome: code,
        article: articleOfRefusal(policy.document, code),
        ground,
        fields: [],
        state: null,
        revision: null,
      }),
  };
}
