import { assess } from "../../src/evaluate/assess.ts";
import { completeApplicant, contradictoryApplicant } from "../applicants.ts";
import { zhengzhouPolicy } from "../policy.ts";
import { accept, context, factIds, outcomeOf, reveal } from "./evaluation.ts";
import { choiceOf, property, type RuleProperty } from "./property.ts";

/** "smes_served_two_years_before unknown → not tested": its absence is a statement as long as nothing is known of it. */
const notTestedWhileUnknown = "smes_served_two_years_before";
const criteria = zhengzhouPolicy.document.criteria.map((criterion) => criterion.id);

export const stabilityProperties: readonly RuleProperty[] = [
  property(
    "a met or not_met criterion and a final verdict keep their status under every consistent completion",
    8,
    [completeApplicant(), choiceOf(factIds.length)],
    (whole, isKnown) => {
      const part = outcomeOf(
        reveal(whole, (fact, position) => fact === notTestedWhileUnknown || isKnown(position)),
      ).statuses;
      const final = outcomeOf(accept(whole)).statuses;
      for (const id of [...criteria, "verdict"]) {
        if (part[id] !== "undetermined" && part[id] !== final[id]) {
          throw new Error(`${id} was ${part[id]} and became ${final[id]}`);
        }
      }
    },
  ),
  property(
    "the number served two years before can only turn met growth into one for an officer to judge",
    4,
    [completeApplicant(), choiceOf(factIds.length)],
    (whole, isKnown) => {
      const without = outcomeOf(
        reveal(whole, (fact, position) => fact !== notTestedWhileUnknown && isKnown(position)),
      ).statuses;
      const withIt = outcomeOf(
        reveal(whole, (fact, position) => fact === notTestedWhileUnknown || isKnown(position)),
      ).statuses;
      for (const id of criteria) {
        const allowed = id === "art6_3_growth" && without[id] === "met" && withIt[id] === "undetermined";
        if (without[id] !== withIt[id] && !allowed) throw new Error(`${id}: ${without[id]} became ${withIt[id]}`);
      }
    },
  ),
  property(
    "a contradiction opens every criterion that uses one of its facts, names the facts, and decides no other",
    4,
    [contradictoryApplicant()],
    ({ facts, code }) => {
      const assessment = assess(zhengzhouPolicy, accept(facts), context);
      const contradiction = zhengzhouPolicy.contradictions.find((each) => each.code === code);
      const warning = assessment.warnings.find((each) => each.code === code);
      if (!contradiction || String(warning?.params.facts) !== String(contradiction.facts)) {
        throw new Error(`no warning ${code} that names its facts`);
      }
      for (const [index, result] of assessment.criteria.entries()) {
        const criterion = zhengzhouPolicy.criteria[index];
        const uses = contradiction.indexes.some((fact) => criterion?.test.uses.has(fact));
        const outside = criterion?.document.line && result.status === "not_met";
        if (uses && !outside && (result.status !== "undetermined" || result.reason !== "contradictory")) {
          throw new Error(`${result.id} is ${result.status} (${result.reason}) in spite of ${code}`);
        }
      }
    },
  ),
];
