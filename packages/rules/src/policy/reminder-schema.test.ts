import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/index.ts";
import { noReminders, occasionSchema, remindersSchema } from "./reminder-schema.ts";

const { reminders } = zhengzhouPolicy.document;
const takes = (own: object) => remindersSchema.safeParse({ ...reminders, ...own }).success;

describe("what a policy says of reminders", () => {
  test.each(["00:00", "09:30", "23:59"])("has a time of day: %s", (time) => {
    expect(takes({ send_at: { ...reminders.send_at, time } })).toBe(true);
    expect(takes({ quiet_hours: { ...reminders.quiet_hours, from: time } })).toBe(true);
  });

  test.each(["24:00", "9:30", "09:60", "at 09:30", "09:30 h", ""])("has no other time: %j", (time) => {
    expect(takes({ send_at: { ...reminders.send_at, time } })).toBe(false);
  });

  test.each([
    ["11-15", true],
    ["1-15", false],
    ["11-1", false],
    ["2026-11-15", false],
    ["11-15 on", false],
  ])("names a day of the year by month and day: %s", (day, isOne) => {
    expect(takes({ holidays_from: { ...reminders.holidays_from, day } })).toBe(isOne);
    expect(occasionSchema.safeParse({ when: "in_its_year", day }).success).toBe(isOne);
  });

  test.each([
    ["lease_end", true],
    ["Lease", false],
    ["1st", false],
    ["lease end", false],
    ["lease-end", false],
  ])("names facts as they are kept: %s", (fact, isOne) => {
    const [paper] = reminders.papers;
    expect(takes({ papers: [{ ...paper, fact }] })).toBe(isOne);
    expect(takes({ papers_of_month: { ...reminders.papers_of_month, facts: [fact] } })).toBe(isOne);
  });

  test("offers no steps in a message that names none", () => {
    const [rule] = reminders.rules;
    const [message] = rule?.messages ?? [];
    const { steps: _, ...bare } = message ?? { steps: [] };
    const read = remindersSchema.parse({ ...reminders, rules: [{ ...rule, messages: [bare] }] });
    expect(read.rules[0]?.messages[0]?.steps).toEqual([]);
  });

  test("is nothing in a version from before it, which is a whole one all the same", () => {
    const unset = { article: "", mark: "设置", ground: "" };
    expect(noReminders).toEqual({
      quiet_hours: { from: "00:00", until: "00:00", ...unset },
      send_at: { time: "09:00", ...unset },
      holidays_from: { day: "11-15", ...unset },
      papers_of_month: { facts: [], ...unset },
      papers: [],
      results: [],
      rules: [],
    });
    expect(remindersSchema.safeParse(noReminders).success).toBe(true);
  });
});
