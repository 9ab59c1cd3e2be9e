import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChoice, readChoices } from "./choices.ts";

const named = (...labels: string[]) => labels.map((label) => ({ label, words: [] as string[] }));
const opinions = named("标准无保留意见", "保留意见", "否定意见", "无法表示意见");
const bodies = named("中小企业服务机构", "社会中介机构", "技术服务机构", "科研院所");
const systems = named("管理制度", "服务流程", "收费标准", "服务质量保证措施");
const credit = [
  { label: "没有不良记录", words: ["良好", "没有处罚"] },
  { label: "有行政处罚", words: ["罚过款"] },
];

describe("readChoice", () => {
  it.each([
    ["2", 1],
    ["第2个", 1],
    ["第二项", 1],
    ["②", 1],
    ["二", 1],
    ["(2)", 1],
    ["2.", 1],
    ["B", 1],
    ["选3", 2],
    ["我选二", 1],
    ["保留意见", 1],
    ["保留", 1],
    ["无保留意见", 0],
    ["标准无保留", 0],
    ["标准无保留意见的审计报告", 0],
    ["是保留意见", 1],
    ["不是保留意见", null],
    ["是保留意见吗", null],
    ["9", null],
    ["0", null],
    ["E", null],
    ["意见", null],
    ["不懂", null],
    ["", null],
    ["。", null],
  ])("%s is number %s", (text, wanted) => {
    expect(readChoice(text, opinions)).toBe(wanted);
  });

  it("takes part of a label when it fits one alone", () => {
    expect(readChoice("科研院", bodies)).toBe(3);
    expect(readChoice("服务机构", bodies)).toBeNull();
    expect(readChoice("综合", named("综合性平台", "专业性平台"))).toBe(0);
    expect(readChoice("有的", named("有", "没有", "不要求资质"))).toBe(0);
    expect(readChoice("没有", named("有", "没有", "不要求资质"))).toBe(1);
  });

  it.each([
    ["良好", 0],
    ["没有处罚", 0],
    ["罚过款", 1],
    ["前年罚过款", 1],
    ["没罚过款", null],
    ["还可以吧", null],
  ])("knows other words for a label: %s is number %s", (text, wanted) => {
    expect(readChoice(text, credit)).toBe(wanted);
  });
});

