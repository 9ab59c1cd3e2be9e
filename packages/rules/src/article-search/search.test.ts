import { describe, expect, test } from "vitest";
import { smallDocument } from "../../testing/article-search.ts";
import { answerByArticle } from "./answer.ts";
import { indexArticles } from "./search.ts";

const material = (title: string) => ({ article: "第一条", title, todo: title, parts: [] });

/** The article that answers best. */
const bestOf = (articles: readonly string[], question: string, own: object = {}) =>
  indexArticles(smallDocument({ articles, ...own })).best(question)?.passage.label ?? null;

/** How much of a question its article covers. */
const coveredOf = (articles: readonly string[], question: string, own: object = {}) =>
  indexArticles(smallDocument({ articles, ...own })).best(question)?.covered;

/** What a pair says that stands in one, or in both, of two articles, and one that stands in none (Okapi BM25). */
const [inOne, inBoth, unheardOf] = [Math.log(2), Math.log(1.2), Math.log(6)];

describe("the article that answers best", () => {
  test("is the one that has the rarer words of the question, and the first of two alike", () => {
    expect(bestOf(["甲乙丁。", "甲乙丙。"], "甲乙丙")).toBe("第二条");
    expect(bestOf(["甲乙丙。", "甲乙丙。"], "甲乙丙")).toBe("第一条");
    expect(bestOf(["甲乙丙。"], "戊己")).toBeNull();
    expect(bestOf(["甲乙丙。"], "")).toBeNull();
  });

  test("has the words side by side: not across a mark, nor across what says nothing", () => {
    expect(bestOf(["甲，乙。"], "甲乙")).toBeNull();
    expect(bestOf(["甲乙。"], "甲，乙")).toBeNull();
    expect(bestOf(["甲乙。"], "甲吗乙", { article_search: { idle: ["吗"] } })).toBeNull();
  });

  test("says it in fewer words, unless it says it more often", () => {
    const long = "子丑寅卯辰巳午未申酉戌亥";
    expect(bestOf([`甲乙${long}`, "甲乙丙丁"], "甲乙")).toBe("第二条");
    expect(bestOf(["甲乙丙丁", `甲乙，甲乙${long}`], "甲乙")).toBe("第二条");
    expect(bestOf(["甲乙丙丁", `甲乙，甲乙${long}${long}${long}`], "甲乙")).toBe("第一条");
    // Said three times instead of twice adds less than a text of twice the length takes.
    expect(bestOf([`甲乙，甲乙，甲乙${long}${long}`, "甲乙，甲乙子丑寅卯"], "甲乙")).toBe("第二条");
  });
});

describe("how much of a question an article covers", () => {
  const articles = ["甲乙丙。", "甲乙丁。"];

  test("counts each character by the rarest of its words", () => {
    expect(coveredOf(articles, "甲乙丙")).toBe(1);
    const own = inBoth + inOne + inOne;
    expect(coveredOf(articles, "甲乙丙戊己")).toBeCloseTo(own / (own + 2 * unheardOf), 12);
  });

  test("counts against it what only another article says", () => {
    // Of 甲乙丙乙丁 the first has 甲乙 and 乙丙; 丙乙 nobody has; 乙丁 is the second's.
    const known = inBoth + inOne + inOne;
    expect(coveredOf(["甲乙丙甲乙丙。", "甲乙丁。"], "甲乙丙乙丁")).toBeCloseTo(known / (known + 2 * inOne), 12);
  });

  test("counts against it twice what is of another matter", () => {
    const own = inBoth + inOne + inOne;
    const beyond = { article_search: { beyond: ["食堂"] } };
    expect(coveredOf(articles, "甲乙丙食堂", beyond)).toBeCloseTo(own / (own + 2 * 2 * unheardOf), 12);
  });

  test("leaves out marks and what says nothing", () => {
    expect(coveredOf(articles, "甲乙丙吗？", { article_search: { idle: ["吗"] } })).toBe(1);
    const own = inBoth + inBoth;
    expect(coveredOf(articles, "甲乙，丙")).toBeCloseTo(own / (own + unheardOf), 12);
  });

  test("knows a figure that is part of a word", () => {
    const words = { article_search: { asked_as: [{ article: "第一条", words: ["5a级"] }] } };
    expect(coveredOf(["甲乙丙。"], "5A级", words)).toBe(1);
  });

  test("asks all items of the article together", () => {
    expect(coveredOf(["甲乙丙。\n（一）丁戊己庚。"], "丁戊己庚甲乙丙")).toBeGreaterThan(0.8);
    const [covered, apart] = [["甲乙丙。\n（一）丁戊。"], ["甲乙丙。", "丁戊。"]].map((each) =>
      coveredOf(each, "甲乙丙丁戊"),
    );
    expect(covered).toBe(1);
    expect(apart).toBeLessThan(1);
  });
});

describe("the explanations that come along", () => {
  const materials = ["丁戊己", "甲乙丙丁", "甲乙", "甲乙丙丁戊己"].map(material);
  const explained = (question: string) =>
    indexArticles(smallDocument({ articles: ["甲乙丙丁戊己。"], materials }))
      .best(question)
      ?.explanations.map(({ title }) => title);

  test("are about what is asked, the two that have most of it first", () => {
    expect(explained("甲乙丙丁戊己")).toEqual(["甲乙丙丁戊己", "甲乙丙丁"]);
  });

  test("are left out where they have little of it", () => {
    expect(explained("丙丁戊己")).toEqual(["甲乙丙丁戊己", "丁戊己"]);
    expect(explained("丁戊己")).toEqual(["丁戊己", "甲乙丙丁戊己"]);
    const few = smallDocument({ articles: ["甲乙丙丁戊己。"], materials: materials.slice(2, 3) });
    expect(indexArticles(few).best("甲乙丙丁戊己")?.explanations).toEqual([]);
  });

  test("are of its own article", () => {
    const other = smallDocument({ articles: ["甲乙丙。", "丁戊己。"], materials: [material("甲乙丙")] });
    expect(indexArticles(other).best("丁戊己")?.explanations).toEqual([]);
  });
});

test("a version is made searchable once, however often it is asked", () => {
  let read = 0;
  const document = smallDocument({ articles: ["甲乙丙。"] });
  const counted = new Proxy(document, {
    get: (of, name, receiver) => {
      if (name === "articles") read += 1;
      return Reflect.get(of, name, receiver);
    },
  });
  expect(answerByArticle(counted, "甲乙丙")?.words).toBe("甲乙丙。");
  const once = read;
  expect(answerByArticle(counted, "甲乙丙")?.words).toBe("甲乙丙。");
  expect(read).toBe(once);
});
