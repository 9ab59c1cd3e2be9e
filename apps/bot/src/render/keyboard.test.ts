import { describe, expect, test } from "vitest";
import { choicesOf } from "../../testing/turns.ts";
import { choicesToSpellOut, layOutKeyboard } from "./keyboard.ts";

const rows = (...labels: string[]) => layOutKeyboard(choicesOf(...labels)).map((row) => row.map(({ text }) => text));

describe("rows", () => {
  test("three very short labels share a row", () => {
    expect(rows("是", "否", "不清楚")).toEqual([["是", "否", "不清楚"]]);
  });

  test("two middling labels share a row", () => {
    expect(rows("不低于150万元", "低于150万元", "先跳过")).toEqual([["不低于150万元", "低于150万元"], ["先跳过"]]);
  });

  test("a long label stands alone, between short ones too", () => {
    expect(rows("是", "独立法人，在郑州市注册满两年", "否")).toEqual([
      ["是"],
      ["独立法人，在郑州市注册满两年"],
      ["否"],
    ]);
  });

  test("marking a choice moves no button", () => {
    const labels = ["信息服务", "技术服务", "创业服务", "培训"];
    const choices = labels.map((label, index) => ({ label, action: `t:${index}`, selected: false }));
    const marked = choices.map((choice) => ({ ...choice, selected: true }));
    const shape = (list: typeof choices) => layOutKeyboard(list).map((row) => row.length);
    expect(shape(choices)).toEqual([2, 2]);
    expect(shape(marked)).toEqual(shape(choices));
    expect(layOutKeyboard(marked)[0]?.[0]?.text).toBe("✓ 信息服务");
  });
});

test("what can be marked shares no row with what cannot", () => {
  const options = choicesOf("甲", "乙", "丙", "丁").map((choice) => ({ ...choice, selected: false }));
  const keyboard = layOutKeyboard([...options, ...choicesOf("选好了", "上一题")]);
  expect(keyboard.map((row) => row.map(({ text }) => text))).toEqual([
    ["甲", "乙", "丙"],
    ["丁"],
    ["选好了", "上一题"],
  ]);
});

test("a button carries the action as it is", () => {
  expect(layOutKeyboard([{ label: "是", action: "a:选项-1" }])).toEqual([[{ text: "是", callback_data: "a:选项-1" }]]);
});

test("an action of 64 bytes can be tapped; a longer one cannot, and its label is spelled out to be typed", () => {
  const fits = { label: "甲", action: `${"好".repeat(21)}x` };
  const tooLong = { label: "乙", action: "好".repeat(22) };
  expect(
    layOutKeyboard([fits, tooLong])
      .flat()
      .map(({ text }) => text),
  ).toEqual(["甲"]);
  expect(choicesToSpellOut([fits, tooLong])).toEqual([tooLong]);
});

test("a label too long for a button is shortened there and spelled out in full", () => {
  const label = "协议约定由合作机构长期提供专业服务并按次结算费用";
  const [choice] = choicesOf(label);
  expect(rows(label)).toEqual([["协议约定由合作机构长期提供专业服务…"]]);
  expect(choicesToSpellOut(choicesOf(label, "否"))).toEqual([choice]);
});
