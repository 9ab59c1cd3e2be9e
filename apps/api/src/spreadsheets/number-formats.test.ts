import { describe, expect, it } from "vitest";
import { dayOfSerial, numberFormats } from "./number-formats.ts";

describe("the format of a number", () => {
  it.each([
    ["General", "plain"],
    ["0.00_);[Red](0.00)", "plain"],
    ['#,##0"元"', "plain"],
    ['"day "0', "plain"],
    ["0%", "percent"],
    ["0.0%;-0.0%", "percent"],
    ["yyyy-mm-dd", "date"],
    ['yyyy"年"m"月"d"日"', "date"],
    ["[$-804]yyyy\\.m\\.d;@", "date"],
    ['yyyy"年"m"月";@', "month"],
    ["yyyy\\-mm", "month"],
  ])("%s is %s", (code, expected) => {
    expect(numberFormats(new Map([[200, code]]), [200])).toEqual([expected]);
  });

  it.each([
    [0, "plain"],
    [10, "percent"],
    [14, "date"],
    [31, "date"],
    [49, "plain"],
    [57, "month"],
  ])("%i is known by its number alone", (id, expected) => {
    expect(numberFormats(new Map(), [id])).toEqual([expected]);
  });
});

describe("the day of a serial number", () => {
  it.each([
    [61, false, "1900-03-01"],
    [44_270, false, "2021-03-15"],
    [44_270.75, false, "2021-03-15"],
    [42_808, true, "2021-03-15"],
    [2_958_465, false, "9999-12-31"],
    [60, false, null],
    [2_958_466, false, null],
    [Number.NaN, false, null],
  ])("%d from 1904: %s is %s", (serial, startsIn1904, day) => {
    expect(dayOfSerial(serial, startsIn1904)).toBe(day);
  });
});
