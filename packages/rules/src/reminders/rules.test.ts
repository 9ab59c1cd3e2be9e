import { describe, expect, it } from "vitest";
import { shippedPolicies } from "../../policies/index.ts";
import { reminderSubjects } from "./subjects.ts";

describe.each(shippedPolicies.map((document) => [`${document.id}@${document.version}`, document] as const))(
  "the reminders of %s",
  (_, { reminders, articles }) => {
    it("have one rule for each subject", () => {
      expect(reminders.rules.map(({ subject }) => subject).toSorted()).toEqual([...reminderSubjects].toSorted());
    });

    it("speak to nobody twice about one thing, and rest on an article of the law", () => {
      const spelt = articles.map(({ label }) => label);
      for (const { subject, messages, article } of reminders.rules) {
        const audiences = messages.map(({ audience }) => audience);
        expect(new Set(audiences).size, subject).toBe(audiences.length);
        expect(
          spelt.some((each) => article.startsWith(each)),
          `${subject}: ${article}`,
        ).toBe(true);
      }
    });

    it("cite no article in their words that the law has not", () => {
      const spelt = articles.map(({ label }) => label);
      for (const { subject, messages } of reminders.rules) {
        const cited = messages.flatMap(({ lines }) => lines.join("").match(/第[一二三四五六七八九十]+条/g) ?? []);
        for (const each of cited) expect(spelt, subject).toContain(each);
      }
    });
  },
);
