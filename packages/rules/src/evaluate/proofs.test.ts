import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { compilePolicy } from "../policy/compile.ts";
import { proofsOf } from "./proofs.ts";

const of = (criterion: string) => proofsOf(zhengzhouPolicy).find((each) => each.criterion === criterion);

describe("what proves a criterion", () => {
  test("are the facts that its test reads and the materials that the policy names", () => {
    expect(of("art6_2_assets")).toEqual({
      criterion: "art6_2_assets",
      facts: ["total_assets_prev_year_end_yuan"],
      materials: ["M06"],
    });
    expect(of("art6_4_premises")?.facts).toEqual(
      expect.arrayContaining(["premises_owned_sqm", "premises_leased_sqm", "lease_end_date"]),
    );
  });

  test("is said of every criterion, each with a fact at least", () => {
    const proofs = proofsOf(zhengzhouPolicy);
    expect(proofs.map(({ criterion }) => criterion)).toEqual(zhengzhouPolicy.document.criteria.map(({ id }) => id));
    for (const { criterion, facts } of proofs) expect(facts.length, criterion).toBeGreaterThan(0);
  });

  test.each([
    [{ art6_2_assets: ["M99"] }, /no material M99/],
    [{ art6_9_nothing: ["M06"] }, /no criterion art6_9_nothing/],
  ])("names nothing that there is not: %j", (named, refusal) => {
    const document = { ...zhengzhouPolicy.document, proofs: { mark: "解释", ground: "", of: named } };
    expect(() => compilePolicy(document)).toThrow(refusal);
  });
});
