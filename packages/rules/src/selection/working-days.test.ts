import { expect, test } from "vitest";
import { countWorkingDays, type HolidayCalendar, isWorkingDay, nthWorkingDay } from "./working-days.ts";

/** The autumn of 2026 as announced: 25–27 September and 1–7 October off, 20 September and 10 October worked. */
const calendar: HolidayCalendar = {
  years: new Set([2026]),
  off: new Set([
    "2026-09-25",
    "2026-09-26",
    "2026-09-27",
    ...Array.from({ length: 7 }, (_, at) => `2026-10-0${at + 1}`),
  ]),
  working: new Set(["2026-09-20", "2026-10-10"]),
};

test.each([
  ["2026-09-18", true],
  ["2026-09-19", false],
  ["2026-09-20", true],
  ["2026-09-25", false],
  ["2026-10-07", false],
  ["2026-10-10", true],
  ["2026-10-11", false],
  ["2027-01-04", undefined],
  ["2026-02-30", undefined],
])("%s is a working day: %s", (day, works) => {
  expect(isWorkingDay(calendar, day)).toBe(works);
});

test("counts both ends, and knows nothing of a year without a notice", () => {
  expect(countWorkingDays(calendar, "2026-09-24", "2026-10-10")).toBe(7);
  expect(countWorkingDays(calendar, "2026-10-09", "2026-10-09")).toBe(1);
  expect(countWorkingDays(calendar, "2026-12-31", "2027-01-04")).toBeUndefined();
  expect(countWorkingDays(calendar, "2026-10-09", "2026-02-30")).toBeUndefined();
  expect(countWorkingDays(calendar, "2026-02-30", "2026-10-09")).toBeUndefined();
});

test("finds the fifth working day, the first day counted when it is one", () => {
  expect(nthWorkingDay(calendar, "2026-10-08", 5)).toBe("2026-10-13");
  expect(nthWorkingDay(calendar, "2026-10-01", 5)).toBe("2026-10-13");
  expect(nthWorkingDay(calendar, "2026-12-30", 5)).toBeUndefined();
  expect(nthWorkingDay(calendar, "not a day", 5)).toBeUndefined();
});
