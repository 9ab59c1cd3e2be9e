import { expect, test } from "vitest";
import type { RowCondition } from "./figures.ts";
import { rowMeets } from "./row-conditions.ts";

const row = { yes: true, no: false, code: "92410100", day: "2026-06-10", blank: null };
const is = (column: string, value: string | boolean): RowCondition => ({ column, is: value });
const open = is("blank", true);

test.each<[RowCondition, boolean | undefined]>([
  [is("yes", true), true],
  [is("no", true), false],
  [is("blank", true), undefined],
  [is("absent", true), undefined],
  [{ column: "code", begins_with: "92" }, true],
  [{ column: "code", begins_with: "91" }, false],
  [{ column: "blank", begins_with: "92" }, undefined],
  [{ column: "day", on_or_after: "submission_date" }, true],
  [{ column: "blank", on_or_after: "submission_date" }, undefined],
  [{ blank: "blank" }, true],
  [{ blank: "absent" }, true],
  [{ blank: "no" }, false],
  [{ given: "no" }, true],
  [{ given: "blank" }, false],
  [{ all: [is("yes", true), is("no", false)] }, true],
  [{ all: [open, is("no", true)] }, false],
  [{ all: [is("no", true), open] }, false],
  [{ all: [open, is("yes", true)] }, undefined],
  [{ any: [is("no", true), is("yes", false)] }, false],
  [{ any: [open, is("yes", true)] }, true],
  [{ any: [is("yes", true), open] }, true],
  [{ any: [open, is("no", true)] }, undefined],
])("%j is %s", (condition, wanted) => {
  expect(rowMeets(condition, row, "2026-06-10")).toBe(wanted);
});

test("a day before the submission is too early", () => {
  expect(rowMeets({ column: "day", on_or_after: "submission_date" }, row, "2026-06-11")).toBe(false);
});
