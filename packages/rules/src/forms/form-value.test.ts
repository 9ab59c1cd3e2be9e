import { expect, test } from "vitest";
import { changed } from "../../testing/forms/changed.ts";
import { sampleForm } from "../../testing/forms/sample-form.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { formValue } from "./form-value.ts";

test.each([
  ["basics.total_assets", "320"],
  ["basics.fax", null],
  ["declaration.declaring_unit", "郑州某某中小企业服务有限公司"],
  ["declaration.legal_representative", "张明"],
  ["basics.nothing", null],
  ["nothing.at_all", null],
  ["__proto__.constructor", null],
  ["basics", null],
])("%s is printed as %s", (reference, wanted) => {
  expect(formValue(zhengzhouPolicy, sampleForm(), reference)).toBe(wanted);
});

test("what is written wins over what it shares", () => {
  const form = changed(sampleForm(), { fields: { "declaration.declaring_unit": "另一个名称" } });
  expect(formValue(zhengzhouPolicy, form, "declaration.declaring_unit")).toBe("另一个名称");
});

test("an empty form prints nothing", () => {
  expect(formValue(zhengzhouPolicy, { sections: {}, lists: {} }, "declaration.declaring_unit")).toBeNull();
});
