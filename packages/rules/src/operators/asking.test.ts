import { describe, expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, factsOf, relevantTo, type SmallPolicy, smallPolicy, tried } from "../../testing/small-policy.ts";
import { judge } from "../evaluate/judge.ts";
import type { Expression } from "../policy/expressions.ts";
import type { Policy } from "../policy/policy.ts";
import { comparators, type TestDocument } from "../policy/tests.ts";

/** Facts with their types, the answers that an applicant gives, and those that an open one may turn out to be besides. */
type Domain = Readonly<
  Record<string, readonly [type: string, answers: readonly unknown[], others?: readonly unknown[]]>
>;

/** Every applicant who answers some of the facts and leaves the others open. */
function applicantsOf(domain: Domain): { known: Applicant; open: string[] }[] {
  let some: { known: Applicant; open: string[] }[] = [{ known: {}, open: [] }];
  for (const [fact, [, answers]] of Object.entries(domain)) {
    some = some.flatMap(({ known, open }) => [
      { known, open: [...open, fact] },
      ...answers.map((answer) => ({ known: { ...known, [fact]: answer } as Applicant, open })),
    ]);
  }
  return some;
}

/** What becomes of an applicant once every open fact is answered, in every way there is. */
function completionsOf(domain: Domain, known: Applicant, open: readonly string[]): Applicant[] {
  const [fact, ...rest] = open;
  if (fact === undefined) return [known];
  const [, answers, others = []] = domain[fact] ?? ["", []];
  return [...answers, ...others].flatMap((answer) =>
    completionsOf(domain, { ...known, [fact]: answer } as Applicant, rest),
  );
}

const policyOf = (domain: Domain, criteria: NonNullable<SmallPolicy["criteria"]>): Policy =>
  smallPolicy({ facts: Object.fromEntries(Object.entries(domain).map(([fact, [type]]) => [fact, type])), criteria });
const statusesOf = (policy: Policy, facts: Applicant): string =>
  judge(policy, factsOf(policy, facts), { asOf: "2026-06-10", round: null }).statuses.join();

/** The open facts of which another answer leads to another status, whatever the rest turns out to be. */
function moversOf(policy: Policy, domain: Domain, known: Applicant, open: readonly string[]): string[] {
  return open.filter((fact) => {
    const rest = open.filter((other) => other !== fact);
    return completionsOf(domain, known, rest).some((others) => {
      const found = completionsOf(domain, others, [fact]).map((whole) => statusesOf(policy, whole));
      return new Set(found).size > 1;
    });
  });
}

const bools: Domain = { a: ["bool", [true, false]], b: ["bool", [true, false]] };
const kinds: Domain = { kind: ["enum:good,bad,odd", ["good", "bad", "odd"]] };
const days: Domain = {
  since: ["date", ["2024-06-10", "2024-06-11"], ["2020-01-01", "2026-06-09"]],
  by: ["date", ["2026-06-09", "2026-06-10"], ["2025-01-01", "2027-01-01"]],
};
const monthDays: Domain = {
  since: ["date", ["2026-06-01", "2026-06-30"], ["2026-05-31"]],
  by: ["date", ["2026-06-01", "2026-06-30"], ["2026-07-01"]],
};
const numbers: Domain = { n: ["int", [1, 2], [0, 3]], m: ["int", [1, 2], [0, 3]] };
const sets: Domain = { s: ["set:x,y", [["x"], ["y"], ["x", "y"]]] };
const [n, m, since] = [{ fact: "n" }, { fact: "m" }, { fact: "since" }];
const byKind: Expression = { by_choice: "kind", cases: { good: n, bad: { int: 2 }, odd: m } };
const is = (fact: string): TestDocument => ({ fact, is: true });
const good = { fact: "kind", in: ["good", "odd"] };
const outcome: TestDocument = { outcome_of: "kind", cases: { good: "met", bad: "not_met", odd: { open: "officer" } } };

