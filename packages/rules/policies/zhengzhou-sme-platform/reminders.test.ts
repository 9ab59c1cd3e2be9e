import { expect, test } from "vitest";
import { namesInMessage } from "../../src/reminders/compose.ts";
import { reminderAudiences, reminderSubjects, resultEvents } from "../../src/reminders/subjects.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";

const { reminders, articles, facts } = zhengzhouPolicy.document;
const { rules, results, papers, papers_of_month } = reminders;

test("each subject has one rule, and each event of a case its words once", () => {
  expect(rules.map(({ subject }) => subject).toSorted()).toEqual([...reminderSubjects].toSorted());
  expect(results.map(({ event }) => event).toSorted()).toEqual([...resultEvents].toSorted());
});

test("no reader has words twice for one subject", () => {
  for (const { subject, messages } of rules) {
    for (const audience of reminderAudiences) {
      const own = messages.filter((message) => message.audience === audience);
      expect([subject, audience, own.length <= 1]).toEqual([subject, audience, true]);
    }
  }
});

test("what is hard has words that name its day or how many are left", () => {
  for (const { subject, is_hard, messages } of rules.filter((rule) => rule.is_hard)) {
    for (const message of messages) {
      const names = namesInMessage(message);
      expect([subject, is_hard, names.includes("due") || names.includes("left")]).toEqual([subject, true, true]);
    }
  }
});

test("every article that words cite is one of the regulation or of its annexes", () => {
  const known = new Set(articles.map(({ label }) => label));
  const texts = [
    ...rules.flatMap(({ messages }) => messages.flatMap(({ heading, lines }) => [heading, ...lines])),
    ...results.flatMap(({ result, explanation }) => [result, ...explanation]),
  ];
  const cited = texts.flatMap((text) =>
    [...text.matchAll(/第[一二三四五六七八九十]+条/gu)].map(([article]) => article),
  );
  expect(cited.length).toBeGreaterThan(0);
  expect([...new Set(cited)].filter((article) => !known.has(article))).toEqual([]);
});

test("papers are facts of the form that are days", () => {
  for (const fact of [...papers.map((paper) => paper.fact), ...papers_of_month.facts])
    expect(facts.find(({ id }) => id === fact)?.type).toBe("date");
});
