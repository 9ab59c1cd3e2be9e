import type { CheckOnRecord } from "../src/supervision/checks-on-record.ts";
import { zhengzhouPolicy } from "./policy.ts";

/** A closed check of a kind with a result, on its day. */
export function checkOn(
  kind: CheckOnRecord["kind"],
  carriedOutOn: string,
  result: CheckOnRecord["result"],
  own: Partial<CheckOnRecord> = {},
): CheckOnRecord {
  return {
    id: `${kind} ${carriedOutOn}`,
    kind,
    carriedOutOn,
    result,
    isClosed: true,
    absenceFinding: null,
    isFalsified: null,
    ...own,
  };
}

/** The policy with readings of its chapter on supervision changed. */
export function policyWithReadings(readings: Readonly<Record<string, string>>) {
  const { document } = zhengzhouPolicy;
  const { supervision } = document;
  const changed = supervision.readings.map((each) => ({ ...each, value: readings[each.id] ?? each.value }));
  return { ...document, supervision: { ...supervision, readings: changed } };
}
