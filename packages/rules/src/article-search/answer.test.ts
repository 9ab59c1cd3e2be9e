import { describe, expect, test } from "vitest";
import { shippedPolicies } from "../../policies/index.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import { answerByArticle } from "./answer.ts";
import { explanationsOf } from "./explanations.ts";
import { passagesOf } from "./passages.ts";
import { noArticleSearch } from "./schema.ts";

const document = shippedPolicies[0] as PolicyDocument;

describe("a question is answered with the article that governs it", () => {
  test.each([
    ["牌子过期了怎么办", "第十四条"],
    ["报名要交哪些资料", "第九条"],
    ["执照要不要复印件", "第九条（二）"],
    ["服务过的客户要有多少家", "第六条（三）"],
    ["培训班一年要办多少人次", "第七条（四）"],
    ["这个办法谁说了算，由谁解释", "第十七条"],
    ["哪天起施行", "第十八条"],
  ])("%s: %s", (question, article) => {
    expect(answerByArticle(document, question)?.article).toBe(article);
  });

  test("in the law's own words, whatever the question", () => {
    for (const { label, said } of passagesOf(document)) {
      const answer = answerByArticle(document, said[0] as string);
      const article = document.articles.find(({ id }) => id === answer?.articleId);
      expect(article?.text, label).toContain(answer?.words);
      expect(answer?.article.startsWith(article?.label as string), label).toBe(true);
    }
  });

  test("every item of every article can be found by its own words", () => {
    for (const { label, text, said } of passagesOf(document)) {
      // What stands before the items is answered with the whole article.
      if (text !== said[0]) continue;
      expect(answerByArticle(document, text)?.article, label).toBe(label);
    }
  });

  test("the same question gets the same answer, however it is written", () => {
    const answer = answerByArticle(document, "ICP备案要交吗？");
    expect(answer?.article).toBe("第九条（五）");
    expect(answerByArticle(document, "ｉｃｐ 备案要交吗")).toEqual(answer);
  });
});

describe("nothing is made up", () => {
  test.each([
    "",
    "？",
    "怎么办",
    "1234",
    "贷款利率是多少",
    "食堂几点开饭",
    "hello",
    "公司怎么注销",
    "证书能抵押贷款吗",
  ])("%s: no article", (question) => {
    expect(answerByArticle(document, question)).toBeNull();
  });

  test("a version without words of its own names an article only to who uses the law's", () => {
    const bare = { ...document, article_search: noArticleSearch };
    expect(answerByArticle(bare, "由市工信局负责解释")?.article).toBe("第十七条");
    expect(answerByArticle(bare, "由市工信局负责解释，地铁几号线")).toBeNull();
  });
});

describe("what the policy adds", () => {
  const kindsOf = (question: string) => answerByArticle(document, question)?.explanations.map(({ kind }) => kind);

  test("a reading of the law, where the question is about it", () => {
    expect(kindsOf("学历和职称都要有吗")).toContain("reading");
    expect(kindsOf("场地是租的可以吗")).not.toContain("reading");
  });

  test("the paper that shows it", () => {
    expect(kindsOf("信用报告哪个月下载的有效")).toEqual(["material"]);
  });

  test("is whole: nothing in it is left to fill in", () => {
    for (const [, { title, text }] of explanationsOf(document)) {
      expect(text.length, title).toBeGreaterThan(5);
      expect(title + text).not.toMatch(/[{}]/);
    }
  });
});

describe("the words in which people ask", () => {
  const { same, asked_as, idle, beyond } = document.article_search;

  test("belong to passages that there are, each named once", () => {
    const labels = passagesOf(document).map(({ label }) => label);
    const named = asked_as.map(({ article }) => article);
    expect(new Set(named).size).toBe(named.length);
    for (const article of named) expect(labels).toContain(article);
  });

  test("are each of one kind", () => {
    const also = same.flatMap((each) => each.also);
    const all = [...new Set(asked_as.flatMap(({ words }) => words)), ...idle, ...beyond];
    expect(new Set(also).size).toBe(also.length);
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  });

  test("of other matters are none of the law's", () => {
    const law = document.articles.map(({ text }) => text).join("");
    expect(beyond.filter((word) => law.includes(word))).toEqual([]);
  });
});
