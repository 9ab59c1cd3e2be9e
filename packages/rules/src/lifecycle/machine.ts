import type { Resource } from "../access/table.ts";
import type { Refusal } from "./refusals.ts";

/** A condition of an act. It sees what is on record and what the act brings; null when it lets the act pass. */
export type Guard<Context> = (context: Context) => Refusal | null;

/** One row of a lifecycle table. */
export interface Transition<State extends string, Context> {
  readonly act: string;
  /** Null: the act makes the record. */
  readonly from: readonly State[] | null;
  readonly to: State | "unchanged";
  /**
   * Guards that name a cause even where the state already forbids the act: 已过截止日 says more than 现在不能提交.
   */
  readonly causes: readonly Guard<Context>[];
  /** Guards asked only once the state allows the act. */
  readonly guards: readonly Guard<Context>[];
  /** The consequence of an act on another record, in the transaction of that: it leaves its entry, and no address offers it. */
  readonly isConsequence: boolean;
  /** Ends or turns a matter beside its usual course (撤回、作罢): it may be done at any time, and nobody waits for it. */
  readonly isAside: boolean;
}

/** How the records of one resource live: their states, and the acts that lead from one to another. */
export interface Machine<State extends string, Context> {
  readonly resource: Resource;
  readonly states: readonly State[];
  readonly initial: State;
  readonly transitions: readonly Transition<State, Context>[];
}

type LeftOut = "causes" | "guards" | "isConsequence" | "isAside";
type Row<State extends string, Context> = Omit<Transition<State, Context>, LeftOut> &
  Partial<Pick<Transition<State, Context>, LeftOut>>;

/** Completes the rows of a table: most have no guards. */
export function defineMachine<State extends string, Context>(
  machine: Omit<Machine<State, Context>, "transitions"> & { readonly transitions: readonly Row<State, Context>[] },
): Machine<State, Context> {
  const transitions = machine.transitions.map((row) => ({
    causes: [],
    guards: [],
    isConsequence: false,
    isAside: false,
    ...row,
  }));
  return { ...machine, transitions };
}
