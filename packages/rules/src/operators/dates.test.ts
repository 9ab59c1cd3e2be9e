import { describe, expect, test } from "vitest";
import { tried } from "../../testing/small-policy.ts";

const days = { start: "date", end: "date" };

describe("a number of full years", () => {
  const elapsed = tried({ elapsed_since: { fact: "start" }, years: 2, by: { fact: "end" }, measured: true }, days);

  test.each([
    ["2024-06-11", "2026-06-10", "not_met"],
    ["2024-06-10", "2026-06-10", "met"],
    ["2024-06-09", "2026-06-10", "met"],
    ["2024-02-29", "2026-02-27", "not_met"],
    ["2024-02-29", "2026-02-28", "met"],
    ["2022-02-28", "2024-02-28", "met"],
    ["2024-03-01", "2026-02-28", "not_met"],
    ["2023-12-31", "2025-12-31", "met"],
  ])("since %s by %s: %s", (start, end, status) => {
    expect(elapsed.status({ start, end })).toBe(status);
  });

  test.each([
    [{ min: "2024-05-01", max: "2024-06-10" }, "2026-06-10", "met"],
    [{ min: "2024-05-01", max: "2024-06-11" }, "2026-06-10", "undetermined"],
    [{ min: "2024-06-11", max: "2024-08-01" }, "2026-06-10", "not_met"],
    [{ min: "2024-06-10", max: "2024-08-01" }, "2026-06-10", "undetermined"],
    ["2024-06-10", { min: "2026-06-10", max: "2026-09-01" }, "met"],
    ["2024-06-10", { min: "2026-06-09", max: "2026-09-01" }, "undetermined"],
    ["2024-06-10", { min: "2026-01-01", max: "2026-06-09" }, "not_met"],
    [{ max: "2024-06-10" }, "2026-06-10", "met"],
    [{ min: "2024-06-11" }, "2026-06-10", "not_met"],
    [{ max: "2024-06-11" }, "2026-06-10", "undetermined"],
    ["2024-06-10", { min: "2026-06-10" }, "met"],
    ["2024-06-10", { max: "2026-06-09" }, "not_met"],
    [{ min: "2000-01-01", approximate: true }, "2026-06-10", "undetermined"],
  ])("since %j by %j: %s", (start, end, status) => {
    expect(elapsed.status({ start, end })).toBe(status);
  });

  test.each([
    [{ min: "2024-05-01", max: "2024-06-10" }, "2024-05-01～2024-06-10"],
    [{ min: "2024-05-01" }, "≥2024-05-01"],
    [{ max: "2024-05-01" }, "≤2024-05-01"],
    [{ min: "2024-05-01", approximate: true }, null],
  ])("shows a beginning known as %j as %s", (start, shown) => {
    expect(elapsed.on({ start, end: "2026-06-10" }).actual).toBe(shown);
  });

  test("shows the day it began and the years required, has no gap, and says when time alone cures it", () => {
    expect(elapsed.on({ start: "2024-11-03", end: "2026-06-10" })).toMatchObject({
      status: "not_met",
      actual: "2024-11-03",
      required: { op: ">=", value: "2", unit: "年" },
      gap: null,
      earliestDate: "2026-11-03",
    });
    expect(elapsed.on({ start: "2024-02-29", end: "2025-06-10" }).earliestDate).toBe("2026-02-28");
    expect(elapsed.on({ start: "2024-06-10", end: "2026-06-10" }).earliestDate).toBeNull();
    expect(elapsed.on({ start: { min: "2024-11-01", max: "2024-11-30" }, end: "2026-06-10" })).toMatchObject({
      actual: "2024-11-01～2024-11-30",
      earliestDate: "2026-11-30",
    });
    expect(elapsed.on({ end: "2026-06-10" })).toMatchObject({ actual: null, earliestDate: null });
  });

  test("asks for the days that are not exactly known", () => {
    expect(elapsed.relevant({})).toEqual(["start", "end"]);
    expect(elapsed.relevant({ start: "2024-06-10" })).toEqual(["end"]);
    expect(elapsed.relevant({ end: "2026-06-10" })).toEqual(["start"]);
    expect(elapsed.relevant({ end: "2026-06-10", start: { min: "2024-05-01", max: "2024-06-11" } })).toEqual(["start"]);
    expect(elapsed.relevant({ end: "2026-06-10", start: "2024-06-11" })).toEqual([]);
  });
});

describe("one calendar month", () => {
  const same = tried({ same_month: [{ fact: "start" }, { fact: "end" }] }, days);

  test.each([
    ["2026-06-01", "2026-06-30", "met"],
    ["2026-06-30", "2026-06-01", "met"],
    ["2026-05-31", "2026-06-01", "not_met"],
    ["2026-07-01", "2026-06-30", "not_met"],
    ["2025-06-10", "2026-06-10", "not_met"],
    ["2025-12-31", "2026-01-01", "not_met"],
  ])("%s and %s: %s", (start, end, status) => {
    expect(same.status({ start, end })).toBe(status);
  });

  test.each([
    [{ min: "2026-06-01", max: "2026-06-30" }, "2026-06-15", "met"],
    [{ min: "2026-06-01", max: "2026-07-01" }, "2026-06-15", "undetermined"],
    [{ min: "2026-05-31", max: "2026-06-30" }, "2026-06-15", "undetermined"],
    [{ min: "2026-04-01", max: "2026-05-31" }, "2026-06-15", "not_met"],
    [{ min: "2026-07-01", max: "2026-08-31" }, "2026-06-15", "not_met"],
    ["2026-06-15", { min: "2026-06-01", max: "2026-06-30" }, "met"],
    ["2026-06-15", { min: "2026-06-01", max: "2026-07-30" }, "undetermined"],
    [{ min: "2026-06-10", max: "2026-07-05" }, { min: "2026-06-10", max: "2026-07-05" }, "undetermined"],
    [{ min: "2026-07-01" }, "2026-06-15", "not_met"],
    [{ max: "2026-05-31" }, "2026-06-15", "not_met"],
    [{ min: "2026-06-30" }, "2026-06-15", "undetermined"],
    [{ max: "2026-06-01" }, "2026-06-15", "undetermined"],
    [{ min: "2026-06-15", approximate: true }, "2026-06-15", "undetermined"],
  ])("%j and %j: %s", (start, end, status) => {
    expect(same.status({ start, end })).toBe(status);
  });

  test("asks for what is not exactly known, once decided for nothing", () => {
    expect(same.relevant({})).toEqual(["start", "end"]);
    expect(same.relevant({ start: "2026-06-01" })).toEqual(["end"]);
    expect(same.relevant({ start: "2026-06-01", end: "2026-06-30" })).toEqual([]);
    expect(same.on({}).earliestDate).toBeNull();
  });
});
