import {
  type Actor,
  articleOfRefusal,
  decide,
  type Grant,
  type Policy,
  permittingGrant,
  type Refusal,
} from "@shifan/rules";
import { type ActOutcome, type InputErrors, invalid } from "./outcome.ts";
import type { Subject } from "./subject.ts";

/** What an act on a record comes to before anything is written. */
export type Judgement<State> =
  | { readonly kind: "accepted"; readonly to: State; readonly grant: Grant }
  | {
      readonly kind: "not_accepted";
      readonly outcome: Exclude<ActOutcome<never>, { kind: "accepted" }>;
      /** What the trail keeps of it; null for what is no refusal. */
      readonly refusal: { readonly code: Refusal["code"]; readonly grant: Grant | null } | null;
    };

/**
 * Whether an act on a locked record is accepted, asked in this order: may the caller know of the record, may they act, is their revision the
 * present one, is the input right, do the conditions hold. A record that the caller may not see is unknown to them.
 */
export async function judge<Row, State extends string, Context>(
  subject: Subject<Row, State, Context>,
  row: Row,
  policy: Policy,
  request: {
    readonly actor: Actor;
    readonly act: string;
    readonly revision: number | null;
    /** Asked of whoever may do the act and of nobody else. */
    errors(): Promise<InputErrors>;
    context(): Promise<Context>;
  },
): Promise<Judgement<State>> {
  const { actor, act, revision } = request;
  const { resource } = subject.machine;
  const relation = subject.relationOf(row);
  const knowsOf = ["read", act].some((each) => permittingGrant(actor, resource, each, relation) !== null);
  if (actor.userId !== null && !knowsOf) {
    return { kind: "not_accepted", outcome: { kind: "unknown" }, refusal: { code: "other_jurisdiction", grant: null } };
  }
  // Who may not do it at all is told so, however the record stands.
  const mayAct = permittingGrant(actor, resource, act, relation) !== null;
  if (mayAct && revision !== null && revision !== subject.revisionOf(row)) {
    const present = { revision: subject.revisionOf(row), state: subject.stateOf(row) };
    return { kind: "not_accepted", outcome: { kind: "stale", ...present }, refusal: null };
  }
  const errors = mayAct ? await request.errors() : [];
  if (errors.length > 0) return { kind: "not_accepted", outcome: invalid(...errors), refusal: null };
  const state = subject.stateOf(row);
  const decision = decide(subject.machine, { state, relation, act, actor, context: await request.context() });
  if (decision.ok) return { kind: "accepted", to: decision.to, grant: decision.grant };
  const { code, params } = decision.refusal;
  const article = articleOfRefusal(policy.document, code);
  return {
    kind: "not_accepted",
    outcome: { kind: "refused", code, params, article },
    refusal: { code, grant: decision.grant },
  };
}