describe("readChoices", () => {
  it.each([
    // Everything, nothing, all but.
    ["都有", [0, 1, 2, 3], true],
    ["全部", [0, 1, 2, 3], true],
    ["我们都有", [0, 1, 2, 3], true],
    ["全都具备", [0, 1, 2, 3], true],
    ["四项都有", [0, 1, 2, 3], true],
    ["4个都有", [0, 1, 2, 3], true],
    ["全选", [0, 1, 2, 3], true],
    ["都没有", [], true],
    ["没有", [], true],
    ["一个也没有", [], true],
    ["都不具备", [], true],
    ["除了2都有", [0, 2, 3], true],
    ["除了2、4，其他都有", [0, 2], true],
    ["除收费标准外都有", [0, 1, 3], true],
    ["除了收费标准都没有", [2], true],
    ["缺第4项", [0, 1, 2], true],
    ["缺2、3", [0, 3], true],
    ["只缺收费标准", [0, 1, 3], true],
    ["只有2没有", [0, 2, 3], true],
    ["只有1、3", [0, 2], true],
    ["只有管理制度", [0], true],
    ["1、3有，其他没有", [0, 2], true],
    ["其他都有，2没有", [0, 2, 3], true],
    ["1有2没有3有4没有", [0, 2], true],
    // A list may go on.
    ["1", [0], false],
    ["1、3", [0, 2], false],
    ["1 3", [0, 2], false],
    ["1,3", [0, 2], false],
    ["①③", [0, 2], false],
    ["13", [0, 2], false],
    ["1.3.4", [0, 2, 3], false],
    ["第1项和第3项", [0, 2], false],
    ["1到3", [0, 1, 2], false],
    ["1-3", [0, 1, 2], false],
    ["前三项", [0, 1, 2], false],
    ["后两项", [2, 3], false],
    ["管理制度和收费标准", [0, 2], false],
    ["制度、流程", [0, 1], false],
    ["有管理制度", [0], false],
    ["1、3有", [0, 2], false],
    ["1和3都有", [0, 2], false],
    ["1、2、3、4", [0, 1, 2, 3], false],
  ])("%s", (text, selected, complete) => {
    const reading = readChoices(text, systems);
    expect(reading && [reading.selected, reading.complete]).toEqual(selected && [selected, complete]);
  });

  it("keeps apart what is lacking and what is not known", () => {
    expect(readChoices("2没有", systems)).toEqual({ selected: [], complete: false, rejected: [1] });
    expect(readChoices("没有收费标准", systems)).toEqual({ selected: [], complete: false, rejected: [2] });
    expect(readChoices("第2项不清楚", systems)).toEqual({ selected: [], complete: false, unknown: [1] });
    expect(readChoices("1、3有，2没有，4不清楚", systems)).toEqual({
      selected: [0, 2],
      complete: false,
      rejected: [1],
      unknown: [3],
    });
    expect(readChoices("除了2不清楚，其他都有", systems)).toEqual({
      selected: [0, 2, 3],
      complete: false,
      unknown: [1],
    });
    expect(readChoices("1有，其他不清楚", systems)).toEqual({ selected: [0], complete: false, unknown: [1, 2, 3] });
  });

  it.each([
    "1、9",
    "5",
    "0",
    "3项",
    "有3项",
    "三项都有",
    "差不多吧",
    "有",
    "1，2没有",
    "1有，1没有",
    "都有，都没有",
    "服务",
    "除了2",
    "96家",
    "",
    "？",
  ])("%s is not clear", (text) => {
    expect(readChoices(text, systems)).toBeNull();
  });

  it("reads two-figure positions of a long list as one", () => {
    const materials = named(
      ...Array.from({ length: 14 }, (_, index) => `材料${"甲乙丙丁戊己庚辛壬癸子丑寅卯".charAt(index)}`),
    );
    expect(readChoices("12、14", materials)).toMatchObject({ selected: [11, 13] });
    expect(readChoices("第十二项", materials)).toMatchObject({ selected: [11] });
  });

  it("selects what is listed, in whatever order and however joined", () => {
    const items = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(items, fc.constantFrom("、", "，", " ", "和", ","), (positions, join) => {
        const wanted = positions.map((position) => position - 1).toSorted();
        expect(readChoices(positions.join(join), systems)?.selected).toEqual(wanted);
        expect(readChoices(`除了${positions.join("、")}都有`, systems)?.selected).toEqual(
          [0, 1, 2, 3].filter((item) => !wanted.includes(item)),
        );
      }),
    );
  });

  it("answers any text, with positions that exist and no label twice", () => {
    const word = fc.constantFrom(
      "1",
      "2",
      "9",
      "都",
      "有",
      "没有",
      "除了",
      "外",
      "其他",
      "只",
      "缺",
      "，",
      "、",
      "流程",
      "不清楚",
    );
    const soup = fc.array(word, { maxLength: 10 }).map((words) => words.join(""));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), (text) => {
        readChoice(text, systems);
        const reading = readChoices(text, systems);
        if (!reading) return;
        const items = [...reading.selected, ...(reading.rejected ?? []), ...(reading.unknown ?? [])];
        expect(new Set(items).size).toBe(items.length);
        for (const item of items) expect(item >= 0 && item < 4).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["1，", "除了1", "都", "1没有", "流程", "有1"])("answers %s written hundreds of times", (text) => {
    readChoice(text.repeat(600), systems);
    expect(readChoices(text.repeat(600), systems)).not.toBeUndefined();
  });
});
