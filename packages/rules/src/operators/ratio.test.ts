import { describe, expect, test } from "vitest";
import { smallPolicy, tried } from "../../testing/small-policy.ts";

const share = tried(
  { numerator: { fact: "part" }, denominator: { fact: "whole" }, at_least: "0.8", measured: true },
  { part: "int", whole: "int" },
);

describe("a share", () => {
  test.each([
    [15, 20, "not_met"],
    [16, 20, "met"],
    [17, 20, "met"],
    [19, 24, "not_met"],
    [20, 25, "met"],
    [0, 5, "not_met"],
    [4, 5, "met"],
    [7_999_999, 9_999_999, "not_met"],
    [8_000_000, 9_999_999, "met"],
  ])("%i of %i at least 80 %%: %s", (part, whole, status) => {
    expect(share.status({ part, whole })).toBe(status);
  });

  test.each([
    [{ min: 16, max: 18 }, 20, "met"],
    [{ min: 15, max: 18 }, 20, "undetermined"],
    [{ min: 1, max: 15 }, 20, "not_met"],
    [{ min: 1, max: 16 }, 20, "undetermined"],
    [16, { min: 18, max: 20 }, "met"],
    [16, { min: 18, max: 21 }, "undetermined"],
    [16, { min: 21, max: 30 }, "not_met"],
    [16, { min: 20, max: 30 }, "undetermined"],
    [16, { min: 0, max: 20 }, "undetermined"],
    [{ min: 16 }, 20, "met"],
    [{ max: 15 }, 20, "not_met"],
    [15, { min: 20 }, "not_met"],
    [16, { min: 20 }, "undetermined"],
  ])("%j of %j: %s", (part, whole, status) => {
    expect(share.status({ part, whole })).toBe(status);
  });

  test("of zero says nothing, asks for the whole again and gives unanswered as the reason", () => {
    expect(share.on({ part: 0, whole: 0 })).toMatchObject({
      status: "undetermined",
      reason: "unanswered",
      missingFacts: ["whole"],
      actual: "0/0",
      gap: null,
    });
  });

  test("unknown asks for what is not exactly known", () => {
    expect(share.relevant({})).toEqual(["part", "whole"]);
    expect(share.relevant({ part: 5 })).toEqual(["whole"]);
    expect(share.relevant({ whole: 5 })).toEqual(["part"]);
    expect(share.relevant({ whole: 20, part: { min: 1, max: 16 } })).toEqual(["part"]);
    expect(share.relevant({ whole: 20, part: { min: 1, max: 15 } })).toEqual([]);
    expect(share.relevant({ part: 4, whole: 5 })).toEqual([]);
    expect(share.status({ part: { min: 90, approximate: true }, whole: 100 })).toBe("undetermined");
    expect(share.status({ part: 90, whole: { min: 90, approximate: true } })).toBe("undetermined");
  });

  test("shows the fraction, the share required and the smallest whole number that is missing", () => {
    expect(share.on({ part: 19, whole: 24 })).toMatchObject({
      actual: "19/24",
      required: { op: ">=", value: "0.8", unit: "比例" },
      gap: "1",
    });
    expect(share.on({ part: 0, whole: 24 }).gap).toBe("20");
    expect(share.on({ part: 0, whole: 5 }).gap).toBe("4");
    expect(share.on({ part: 20, whole: 24 })).toMatchObject({ actual: "20/24", gap: null });
    expect(share.on({ part: 5 })).toMatchObject({ actual: null, gap: null });
    expect(share.on({ whole: 5 }).actual).toBeNull();
    expect(share.on({ part: { min: 1, max: 10 }, whole: 24 })).toMatchObject({ actual: "1～10/24", gap: "10" });
    expect(share.on({ part: 10, whole: { min: 24, max: 30 } })).toMatchObject({ actual: "10/24～30", gap: "10" });
  });

  test("the gap of decimals is whole units", () => {
    const volume = tried(
      { numerator: { fact: "part" }, denominator: { fact: "whole" }, at_least: "0.2", measured: true },
      { part: "number", whole: "number" },
    );
    expect(volume.on({ part: 79.9999, whole: 400 })).toMatchObject({
      status: "not_met",
      actual: "79.9999/400",
      gap: "1",
    });
    expect(volume.on({ part: 78.5, whole: 400 }).gap).toBe("2");
    expect(volume.on({ part: 0.1, whole: 0.6 }).gap).toBe("1");
    expect(volume.on({ part: 79, whole: 400 }).gap).toBe("1");
    expect(volume.on({ part: 80, whole: 400 }).status).toBe("met");
    expect(volume.on({ part: 2_000_000_000, whole: 10_000_000_000 }).status).toBe("met");
    expect(volume.on({ part: 1_999_999_999.9999, whole: 10_000_000_000 })).toMatchObject({
      status: "not_met",
      gap: "1",
    });
  });

  test("of money is a share of 分", () => {
    const money = tried(
      { numerator: { fact: "part" }, denominator: { fact: "whole" }, at_least: "0.7", measured: true },
      { part: "money", whole: "money" },
    );
    expect(money.on({ part: "69.99", whole: "100" })).toMatchObject({ status: "not_met", gap: "1" });
    expect(money.on({ part: "70.00", whole: "100" }).status).toBe("met");
    expect(money.on({ part: "1", whole: "0" }).status).toBe("undetermined");
  });

  test("may show another figure as the numerator than the span it decides by, and reopen a fact already given", () => {
    const satisfied = tried(
      {
        numerator: { between: [{ fact: "yes" }, { sum: [{ fact: "yes" }, { fact: "open" }] }] },
        denominator: { sum: [{ fact: "yes" }, { fact: "no" }, { fact: "open" }] },
        at_least: "0.9",
        shown_numerator: { fact: "yes" },
        reopens: ["open"],
        measured: true,
      },
      { yes: "int", no: "int", open: "int" },
    );
    expect(satisfied.on({ yes: 53, no: 6, open: 1 })).toMatchObject({
      status: "undetermined",
      reason: "unanswered",
      actual: "53/60",
      missingFacts: ["open"],
    });
    expect(satisfied.on({ yes: 54, no: 0, open: 6 })).toMatchObject({
      status: "met",
      actual: "54/60",
      missingFacts: [],
    });
    expect(satisfied.on({ yes: 52, no: 7, open: 1 })).toMatchObject({ status: "not_met", actual: "52/60", gap: "2" });
    expect(satisfied.relevant({ yes: 53, no: 6 })).toEqual(["open"]);
    expect(satisfied.on({ yes: 53, no: 6 }).missingFacts).toEqual(["open"]);
    expect(satisfied.on({ no: 6, open: 1 }).missingFacts).toEqual(["yes", "open"]);
    expect(satisfied.on({ yes: 0, no: 0, open: 0 })).toMatchObject({
      reason: "unanswered",
      missingFacts: ["yes", "no", "open"],
    });
  });

  test("of unlike things is refused when the policy is compiled", () => {
    const test = { numerator: { fact: "m" }, denominator: { fact: "n" }, at_least: "0.8" } as const;
    expect(() => smallPolicy({ facts: { m: "money", n: "int" }, criteria: { c: test } })).toThrow(
      /ratio of money to int/,
    );
  });
});
