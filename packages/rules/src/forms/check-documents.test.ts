import { describe, expect, test } from "vitest";
import { addedWrongly, leftOutWrongly, mistypedWrongly } from "../../testing/document-faults.ts";
import { checkSchema } from "./check-documents.ts";

const every = { code: "X01", id: "tried", level: "error", article: "附件2", mark: "原文", text: "两处不一致" };
const one = { number: "1" };
const values = [{ field: "basics.assets" }];
/** Each kind of check with everything that it may say, and what of that may be left out. */
const checks: [Record<string, unknown>, string[]][] = [
  [{ kind: "agree", figures: [one, one] }, []],
  [{ kind: "compare", left: one, compare: "<=", right: one }, []],
  [{ kind: "each_row", list: "operation", left: "income", compare: ">=", right: "profit" }, []],
  [{ kind: "share", part: one, whole: one, stated: one, within: "0.1" }, []],
  [{ kind: "ratio_at_least", part: one, whole: one, at_least: "0.8" }, []],
  [{ kind: "not_times", figures: [one, one], times: "10000", within_percent: "1" }, []],
  [{ kind: "range", values, least: "0", most: "100" }, ["least", "most"]],
  [{ kind: "not_after_today", values: [{ list: "staff", column: "since" }] }, []],
  [{ kind: "elapsed", since_latest: ["basics.registered_on"], years: 2 }, []],
  [{ kind: "same_date", fields: ["a.b", "c.d"] }, []],
  [{ kind: "together", fields: ["a.b", "c.d"] }, []],
  [{ kind: "no_duplicates", list: "staff" }, []],
  [{ kind: "without_applicant", list: "served" }, []],
  [{ kind: "not_repeated", list: "served", column: "phone", bodies: 3 }, []],
  [{ kind: "within", list: "sampled", of: "served" }, []],
];
const takes = (check: unknown): boolean => checkSchema.safeParse(check).success;

describe("a check of the forms", () => {
  test.each(checks)("%j: nothing is left out, added or of another type", (own, optional) => {
    const document = { ...every, ...own };
    expect(takes(document)).toBe(true);
    const known = { document, takes, optional: new Set(optional), isOpen: () => false, isLoose: () => false };
    expect([leftOutWrongly(known), addedWrongly(known), mistypedWrongly(known)]).toEqual([[], [], []]);
  });

  test("is one of its kinds", () => {
    expect(takes({ ...every, kind: "other", list: "staff" })).toBe(false);
    expect(takes({ ...every, kind: "no_duplicates", list: "staff", of: "served" })).toBe(false);
  });

  test.each<[string, Record<string, unknown>, unknown[], unknown[]]>([
    ["code", { kind: "no_duplicates", list: "staff" }, ["X01", "X99"], ["Y01", "X1", "X011", "xX01", "X01x", ""]],
    ["id", { kind: "no_duplicates", list: "staff" }, ["a_1"], ["A", "1a", ""]],
    ["level", { kind: "no_duplicates", list: "staff" }, ["error", "warning"], ["notice"]],
    ["mark", { kind: "no_duplicates", list: "staff" }, ["原文", "解释", "设置"], ["text"]],
    ["list", { kind: "no_duplicates" }, ["staff"], ["Staff", ""]],
    ["figures", { kind: "agree" }, [[one, one]], [[one], []]],
    ["figures", { kind: "not_times", times: "1", within_percent: "1" }, [[one, one]], [[one], []]],
    ["compare", { kind: "compare", left: one, right: one }, ["<=", ">=", "="], ["<", "==", ""]],
    ["compare", { kind: "each_row", list: "a", left: "b", right: "c" }, ["<=", ">=", "="], ["<", "==", ""]],
    [
      "within",
      { kind: "share", part: one, whole: one, stated: one },
      ["0", "0.1", "12.123456"],
      ["0,1", "0.1234567", "-1", ".5", "1.", "x1", "1x", 5],
    ],
    ["least", { kind: "range", values }, ["0", "0.5"], ["-1", 5]],
    ["values", { kind: "range" }, [values, [{ list: "staff", column: "age" }]], [[], [{ list: "staff" }], [{}]]],
    ["values", { kind: "not_after_today" }, [values], [[]]],
    ["since_latest", { kind: "elapsed", years: 2 }, [["a.b"], ["a.b", "c.d"]], [[], ["a"]]],
    ["years", { kind: "elapsed", since_latest: ["a.b"] }, [1, 2], [0, -1, 1.5]],
    ["fields", { kind: "same_date" }, [["a.b", "c.d"]], [["a.b"], ["a.b", "c.d", "e.f"]]],
    ["fields", { kind: "together" }, [["a.b", "c.d"]], [["a.b"], ["a.b", "c.d", "e.f"]]],
    ["bodies", { kind: "not_repeated", list: "a", column: "b" }, [2, 3], [1, 0, 2.5]],
  ])("%s of %j: takes some values and refuses others", (key, rest, taken, refused) => {
    const read = (value: unknown) => [value, takes({ ...every, ...rest, [key]: value })];
    for (const value of taken) expect(read(value)).toEqual([value, true]);
    for (const value of refused) expect(read(value)).toEqual([value, false]);
  });
});
