import { describe, expect, test } from "vitest";
import { assess } from "../../src/evaluate/assess.ts";
import { relevantFacts } from "../../src/evaluate/relevance.ts";
import { checkFacts } from "../../src/facts/check-facts.ts";
import { compilePolicy } from "../../src/policy/compile.ts";
import type { Policy } from "../../src/policy/policy.ts";
import type { Applicant } from "../../testing/applicants.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";

const { document } = zhengzhouPolicy;
const strong: Applicant = { ...document.cases.bases.B1 };

type Settings = Readonly<Record<string, string>>;

function policyWith(values: Settings): Policy {
  const settings = document.settings.map((setting) => ({ ...setting, value: values[setting.id] ?? setting.value }));
  return compilePolicy({ ...document, settings });
}

function on(values: Settings, id: string, facts: Applicant, deadline?: string) {
  const policy = policyWith(values);
  const checked = checkFacts(policy, { ...strong, ...facts });
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  const round = deadline === undefined ? null : { year: 2026, submissionDeadline: deadline };
  const { criteria } = assess(policy, checked.facts, { asOf: "2026-06-10", round });
  const { status, reason, gap, earliestDate } = criteria.find((each) => each.id === id) ?? {};
  return { status, reason, gap, earliestDate };
}

describe("settings: readings of the law that are ours", () => {
  test("are marked, grounded, of two options at least, and used by a criterion or a form", () => {
    const used = JSON.stringify([document.criteria, document.forms]);
    for (const { id, mark, ground, options, value } of document.settings) {
      expect(["解释", "设置"], id).toContain(mark);
      expect(ground.length, id).toBeGreaterThan(5);
      expect(options.length, id).toBeGreaterThan(1);
      expect(
        options.map((option) => option.value),
        id,
      ).toContain(value);
      expect(used, id).toContain(`"setting":"${id}"`);
    }
  });

  test("every option of every setting can be chosen", () => {
    for (const { id, options } of document.settings) {
      for (const { value } of options) expect(policyWith({ [id]: String(value) }).criteria, id).toHaveLength(26);
    }
  });

  test.each<[Settings, Applicant, string | undefined, unknown]>([
    // On the submission date, or on the last day of submission of the announced round.
    [{}, { established_date: "2024-09-25" }, "2026-09-25", { status: "not_met", earliestDate: "2026-09-25" }],
    [{ two_years_reference: "round_deadline" }, { established_date: "2024-09-25" }, "2026-09-25", { status: "met" }],
    [
      { two_years_reference: "round_deadline" },
      { established_date: "2024-09-26" },
      "2026-09-25",
      { status: "not_met", earliestDate: "2026-09-26" },
    ],
    [
      { two_years_reference: "round_deadline" },
      { established_date: "2010-01-01" },
      undefined,
      { status: "undetermined" },
    ],
    // Time before a move into the city: unclear, counted, or not counted.
    [
      {},
      { moved_into_zhengzhou_date: "2025-03-01" },
      undefined,
      { status: "undetermined", reason: "reading", earliestDate: "2027-03-01" },
    ],
    [
      { relocation_reading: "count_everywhere" },
      { moved_into_zhengzhou_date: "2025-03-01" },
      undefined,
      { status: "met" },
    ],
    [
      { relocation_reading: "count_in_zhengzhou" },
      { moved_into_zhengzhou_date: "2025-03-01" },
      undefined,
      { status: "not_met", earliestDate: "2027-03-01" },
    ],
    [
      { relocation_reading: "count_in_zhengzhou" },
      { moved_into_zhengzhou_date: "2024-06-10" },
      undefined,
      { status: "met" },
    ],
    [{ relocation_reading: "count_in_zhengzhou" }, {}, undefined, { status: "met" }],
    [
      { relocation_reading: "count_in_zhengzhou", two_years_reference: "round_deadline" },
      { moved_into_zhengzhou_date: "2024-09-26" },
      "2026-09-25",
      { status: "not_met" },
    ],
    [
      { two_years_reference: "round_deadline" },
      { moved_into_zhengzhou_date: "2024-09-26" },
      "2026-09-25",
      { status: "undetermined", reason: "reading" },
    ],
    [
      { relocation_reading: "count_everywhere", two_years_reference: "round_deadline" },
      { moved_into_zhengzhou_date: "2024-09-26" },
      "2026-09-25",
      { status: "met" },
    ],
  ])("%j: two years of %j by a deadline %s", (values, facts, deadline, wanted) => {
    expect(on(values, "art6_1_two_years", facts, deadline)).toMatchObject(wanted as object);
  });

  const served = {
    smes_served_prev_year: 60,
    smes_served_year_before: 50,
    smes_served_two_years_before: 40,
    satisfied_count: 60,
    unsatisfied_count: 0,
  };

  test.each<[string, Applicant, unknown]>([
    ["undetermined", { ...served, individual_businesses_in_served: 1 }, { status: "undetermined", reason: "reading" }],
    ["count", { ...served, individual_businesses_in_served: 1 }, { status: "met" }],
    ["exclude", { ...served, individual_businesses_in_served: 1 }, { status: "not_met", gap: "1" }],
    ["exclude", served, { status: "met" }],
  ])("individual businesses %s", (value, facts, wanted) => {
    expect(on({ individual_business_reading: value }, "art6_3_sme_count", facts)).toMatchObject(wanted as object);
  });

  test.each<[string, Applicant, unknown]>([
    ["officer", { smes_served_two_years_before: 82 }, { status: "undetermined", reason: "officer" }],
    ["ignore", { smes_served_two_years_before: 82 }, { status: "met" }],
    ["ignore", { smes_served_year_before: 96 }, { status: "not_met" }],
  ])("uneven growth %s", (value, facts, wanted) => {
    expect(on({ uneven_growth_reading: value }, "art6_3_growth", facts)).toMatchObject(wanted as object);
  });

  const staff = (service: number, either: number, both: number) => ({
    service_staff_count: service,
    staff_degree_or_title_count: either,
    staff_degree_and_title_count: both,
  });

  test.each<[string, Applicant, unknown]>([
    ["union", staff(20, 16, 15), { status: "met" }],
    ["intersection", staff(20, 16, 15), { status: "not_met", gap: "1" }],
    ["intersection", staff(20, 16, 16), { status: "met" }],
  ])("degree and title by %s", (value, facts, wanted) => {
    expect(on({ staff_ratio_reading: value }, "art6_6_staff_ratio", facts)).toMatchObject(wanted as object);
  });

  test.each(["art7_tech", "art7_training"])("a qualification that the law does not require, %s", (id) => {
    const facts = { tech_qualification: "not_required", training_qualification: "not_required" };
    expect(on({}, id, facts)).toMatchObject({ status: "undetermined", reason: "reading" });
    expect(on({ qualification_not_required_reading: "met" }, id, facts)).toMatchObject({ status: "met" });
    expect(
      on({ qualification_not_required_reading: "met" }, id, {
        tech_qualification: "none",
        training_qualification: "none",
      }),
    ).toMatchObject({
      status: "not_met",
    });
  });

  test("what a reading leaves out is not asked for", () => {
    const asks = (values: Settings) => relevantFacts(policyWith(values), emptyFacts(values), { asOf: "2026-06-10" });
    expect(asks({})).toContain("individual_businesses_in_served");
    expect(asks({ individual_business_reading: "count" })).not.toContain("individual_businesses_in_served");
    expect(asks({ uneven_growth_reading: "ignore" })).not.toContain("smes_served_two_years_before");
    expect(asks({ relocation_reading: "count_everywhere" })).not.toContain("moved_into_zhengzhou_date");
  });
});

function emptyFacts(values: Settings) {
  const checked = checkFacts(policyWith(values), {}, { unknown: document.facts.map(({ id }) => id) });
  if (!checked.ok) throw new Error("refused");
  return checked.facts;
}
