import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { PolicyError } from "../policy/error.ts";
import { compileReportForm } from "./report-form.ts";
import { noReportForm, type ReportFieldDocument, type ReportFormDocument } from "./report-form-schema.ts";

const { document, forms, factKinds } = zhengzhouPolicy;
const shipped = document.supervision.report_form;

/** The report form of the shipped policy with some of it changed. */
function compileWith(changed: Partial<ReportFormDocument>) {
  const report_form = { ...shipped, ...changed };
  return compileReportForm({ ...document, supervision: { ...document.supervision, report_form } }, forms, factKinds);
}
const taken = (takes: string, more: object = {}): ReportFieldDocument => ({
  id: "taken",
  takes,
  required: false,
  ...more,
});
const fieldOf = (takes: string, more: object = {}) =>
  compileWith({ texts: [taken(takes, more)] }).fieldsById.get("taken");
const asTaken = {
  id: "taken",
  required: false,
  printed: true,
  personal: false,
  article: shipped.article,
  mark: shipped.mark,
};

describe("a field taken from elsewhere", () => {
  test("keeps its words, kind, unit and limits, and nothing of how it stands in its own form", () => {
    expect(fieldOf("operation.total_profit")).toEqual({
      ...asTaken,
      label: "利润总额",
      name: "利润总额",
      type: "money_wan",
      unit: "万元",
      negative: true,
      note: "亏损写负数",
    });
    expect(fieldOf("staff.age")).toMatchObject({ ...asTaken, type: "int", most: "150" });
    expect(fieldOf("basics.registered_address")).toMatchObject({ ...asTaken, type: "text", longest: 500 });
    const district = fieldOf("recommendation_cover.recommending_district");
    expect(district?.options).toContainEqual({ value: "410105", label: "金水区" });
    expect(district).not.toHaveProperty("same_as");
  });

  test("may be a fact of the policy, called as the fact is", () => {
    const fact = document.facts.find(({ id }) => id === "service_staff_count");
    expect(fieldOf("service_staff_count")).toMatchObject({ ...asTaken, name: fact?.label, type: "int", unit: "人" });
  });

  test("has a name, a note and a unit of its own where the form says so", () => {
    expect(fieldOf("cover.applicant_name")?.note).toBe("与营业执照或法人证书上的名称一致");
    expect(fieldOf("cover.applicant_name", { note: "全称" })?.note).toBe("全称");
    expect(fieldOf("cover.applicant_name", { name: "平台单位" })).toMatchObject({
      label: "平台单位",
      name: "平台单位",
    });
    expect(fieldOf("basics.employees", { required: true })?.required).toBe(true);
    const own = {
      id: "own_unit",
      label: "单位",
      type: "text",
      required: false,
      printed: true,
      personal: false,
    } as const;
    const { fieldsById } = compileWith({ texts: [own, taken("basics.employees", { unit_from: "own_unit" })] });
    expect(fieldsById.get("taken")).toMatchObject({ unit_from: "own_unit", unit: undefined });
  });

  test("is called by its short name where its own form has one", () => {
    const printed = forms.sections.get("narratives")?.fieldsById.get("next_plans");
    expect(printed?.name).not.toBe(printed?.label);
    expect(fieldOf("narratives.next_plans")).toMatchObject({ label: printed?.name, name: printed?.name });
  });

  test("that nothing has stops the policy", () => {
    for (const takes of ["operation.none", "none.none", "none"]) {
      expect(() => fieldOf(takes)).toThrow(PolicyError);
      expect(() => fieldOf(takes)).toThrow(`report form: no field or fact ${takes}`);
    }
  });
});

test("a report has its figures first and then its texts, each with what the form says of it", () => {
  const form = compileWith({});
  expect([form.title, form.article]).toEqual([shipped.title, shipped.article]);
  expect(form.figures.map(({ field }) => field.id)).toEqual(shipped.figures.map(({ field }) => field.id));
  expect(form.figures.map(({ halves }) => halves)).toEqual(shipped.figures.map(({ halves }) => halves));
  expect(form.figures.map(({ counts }) => counts)).toEqual(shipped.figures.map(({ counts = null }) => counts));
  expect(form.texts.map(({ id }) => id)).toEqual(shipped.texts.map(({ id }) => id));
  expect(form.fields).toEqual([...form.figures.map(({ field }) => field), ...form.texts]);
  expect([...form.fieldsById.values()]).toEqual(form.fields);
  expect(form.servedList).toBe(forms.lists.get("served"));
});

test("a policy that asks for no report has an empty form", () => {
  const { title, fields, figures, texts, servedList } = compileWith(noReportForm);
  expect({ title, fields, figures, texts, servedList }).toEqual({
    title: "",
    fields: [],
    figures: [],
    texts: [],
    servedList: null,
  });
});

test("two fields with one id stop the policy, and so does a unit that no field gives", () => {
  const again = { id: "smes_served", takes: "platform_name", required: false };
  expect(() => compileWith({ texts: [again] })).toThrow("forms: report form: two fields with one id");
  expect(() => fieldOf("basics.employees", { unit_from: "none" })).toThrow("forms: report form.taken: unit_from");
});

test("a list that is not there stops the policy, and so does a count of none", () => {
  expect(() => compileWith({ served_list: "none" })).toThrow("report form: no list none");
  expect(() => compileWith({ served_list: null })).toThrow("report form: a figure is counted and there is no list");
  const uncounted = shipped.figures.filter(({ counts }) => counts === undefined);
  expect(compileWith({ served_list: null, figures: uncounted }).servedList).toBeNull();
});
