import { describe, expect, it } from "vitest";
import { labelOfValue, valueLabelsInForm } from "./value-labels.ts";

describe("what values are called", () => {
  it("calls a value in a record's history as the form does in which it was chosen", () => {
    for (const [form, resource, field, value] of [
      ["applications/judge-material", "application_materials", "verdict", "accepted"],
      ["applications/assign-experts", "expert_panels", "method", "draw"],
      ["applications/record-answer", "surveys", "rating", "dissatisfied"],
      ["notices/objections", "objections", "channel", "letter"],
      ["notices/create", "notices", "kind", "general"],
      ["packages/create", "packages", "kind", "annual_package"],
      ["inspections/record", "inspections", "result", "absent"],
      ["inspections/record", "city_checks", "result", "absent"],
      ["inspections/record", "certifications", "result", "absent"],
    ] as const) {
      const label = valueLabelsInForm(form, field)?.[value];
      expect(label, `${form} ${field}`).toMatch(/[\u4e00-\u9fff]/);
      expect(labelOfValue(resource, field, value), `${resource} ${field}`).toBe(label);
    }
  });

  it("offers in a form only what can be chosen there", () => {
    expect(Object.keys(valueLabelsInForm("notices/create", "kind") ?? {})).toEqual(["certification", "general"]);
    expect(Object.keys(valueLabelsInForm("notices/objections", "channel") ?? {})).not.toContain("portal");
    expect(Object.keys(valueLabelsInForm("inspections/hear", "result") ?? {})).toEqual(["passed", "failed"]);
  });

  it("has no words for what is no choice", () => {
    expect(valueLabelsInForm("inspections/record", "findings")).toBeNull();
    expect(labelOfValue("inspections", "findings", "passed")).toBeNull();
  });
});
