import { expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { spellArticles } from "./articles.ts";

test.each([
  ["6(1),9(14)", "第六条（一）、第九条（十四）"],
  ["5, 7", "第五条、第七条"],
  ["9(10)", "第九条（十）"],
  ["9(5), 附件2 ", "第九条（五）、附件2"],
  ["6(3),6(6),9(7),9(8),9(9)", "第六条（三）、第六条（六）、第九条（七）、第九条（八）、第九条（九）"],
  ["6(20),6(39)", "第六条（二十）、第六条（三十九）"],
  ["6(2)交叉", "第六条（二）"],
  ["6(1),6(1)", "第六条（一）"],
  ["99(1)", "99(1)"],
  ["6(21)", "第六条（二十一）"],
])("%s is %s", (articles, spelled) => {
  expect(spellArticles(articles, zhengzhouPolicy.document)).toBe(spelled);
});

test("every field of the supplement cites its article in words", () => {
  for (const { id, article } of zhengzhouPolicy.forms.sections.get("supplement")?.fields ?? []) {
    expect([id, article]).toEqual([id, expect.stringMatching(/^(第[一二三四五六七八九十]+条|附件)/)]);
  }
});
