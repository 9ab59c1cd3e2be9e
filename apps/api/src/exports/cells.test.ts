import { describe, expect, it } from "vitest";
import { type CellValue, cellOf } from "./cells.ts";

const words = { list: "applications", districts: new Map([["410105", "金水区"]]) };

describe("a value of a list in a spreadsheet", () => {
  it.each<[string, unknown, CellValue]>([
    ["receivedOn", "2026-06-10", new Date("2026-06-10T00:00:00Z")],
    ["changedAt", "2026-06-10T23:30:00+08:00", "2026-06-10 23:30"],
    ["state", "in_publicity", "公示中"],
    ["district", "410105", "金水区"],
    ["year", 2026, 2026],
    ["isConfirmed", true, "是"],
    ["reason", null, null],
    ["organizationName", "2026-02-30", "2026-02-30"],
    ["organizationName", "2026-06-10T09:30左右", "2026-06-10T09:30左右"],
    ["organizationName", "9999-99-99T99:99:99+08:00", "9999-99-99T99:99:99+08:00"],
    ["state", "constructor", "constructor"],
    ["constructor", "toString", "toString"],
    ["fields", ["会计", "法律"], "会计、法律"],
    ["expert", { id: "e1", name: "张三" }, "张三"],
    [
      "grants",
      [
        { role: "district", district: "410105", endedAt: null },
        { role: "city", district: null, endedAt: "2026-01-01" },
      ],
      "区县推荐部门（金水区）",
    ],
  ])("%s %j is shown as people read it", (field, value, shown) => expect(cellOf(field, value, words)).toEqual(shown));
});
