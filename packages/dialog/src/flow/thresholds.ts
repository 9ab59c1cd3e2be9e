import { formatScaled, type Policy, parseScaled } from "@shifan/rules";

/** A fixed limit that the policy sets for one fact: at least so much. */
export interface Threshold {
  /** As the wire writes the fact's values: money as text, counts as numbers. */
  readonly atLeast: string | number;
  /** The largest value that is below it. */
  readonly below: string | number;
  readonly article: string;
}

type Node = { readonly [key: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function limitOf(fact: string, node: Node): Pick<Threshold, "atLeast" | "below"> | null {
  const { left, compare, right } = node;
  if (compare !== ">=" || !isNode(left) || left.fact !== fact || !isNode(right)) return null;
  if (typeof right.int === "number") return { atLeast: right.int, below: right.int - 1 };
  if (typeof right.money !== "string") return null;
  return { atLeast: right.money, below: formatScaled(parseScaled(right.money, 2) - 1, 2) };
}

function search(fact: string, value: unknown): Pick<Threshold, "atLeast" | "below"> | null {
  if (!isNode(value)) return null;
  const own = limitOf(fact, value);
  if (own) return own;
  for (const child of Object.values(value)) {
    const found = search(fact, child);
    if (found) return found;
  }
  return null;
}

/** The limit that a span around it leaves open, read from the policy's own tests; null where the fact has none. */
export function thresholdOf(policy: Policy, fact: string): Threshold | null {
  for (const { document } of policy.criteria) {
    const limit = search(fact, document.test);
    if (limit) return { ...limit, article: document.article };
  }
  return null;
}
