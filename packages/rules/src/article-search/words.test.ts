import { describe, expect, test } from "vitest";
import { noArticleSearch } from "./schema.ts";
import { prepareWords } from "./words.ts";

const words = prepareWords({
  ...noArticleSearch,
  same: [{ word: "市工信局", also: ["工信局", "市局"] }],
  asked_as: [{ article: "第十四条", words: ["证书到期", "四条", "一次性", "三百万", "半"] }],
  idle: ["能", "怎么", "到", "吗", "一下", "几十"],
  beyond: ["食堂"],
});

/** What a question says, other matters in brackets, what says nothing as dots. */
function read(question: string, ...known: string[]): string {
  const { text, standings } = words.read(question, (pair) => known.includes(pair));
  return [...text]
    .map(
      (character, at) => ({ said: character, beyond: `[${character}]`, idle: ".", gap: " " })[standings[at] ?? "gap"],
    )
    .join("");
}

describe("one word for each thing", () => {
  test.each([
    ["工信局", "市工信局"],
    ["市局和工信局", "市工信局和市工信局"],
    ["市工信局", "市工信局"],
    ["ＩＣＰ备案", "icp备案"],
  ])("%s is read as %s", (text, expected) => {
    expect(words.rewrite(text)).toBe(expected);
  });
});

describe("what a question says", () => {
  test.each([
    ["怎么申报吗", "..申报."],
    ["证书到期怎么申报", "证书到期..申报"],
    ["食堂在哪", "[食][堂]在哪"],
    ["资产一百四十八万，148万", "资产...... ...."],
  ])("%s: %s", (question, expected) => {
    expect(read(question)).toBe(expected);
  });

  test.each([
    ["十四条", "..条"],
    ["一次性", "一次性"],
    ["三百万", "三百万"],
    ["一下", ".."],
    ["几十一次性", "...次性"],
    ["半", "."],
  ])("a figure is read whole, and is none in a word: %s", (question, expected) => {
    expect(read(question)).toBe(expected);
  });

  test("each character stands in one way, up to the last", () => {
    for (const question of ["", "怎么", "申报，", "148万"]) {
      const { text, standings } = words.read(question, () => false);
      expect(standings).toHaveLength(text.length);
      expect(standings.every((standing) => standing !== undefined)).toBe(true);
    }
  });

  test("a character that says nothing by itself does so in a word of the policy", () => {
    expect(read("能报")).toBe(".报");
    expect(read("能力")).toBe(".力");
    expect(read("能力", "能力")).toBe("能力");
    expect(read("申报能力", "能力")).toBe("申报能力");
    expect(read("技能", "技能")).toBe("技能");
    expect(read("有技能吗", "技能")).toBe("有技能.");
    expect(read("能到", "能到")).toBe("能到");
  });

  test("no other word that says nothing becomes one, nor does a word of another matter", () => {
    expect(read("怎么", "怎么")).toBe("..");
    expect(read("食堂", "食堂")).toBe("[食][堂]");
    expect(read("能食堂", "能食")).toBe(".[食][堂]");
    expect(read("怎么能", "么能")).toBe("...");
  });
});
