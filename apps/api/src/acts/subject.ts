import type { Database } from "@shifan/db";
import type { Grant, Machine, Policy, Relation } from "@shifan/rules";
import type { InputErrors } from "./outcome.ts";

/** A kind of record that lives by a lifecycle table: where it is kept, and what of it decides who reaches it and what is open. */
export type Subject<Row, State extends string, Context> = {
  readonly machine: Machine<State, Context>;
  /** The record, locked until the end of the transaction; null when there is none. */
  lock(transaction: Database, id: string): Promise<Row | null>;
  idOf(row: Row): string;
  stateOf(row: Row): State;
  relationOf(row: Row): Relation;
  revisionOf(row: Row): number;
  /** The article of an act, where it depends on the record; else the one that the policy names for the act. */
  articleOf?(policy: Policy, row: Row, act: string): string;
  /** The policy version by which the record lives. */
  policyOf(transaction: Database, row: Row): Promise<Policy>;
  /** What the audit trail commits to: the whole record as it is kept. */
  recordOf(row: Row): unknown;
};

/** What an accepted act is carried out with. */
export type Decided<State> = {
  /** The state to which the act leads. */
  readonly to: State;
  readonly grant: Grant;
  readonly policy: Policy;
  readonly at: Date;
};

/** What an act asks of the records around its own, and what it writes. */
export type Plan<Row, State, Context, Result = Row> = {
  /** What of the input cannot stand; asked of whoever may do the act and of nobody else. */
  check?(transaction: Database, row: Row, policy: Policy): Promise<InputErrors>;
  /** What is on record around the record, read in the transaction of the act. */
  context(transaction: Database, row: Row, policy: Policy): Promise<Context>;
  /** Writes everything that the act changes; the row comes back with its new revision. */
  write(transaction: Database, row: Row, decided: Decided<State>): Promise<Written<Row, Result>>;
};

export type Written<Row, Result = Row> = {
  readonly row: Row;
  readonly result: Result;
  /** Names of what was changed, for the trail. */
  readonly fields: readonly string[];
};
