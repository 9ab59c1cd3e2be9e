import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { fullMarks, missingScores, type Scores, spreadOf, totalOf } from "./score-sheet.ts";

const sheet = zhengzhouPolicy.document.score_sheet;
const scores = (points: number | null, opinion = "同意"): Scores => ({
  items: Object.fromEntries(sheet.items.map(({ id }) => [id, { points, comment: "" }])),
  directions: {},
  opinion,
});

describe("the score sheet of the policy", () => {
  test("gives a hundred points and has anchors from the highest to nothing", () => {
    expect(fullMarks(sheet)).toBe(100);
    for (const { anchors, most } of sheet.items) {
      const from = anchors.map((anchor) => anchor.from);
      expect(from).toEqual(from.toSorted((left, right) => right - left));
      expect(from[0]).toBeLessThan(most);
      expect(from.at(-1)).toBe(0);
    }
  });

  test("covers every item that the assessment leaves to experts, and the six directions of Art. 8", () => {
    const judged = sheet.items.flatMap(({ expert_item }) => expert_item ?? []);
    expect(judged.toSorted()).toEqual(zhengzhouPolicy.document.expert.map(({ id }) => id).toSorted());
    expect(sheet.directions).toHaveLength(6);
    const article = zhengzhouPolicy.document.articles.find(({ id }) => id === "8");
    for (const { title } of sheet.directions) expect(article?.text).toContain(title);
  });

  test("is complete with points for each item and an opinion", () => {
    expect(missingScores(sheet, scores(5))).toEqual([]);
    expect(missingScores(sheet, scores(0))).toEqual([]);
    expect(missingScores(sheet, scores(5, " "))).toEqual(["/opinion"]);
    expect(missingScores(sheet, scores(null))).toEqual(sheet.items.map(({ id }) => `/items/${id}/points`));
    expect(missingScores(sheet, { items: {}, directions: {}, opinion: "" })).toHaveLength(sheet.items.length + 1);
  });

  test("adds up points, and tells the spread of several totals", () => {
    expect(totalOf(sheet, scores(5))).toBe(5 * sheet.items.length);
    expect(totalOf(sheet, { items: {}, directions: {}, opinion: "" })).toBe(0);
    expect(spreadOf([80, 61, 75])).toBe(19);
    expect(spreadOf([61, 80])).toBe(19);
    expect(spreadOf([80])).toBe(0);
    expect(spreadOf([])).toBe(0);
  });
});
