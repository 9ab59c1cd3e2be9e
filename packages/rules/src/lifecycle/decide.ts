import { mayEver, permittingGrant, type Relation } from "../access/permits.ts";
import type { Actor, Grant } from "../access/roles.ts";
import type { Guard, Machine, Transition } from "./machine.ts";
import { type Refusal, refusal } from "./refusals.ts";

export type Decision<State extends string> =
  | { readonly ok: true; readonly to: State; readonly grant: Grant }
  /** `grant` is null where the actor may not do the act to this record. */
  | { readonly ok: false; readonly refusal: Refusal; readonly grant: Grant | null };

export interface DecisionRequest<State extends string, Context> {
  /** Null: the record does not exist yet. */
  readonly state: State | null;
  readonly relation: Relation;
  readonly act: string;
  readonly actor: Actor;
  readonly context: Context;
}

function firstRefusal<Context>(guards: readonly Guard<Context>[], context: Context): Refusal | null {
  for (const guard of guards) {
    const refused = guard(context);
    if (refused !== null) return refused;
  }
  return null;
}

function leadsFrom<State extends string, Context>(row: Transition<State, Context>, state: State | null): boolean {
  return state === null ? row.from === null : (row.from?.includes(state) ?? false);
}

/**
 * Whether an act is open to an actor on a record in its state, and where it leads. Permission first, then what is in the way by name, then
 * the state, then the other conditions. Pure: everything that is on record comes in the context.
 *
 * @throws Error when the table knows no such act: a fault of the caller, never of a user
 */
export function decide<State extends string, Context>(
  machine: Machine<State, Context>,
  { state, relation, act, actor, context }: DecisionRequest<State, Context>,
): Decision<State> {
  const rows = machine.transitions.filter((row) => row.act === act);
  if (rows.length === 0) throw new Error(`${machine.resource} knows no act ${act}`);
  const grant = permittingGrant(actor, machine.resource, act, relation);
  if (grant === null) {
    const isElsewhere = mayEver(actor, machine.resource, act);
    return { ok: false, refusal: refusal(isElsewhere ? "other_jurisdiction" : "not_permitted"), grant: null };
  }
  const row = rows.find((each) => leadsFrom(each, state));
  const cause = firstRefusal((row ?? rows[0])?.causes ?? [], context);
  if (cause !== null) return { ok: false, refusal: cause, grant };
  if (row === undefined) return { ok: false, refusal: refusal("wrong_state", { state: state ?? "" }), grant };
  const refused = firstRefusal(row.guards, context);
  if (refused !== null) return { ok: false, refusal: refused, grant };
  return { ok: true, to: row.to === "unchanged" ? (state ?? machine.initial) : row.to, grant };
}

/** The acts that the table opens to an actor on a record now, in the table's order, without regard to what the act itself would bring; what only follows from acts on other records is not among them. */
export function openActs<State extends string, Context>(
  machine: Machine<State, Context>,
  { state, relation, actor }: Pick<DecisionRequest<State, Context>, "state" | "relation" | "actor">,
): readonly string[] {
  const open = machine.transitions.filter(
    (row) =>
      !row.isConsequence &&
      leadsFrom(row, state) &&
      permittingGrant(actor, machine.resource, row.act, relation) !== null,
  );
  return [...new Set(open.map(({ act }) => act))];
}
