import { describe, expect, test } from "vitest";
import { smallPolicy } from "../../testing/small-policy.ts";
import { selectPolicy } from "./select.ts";

const version = (number: number, date: string, id = "small") =>
  smallPolicy({ facts: {}, rest: { id, version: number, selectable_from: { date, mark: "设置", ground: "" } } });
const first = version(1, "2022-01-01");
const second = version(2, "2025-07-01");
const other = version(7, "2010-01-01", "other");
const policies = [second, other, first];

describe("which version of a policy applies on a day", () => {
  test.each([
    ["2022-01-01", 1],
    ["2025-06-30", 1],
    ["2025-07-01", 2],
    ["2100-12-31", 2],
  ])("%s: version %i", (day, wanted) => {
    const selected = selectPolicy(policies, "small", day);
    expect(selected.ok && selected.policy.version).toBe(wanted);
    expect(selected.ok && selected.policy.id).toBe("small");
  });

  test("a day before the first is refused with the first day, never answered with the newest", () => {
    expect(selectPolicy(policies, "small", "2021-12-31")).toEqual({
      ok: false,
      code: "before_first_version",
      firstDay: "2022-01-01",
    });
    expect(selectPolicy([second], "small", "2025-06-30")).toMatchObject({ ok: false, firstDay: "2025-07-01" });
  });

  test("what is no day is refused too", () => {
    expect(selectPolicy(policies, "small", "someday")).toMatchObject({ ok: false, code: "before_first_version" });
  });

  test("a policy that is not there is unknown", () => {
    expect(selectPolicy(policies, "nothing", "2026-01-01")).toEqual({ ok: false, code: "unknown_policy" });
    expect(selectPolicy([], "small", "2026-01-01")).toEqual({ ok: false, code: "unknown_policy" });
  });

  test("of two versions of one day the higher applies; the list stays as it was", () => {
    const third = version(3, "2025-07-01");
    for (const list of [
      [third, second, first],
      [second, third, first],
    ]) {
      const before = [...list];
      const selected = selectPolicy(list, "small", "2025-07-01");
      expect(selected.ok && selected.policy.version).toBe(3);
      expect(list).toEqual(before);
    }
  });
});
