import type { Case } from "../evaluate/case.ts";
import { MET, NOT_MET, reachOf, type Status, UNANSWERED, UNDETERMINED } from "../evaluate/status.ts";
import { defineMeasure, defineTest, type Scope, type Test, union, waysOfStatus } from "./model.ts";

/** The stored code of a choice's value: a boolean is 0 or 1, an enum value its position. */
export function codeOf(index: number, value: boolean | string, scope: Scope): number {
  if (typeof value === "boolean") return value ? 1 : 0;
  const code = scope.factKind(index).values.indexOf(value);
  if (code < 0) throw new Error(`fact ${index} has no value ${value}`);
  return code;
}

/** Choices with more codes stand in the ways of their status alone. */
const mostCodesAsWays = 16;

/** Sets of more values have too many combinations to list. */
const mostCodes = 256;

/** A test of one choice or set fact by its stored code. Unknown stays undetermined; absence counts where it is a statement. */
function testOfCode(index: number, scope: Scope, statusOfCode: (code: number) => Status, expected: string): Test {
  const absent = scope.absentCode(index);
  const { kind, values } = scope.factKind(index);
  const show = (code: number): string => (kind === "bool" ? String(code === 1) : (values[code] ?? String(code)));
  const status = (facts: Case): Status => {
    const code = facts.low[index] as number;
    return Number.isNaN(code) ? UNDETERMINED : statusOfCode(code);
  };
  const codes = kind === "bool" ? 2 : kind === "set" ? 2 ** values.length : values.length;
  const statuses = codes > mostCodes ? [] : Array.from({ length: codes }, (_, code) => statusOfCode(code));
  // A code that an absence states is not shown.
  const isOfWay = codes <= mostCodesAsWays && absent === undefined;
  const ways: readonly Status[] = isOfWay ? [UNDETERMINED, ...statuses] : waysOfStatus;
  const wayOf = (status: Status, code: number): number => (isOfWay ? code + 1 : status);
  return defineTest({
    uses: absent ? union(new Set([index]), absent.uses) : new Set([index]),
    ...(codes <= mostCodes && { form: { kind: "lookup", fact: index, ways: statuses.map(wayOf) }, ways }),
    opensByWay: true,
    status,
    reach: (facts) => {
      const present = status(facts);
      return present === UNDETERMINED ? UNANSWERED : reachOf(present);
    },
    collect: (facts, into) => {
      if (status(facts) === UNDETERMINED) into.add(index);
    },
    part: index,
    measure: defineMeasure({
      op: expected.includes(",") ? "in" : "=",
      unit: "",
      isOfWay,
      actual: (facts) => (facts.isKnown(index) ? show(facts.low[index] as number) : null),
      required: () => expected,
      gap: () => null,
    }),
  });
}

export function compileIs(fact: string, value: boolean | string, scope: Scope): Test {
  const index = scope.factIndex(fact);
  const code = codeOf(index, value, scope);
  const test = testOfCode(index, scope, (present) => (present === code ? MET : NOT_MET), String(value));
  if (scope.factKind(index).kind !== "bool") return test;
  // A yes or no costs less to find than to look up.
  const ways: readonly Status[] = value === true ? waysOfStatus : [UNDETERMINED, NOT_MET, MET];
  return defineTest({ ...test, form: { kind: "agreement", fact: index }, ways });
}

export function compileIn(fact: string, values: readonly string[], scope: Scope): Test {
  const index = scope.factIndex(fact);
  const codes = values.map((value) => codeOf(index, value, scope));
  const listed = scope.factKind(index).values.map((_, code): Status => (codes.includes(code) ? MET : NOT_MET));
  return testOfCode(index, scope, (code) => listed[code] as Status, values.join(","));
}

/** Whether a set holds every one of the values. Sets have at most 31 values, so that their bits fit. */
export function compileContains(fact: string, values: readonly string[], scope: Scope): Test {
  const index = scope.factIndex(fact);
  const bits = values.reduce((sum, value) => sum | (1 << codeOf(index, value, scope)), 0);
  return testOfCode(index, scope, (held) => ((held & bits) === bits ? MET : NOT_MET), values.join(","));
}