describe("of the open facts those are asked for whose answers can still change the status, and no other", () => {
  test.each<[string, TestDocument, Domain]>([
    ["a yes", is("a"), bools],
    ["a no", { fact: "a", is: false }, bools],
    ["one of several values", good, kinds],
    ["a set", { fact: "s", contains: ["x"] }, sets],
    ["a form of text", { matches: "t", format: "icp_number" }, { t: ["text", ["豫ICP备12345678号", "无"]] }],
    ["two days of one month", { same_month: [{ fact: "since" }, { fact: "by" }] }, monthDays],
    ["years gone by", { elapsed_since: { fact: "since" }, years: 2, by: { fact: "by" } }, days],
    ["all", { all: [is("a"), is("b")] }, bools],
    ["any", { any: [is("a"), is("b")] }, bools],
    ["not", { not: { all: [is("a"), { not: is("b") }] } }, bools],
    ["only if", { only_if: is("a"), must: good }, { ...bools, ...kinds }],
    ["an outcome", outcome, kinds],
    ["an outcome beside another test", { all: [outcome, is("a")] }, { ...bools, ...kinds }],
    ["a doubt", { doubt_if: is("a"), reason: "reading", otherwise: "met" }, bools],
    ["provided that", { provided: is("a"), otherwise: "reading", must: good }, { ...bools, ...kinds }],
    ["provided that, open", { provided: is("a"), otherwise: "reading", must: outcome }, { ...bools, ...kinds }],
    ["a bar", { barred_if: is("a"), first_free_day: { date: "2030-01-01" } }, bools],
    ...comparators.flatMap((compare): [string, TestDocument, Domain][] => [
      [`${compare} a number`, { left: { fact: "n" }, compare, right: { int: 60 } }, { n: ["int", [59, 60, 61]] }],
      [`${compare} another fact`, { left: { fact: "n" }, compare, right: { fact: "m" } }, numbers],
    ]),
    ["a sum", { left: { sum: [n, m] }, compare: ">=", right: { int: 3 } }, numbers],
    ["a difference", { left: { difference: [n, m] }, compare: ">=", right: { int: 0 } }, numbers],
    ["the size of a set", { left: { size_of: "s" }, compare: ">=", right: { int: 2 } }, sets],
    ["years after a day", { left: { after: since, years: 2 }, compare: "<=", right: { fact: "by" } }, days],
    ["the year of a day", { left: { year_of: since }, compare: "<", right: { int: 2024 } }, days],
    ["the first day of a year", { left: { first_day_of_year: { year_of: since } }, compare: "<", right: since }, days],
    [
      "a share",
      { numerator: { fact: "n" }, denominator: { fact: "m" }, at_least: "0.5" },
      { n: ["int", [1, 2], [0, 9]], m: ["int", [1, 2], [9]] },
    ],
  ])("%s", (_, document, domain) => {
    const policy = policyOf(domain, { tried: document });
    for (const { known, open } of applicantsOf(domain)) {
      const wanted = moversOf(policy, domain, known, open);
      expect(relevantTo(policy, known, { unknown: open }), JSON.stringify(known)).toEqual(wanted);
      const [criterion] = assessSmall(policy, known, { unknown: open }).criteria;
      const isOpen = criterion?.status === "undetermined";
      expect(criterion?.missingFacts, JSON.stringify(known)).toEqual(isOpen ? wanted : []);
    }
  });

  // What one of several figures could be, whatever it is, is not looked at: it is asked for even where the others decide.
  test.each<[string, TestDocument, Domain]>([
    ["the greater of two", { left: { latest: [n, m] }, compare: ">=", right: { int: 2 } }, numbers],
    ["the smaller of two", { left: { smaller: [n, m] }, compare: ">=", right: { int: 2 } }, numbers],
    ["a figure by choice", { left: byKind, compare: ">=", right: { int: 2 } }, { ...kinds, ...numbers }],
  ])("%s, and perhaps what the others would decide", (_, document, domain) => {
    const policy = policyOf(domain, { tried: document });
    for (const { known, open } of applicantsOf(domain)) {
      const asked = relevantTo(policy, known, { unknown: open });
      const wanted = moversOf(policy, domain, known, open);
      expect(asked, JSON.stringify(known)).toEqual(expect.arrayContaining(wanted));
      expect(open).toEqual(expect.arrayContaining(asked));
    }
  });

  test("a count of others", () => {
    const domain: Domain = { ...bools, ...kinds, platform_type: ["enum:broad,narrow", ["broad", "narrow"]] };
    const policy = policyOf(domain, {
      a: { test: is("a"), line: true },
      b: { test: is("b"), line: true },
      kind: { test: outcome, line: true },
      count: { criteria_met: ["a", "b", "kind"], needed_by: "platform_type", needed: { broad: 3, narrow: 1 } },
    });
    for (const { known, open } of applicantsOf(domain)) {
      const wanted = moversOf(policy, domain, known, open);
      expect(relevantTo(policy, known, { unknown: open }).toSorted(), JSON.stringify(known)).toEqual(wanted.toSorted());
    }
  });
});

test("a span is asked for anew exactly while it decides nothing", () => {
  for (const compare of comparators) {
    const { relevant, status } = tried({ left: { fact: "n" }, compare, right: { int: 60 } }, { n: "int" });
    for (const [min, max] of [
      [50, 59],
      [50, 60],
      [50, 70],
      [60, 60],
      [60, 70],
      [61, 70],
    ] as const) {
      const span = { n: { min, max } };
      expect([compare, span, relevant(span)]).toEqual([compare, span, status(span) === "undetermined" ? ["n"] : []]);
    }
  }
});
