import { describe, expect, test } from "vitest";
import { changed, type FormChange, withRow } from "../../testing/forms/changed.ts";
import { sampleContext, sampleForm } from "../../testing/forms/sample-form.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { FormCase } from "./form-case.ts";
import type { FormValues } from "./forms.ts";

const caseOf = (change: FormChange = {}, context = sampleContext, policy = zhengzhouPolicy) =>
  new FormCase(policy, changed(sampleForm(), change), context);
const list = (id: string, change: (rows: readonly FormValues[]) => readonly FormValues[]): FormChange => ({
  lists: { [id]: change },
});

test("a form is looked at as of its receipt, before it as of today", () => {
  const context = { ...sampleContext, today: "2026-06-12" };
  expect(caseOf({}, { ...context, submissionDate: "2026-06-08" }).submissionDay).toBe("2026-06-08");
  expect(caseOf({}, { ...context, submissionDate: null }).submissionDay).toBe("2026-06-12");
});

test("the years of the annexes are the three before the round's", () => {
  const form = caseOf();
  expect((["base_year", "year_before", "two_years_before"] as const).map((year) => form.calendarYear(year))).toEqual([
    2025, 2024, 2023,
  ]);
});

describe("a place of a form", () => {
  test("is a field with its value, which it may share with another, and its pointer", () => {
    const form = caseOf();
    expect(form.place("basics.employees")).toMatchObject({
      field: { id: "employees" },
      value: 22,
      pointer: "/sections/basics/employees",
      row: null,
    });
    expect(form.place("declaration.declaring_unit").value).toBe("郑州某某中小企业服务有限公司");
    expect(caseOf({ fields: { "basics.employees": null } }).place("basics.employees").value).toBeNull();
  });

  test("is a cell with its column, its pointer and its row; nothing stands beyond the last row", () => {
    expect(caseOf().cell("staff", 1, "degree")).toMatchObject({
      field: { id: "degree" },
      value: "本科",
      pointer: "/lists/staff/1/degree",
      row: 1,
    });
    expect(caseOf().cell("staff", 99, "degree").value).toBeNull();
    expect(caseOf().column("staff", "age").id).toBe("age");
  });
});

test("a list that is not given has no rows, nor bodies", () => {
  const form = new FormCase(zhengzhouPolicy, { sections: {}, lists: {} }, sampleContext);
  expect(form.rows("staff")).toEqual([]);
  expect(form.bodiesOf("staff")).toEqual([]);
  expect(form.bodiesOf("no_list")).toEqual([]);
});

describe("the row of a year", () => {
  test("is the one that names it; two rows of one year say nothing, nor does none", () => {
    expect(caseOf().rowOfYear("operation", "year_before")).toBe(1);
    expect(caseOf(list("operation", (rows) => rows.toReversed())).rowOfYear("operation", "base_year")).toBe(2);
    expect(caseOf(list("operation", withRow(1, { year: 2025 }))).rowOfYear("operation", "base_year")).toBeNull();
    expect(caseOf(list("operation", withRow(1, { year: 2025 }))).rowOfYear("operation", "year_before")).toBeNull();
  });

  test("is none in a list that goes by no years", () => {
    expect(caseOf().rowOfYear("staff", "base_year")).toBeNull();
  });
});

test("the bodies of a list are worked out once", () => {
  const form = caseOf();
  const bodies = form.bodiesOf("partners");
  expect(bodies).toHaveLength(8);
  expect(form.bodiesOf("partners")).toBe(bodies);
});

describe("the applicant among the bodies of a list", () => {
  const own = (change: FormValues, more: FormChange = {}, policy = zhengzhouPolicy) => {
    const form = caseOf({ ...list("partners", withRow(0, change)), ...more }, sampleContext, policy);
    const [first, second] = form.bodiesOf("partners");
    if (!first || !second) throw new Error("no partners");
    return { first: form.isApplicant(first), second: form.isApplicant(second) };
  };
  const nameless = { fields: { "cover.applicant_name": null, "supplement.uscc": null } };

  test("is known by its code or by its name, however it is written", () => {
    expect(own({ partner_uscc: "91410100MA9K12344B" })).toEqual({ first: true, second: false });
    expect(own({ partner_name: "郑州某某中小企业服务有限公司" })).toEqual({ first: true, second: false });
    expect(own({ partner_name: " 郑州某某 中小企业服务有限公司" })).toEqual({ first: true, second: false });
    expect(own({})).toEqual({ first: false, second: false });
  });

  test("is nobody while the form names no applicant", () => {
    expect(own({ partner_uscc: "91410100MA9K12344B", partner_name: "null" }, nameless)).toEqual({
      first: false,
      second: false,
    });
  });

  test("is nobody where the policy's forms know no applicant", () => {
    const { forms } = zhengzhouPolicy;
    const policy = { ...zhengzhouPolicy, forms: { ...forms, document: { ...forms.document, applicant: null } } };
    expect(own({ partner_uscc: "91410100MA9K12344B" }, {}, policy)).toEqual({ first: false, second: false });
  });
});
