import { describe, expect, it } from "vitest";
import { reminder } from "../../../testing/channels/message.ts";
import { templateData } from "./fields.ts";

const fields = { heading: "thing1", due: null, note: null, id: null };

describe("the fields of a WeChat template", () => {
  it.each([
    [20, "题".repeat(20)],
    [21, `${"题".repeat(19)}…`],
  ])("hold a heading of %d characters in twenty", (count, value) => {
    expect(templateData(fields, reminder({ heading: "题".repeat(count) }))).toEqual({ thing1: { value } });
  });

  it("are cut within no character, and hold no line break", () => {
    const heading = `第一行\n第二行\t${"😀".repeat(10)}`;
    const value = templateData(fields, reminder({ heading }))?.thing1?.value ?? "";
    expect(value).toMatch(/^第一行 第二行 😀+…$/u);
    expect([value.length <= 20, value.isWellFormed()]).toEqual([true, true]);
  });

  it.each([
    ["thing2", "2026-01-03", "2026年1月3日24:00前"],
    ["time2", "2026-01-03", "2026年1月3日 23:59"],
    ["date2", "2026-01-03", "2026年1月3日"],
    ["thing2", null, "没有固定日期"],
  ])("tell in %s of %s", (due, dueDay, value) => {
    expect(templateData({ ...fields, due }, reminder({ dueDay }))).toMatchObject({ [due]: { value } });
  });

  it.each(["time2", "date2"])("are not filled where %s would have to be made up", (due) => {
    expect(templateData({ ...fields, due }, reminder({ dueDay: null }))).toBeNull();
  });

  it("are never empty, which WeChat does not take", () => {
    const data = templateData({ ...fields, note: "thing3" }, reminder({ paragraphs: [] }));
    expect(data).toMatchObject({ thing3: { value: "请打开查看" } });
  });
});
