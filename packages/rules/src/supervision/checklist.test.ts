import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { hearingFindings } from "../lifecycle/supervision/inspections.ts";
import { type ChecklistAnswer, itemsOfKind, openItemsOf } from "./checklist.ts";

const { document } = zhengzhouPolicy;
const { checklist } = document.supervision;
const articles = new Set(document.articles.map(({ label }) => label));

describe("the checklist", () => {
  test("looks at everything that the law names, item by item, each with an article of the law", () => {
    const subjects = checklist.subjects.map(({ id }) => id);
    for (const kind of ["periodic_inspection", "spot_check", "appraisal"] as const) {
      const items = itemsOfKind(checklist, kind);
      expect(new Set(items.map(({ subject }) => subject))).toEqual(new Set(subjects));
    }
    for (const { article, subject } of checklist.items) {
      expect(articles).toContain(article.replace(/（.*$/u, ""));
      expect(subjects).toContain(subject);
    }
    expect(new Set(checklist.items.map(({ id }) => id)).size).toBe(checklist.items.length);
  });

  test("is done when every item of the kind has its rating, and its remark where the rating asks for one", () => {
    const items = itemsOfKind(checklist, "spot_check");
    const all = (answer: ChecklistAnswer) => new Map(items.map(({ id }) => [id, answer]));
    expect(openItemsOf(checklist, "spot_check", new Map())).toEqual(items);
    expect(openItemsOf(checklist, "spot_check", all({ rating: "good", remark: "" }))).toEqual([]);
    expect(openItemsOf(checklist, "spot_check", all({ rating: "poor", remark: "" }))).toEqual(items);
    expect(openItemsOf(checklist, "spot_check", all({ rating: "poor", remark: "台账缺三月" }))).toEqual([]);
    const reporting = checklist.items.find(({ id }) => id === "quality_reporting");
    expect(items).not.toContain(reporting);
    expect(openItemsOf(checklist, "appraisal", all({ rating: "good", remark: "" }))).toEqual([reporting]);
  });
});

test("the letter on every result but passed says what it means and what it does not mean, for each kind that has it", () => {
  const { check_letters: letters } = document.supervision;
  const fitting = (kind: string, result: string) =>
    letters.filter(
      ({ kinds, results }) => (kinds as string[]).includes(kind) && (results as string[]).includes(result),
    );
  for (const [kind, result] of [
    ["periodic_inspection", "failed"],
    ["spot_check", "failed"],
    ["appraisal", "failed"],
    ["appraisal", "absent"],
    ["appraisal", "falsified"],
  ] as const) {
    const said = fitting(kind, result).filter(({ if_rectification: isConditional }) => !isConditional);
    expect(said.flatMap(({ means }) => means).length, `${kind} ${result}`).toBeGreaterThan(0);
    expect(said.flatMap((each) => each.does_not_mean).join("")).toContain("不是取消资格");
  }
});

test("the letter on every finding of a hearing says what it means", () => {
  const { hearing_letters: letters } = document.supervision;
  for (const finding of hearingFindings) {
    const said = letters.filter(({ findings }) => findings.includes(finding));
    expect(said.flatMap(({ means }) => means).length, finding).toBeGreaterThan(0);
  }
});
