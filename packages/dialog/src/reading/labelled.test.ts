import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Label, readLabelled } from "./labelled.ts";

const rating: readonly Label[] = [
  { key: "good", words: ["满意", "评价满意的企业"] },
  { key: "bad", words: ["不满意"] },
  { key: "open", words: ["没评价", "未评价"] },
];
const served: readonly Label[] = [
  { key: "base", words: ["服务家数"], weakWords: ["2025年", "25年", "2025", "去年"] },
  { key: "before", words: [], weakWords: ["2024年", "24年", "2024", "前年"] },
  { key: "small", words: ["个体工商户", "个体户", "个体"] },
];
const rooms: readonly Label[] = [
  { key: "owned", words: ["自有"] },
  { key: "leased", words: ["租用", "租的", "租"] },
];
const papers: readonly Label[] = [
  { key: "credit", words: ["信用报告"] },
  { key: "query", words: ["公示查询"] },
];

/** "good=93 bad=3", "?=93" for a figure that only its place names. */
function read(text: string, labels: readonly Label[]): string {
  return readLabelled(text, labels)
    .map(({ key, text: own }) => `${key ?? "?"}=${own}`)
    .join(" | ");
}

describe("readLabelled", () => {
  it.each([
    ["满意93，不满意3", "good=93 | bad=3"],
    ["满意93,不满意3", "good=93 | bad=3"],
    ["满意：93；不满意：3", "good=93 | bad=3"],
    ["不满意3家 满意93家", "bad=3家 | good=93家"],
    ["满意93不满意3", "good=93 | bad=3"],
    ["93家满意，3家不满意", "good=93家 | bad=3家"],
    ["93家满意3家不满意", "good=93家 | bad=3家"],
    ["满意的有93家", "good=93家"],
    ["满意93\n不满意3\n没评价0", "good=93 | bad=3 | open=0"],
    ["满意九十三，不满意三", "good=九十三 | bad=三"],
    ["没有不满意的，满意96", "bad=没有 的 | good=96"],
    ["满意大概90多，不满意不清楚", "good=大概90多 | bad=不清楚"],
    // A total beside the parts belongs to none of them; a plain figure may.
    ["共96家，满意93，不满意3", "good=93 | bad=3"],
    ["一共服务了96家，满意93", "good=93"],
    ["满意93，3", "good=93 | ?=3"],
    // Two figures of one name stay together and are asked about.
    ["很满意90，基本满意3，不满意3", "good=很 90，基本 3 | bad=3"],
    // In order.
    ["93，3", "?=93 | ?=3"],
    ["93,3", "?=93 | ?=3"],
    ["93、3、0", "?=93 | ?=3 | ?=0"],
    ["93 3", "?=93 | ?=3"],
    ["160，210", "?=160 | ?=210"],
    ["1,600,000", "?=1,600,000"],
    ["1，600，000", "?=1,600,000"],
    ["1,600", "?=1,600"],
    ["九十三", "?=九十三"],
    ["不清楚", "?=不清楚"],
    ["好的", "?=好的"],
    ["", "?="],
  ])("%j → %s", (text, expected) => {
    expect(read(text, rating)).toBe(expected);
  });

  it.each([
    ["2025年96家，2024年81家，没有个体工商户", "base=96家 | before=81家 | small=没有"],
    ["25年96家，24年81家", "base=96家 | before=81家"],
    ["2025：96 2024：81", "base=96 | before=81"],
    ["去年96家，前年81家", "base=96家 | before=81家"],
    ["2025年个体户3家", "small=2025年 3家"],
    ["96家，其中个体户3家", "?=96家 | small=其中 3家"],
  ])("names figures by their years: %s", (text, expected) => {
    expect(read(text, served)).toBe(expected);
  });

  it.each([
    ["自有0，租用420平", "owned=0 | leased=420平"],
    ["自有没有，租的420平", "owned=没有 | leased=420平"],
    ["没有自有的，租了420平", "owned=没有 的 | leased=420平"],
  ])("of places: %s", (text, expected) => {
    expect(read(text, rooms)).toBe(expected);
  });

  it.each([
    ["信用报告昨天下载的，公示查询今天", "credit=昨天下载的 | query=今天"],
    ["信用报告2026-06-05，公示查询6月8日", "credit=2026-06-05 | query=6月8日"],
    ["2026年6月5日，2026年6月8日", "?=2026年6月5日 | ?=2026年6月8日"],
  ])("of dates: %s", (text, expected) => {
    expect(read(text, papers)).toBe(expected);
  });

  it("does not cut a message where one figure is asked", () => {
    const one = rating.slice(0, 1);
    expect(read("93，3", one)).toBe("?=93;3");
    expect(read("1,600,000元", one)).toBe("?=1,600,000元");
  });

  it("finds labelled figures in whatever order they come", () => {
    const figures = fc.uniqueArray(fc.constantFrom(...rating), { minLength: 1, selector: (label) => label.key });
    fc.assert(
      fc.property(figures, fc.array(fc.nat(9_999), { minLength: 3, maxLength: 3 }), (labels, values) => {
        const text = labels.map(({ words }, index) => `${words[0]}${values[index]}家`).join("，");
        const expected = labels.map(({ key }, index) => ({ key, text: `${values[index]}家` }));
        expect(readLabelled(text, rating)).toEqual(expected);
      }),
    );
  });

  it("answers any text with at least one part, and each name once", () => {
    const word = fc.constantFrom("满意", "不满意", "93", "家", "，", ",", " ", "没有", "2025年", "共", "、", "1,600");
    const soup = fc.array(word, { maxLength: 10 }).map((words) => words.join(""));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), (text) => {
        const keys = readLabelled(text, rating).map((segment) => segment.key);
        expect(keys.length).toBeGreaterThan(0);
        const named = keys.filter((key) => key !== null);
        expect(new Set(named).size).toBe(named.length);
      }),
      { numRuns: 500 },
    );
    for (const text of ["满意9", "1,600", "1，600，", "，", " 1"]) {
      expect(readLabelled(text.repeat(300), rating).length).toBeGreaterThan(0);
    }
  });
});
