import { describe, expect, test } from "vitest";
import { metAssessment, notMetAssessment, undeterminedAssessment } from "../../testing/assessments.ts";
import { policy } from "../../testing/policy.ts";
import { groupsOf, unmetCount } from "./groups.ts";

const shape = (groups: ReturnType<typeof groupsOf>) =>
  Object.fromEntries(groups.map((group) => [group.key, group.criteria.map((criterion) => criterion.id)]));

describe("criteria are grouped by what there is to do", () => {
  test("every criterion stands in exactly one group", () => {
    for (const assessment of [metAssessment(), notMetAssessment(), undeterminedAssessment()]) {
      const ids = groupsOf(assessment, policy()).flatMap((group) => group.criteria.map((criterion) => criterion.id));
      expect(ids.sort()).toEqual(assessment.criteria.map((criterion) => criterion.id).sort());
    }
  });

  test("an open one goes to whoever can settle it", () => {
    expect(shape(groupsOf(undeterminedAssessment(), policy()))).toMatchObject({
      supplement: ["art6_2_assets", "art6_3_satisfaction"],
      officer: ["art6_2_sound_operation"],
      reading: ["art7_count"],
    });
  });

  test("a line of the policy is never counted as unmet by itself", () => {
    const groups = groupsOf(notMetAssessment(), policy());
    expect(shape(groups).not_met).toEqual(["art6_1_two_years", "art6_3_sme_count", "art6_6_staff_ratio"]);
    expect(unmetCount(groups)).toBe(3);
    expect(unmetCount(groupsOf(metAssessment(), policy()))).toBe(0);
  });

  test("empty groups are not shown", () => {
    expect(groupsOf(metAssessment(), policy()).map((group) => group.key)).toEqual(["met", "lines"]);
  });
});
