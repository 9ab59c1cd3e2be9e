import { sampleContext, sampleForm, zhengzhouPolicy } from "@shifan/rules/testing";
import { describe, expect, it } from "vitest";
import { describeProofs } from "./proofs.ts";

const proofOf = (criterion: string) =>
  describeProofs(zhengzhouPolicy, sampleForm(), sampleContext).find((each) => each.criterion === criterion);

describe("what the case page shows beside a criterion", () => {
  it("is where the form says it, as it is printed there, and the material that proves it", () => {
    expect(proofOf("art6_2_assets")).toMatchObject({
      stated: expect.arrayContaining([expect.objectContaining({ part: "operation", value: "320万元" })]),
      materials: ["M06"],
    });
    expect(proofOf("art6_3_sme_count")?.stated).toContainEqual(
      expect.objectContaining({ part: "served", name: null, value: "96家" }),
    );
  });

  it("has no code and nothing that is personal in it", () => {
    const proofs = describeProofs(zhengzhouPolicy, sampleForm(), sampleContext);
    const personal = [...zhengzhouPolicy.forms.sections.values()].flatMap(({ id, fields }) =>
      fields.filter((field) => field.personal).map((field) => sampleForm().sections[id]?.[field.id]),
    );
    const shown = proofs.flatMap(({ stated }) => stated.map(({ value }) => value));
    for (const value of shown) {
      expect(value ?? "").not.toMatch(/^[a-z_]+$/);
      if (value !== null) expect(personal).not.toContain(value);
    }
    expect(shown.length).toBeGreaterThan(30);
  });
});
