import { expect, test } from "vitest";
import { readMuteUntil } from "./mute-until.ts";

const today = "2026-08-20";

test.each([
  ["", "2026-08-20"],
  ["到明天", "2026-08-20"],
  ["1天", "2026-08-20"],
  ["3天", "2026-08-22"],
  ["三天", "2026-08-22"],
  ["两 周", "2026-09-02"],
  ["一周", "2026-08-26"],
  ["一个月", "2026-09-18"],
  ["直到9月1日", "2026-09-01"],
  ["到９月１日", "2026-09-01"],
  ["2026-09-01", "2026-09-01"],
  ["2027年1月5日", "2027-01-05"],
  ["到1月5日", "2027-01-05"],
])("%j is until %s", (text, until) => expect(readMuteUntil(text, today)).toBe(until));

test.each(["0天", "到2月30日", "2026-08-19", "2028年1月1日", "999天", "很久"])(
  "%j is not understood, behind or too far ahead",
  (text) => expect(readMuteUntil(text, today)).toBeNull(),
);
