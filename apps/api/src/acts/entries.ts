import type { AuditEntry } from "@shifan/db";
import {
  type Actor,
  articleOfAct,
  articleOfRefusal,
  type Grant,
  type Policy,
  type RefusalCode,
  type Relation,
  type Resource,
} from "@shifan/rules";

/** An act on a record, as the trail names it. */
export type Noted = {
  readonly actor: Actor;
  readonly resource: Resource;
  readonly recordId: string | null;
  readonly act: string;
  readonly ground: string | null;
  readonly at: Date;
  /** Where the record lies: after the act, or when the act was refused. */
  readonly relation: Relation;
};

/** As whom an actor signs in the trail. Who may do nothing there still acts under some role of theirs. */
function signatureOf(actor: Actor, grant: Grant | null): AuditEntry["actor"] {
  const under = grant ?? actor.grants[0];
  return {
    userId: actor.userId,
    role: under?.role ?? "public",
    district: under?.district ?? null,
    onBehalfOf: under?.onBehalfOf ?? null,
  };
}

/** The entry of an act that was accepted, with the state that it has found and the one that it has left. */
export function entryOfAcceptance(
  { actor, ...noted }: Noted,
  policy: Policy,
  grant: Grant,
  done: {
    readonly fields: readonly string[];
    readonly state: unknown;
    /** The state before the act; null where it made the record. */
    readonly before: unknown;
    readonly revision: number;
    /** Where it depends on the record. */
    readonly article?: string | undefined;
  },
): AuditEntry {
  return {
    ...noted,
    ...done,
    actor: signatureOf(actor, grant),
    outcome: "accepted",
    article: done.article ?? articleOfAct(policy.document, noted.resource, noted.act),
  };
}

/** The entry of an act that was refused: it leaves this and nothing else. */
export function entryOfRefusal(
  { actor, ...noted }: Noted,
  policy: Policy,
  { code, grant }: { readonly code: RefusalCode; readonly grant: Grant | null },
): AuditEntry {
  return {
    ...noted,
    actor: signatureOf(actor, grant),
    outcome: code,
    article: articleOfRefusal(policy.document, code),
    fields: [],
    state: null,
    before: null,
    revision: null,
  };
}
