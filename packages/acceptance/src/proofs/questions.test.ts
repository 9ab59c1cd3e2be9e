import { indexArticles } from "@shifan/rules";
import { zhengzhouPolicy } from "@shifan/rules/testing";
import { describe, expect, test } from "vitest";
import { chooseLimit, countHits, leaveOneOut } from "./questions/validate.ts";
import { halves, proveQuestions, type QuestionFindings, readQuestions, tryQuestions } from "./questions.ts";

const { document } = zhengzhouPolicy;
const tried = tryQuestions(readQuestions("first"), indexArticles(document));
const nobody = () => {};
const looked = { at: "2026-11-27T08:00:00.000Z", commit: "b" };

test("ninety questions have an article that there is, thirty have none, half of them each", () => {
  const articles = new Set(document.articles.map(({ id }) => `art${id}`));
  for (const half of halves) {
    const asked = readQuestions(half).map(({ article }) => article);
    expect(asked.filter((article) => article !== null && articles.has(article))).toHaveLength(45);
    expect(asked.filter((article) => article === null)).toHaveLength(15);
  }
});

describe("the first half", () => {
  test("gets the right article first, or 不知道, each under the limit that the others give", () => {
    const { right, answerable, unknown, unanswerable } = leaveOneOut(tried);
    expect(right / answerable).toBeGreaterThanOrEqual(0.85);
    expect(unknown / unanswerable).toBeGreaterThanOrEqual(0.9);
  });

  test("gives the limit of the policy", () => {
    expect(Number(document.article_search.least_covered)).toBeCloseTo(chooseLimit(tried), 1);
  });
});

describe("the second half", () => {
  const seen: QuestionFindings = {
    ...proveQuestions(["first"], null, looked, nobody),
    second: {
      right: 1,
      answerable: 2,
      unknown: 1,
      unanswerable: 1,
      missed: [],
      looked: { at: "2026-11-26T08:00:00.000Z", commit: "a" },
    },
  };

  test("is left alone unless it is asked for", () => {
    expect(proveQuestions(["first"], null, looked, nobody).second).toBeNull();
  });

  test("is looked at once: what is on record stays", () => {
    expect(proveQuestions([], seen, looked, nobody).second).toBe(seen.second);
    expect(() => proveQuestions(["second"], seen, looked, nobody)).toThrow(/was looked at on 2026-11-26/);
  });
});

describe("a limit", () => {
  const found = (article: string | null, covered: number) => ({ article, found: "art1", covered });

  test("lies between what must be answered and what must not", () => {
    expect(chooseLimit([found("art1", 0.8), found("art1", 0.6), found(null, 0.4), found(null, 0.1)])).toBe(0.5);
  });

  test("counts another article than the right one as missed, however well it covers the question", () => {
    expect(countHits([{ article: "art2", found: "art1", covered: 1 }, found("art1", 1)], 0.5)).toEqual({
      right: 1,
      answerable: 2,
      unknown: 0,
      unanswerable: 0,
    });
  });

  test("under which a question is judged is not of its own making", () => {
    // The one that is covered least is missed: without it the limit is higher.
    expect(leaveOneOut([found("art1", 0.9), found("art1", 0.3), found(null, 0.2)]).right).toBe(1);
  });
});
