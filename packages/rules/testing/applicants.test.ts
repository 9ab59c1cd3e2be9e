import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../src/evaluate/assess.ts";
import { checkFacts } from "../src/facts/check-facts.ts";
import { checkUscc } from "../src/formats/uscc.ts";
import { type Applicant, applicantDay, completeApplicant, contradictoryApplicant } from "./applicants.ts";
import { contradictions } from "./drawing/contradictions.ts";
import { zhengzhouPolicy } from "./policy.ts";

const { document } = zhengzhouPolicy;
const seed = 20_260_610;

function assessed(facts: Applicant, asOf = applicantDay) {
  const checked = checkFacts(zhengzhouPolicy, facts);
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return assess(zhengzhouPolicy, checked.facts, { asOf });
}

const contradicted = (facts: Applicant, asOf = applicantDay): string[] =>
  assessed(facts, asOf)
    .warnings.map(({ code }) => code)
    .filter((code) => document.contradictions.some((each) => each.code === code));

/** What may be missing of a complete applicant, and when. */
function mayBeMissing(fact: string, facts: Applicant): boolean {
  const papers = facts.materials_in_hand as string[];
  const listed = facts.registration_authority === "enterprise";
  const material: Record<string, boolean> = {
    credit_report_date: papers.includes("M03"),
    gsxt_query_date: papers.includes("M03") && listed,
    gsxt_pages: papers.includes("M03") && listed,
    gsxt_sealed: papers.includes("M03") && listed,
    icp_number: papers.includes("M05") && facts.has_website === true,
    permit_valid_to: papers.includes("M05") && facts.permit_required === true,
    annual_audit_year: papers.includes("M06"),
    annual_audit_covers_service_income: papers.includes("M06"),
    special_audit_year: papers.includes("M06") && facts.annual_audit_covers_service_income === false,
    audit_verification_code: papers.includes("M06"),
    five_open_items: papers.includes("M08"),
    agreement_small_micro_count: papers.includes("M10"),
    activity_evidence_count: papers.includes("M12"),
    declaration_sealed: papers.includes("M14"),
    declaration_signed_by_legal_rep: papers.includes("M14"),
    declaration_date: papers.includes("M14"),
  };
  if (fact in material) return material[fact] === false;
  if (fact === "application_round_year") return true;
  if (fact === "lease_end_date") return facts.premises_leased_sqm === 0;
  if (fact === "tech_instruments_shared") return facts.tech_has_large_instruments === false;
  return document.facts.find(({ id }) => id === fact)?.absent_means !== undefined;
}

describe("a complete applicant", () => {
  test("gives every fact but those whose absence is a statement and those that cannot exist", () => {
    fc.assert(
      fc.property(completeApplicant(), (facts) => {
        const wrong = document.facts.filter(({ id }) => !(id in facts) && !mayBeMissing(id, facts)).map(({ id }) => id);
        expect(wrong).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  test("names nothing of a paper that is not in hand", () => {
    fc.assert(
      fc.property(completeApplicant(), (facts) => {
        for (const material of document.materials) {
          const papers = [material, ...material.parts];
          if ((facts.materials_in_hand as string[]).includes(material.id)) continue;
          expect(papers.flatMap(({ shown_by }) => shown_by).filter((fact) => fact in facts)).toEqual([]);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  test.each([applicantDay, "2024-02-29", "2027-12-31"])("contradicts nothing, whatever the day: %s", (asOf) => {
    fc.assert(
      fc.property(completeApplicant({ asOf }), (facts) => {
        expect(contradicted(facts, asOf)).toEqual([]);
        expect(checkUscc(facts.uscc as string).ok).toBe(true);
        if (facts.submission_date !== undefined) expect((facts.submission_date as string) >= asOf).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  test("is often enough one that meets everything, and each criterion meets every status that facts can give it", () => {
    const verdicts = new Map<string, number>();
    const seen = new Set<string>();
    fc.assert(
      fc.property(completeApplicant(), (facts) => {
        const { verdict, criteria } = assessed(facts);
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        for (const { id, status } of criteria) seen.add(`${id} ${status}`);
      }),
      { seed, numRuns: 1_500 },
    );
    for (const verdict of ["not_met", "undetermined", "met_pending_review"])
      expect(verdicts.get(verdict), verdict).toBeGreaterThan(8);
    for (const { id } of document.criteria) {
      expect([id, seen.has(`${id} met`), seen.has(`${id} not_met`)]).toEqual([id, true, true]);
    }
  });

  test("a day that is none is refused", () => {
    expect(() => completeApplicant({ asOf: "2026-02-30" })).toThrow(RangeError);
  });
});

describe("a contradictory applicant", () => {
  test("contradicts itself in the way it says", () => {
    fc.assert(
      fc.property(contradictoryApplicant(), ({ facts, code }) => {
        expect(contradicted(facts)).toContain(code);
      }),
      { seed, numRuns: 400 },
    );
  });

  test("there is a way for each contradiction of the policy", () => {
    expect(Object.keys(contradictions).sort()).toEqual(document.contradictions.map(({ code }) => code).sort());
  });
});
