import { describe, expect, test } from "vitest";
import {
  addMonths,
  addYears,
  areToCome,
  civilOf,
  dayOf,
  daysInMonth,
  formatDate,
  havePassed,
  isLeapYear,
  monthOfDay,
  parseDate,
  yearOfDay,
} from "./calendar.ts";

describe("the calendar", () => {
  test.each([
    [1900, false],
    [2000, true],
    [2100, false],
    [2024, true],
    [2026, false],
    [2400, true],
  ])("%i is a leap year: %s", (year, leap) => {
    expect(isLeapYear(year)).toBe(leap);
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
  });

  test("months have their lengths", () => {
    expect([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([
      31, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
  });

  test("days are counted from 1970-01-01", () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(1970, 1, 2)).toBe(1);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    expect(dayOf(2000, 3, 1)).toBe(11_017);
    expect(dayOf(1, 1, 1)).toBe(-719_162);
  });

  test("every day from 1600 to 2401 follows its neighbour, goes there and back, and agrees with the platform's calendar", () => {
    const first = Date.UTC(1600, 0, 1) / 86_400_000;
    const last = Date.UTC(2401, 11, 31) / 86_400_000;
    for (let day = first; day <= last; day++) {
      const date = new Date(day * 86_400_000);
      const civil = civilOf(day);
      if (
        civil.year !== date.getUTCFullYear() ||
        civil.month !== date.getUTCMonth() + 1 ||
        civil.day !== date.getUTCDate() ||
        dayOf(civil.year, civil.month, civil.day) !== day
      ) {
        throw new Error(`${date.toISOString()} became ${JSON.stringify(civil)}`);
      }
    }
    expect(last - first).toBe(292_924);
  });

  test("a day knows its year and its month", () => {
    expect(yearOfDay(dayOf(2025, 12, 31))).toBe(2025);
    expect(yearOfDay(dayOf(2026, 1, 1))).toBe(2026);
    expect(monthOfDay(dayOf(2026, 6, 1))).toBe(monthOfDay(dayOf(2026, 6, 30)));
    expect(monthOfDay(dayOf(2026, 6, 30)) + 1).toBe(monthOfDay(dayOf(2026, 7, 1)));
    expect(monthOfDay(dayOf(2025, 12, 1)) + 1).toBe(monthOfDay(dayOf(2026, 1, 31)));
    expect(monthOfDay(dayOf(2025, 6, 1)) + 12).toBe(monthOfDay(dayOf(2026, 6, 1)));
  });

  test.each([
    ["2024-06-10", 2, "2026-06-10"],
    ["2024-02-29", 1, "2025-02-28"],
    ["2024-02-29", 2, "2026-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2096-02-29", 4, "2100-02-28"],
    ["2023-02-28", 1, "2024-02-28"],
    ["2026-06-10", 0, "2026-06-10"],
    ["2026-03-31", -1, "2025-03-31"],
  ])("the corresponding day of %s %i years on is %s", (from, years, to) => {
    expect(formatDate(addYears(parseDate(from) as number, years))).toBe(to);
  });
});

describe("dates as text", () => {
  test.each(["0001-01-01", "1949-10-01", "1900-02-28", "2000-02-29", "2024-02-29", "2100-12-31", "9999-12-31"])(
    "%s is read and printed alike",
    (text) => {
      expect(formatDate(parseDate(text) as number)).toBe(text);
    },
  );

  test("the year 0 and years below 1000 are printed with four digits", () => {
    expect(formatDate(dayOf(33, 4, 3))).toBe("0033-04-03");
    expect(parseDate("0000-01-01")).toBe(dayOf(0, 1, 1));
  });

  test.each([
    "",
    "2026",
    "2026-06",
    "2026-6-10",
    "26-06-10",
    "2026-06-1",
    "2026-06-010",
    "2026/06/10",
    "2026-06/10",
    "2026.06-10",
    "20260610",
    "2026-00-10",
    "2026-13-10",
    "2026-06-00",
    "2026-06-31",
    "2026-02-29",
    "1900-02-29",
    "2100-02-29",
    "2026-06-10 ",
    " 2026-06-10",
    "2026-06-10T00:00:00Z",
    "-026-06-10",
    "+2026-06-1",
    "202a-06-10",
    "2026-o6-10",
    "2026-06-1x",
    "２０２６-06-10",
    "2026-06- 1",
    "2026-0:-10",
    "2026-06-/1",
  ])("%j is no day", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2026-06-10", 0, "2026-06-10"],
  ["2026-06-10", 7, "2027-01-10"],
  ["2026-12-15", 12, "2027-12-15"],
  ["2026-01-15", -1, "2025-12-15"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-06-10", -30, "2023-12-10"],
])("%s and %i months is %s", (from, months, to) => {
  expect(formatDate(addMonths(parseDate(from) ?? Number.NaN, months))).toBe(to);
});

test.each(["202A-06-10", "2026-0 -10", "2026-06-1/", "2026-06-1:", "-026-06-10"])("%s is no day", (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test("months are counted from January of the year 0", () => {
  expect(monthOfDay(dayOf(2026, 1, 31))).toBe(2026 * 12);
  expect(monthOfDay(dayOf(2026, 12, 1))).toBe(2026 * 12 + 11);
});

describe("years that pass", () => {
  const passed = (years: number, from: string, by: string) => {
    const days = [parseDate(from) ?? Number.NaN, parseDate(by) ?? Number.NaN] as const;
    return { passed: havePassed(years, ...days), toCome: areToCome(years, ...days) };
  };

  test.each([
    [2, "2024-06-10", "2026-06-10"],
    // With a leap day between them, and with none.
    [1, "2023-06-10", "2024-06-10"],
    [1, "2024-06-10", "2025-06-10"],
    [1, "2024-02-29", "2025-02-28"],
    [4, "2024-02-29", "2028-02-29"],
    [3, "2023-08-15", "2026-08-15"],
    [0, "2026-06-10", "2026-06-10"],
    [50, "1970-03-01", "2020-03-01"],
  ])("%i from %s have passed by %s, and not the day before", (years, from, by) => {
    expect(passed(years, from, by)).toEqual({ passed: true, toCome: false });
    const before = formatDate((parseDate(by) as number) - 1);
    expect(passed(years, from, before)).toEqual({ passed: false, toCome: true });
  });

  test("have passed long after, and are to come long before", () => {
    expect(passed(2, "2000-01-01", "2026-06-10")).toEqual({ passed: true, toCome: false });
    expect(passed(2, "2026-06-10", "2026-06-11")).toEqual({ passed: false, toCome: true });
    expect(passed(2, "2026-06-10", "2000-01-01")).toEqual({ passed: false, toCome: true });
  });

  test("neither have passed nor are to come where a day is not known", () => {
    for (const [from, by] of [
      ["", "2026-06-10"],
      ["2026-06-10", ""],
      ["", ""],
    ] as const)
      expect(passed(2, from, by)).toEqual({ passed: false, toCome: false });
  });
});

test("a day is written as it is whichever other was written before", () => {
  const days = Array.from({ length: 40 }, (_, step) => dayOf(1949, 1, 1) + step * 1_024);
  const texts = days.map((day) => formatDate(day));
  expect(days.toReversed().map((day) => formatDate(day))).toEqual(texts.toReversed());
  expect(texts.map((text) => parseDate(text))).toEqual(days);
});
