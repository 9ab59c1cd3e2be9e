import { isDeepStrictEqual } from "node:util";

/** Something that the server keeps, as its client knows it. */
export interface Kept<Value = unknown> {
  readonly what: string;
  /** Reads it; whatever the reading leaves out is not compared. */
  look(): Promise<Value>;
  /** What it is, by everything that was acknowledged. */
  value: Value;
  /** The change that was sent and not answered. */
  pending: Pending<Value> | null;
  /** Whether anything was sent for it since it was last compared. */
  isTouched: boolean;
}

export interface Pending<Value> {
  /** Whether what is there now is this change, whole. */
  fits(seen: Value): boolean;
  /** Notes that the change is there. */
  take(seen: Value): void;
  outcome: Outcome | null;
}

/** An unanswered change may be there or not; both are right. */
export type Outcome = "kept" | "gone";

export function kept<Value>(what: string, value: Value, look: () => Promise<Value>): Kept<Value> {
  return { what, value, look, pending: null, isTouched: true };
}

/**
 * Compares what is there with what its client was told, and settles the change that was under way.
 * @throws Error when an acknowledged change is not there, or a change is there in part
 */
export async function settle(each: Kept): Promise<Outcome | null> {
  const seen = await each.look();
  const { pending } = each;
  const isAsBefore = isDeepStrictEqual(seen, each.value);
  if (!isAsBefore && !pending?.fits(seen)) {
    const under = pending === null ? "" : ", with a change under way";
    throw new Error(`${each.what} is ${spell(seen)}; acknowledged is ${spell(each.value)}${under}`);
  }
  each.isTouched = false;
  if (pending === null) return null;
  pending.outcome = isAsBefore ? "gone" : "kept";
  if (!isAsBefore) pending.take(seen);
  each.pending = null;
  return pending.outcome;
}

const spell = (value: unknown) => JSON.stringify(value)?.slice(0, 2_000);
