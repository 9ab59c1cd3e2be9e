import { describe, expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, smallPolicy } from "../../testing/small-policy.ts";

type Answer = true | false | undefined;
const answers: readonly Answer[] = [true, false, undefined];

/** Every way to answer so many questions, the last changing first. */
function answersTo(count: number): Answer[][] {
  if (count === 0) return [[]];
  return answersTo(count - 1).flatMap((before) => answers.map((answer) => [...before, answer]));
}

/** What a type gives by the law's own words: so many lines of those that count, and everything else besides. */
function verdictBy(needed: number, lines: readonly Answer[], others: readonly Answer[]): string {
  const met = lines.filter((answer) => answer === true).length;
  const open = lines.filter((answer) => answer === undefined).length;
  const isShort = met + open < needed;
  if (isShort || others.includes(false)) return "not_met";
  return met < needed || others.includes(undefined) ? "undetermined" : "met_pending_review";
}

test("each applicant is told of the other type by its own answers, whoever was assessed before", () => {
  const is = (fact: string) => ({ fact, is: true }) as const;
  const policy = smallPolicy({
    facts: { a: "bool", b: "bool", c: "bool", d: "bool", e: "bool" },
    criteria: {
      a: { test: is("a"), line: true },
      b: { test: is("b"), line: true },
      c: is("c"),
      d: is("d"),
      e: is("e"),
      count: { criteria_met: ["a", "b"], needed_by: "platform_type", needed: { broad: 2, narrow: 1 } },
    },
  });
  for (const [a, b, c, d, e] of answersTo(5)) {
    const given = Object.entries({ a, b, c, d, e }).filter(([, answer]) => answer !== undefined);
    const facts = Object.fromEntries([...given, ["platform_type", "narrow"]]) as Applicant;
    const verdict = verdictBy(2, [a, b], [c, d, e]);
    expect(assessSmall(policy, facts).alternatives, JSON.stringify(facts)).toEqual([
      { platformType: "broad", verdict },
    ]);
  }
});

describe("where more than one criterion goes by the type", () => {
  test("each has its say", () => {
    const policy = smallPolicy({
      facts: { a: "bool", n: "int" },
      criteria: {
        a: { test: { fact: "a", is: true }, line: true },
        count: { criteria_met: ["a"], needed_by: "platform_type", needed: { broad: 1, narrow: 1 } },
        n: {
          left: { fact: "n" },
          compare: ">=",
          right: { by_choice: "platform_type", cases: { broad: { int: 9 }, narrow: { int: 3 } } },
        },
      },
    });
    const narrow = (n: number) => assessSmall(policy, { a: true, n, platform_type: "broad" }).alternatives;
    expect(narrow(5)).toEqual([{ platformType: "narrow", verdict: "met_pending_review" }]);
    expect(narrow(2)).toEqual([{ platformType: "narrow", verdict: "not_met" }]);
  });

  test("a line that is not met under another type decides nothing there", () => {
    const policy = smallPolicy({
      facts: { a: "bool" },
      criteria: { line: { test: { fact: "platform_type", in: ["broad"] }, line: true }, a: { fact: "a", is: true } },
    });
    expect(assessSmall(policy, { a: true, platform_type: "broad" }).alternatives).toEqual([
      { platformType: "narrow", verdict: "met_pending_review" },
    ]);
  });
});

test("one of three types is told of both others, also where two of them stand alike", () => {
  const policy = smallPolicy({
    facts: { platform_type: "enum:broad,narrow,wide" },
    criteria: { c: { fact: "platform_type", in: ["broad"] } },
  });
  const others = (chosen: string) =>
    assessSmall(policy, { platform_type: chosen }).alternatives.map(({ platformType, verdict }) => [
      platformType,
      verdict,
    ]);
  const broad = ["broad", "met_pending_review"];
  expect(others("narrow")).toEqual([broad, ["wide", "not_met"]]);
  expect(others("wide")).toEqual([broad, ["narrow", "not_met"]]);
});

test("answers that contradict one type alone leave the other open, and the chosen one as it is", () => {
  const policy = smallPolicy({
    facts: { a: "bool", b: "bool" },
    criteria: {
      a: { test: { fact: "a", is: true }, line: true },
      count: { criteria_met: ["a"], needed_by: "platform_type", needed: { broad: 1, narrow: 1 } },
    },
    contradictions: [
      {
        code: "odd",
        facts: ["platform_type"],
        when: {
          all: [
            { fact: "platform_type", in: ["broad"] },
            { fact: "b", is: true },
          ],
        },
      },
    ],
  });
  const told = (b: boolean, platform_type: string) => {
    const { verdict, alternatives } = assessSmall(policy, { a: true, b, platform_type });
    return [verdict, ...alternatives.map((other) => other.verdict)];
  };
  const met = "met_pending_review";
  expect(told(true, "narrow")).toEqual([met, "undetermined"]);
  expect(told(true, "broad")).toEqual(["undetermined", met]);
  expect(told(false, "narrow")).toEqual([met, met]);
});
