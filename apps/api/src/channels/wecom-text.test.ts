import { describe, expect, it } from "vitest";
import { reminder } from "../../testing/channels/message.ts";
import { wecomText } from "./wecom-text.ts";

const bytes = (text: string) => Buffer.byteLength(text);

describe("what a group's robot says", () => {
  it("has the heading, every paragraph, the addresses and the number of the message", () => {
    expect(wecomText(reminder())).toBe(
      [
        "信用报告快过月了",
        "第3项材料是9月15日办的，只适用于9月提交（第九条（三））。",
        "9月30日24:00前提交，还有2天。",
        "事项：2026年度申报（草稿）",
        "打开草稿：https://sme.example.cn/my/applications/42",
        "不再提醒此事：https://sme.example.cn/my/reminders/42",
        "编号：018f6a2e-7c11-7abc-9def-0123456789ab",
      ].join("\n"),
    );
  });

  it("fills 2,048 bytes to the last one, and leaves out a whole sentence where a byte is too many", () => {
    const empty = bytes(wecomText(reminder({ heading: "题", paragraphs: [] })));
    // A new line and a full stop of three bytes go with the sentence.
    const free = 2_048 - empty - 4;
    const sentence = `${"字".repeat(Math.floor(free / 3))}${"x".repeat(free % 3)}。`;
    const whole = wecomText(reminder({ heading: "题", paragraphs: [sentence] }));
    expect([bytes(whole), whole.includes(sentence)]).toEqual([2_048, true]);
    const cut = wecomText(reminder({ heading: "题", paragraphs: ["先说。", `x${sentence}`] }));
    expect(cut).toContain("题\n先说。\n……\n打开草稿");
    expect(bytes(cut)).toBeLessThanOrEqual(2_048);
  });

  it.each(["字", "😀", "x"])("cuts no heading within a character: %s", (character) => {
    const text = wecomText(reminder({ heading: character.repeat(3_000) }));
    expect(bytes(text)).toBeLessThanOrEqual(2_048);
    expect(bytes(text)).toBeGreaterThan(2_048 - 4);
    expect(text).not.toContain("\ufffd");
    expect(text).toContain("https://sme.example.cn/my/applications/42");
    expect(text.isWellFormed()).toBe(true);
  });

  it("carries an address whole or not at all", () => {
    const text = wecomText(
      reminder({ links: [{ label: "打开", url: `https://sme.example.cn/${"a".repeat(2_000)}` }] }),
    );
    expect(text).not.toContain("https");
    expect(text).toContain("9月30日24:00前提交");
  });
});
