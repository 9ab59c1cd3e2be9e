import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, formatDate } from "../facts/calendar.ts";
import {
  calendarYearOf,
  firstDayOf,
  halfOf,
  halvesOf,
  isPeriod,
  lastDayOf,
  nextPeriod,
  periodsFrom,
  previousPeriod,
  spellPeriod,
  yearOf,
} from "./periods.ts";

const anyDay = fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2100, 12, 31) }).map(formatDate);

describe("a calendar half", () => {
  test.each([
    ["2027-01-01", "2027-H1"],
    ["2028-02-29", "2028-H1"],
    ["2027-06-30", "2027-H1"],
    ["2027-07-01", "2027-H2"],
    ["2027-12-31", "2027-H2"],
  ])("has the day %s in %s", (day, half) => {
    expect(halfOf(day)).toBe(half);
  });

  test("has every day between its first and its last, and in no other", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const half = halfOf(day);
        expect(firstDayOf(half) <= day && day <= lastDayOf(half)).toBe(true);
        expect(lastDayOf(previousPeriod(half)) < day && day < firstDayOf(nextPeriod(half))).toBe(true);
      }),
    );
  });
});

describe("a period", () => {
  test("goes forth and back by its own kind", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const period of [halfOf(day), yearOf(day)]) {
          expect(previousPeriod(nextPeriod(period))).toBe(period);
          expect(nextPeriod(period) > period).toBe(true);
          expect(isPeriod(nextPeriod(period))).toBe(true);
        }
      }),
    );
  });

  test("of a year is its two halves", () => {
    expect(halvesOf("2027")).toEqual(["2027-H1", "2027-H2"]);
    expect(halvesOf("2027-H2")).toEqual(["2027-H2"]);
    expect([firstDayOf("2027"), lastDayOf("2027")]).toEqual(["2027-01-01", "2027-12-31"]);
  });

  test("has a last day also where no year of four digits follows", () => {
    expect(["9999-H1", "9999-H2", "9999"].map(lastDayOf)).toEqual(["9999-06-30", "9999-12-31", "9999-12-31"]);
  });

  test("lies in a row with those of its kind", () => {
    expect(periodsFrom("2026-H2", "2028-H1")).toEqual(["2026-H2", "2027-H1", "2027-H2", "2028-H1"]);
    expect(periodsFrom("2026", "2027")).toEqual(["2026", "2027"]);
    expect(periodsFrom("2028-H1", "2027-H2")).toEqual([]);
  });

  test("is spelled as people say it", () => {
    expect(["2027-H1", "2027-H2", "2027"].map(spellPeriod)).toEqual(["2027年上半年", "2027年下半年", "2027年"]);
    expect(["2027-H1", "2027"].map(calendarYearOf)).toEqual([2027, 2027]);
  });

  test("has four digits for its year, also before the year 1000", () => {
    expect([firstDayOf("0987-H2"), nextPeriod("0999"), previousPeriod("1000")]).toEqual(["0987-07-01", "1000", "0999"]);
  });

  test.each(["2027-H3", "2027-Q1", "27", "", "2027-H1 ", " 2027-H1", "12027-H1", "12027"])("is not %j", (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => firstDayOf(text)).toThrow(`${text} is no period`);
  });
});
