import { expect, test } from "vitest";
import { zhengzhouPolicy as policy } from "../../testing/policy.ts";
import { checkFacts } from "../facts/check-facts.ts";
import { assess } from "./assess.ts";

function adviceOn(criterion: string, facts: Record<string, unknown>): string | null | undefined {
  const checked = checkFacts(policy, facts, { intervals: true });
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return assess(policy, checked.facts, { asOf: "2026-06-10" }).criteria.find(({ id }) => id === criterion)?.advice;
}

test("how much is missing is said of an exact amount, and left to the exact amount where only a span is known", () => {
  const fact = "total_assets_prev_year_end_yuan";
  expect(adviceOn("art6_2_assets", { [fact]: "1400000" })).toContain("还差10万元");
  const ofSpan = adviceOn("art6_2_assets", { [fact]: { min: "0", max: "1499999.99" } });
  expect(ofSpan).toContain("还差多少要有准数才知道");
});

test("of a span of firms the least that is missing is said to be the least", () => {
  expect(adviceOn("art6_3_sme_count", { smes_served_prev_year: 52 })).toContain("还差8家");
  expect(adviceOn("art6_3_sme_count", { smes_served_prev_year: { min: 50, max: 55 } })).toContain("还差至少5家");
});
