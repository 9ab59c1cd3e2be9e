import { expect, test } from "vitest";
import { zhengzhou } from "../../policies/zhengzhou-sme-platform/index.ts";
import { compilePolicy } from "../policy/compile.ts";
import type { PolicyDocument } from "../policy/schema.ts";

/** The shipped policy with its report form changed. */
function compileWith(change: (form: PolicyDocument["supervision"]["report_form"]) => void) {
  const document = structuredClone(zhengzhou) as PolicyDocument;
  change(document.supervision.report_form);
  return compilePolicy(document);
}

test("a field that nothing has stops the policy", () => {
  for (const takes of ["operation.none", "none.none", "none"]) {
    expect(() => compileWith((form) => form.texts.push({ id: "more", takes, required: false }))).toThrow(
      `report form: no field or fact ${takes}`,
    );
  }
});

test("two fields with one id stop the policy", () => {
  expect(() =>
    compileWith((form) => form.texts.push({ id: "smes_served", takes: "platform_name", required: false })),
  ).toThrow(/two fields with one id/);
});

test("a list that is not there stops the policy, and so does a count of none", () => {
  expect(() =>
    compileWith((form) => {
      form.served_list = "none";
    }),
  ).toThrow("report form: no list none");
  expect(() =>
    compileWith((form) => {
      form.served_list = null;
    }),
  ).toThrow("a figure is counted and there is no list");
});
