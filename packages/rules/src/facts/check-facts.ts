import type { Policy } from "../policy/policy.ts";
import { readAbsences } from "./absences.ts";
import type { FieldError } from "./errors.ts";
import { pointerStep } from "./errors.ts";
import { FactSlots, type Facts, KNOWN, UNKNOWN } from "./facts.ts";
import { isQuantity } from "./kinds.ts";
import { type CheckedValue, checkValue, expectationOf } from "./values.ts";

/** No applicant has more; beyond it the input is refused without being read to its end. */
const maximumErrors = 100;

const messages = {
  unknown_fact: "没有这个事实编号；可用的编号见政策的 facts 列表",
  known_and_unknown: "同一个事实不能既填了值又列为不清楚",
};

/** A value known only between two bounds, each included. Approximate ones are kept and never decide. */
export interface IntervalValue {
  readonly min?: string | number | null;
  readonly max?: string | number | null;
  readonly approximate?: boolean;
}

export interface CheckOptions {
  /** Facts declared 不清楚. */
  readonly unknown?: readonly string[] | undefined;
  /** JSON pointer of the object that holds the facts. */
  readonly path?: string | undefined;
  /** JSON pointer of the list of unknown facts. */
  readonly unknownPath?: string | undefined;
  /** Whether intervals are taken beside exact values: in a conversation, not on the wire. */
  readonly intervals?: boolean | undefined;
}

export type CheckedFacts =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

function isInterval(value: unknown): value is IntervalValue {
  return typeof value === "object" && value !== null && !Array.isArray(value) && ("min" in value || "max" in value);
}

/**
 * Checks facts as they come over the wire and puts them into slots. A value impossible by itself is refused with its
 * pointer and what is expected; values that contradict each other are not refused here.
 */
export function checkFacts(policy: Policy, facts: unknown, options: CheckOptions = {}): CheckedFacts {
  const path = options.path ?? "/facts";
  const unknownPath = options.unknownPath ?? "/unknown";
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) {
    return { ok: false, errors: [{ path, code: "type", message: "应为一个对象，键是事实编号，值是填报内容" }] };
  }
  const errors: FieldError[] = [];
  const count = policy.factKinds.length;
  const slots = new FactSlots(count);
  const refuse = (at: string, code: string, message: string): void => {
    if (errors.length < maximumErrors) errors.push({ path: at, code, message });
  };
  const at = (id: string): string => `${path}/${pointerStep(id)}`;
  const put = (index: number, from: CheckedValue, to: CheckedValue): void => {
    slots.state[index] = KNOWN;
    slots.put(index, from.value, to.value);
    if (from.text !== undefined) slots.putText(index, from.text);
  };

  for (const id in facts) {
    if (!Object.hasOwn(facts, id)) continue;
    if (errors.length >= maximumErrors) break;
    const value = (facts as Record<string, unknown>)[id];
    const index = policy.factIndexes.get(id);
    if (index === undefined) {
      refuse(at(id), "unknown_fact", messages.unknown_fact);
      continue;
    }
    const kind = policy.factKinds[index] as Policy["factKinds"][number];
    const document = policy.document.facts[index] as Policy["document"]["facts"][number];
    if (options.intervals && isQuantity(kind.kind) && isInterval(value)) {
      const from =
        value.min == null ? { ok: true as const, value: Number.NEGATIVE_INFINITY } : checkValue(kind, value.min);
      const to =
        value.max == null ? { ok: true as const, value: Number.POSITIVE_INFINITY } : checkValue(kind, value.max);
      if (from.ok && to.ok && from.value <= to.value) {
        if (value.approximate) put(index, { value: Number.NaN }, { value: Number.NaN });
        else put(index, from, to);
      } else refuse(at(id), "interval", `“${document.label}”的范围不成立：${expectationOf(kind)}`);
      continue;
    }
    const checked = checkValue(kind, value);
    if (checked.ok) put(index, checked, checked);
    else refuse(at(id), checked.code, `“${document.label}”${checked.message}`);
  }

  const unknown = options.unknown ?? [];
  for (let position = 0; position < unknown.length; position++) {
    const index = policy.factIndexes.get(unknown[position] as string);
    const wrong = index === undefined ? "unknown_fact" : slots.state[index] === KNOWN ? "known_and_unknown" : null;
    if (wrong !== null) refuse(`${unknownPath}/${position}`, wrong, messages[wrong]);
    else slots.state[index as number] = UNKNOWN;
  }
  if (errors.length > 0) return { ok: false, errors };
  readAbsences(policy.absences.settled, slots);
  return { ok: true, facts: slots };
}

/** Facts of an applicant of whom nothing is known yet. */
export function noFacts(policy: Policy): Facts {
  const slots = new FactSlots(policy.factKinds.length);
  readAbsences(policy.absences.settled, slots);
  return slots;
}
