import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { compareSatisfaction, measureSatisfaction, surveyMethods, surveyRatings } from "./satisfaction.ts";

const claimed = (satisfied: number, dissatisfied: number, listed: number) => ({ satisfied, dissatisfied, listed });
const all = claimed(60, 0, 60);

test("the form of annex 1 takes ratings and methods as the survey records them", () => {
  const { lists, sections } = zhengzhouPolicy.forms;
  const values = (options: readonly { value: string }[] = []) => options.map(({ value }) => value);
  expect(values(lists.get("sampled")?.columnsById.get("rating")?.options)).toEqual(surveyRatings);
  expect(values(sections.get("survey")?.fieldsById.get("survey_methods")?.options)).toEqual(surveyMethods);
});

test("without an answer there is no figure, and nothing to explain whatever is claimed", () => {
  const nothing = { isBelowLine: false, crossesLine: false };
  for (const list of [all, claimed(0, 60, 60)])
    expect(compareSatisfaction({ satisfied: 0, completed: 0 }, list, "0.9")).toEqual(nothing);
});

describe("the measured satisfaction", () => {
  test("counts 很满意 and 基本满意", () => {
    expect(measureSatisfaction(["very_satisfied", "basically_satisfied", "dissatisfied"])).toEqual({
      satisfied: 2,
      completed: 3,
    });
  });

  test.each([
    [9, 10, false],
    [8, 10, true],
    // 89.95% is printed as 90.0% and is below all the same.
    [1_799, 2_000, true],
    [1_800, 2_000, false],
    [0, 0, false],
  ])("of %i out of %i is below the line: %s", (satisfied, completed, isBelowLine) => {
    expect(compareSatisfaction({ satisfied, completed }, all, "0.9").isBelowLine).toBe(isBelowLine);
  });

  test.each([
    ["both reach it", 10, all, false],
    ["claimed reaches it, measured does not", 8, all, true],
    ["measured reaches it, claimed does not", 10, claimed(50, 10, 60), true],
    ["neither reaches it", 8, claimed(50, 10, 60), false],
    ["unrated ones leave the claimed one open", 10, claimed(50, 0, 60), false],
    ["unrated ones leave the claimed one open", 8, claimed(50, 0, 60), false],
    ["nobody is listed", 10, claimed(0, 0, 0), false],
    ["nobody is listed", 8, claimed(0, 0, 0), false],
    ["nobody is listed, although some are called satisfied", 8, claimed(5, 5, 0), false],
    ["nobody is listed, although some are called dissatisfied", 10, claimed(0, 5, 0), false],
  ])("crosses the line where %s (%i of 10): %o", (_, satisfied, list, crossesLine) => {
    expect(compareSatisfaction({ satisfied, completed: 10 }, list, "0.9").crossesLine).toBe(crossesLine);
  });
});
