import { mayEver, permittingGrant, type Relation, rolesReaching } from "../access/permits.ts";
import type { Actor, Grant, Role } from "../access/roles.ts";
import type { Machine, Transition } from "./machine.ts";
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

function leadsFrom<State extends string, Context>(row: Transition<State, Context>, state: State | null): boolean {
  return state === null ? row.from === null : (row.from?.includes(state) ?? false);
}

/** What is in the way of an act, one after the other, in the order in which it counts; nothing is asked before the one ahead of it was looked at. */
function* refusalsOf<State extends string, Context>(
  rows: readonly Transition<State, Context>[],
  { state, context }: Pick<DecisionRequest<State, Context>, "state" | "context">,
): Generator<Refusal> {
  const row = rows.find((each) => leadsFrom(each, state));
  for (const cause of (row ?? rows[0])?.causes ?? []) {
    const refused = cause(context);
    if (refused !== null) yield refused;
  }
  if (row === undefined) {
    yield refusal("wrong_state", { state: state ?? "" });
    return;
  }
  for (const guard of row.guards) {
    const refused = guard(context);
    if (refused !== null) yield refused;
  }
}

function rowsOfAct<State extends string, Context>(machine: Machine<State, Context>, act: string) {
  const rows = machine.transitions.filter((row) => row.act === act);
  if (rows.length === 0) throw new Error(`${machine.resource} knows no act ${act}`);
  return rows;
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
  const rows = rowsOfAct(machine, act);
  const grant = permittingGrant(actor, machine.resource, act, relation);
  if (grant === null) {
    const isElsewhere = mayEver(actor, machine.resource, act);
    return { ok: false, refusal: refusal(isElsewhere ? "other_jurisdiction" : "not_permitted"), grant: null };
  }
  const [refused] = refusalsOf(rows, { state, context });
  if (refused !== undefined) return { ok: false, refusal: refused, grant };
  const to = rows.find((each) => leadsFrom(each, state))?.to ?? "unchanged";
  return { ok: true, to: to === "unchanged" ? (state ?? machine.initial) : to, grant };
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

/** Whether a table asks anything of what is on record, or of what is brought, before it lets an act pass. */
export function asksOfContext<State extends string, Context>(machine: Machine<State, Context>, act: string): boolean {
  return rowsOfAct(machine, act).some(({ causes, guards }) => causes.length + guards.length > 0);
}

/**
 * Everything that the table has against an act on a record, by the very guards that decide on it; empty where it would be accepted. Who acts is not
 * asked. Pure: everything that is on record comes in the context.
 */
export function obstaclesTo<State extends string, Context>(
  machine: Machine<State, Context>,
  { act, ...request }: Pick<DecisionRequest<State, Context>, "state" | "act" | "context">,
): readonly Refusal[] {
  return [...refusalsOf(rowsOfAct(machine, act), request)];
}

/**
 * The acts by which others move a record on from its state, each with the roles that may do it: whose turn it is. What the actor may do is not among
 * them, nor what leaves the record where it is, follows from another record or lies beside its usual course.
 */
export function actsOfOthers<State extends string, Context>(
  machine: Machine<State, Context>,
  { state, relation, actor }: Pick<DecisionRequest<State, Context>, "state" | "relation" | "actor">,
): readonly { readonly act: string; readonly roles: readonly Role[] }[] {
  return machine.transitions
    .filter((row) => leadsFrom(row, state) && row.to !== "unchanged" && !row.isConsequence && !row.isAside)
    .filter(({ act }) => permittingGrant(actor, machine.resource, act, relation) === null)
    .map(({ act }) => ({ act, roles: rolesReaching(machine.resource, act, relation) }))
    .filter(({ roles }) => roles.length > 0);
}
