import { describe, expect, test } from "vitest";
import { successionOf } from "./renewal.ts";

describe("two titles of one unit", () => {
  test.each([
    // The first day without one is the day after the last day.
    ["2026-08-15", "2026-11-20", { kind: "gap", from: "2026-08-16", to: "2026-11-19" }],
    ["2026-08-15", "2026-08-17", { kind: "gap", from: "2026-08-16", to: "2026-08-16" }],
    ["2026-08-15", "2026-08-16", { kind: "seamless", from: null, to: null }],
    ["2026-08-15", "2026-08-15", { kind: "overlap", from: "2026-08-15", to: "2026-08-15" }],
    ["2026-12-31", "2026-11-20", { kind: "overlap", from: "2026-11-20", to: "2026-12-31" }],
    ["2028-02-29", "2028-03-01", { kind: "seamless", from: null, to: null }],
    ["2027-12-31", "2028-01-01", { kind: "seamless", from: null, to: null }],
  ])("until %s and from %s", (lastDay, validFrom, expected) => {
    expect(successionOf({ lastDay }, { validFrom, validTo: "2029-11-20" })).toEqual(expected);
  });

  test("overlap until the earlier of their last days", () => {
    const later = { validFrom: "2026-01-01", validTo: "2026-06-30" };
    expect(successionOf({ lastDay: "2026-12-31" }, later)).toMatchObject({ from: "2026-01-01", to: "2026-06-30" });
  });
});
