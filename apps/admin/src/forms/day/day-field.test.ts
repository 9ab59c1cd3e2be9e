import { describe, expect, it } from "vitest";
import { readDayEntry } from "./day-entry.ts";
import { dayByKey, daysLater, monthsLater, weeksOf } from "./month.ts";

const today = "2026-06-10";

describe("a day that is typed", () => {
  it.each(["2026-11-25", "20261125", "11月25日", "2026年11月25日", "２０２６．１１．２５", "11-25", " 2026/11/25 "])(
    "is understood: %s",
    (text) =>
      expect(readDayEntry(text, today)).toEqual({
        value: "2026-11-25",
        understood: "2026年11月25日 星期三",
        isUnread: false,
      }),
  );

  it.each(["2026-02-29", "2026-13-01", "明天", "25", "2026"])("is kept and said not to be one: %s", (text) =>
    expect(readDayEntry(text, today)).toEqual({ value: text, understood: null, isUnread: true }),
  );

  it("is nothing where nothing was typed", () => {
    expect(readDayEntry("  ", today)).toEqual({ value: "", understood: null, isUnread: false });
  });
});

describe("the calendar", () => {
  it("has the days of a month under their weekdays, Monday first", () => {
    const weeks = weeksOf("2026-11-25");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
    expect(weeks[5]).toEqual(["2026-11-30", null, null, null, null, null, null]);
    // Four whole weeks: no row of nothing.
    expect(weeksOf("2027-02-10")).toHaveLength(4);
    expect(weeksOf("2026-12-31").flat()).toContain("2026-12-31");
  });

  it("goes on beyond the end of a month and of a year", () => {
    expect(daysLater("2026-12-31", 1)).toBe("2027-01-01");
    expect(monthsLater("2028-01-31", 1)).toBe("2028-02-29");
    expect(monthsLater("2026-01-15", -1)).toBe("2025-12-15");
    expect(monthsLater("2026-12-31", 2)).toBe("2027-02-28");
  });

  it.each([
    ["ArrowLeft", "2026-11-24"],
    ["ArrowRight", "2026-11-26"],
    ["ArrowUp", "2026-11-18"],
    ["ArrowDown", "2026-12-02"],
    ["Home", "2026-11-23"],
    ["End", "2026-11-29"],
    ["PageUp", "2026-10-25"],
    ["PageDown", "2026-12-25"],
    ["a", null],
  ])("is walked through by %s", (key, day) => expect(dayByKey(key, "2026-11-25")).toBe(day));
});
