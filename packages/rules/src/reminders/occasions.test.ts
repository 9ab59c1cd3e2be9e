import { describe, expect, it } from "vitest";
import type { HolidayCalendar } from "../selection/working-days.ts";
import { occasionOn, occasionsOf, type ReminderRule } from "./occasions.ts";

/** The notice for 2026: 1 to 7 October off, 10 October and 20 September working. */
const calendar: HolidayCalendar = {
  years: new Set([2026]),
  off: new Set(["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07"]),
  working: new Set(["2026-09-20", "2026-10-10"]),
};

const rule = (
  occasions: ReminderRule["occasions"],
  on_day_off: ReminderRule["on_day_off"] = "working_day_before",
  worth_telling_days = 3,
): ReminderRule => ({
  subject: "application_deadline",
  title: "申报截止",
  occasions,
  on_day_off,
  is_hard: true,
  worth_telling_days,
  messages: [{ audience: "applicant", heading: "", lines: [""], steps: [] }],
  article: "第九条",
  mark: "设置",
  ground: "",
});
const daysBefore = (...days: number[]) => days.map((each) => ({ when: "before" as const, days: each }));
const days = (of: ReminderRule, due: string, until = "2027-12-31") =>
  occasionsOf(of, due, until, calendar).map(({ id, day }) => `${id} ${day}`);

describe("occasions", () => {
  it("lie so many days before the day", () => {
    expect(days(rule(daysBefore(30, 1)), "2026-09-25")).toEqual(["before-30 2026-08-26", "before-1 2026-09-24"]);
  });

  it("on a day off are told on the day of work before it, where the rule asks for one", () => {
    // 19 September is a Saturday; Sunday, the 20th, is worked.
    expect(days(rule(daysBefore(3)), "2026-09-22")).toEqual(["before-3 2026-09-18"]);
    expect(days(rule(daysBefore(2)), "2026-09-22")).toEqual(["before-2 2026-09-20"]);
    expect(days(rule(daysBefore(3), "as_it_falls"), "2026-09-22")).toEqual(["before-3 2026-09-19"]);
  });

  it("that fall on one day before a holiday are one: the nearest to the day", () => {
    expect(days(rule(daysBefore(7, 3, 1)), "2026-10-08")).toEqual(["before-1 2026-09-30"]);
  });

  it("of a year whose notice is not known stay where they are", () => {
    // 2 January 2027 is a Saturday, and nobody knows whether it is worked.
    expect(days(rule(daysBefore(3)), "2027-01-05")).toEqual(["before-3 2027-01-02"]);
  });

  it("may be the last day of work, a day after, the day itself, a day of its year", () => {
    const all = rule(
      [
        { when: "last_working_day" },
        { when: "on_the_day" },
        { when: "after", days: 1 },
        { when: "in_its_year", day: "01-01" },
      ],
      "as_it_falls",
    );
    expect(days(all, "2026-10-05")).toEqual([
      "in-its-year-01-01 2026-01-01",
      "last-working-day 2026-09-30",
      "on-the-day 2026-10-05",
      "after-1 2026-10-06",
    ]);
  });

  it("may come again and again, from the day on, up to a day", () => {
    expect(days(rule([{ when: "every", days: 7 }], "as_it_falls"), "2026-11-15", "2026-11-30")).toEqual([
      "every-1 2026-11-15",
      "every-2 2026-11-22",
      "every-3 2026-11-29",
    ]);
  });
});

describe("the occasion to tell of today", () => {
  const occasions = [
    { id: "before-7", day: "2026-09-18" },
    { id: "before-3", day: "2026-09-22" },
  ];
  const on = (today: string, ends: string | null = "2026-09-25", worth = 3) =>
    occasionOn(rule(daysBefore(7, 3), "as_it_falls", worth), occasions, { today, ends })?.id ?? null;

  it("is the latest that has come, so that after a standstill one is told and not all", () => {
    expect([on("2026-09-17"), on("2026-09-18"), on("2026-09-21"), on("2026-09-22")]).toEqual([
      null,
      "before-7",
      "before-7",
      "before-3",
    ]);
  });

  it("is none when it is no longer worth telling, or the day is past", () => {
    expect([on("2026-09-21", null, 2), on("2026-09-25"), on("2026-09-26"), on("2026-09-26", null)]).toEqual([
      null,
      "before-3",
      null,
      null,
    ]);
  });
});
