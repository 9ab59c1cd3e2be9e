import { describe, expect, it } from "vitest";
import { reminder } from "../../testing/channels/message.ts";
import { smsText } from "./sms-text.ts";

/** Two SMS of 67 characters, less what the gateway's signature may take. */
const room = 134 - 18;
const url = "https://sme.example.cn/my/applications/42";
const links = [{ label: "打开", url }];

describe("the text of a short message", () => {
  it("names its day though the sentence that does so stands behind what does not fit", () => {
    const long = `${"长".repeat(60)}。`;
    const text = smsText(reminder({ paragraphs: [long, "9月30日24:00前提交，还有2天。"], links }));
    expect(text).toBe(`信用报告快过月了。9月30日24:00前提交，还有2天。 ${url}`);
  });

  it("names its day where no sentence does, or none that fits", () => {
    const expected = `信用报告快过月了。最迟2026年9月30日。`;
    expect(smsText(reminder({ paragraphs: [], links }))).toBe(`${expected} ${url}`);
    expect(smsText(reminder({ paragraphs: [`9月30日${"长".repeat(80)}。`], links }))).toBe(`${expected} ${url}`);
  });

  it("takes no day for another that ends like it", () => {
    const paragraphs = ["11月3日公布。"];
    expect(smsText(reminder({ paragraphs, dueDay: "2026-01-03", links: [] }))).toContain("最迟2026年1月3日。");
    expect(smsText(reminder({ paragraphs, dueDay: "2026-11-03", links: [] }))).not.toContain("最迟");
  });

  it("names no day where there is none", () => {
    expect(smsText(reminder({ paragraphs: ["已取消。"], dueDay: null, links: [] }))).toBe("信用报告快过月了。已取消。");
  });

  it("fills two SMS to the last character, and leaves out a whole sentence where one is too many", () => {
    const beside = room - "题。".length - ` ${url}`.length;
    const fits = reminder({ heading: "题", paragraphs: [`${"字".repeat(beside - 1)}。`], dueDay: null, links });
    expect(smsText(fits)).toHaveLength(room);
    const tooLong = reminder({ heading: "题", paragraphs: [`${"字".repeat(beside)}。`], dueDay: null, links });
    expect(smsText(tooLong)).toBe(`题。 ${url}`);
  });

  it("leaves out all that comes after a sentence that does not fit: what is left makes sense", () => {
    const paragraphs = ["甲。", `${"字".repeat(room)}。`, "乙。"];
    expect(smsText(reminder({ paragraphs, dueDay: null, links: [] }))).toBe("信用报告快过月了。甲。");
  });

  it("carries an address whole or not at all", () => {
    const long = `https://sme.example.cn/${"a".repeat(80)}`;
    const text = smsText(reminder({ links: [{ label: "打开", url: long }] }));
    expect(text).not.toContain("https");
    expect(text.length).toBeLessThanOrEqual(room);
  });

  it("is never longer than it may be, whatever the heading", () => {
    const text = smsText(reminder({ heading: "题".repeat(200), links }));
    expect(text.length).toBeLessThanOrEqual(room);
    expect(text).toContain("…。最迟2026年9月30日。");
    expect(text.endsWith(` ${url}`)).toBe(true);
  });

  it("is taken for nobody else's: the brackets of signatures are the gateway's", () => {
    expect(smsText(reminder({ heading: "【信用报告快过月了】", paragraphs: ["见【办法】。"] }))).not.toMatch(/[【】]/);
    expect(smsText(reminder({ heading: "【信用报告快过月了】" }))).toMatch(/^信用报告快过月了。/);
  });
});
