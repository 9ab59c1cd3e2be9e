import { describe, expect, test } from "vitest";
import { smallDocument } from "../../testing/article-search.ts";
import { labelsIn, passagesOf } from "./passages.ts";

describe("labels as the policy writes them", () => {
  test.each([
    ["第十二条", ["第十二条"]],
    ["第六条（三）", ["第六条（三）"]],
    ["第七条（二）、（四）", ["第七条（二）", "第七条（四）"]],
    ["第九条（十四）", ["第九条（十四）"]],
    ["《办法》第九条", [""]],
  ])("%s", (text, labels) => {
    expect(labelsIn(text)).toEqual(labels);
  });
});

describe("the passages of a policy", () => {
  const document = smallDocument({
    articles: ["总的规定。", "应当符合：\n（一）有场地。\n（十二） 有人员。"],
    criteria: [{ article: "第二条（一）", title: "场地", short: "有固定的场地" }],
    materials: [
      {
        article: "第二条（十二）",
        title: "名册",
        todo: "附名册",
        parts: [{ title: "社保", todo: "附社保证明" }],
      },
    ],
    settings: [{ article: "第一条", title: "怎样算" }],
    readings: [{ article: "第一条", title: "读法" }],
    parameters: [{ article: "第一条", title: "期限" }],
    obligations: [{ article: "第二条", title: "报送" }],
    rules: [{ article: "第二条", title: "提醒" }],
    facts: [{ article: "2(1)", label: "面积", aliases: ["多大", "几平米"] }],
    article_search: { asked_as: [{ article: "第二条（一）、（十二）", words: ["办公室", "员工"] }] },
  });

  test("are its items, and the whole article where it has none or before them", () => {
    expect(passagesOf(document).map(({ articleId, label, text }) => [articleId, label, text])).toEqual([
      ["1", "第一条", "总的规定。"],
      ["2", "第二条", "应当符合：\n（一）有场地。\n（十二） 有人员。"],
      ["2", "第二条（一）", "有场地。"],
      ["2", "第二条（十二）", "有人员。"],
    ]);
  });

  test("are found by their words, by whatever the policy says of them, and by how people ask", () => {
    expect(Object.fromEntries(passagesOf(document).map(({ label, said }) => [label, said]))).toEqual({
      第一条: ["总的规定。", "怎样算", "读法", "期限"],
      第二条: ["应当符合：", "报送", "提醒"],
      "第二条（一）": ["有场地。", "场地。有固定的场地", "面积。多大。几平米", "办公室", "员工"],
      "第二条（十二）": ["有人员。", "名册。附名册。社保。附社保证明", "办公室", "员工"],
    });
  });
});
