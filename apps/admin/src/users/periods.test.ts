import { expect, it } from "vitest";
import { standingOf } from "./periods.ts";

const period = { from: "2026-06-15", until: "2026-06-16", endedAt: null };

it.each([
  ["2026-06-14", "to_come"],
  ["2026-06-15", "running"],
  ["2026-06-16", "running"],
  ["2026-06-17", "run_out"],
])("includes its first and its last day: on %s it is %s", (today, standing) =>
  expect(standingOf(period, today)).toBe(standing),
);

it("has ended when somebody ended it, and runs on where it has no last day", () => {
  expect(standingOf({ ...period, endedAt: "2026-06-15T10:00:00+08:00" }, "2026-06-15")).toBe("ended");
  expect(standingOf({ ...period, until: null }, "2036-01-01")).toBe("running");
});
