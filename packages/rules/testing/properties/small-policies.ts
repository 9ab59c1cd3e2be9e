import fc from "fast-check";
import { judge } from "../../src/evaluate/judge.ts";
import { relevantFacts } from "../../src/evaluate/relevance.ts";
import type { Facts } from "../../src/facts/facts.ts";
import type { Policy } from "../../src/policy/policy.ts";
import type { Applicant } from "../drawing/applicant.ts";
import { anyTest, smallDomain } from "../drawing/tests.ts";
import { factsOf, smallPolicy } from "../small-policy.ts";
import { choiceOf, property, type RuleProperty } from "./property.ts";

const names = [...Object.keys(smallDomain), "platform_type"];
const valuesOf = (fact: string): readonly unknown[] => smallDomain[fact]?.values ?? ["broad", "narrow"];
const context = { asOf: "2026-06-10", round: null };

/** Three lines, one of them only where it is claimed, a count of them, and one criterion by itself. */
const drawnPolicy: fc.Arbitrary<Policy> = fc.tuple(anyTest, anyTest, anyTest, anyTest).map(([one, two, three, alone]) =>
  smallPolicy({
    facts: Object.fromEntries(Object.entries(smallDomain).map(([fact, { type }]) => [fact, type])),
    criteria: {
      one: { test: one, line: true },
      two: { test: two, line: true, claimed_if: { fact: "s", contains: ["y"] } },
      three: { test: three, line: true },
      count: { criteria_met: ["one", "two", "three"], needed_by: "platform_type", needed: { broad: 2, narrow: 1 } },
      alone,
    },
  }),
);

/** Every way to complete what is known. */
function* completions(known: Applicant, open: readonly string[]): Generator<Applicant> {
  const [fact, ...rest] = open;
  if (fact === undefined) {
    yield known;
    return;
  }
  for (const value of valuesOf(fact)) yield* completions({ ...known, [fact]: value }, rest);
}

const statusesOf = (policy: Policy, facts: Facts): readonly string[] => judge(policy, facts, context).statuses;

export const smallPolicyProperties: readonly RuleProperty[] = [
  property(
    "on any policy: what is decided stays so, and an irrelevant fact changes nothing, under every completion there is",
    1,
    [drawnPolicy, fc.tuple(...names.map((fact) => fc.constantFrom(...valuesOf(fact)))), choiceOf(names.length)],
    (policy, values, isKnown) => {
      const known = Object.fromEntries(names.map((fact, at) => [fact, values[at]]).filter((_, at) => isKnown(at)));
      const open = names.filter((_, at) => !isKnown(at));
      const facts = factsOf(policy, known, { unknown: open });
      const present = statusesOf(policy, facts);
      const relevant = new Set(relevantFacts(policy, facts, context));
      const irrelevant = open.filter((fact) => !relevant.has(fact));
      const byRelevant = new Map<string, string>();
      const described = (): string =>
        `Known: ${JSON.stringify(known)}. ${policy.document.criteria.map(({ id, test }) => `${id}: ${JSON.stringify(test)}`).join("; ")}`;
      for (const whole of completions(known, open)) {
        const found = statusesOf(policy, factsOf(policy, whole));
        for (const [at, status] of present.entries()) {
          if (status !== "undetermined" && status !== found[at])
            throw new Error(`criterion ${at}: ${status}, then ${found[at]}. ${described()}`);
        }
        const key = open
          .filter((fact) => relevant.has(fact))
          .map((fact) => JSON.stringify(whole[fact]))
          .join();
        const before = byRelevant.get(key);
        if (before !== undefined && before !== found.join()) {
          throw new Error(`one of ${irrelevant.join()} made ${found.join()} of ${before}. ${described()}`);
        }
        byRelevant.set(key, found.join());
      }
    },
  ),
];
