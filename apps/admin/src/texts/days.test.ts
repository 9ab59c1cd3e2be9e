import { describe, expect, it } from "vitest";
import { daysBetween, dayText, instantText, leftText, readDay, shortDayText, weekdayText } from "./days.ts";

describe("days", () => {
  it.each([
    ["2026-9-4", "2026-09-04"],
    ["2026.09.04", "2026-09-04"],
    ["2026年9月4日", "2026-09-04"],
    ["２０２６年９月４日", "2026-09-04"],
    ["20260904", "2026-09-04"],
    ["9月4日", "2026-09-04"],
    ["2024-2-29", "2024-02-29"],
    ["2026-2-29", null],
    ["2026-13-1", null],
    ["明天", null],
    ["", null],
  ])("reads %s", (text, day) => expect(readDay(text, "2026-06-10")).toBe(day));

  it("writes them as officials do", () => {
    expect(dayText("2026-09-04")).toBe("2026年9月4日");
    expect(shortDayText("2026-09-04", "2026-06-10")).toBe("9月4日");
    expect(shortDayText("2027-01-31", "2026-06-10")).toBe("2027年1月31日");
    expect(weekdayText("2026-09-14")).toBe("星期一");
    expect(instantText("2026-09-14T16:30:00Z")).toBe("2026年9月15日 00:30");
    expect(instantText("2026-09-14T10:00:00+08:00")).toBe("2026年9月14日 10:00");
    expect(daysBetween("2026-02-27", "2026-03-01")).toBe(2);
  });

  it.each([
    ["2026-06-12", false, "还有2天"],
    ["2026-06-10", false, "今天24:00截止"],
    ["2026-06-09", true, "已过1天"],
    // Met in time: nobody is told that it is late.
    ["2026-06-09", false, ""],
  ])("says of the last day %s, open %s: %s", (day, isOpen, words) =>
    expect(leftText(day, "2026-06-10", isOpen)).toBe(words),
  );
});
