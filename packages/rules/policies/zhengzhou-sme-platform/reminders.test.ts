import { expect, test } from "vitest";
import { namesInMessage } from "../../src/reminders/compose.ts";
import { resultEvents } from "../../src/reminders/subjects.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";

const { reminders, articles, facts } = zhengzhouPolicy.document;
const { rules, results, papers, papers_of_month } = reminders;

test("each event of a case has its words once, and they cite no article that the law has not", () => {
  expect(results.map(({ event }) => event).toSorted()).toEqual([...resultEvents].toSorted());
  const known = new Set(articles.map(({ label }) => label));
  const cited = results.flatMap(({ explanation }) => explanation.join("").match(/第[一二三四五六七八九十]+条/gu) ?? []);
  expect(cited.length).toBeGreaterThan(0);
  expect(cited.filter((article) => !known.has(article))).toEqual([]);
});

test("what is hard has words that name its day or how many are left", () => {
  for (const { subject, messages } of rules.filter((rule) => rule.is_hard)) {
    for (const message of messages) {
      const names = namesInMessage(message);
      expect([subject, names.includes("due") || names.includes("left")]).toEqual([subject, true]);
    }
  }
});

test("papers are facts of the form that are days", () => {
  for (const fact of [...papers.map((paper) => paper.fact), ...papers_of_month.facts]) {
    expect([fact, facts.find(({ id }) => id === fact)?.type]).toEqual([fact, "date"]);
  }
});
