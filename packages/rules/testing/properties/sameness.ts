import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { assessmentSchema } from "../../src/assessment/schema.ts";
import { assess } from "../../src/evaluate/assess.ts";
import { judge } from "../../src/evaluate/judge.ts";
import { relevantFacts } from "../../src/evaluate/relevance.ts";
import { type Applicant, completeApplicant, contradictoryApplicant } from "../applicants.ts";
import { zhengzhouPolicy } from "../policy.ts";
import { accept, context, factIds, reveal } from "./evaluation.ts";
import { choiceOf, property, type RuleProperty } from "./property.ts";

const anyApplicant: fc.Arbitrary<Applicant> = fc.oneof(
  { weight: 3, arbitrary: completeApplicant() },
  { weight: 1, arbitrary: contradictoryApplicant().map(({ facts }) => facts) },
);

function reorder(facts: Applicant, draws: readonly number[]): Applicant {
  return Object.fromEntries(
    Object.entries(facts)
      .map((entry, index) => ({ entry, draw: draws[index % draws.length] as number }))
      .sort((left, right) => left.draw - right.draw)
      .map(({ entry }) => entry),
  );
}

export const samenessProperties: readonly RuleProperty[] = [
  property(
    "the order in which facts are given does not matter",
    2,
    [anyApplicant, fc.array(fc.nat(999), { minLength: 40, maxLength: 120 })],
    (facts, draws) => {
      const given = assess(zhengzhouPolicy, accept(facts), context);
      const reordered = assess(zhengzhouPolicy, accept(reorder(facts, draws)), context);
      if (!isDeepStrictEqual(given, reordered)) throw new Error("another order, another assessment");
    },
  ),
  property(
    "an applicant assessed between others gets the same as alone, and the facts stay as they were",
    2,
    [anyApplicant, anyApplicant],
    (first, second) => {
      const facts = accept(first);
      const alone = assess(zhengzhouPolicy, facts, context);
      assess(zhengzhouPolicy, accept(second), context);
      relevantFacts(zhengzhouPolicy, facts, context);
      judge(zhengzhouPolicy, facts, context);
      if (!isDeepStrictEqual(assess(zhengzhouPolicy, facts, context), alone)) throw new Error("changed in between");
      if (!isDeepStrictEqual(facts, accept(first))) throw new Error("the facts were changed");
    },
  ),
  property(
    "the fast judgement and the whole assessment agree; the verdict follows from the statuses; the shape is as published",
    4,
    [anyApplicant, choiceOf(factIds.length)],
    (whole, isKnown) => {
      const facts = reveal(whole, (_, position) => isKnown(position));
      const assessment = assess(zhengzhouPolicy, facts, context);
      const judgement = judge(zhengzhouPolicy, facts, context);
      const statuses = assessment.criteria.map((criterion) => criterion.status);
      if (judgement.verdict !== assessment.verdict || String(judgement.statuses) !== String(statuses)) {
        throw new Error("judge and assess disagree");
      }
      const deciding = assessment.criteria.filter(({ id }) => !/^art7_(info|tech|startup|training)$/.test(id));
      const wanted = deciding.some(({ status }) => status === "not_met")
        ? "not_met"
        : deciding.some(({ status }) => status === "undetermined")
          ? "undetermined"
          : "met_pending_review";
      if (assessment.verdict !== wanted) throw new Error(`verdict ${assessment.verdict}, wanted ${wanted}`);
      for (const { id, status, reason } of assessment.criteria) {
        if ((status === "undetermined") !== (reason !== null)) throw new Error(`${id}: ${status} with ${reason}`);
      }
      assessmentSchema.parse(assessment);
    },
  ),
  property("an alternative shows what the other platform type would give", 2, [anyApplicant], (facts) => {
    for (const { platformType, verdict } of assess(zhengzhouPolicy, accept(facts), context).alternatives) {
      const other = judge(zhengzhouPolicy, accept({ ...facts, platform_type: platformType }), context);
      if (platformType === facts.platform_type || other.verdict !== verdict) {
        throw new Error(`${platformType}: ${verdict}, in full ${other.verdict}`);
      }
    }
  }),
];
