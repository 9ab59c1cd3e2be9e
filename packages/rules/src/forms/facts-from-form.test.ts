import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changed, type FormChange, withEveryRow, withRow } from "../../testing/forms/changed.ts";
import { processorTime } from "../../testing/forms/processor-time.ts";
import { randomForm } from "../../testing/forms/random-form.ts";
import { sampleContext, sampleForm } from "../../testing/forms/sample-form.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { smallPolicy } from "../../testing/small-policy.ts";
import { assess } from "../evaluate/assess.ts";
import { checkFacts } from "../facts/check-facts.ts";
import { type FormFacts, factsFromForm } from "./facts-from-form.ts";
import type { FormContext, FormData, FormValues } from "./forms.ts";

const factsOn = (change: FormChange, context: Partial<FormContext> = {}): FormFacts =>
  factsFromForm(zhengzhouPolicy, changed(sampleForm(), change), { ...sampleContext, ...context });

function assessmentOf({ facts, unknown }: FormFacts) {
  const checked = checkFacts(zhengzhouPolicy, facts, { unknown });
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return assess(zhengzhouPolicy, checked.facts, { asOf: "2026-06-10", round: null });
}
const statusOn = (change: FormChange, criterion: string): string | undefined =>
  assessmentOf(factsOn(change)).criteria.find(({ id }) => id === criterion)?.status;
const served = (change: (rows: readonly FormValues[]) => readonly FormValues[]): FormChange => ({
  lists: { served: change },
});

describe("the facts of a complete form", () => {
  test("decide the case without a second typing", () => {
    const found = factsOn({});
    expect(found).toMatchObject({ unknown: [], contradictory: [] });
    expect(assessmentOf(found)).toMatchObject({ verdict: "met_pending_review", missingFacts: [] });
  });

  test("are exact, in the units of the facts", () => {
    expect(
      factsOn({ lists: { operation: withRow(0, { tax_paid: "12.345678", total_profit: "-0.5" }) } }).facts,
    ).toMatchObject({
      platform_name: "郑州某某中小企业服务有限公司",
      uscc: "91410100MA9K12344B",
      established_date: "2019-03-18",
      application_round_year: 2026,
      submission_date: "2026-06-10",
      total_assets_prev_year_end_yuan: "3200000",
      operating_income_prev_year_yuan: "2600000",
      service_income_prev_year_yuan: "2100000",
      total_profit_prev_year_yuan: "-5000",
      tax_paid_prev_year_yuan: "123456.78",
      equipment_purchase_price_yuan: "480000",
      smes_served_prev_year: 96,
      smes_served_year_before: 81,
      smes_served_two_years_before: 70,
      satisfied_count: 93,
      unsatisfied_count: 3,
      unrated_count: 0,
      premises_owned_sqm: 0,
      premises_leased_sqm: 420,
      partner_orgs_with_agreement: 8,
      service_staff_count: 16,
      total_employees: 22,
      staff_degree_or_title_count: 15,
      staff_degree_and_title_count: 12,
      has_service_facilities: true,
      has_website: true,
      icp_number: "豫ICP备12345678号-1",
      agreement_small_micro_count: 96,
      declaration_date: "2026-06-08",
      platform_type: "comprehensive",
      total_service_volume: 400,
    });
  });

  test("hold the largest amounts to the 分", () => {
    const { facts } = factsOn({ lists: { operation: withRow(0, { operating_income: "999999999.999999" }) } });
    expect(facts.operating_income_prev_year_yuan).toBe("9999999999999.99");
  });

  test("take the years from the round and the day from received-on", () => {
    const next = factsOn({}, { roundYear: 2025, submissionDate: null }).facts;
    expect(next).toMatchObject({ application_round_year: 2025, smes_served_year_before: 70 });
    expect(next).not.toHaveProperty("submission_date");
  });
});

describe("an empty form", () => {
  const none: FormData = { sections: {}, lists: {} };

  test("states the round and nothing else", () => {
    expect(factsFromForm(zhengzhouPolicy, none, { ...sampleContext, submissionDate: null })).toEqual({
      facts: { application_round_year: 2026 },
      unknown: [],
      contradictory: [],
    });
  });

  test("leaves no website and no equipment open, never false", () => {
    const { facts } = factsFromForm(
      zhengzhouPolicy,
      { sections: {}, lists: { equipment: [{ price: null }] } },
      sampleContext,
    );
    expect(facts).not.toHaveProperty("has_website");
    expect(facts).not.toHaveProperty("has_service_facilities");
  });

  test("of a policy without forms states the round alone", () => {
    expect(factsFromForm(smallPolicy({ facts: {} }), none, sampleContext).facts).toEqual({
      application_round_year: 2026,
      submission_date: "2026-06-10",
    });
  });
});

describe("places that differ", () => {
  test.each<[string, FormChange, string, string]>([
    [
      "§一 and §二",
      { fields: { "basics.total_assets": "320.01" } },
      "total_assets_prev_year_end_yuan",
      "art6_2_assets",
    ],
    [
      "§二 and the audit",
      { fields: { "supplement.audited_service_income": "211" } },
      "service_income_prev_year_yuan",
      "art6_2_service_income",
    ],
    ["list and foot", { fields: { "served_total.enterprises": 97 } }, "smes_served_prev_year", "art6_3_sme_count"],
    [
      "list and §二",
      { lists: { operation: withRow(0, { smes_served: 97 }) } },
      "smes_served_prev_year",
      "art6_3_growth",
    ],
    [
      "staff list and stated figure",
      { fields: { "basics.qualified_staff": 16 } },
      "staff_degree_or_title_count",
      "art6_6_staff_ratio",
    ],
    [
      "form and licence",
      { fields: { "supplement.licence_registered_on": "2019-03-19" } },
      "established_date",
      "art6_1_two_years",
    ],
  ])("%s leave the fact unknown and the criterion open", (_, change, fact, criterion) => {
    const found = factsOn(change);
    expect(found.contradictory).toEqual([fact]);
    expect(found.unknown).toContain(fact);
    expect(found.facts).not.toHaveProperty(fact);
    expect(statusOn(change, criterion)).toBe("undetermined");
  });

  test("a website given and denied contradict each other", () => {
    expect(factsOn({ fields: { "supplement.has_website": false } }).contradictory).toEqual(["has_website"]);
    expect(factsOn({ fields: { "supplement.has_website": false, "basics.website": null } }).facts.has_website).toBe(
      false,
    );
  });

  test("leave the satisfaction open too, which is counted in the list", () => {
    const change: FormChange = { fields: { "served_total.enterprises": 97 } };
    expect(factsOn(change).unknown).toEqual(
      expect.arrayContaining([
        "satisfied_count",
        "unsatisfied_count",
        "unrated_count",
        "individual_businesses_in_served",
      ]),
    );
    expect(statusOn(change, "art6_3_satisfaction")).toBe("undetermined");
  });

  test("one place alone is enough", () => {
    const change: FormChange = {
      fields: { "served_total.enterprises": null },
      lists: { operation: withRow(0, { smes_served: null }) },
    };
    expect(factsOn(change).facts.smes_served_prev_year).toBe(96);
    expect(factsOn(served(() => [])).facts.smes_served_prev_year).toBe(96);
  });
});

describe("the list of served firms", () => {
  const agree: FormChange = {
    fields: { "served_total.enterprises": null },
    lists: { operation: withRow(0, { smes_served: null }) },
  };
  const withServed = (change: (rows: readonly FormValues[]) => readonly FormValues[]): FormFacts =>
    factsOn({ ...agree, lists: { ...agree.lists, served: change } });

  test("counts a firm once, and as unsatisfied where one of its rows is", () => {
    const { facts } = withServed((rows) => [...rows, { ...rows[0], satisfaction: "unsatisfied" }]);
    expect(facts).toMatchObject({ smes_served_prev_year: 96, satisfied_count: 92, unsatisfied_count: 4 });
  });

  test("counts firms without a mark as unrated", () => {
    const { facts } = withServed(withRow(0, { satisfaction: null }));
    expect(facts).toMatchObject({ satisfied_count: 92, unsatisfied_count: 3, unrated_count: 1 });
  });

  const individual = "92410100MA9K12344";
  const coded = (count: number) => (rows: readonly FormValues[]) =>
    rows.map((row, at) => ({ ...row, enterprise_uscc: `${at < count ? individual : "91410100MA9K12344"}${at}` }));

  test("counts individual businesses by their code where every firm has one", () => {
    expect(withServed(coded(4)).facts.individual_businesses_in_served).toBe(4);
    expect(withServed(coded(0)).facts.individual_businesses_in_served).toBe(0);
  });

  test("leaves them out where no code says anything, and unknown where some are there", () => {
    const none = withServed((rows) => rows);
    expect(none.facts).not.toHaveProperty("individual_businesses_in_served");
    expect(none.unknown).not.toContain("individual_businesses_in_served");
    const some = withServed(withRow(0, { enterprise_uscc: `${individual}0` }));
    expect(some.facts).not.toHaveProperty("individual_businesses_in_served");
    expect(some.unknown).toEqual(["individual_businesses_in_served"]);
    expect(some.contradictory).toEqual([]);
  });

  test("takes the stated number where the codes do not exclude it", () => {
    const stated = (count: number) =>
      factsOn({
        fields: { "supplement.individual_businesses_in_served": count },
        lists: { served: withRow(0, { enterprise_uscc: `${individual}0` }) },
      });
    expect(stated(1).facts.individual_businesses_in_served).toBe(1);
    expect(stated(0).contradictory).toEqual(["individual_businesses_in_served"]);
  });

  test("counts small firms with an agreement for the material", () => {
    const { facts } = factsOn(
      served((rows) => withRow(0, { service_agreement_signed_on: null })(withRow(1, { small_or_micro: false })(rows))),
    );
    expect(facts.agreement_small_micro_count).toBe(94);
  });
});

describe("the staff list", () => {
  const staff = (
    change: (rows: readonly FormValues[]) => readonly FormValues[],
    stated: number | null = null,
  ): FormFacts => factsOn({ fields: { "basics.qualified_staff": stated }, lists: { staff: change } });

  test("counts neither outside experts nor those who serve no SMEs", () => {
    const { facts } = staff((rows) => withRow(1, { employed: false })(withRow(2, { serves_smes: false })(rows)));
    expect(facts).toMatchObject({
      service_staff_count: 14,
      staff_degree_or_title_count: 13,
      staff_degree_and_title_count: 10,
    });
  });

  test("counts all rows where the form is silent about employment", () => {
    expect(staff(withEveryRow({ employed: null, serves_smes: null })).facts.service_staff_count).toBe(16);
  });

  test("gives way to the stated figure where degrees and titles are not given", () => {
    const silent = withEveryRow({ college_or_above: null, middle_title_or_above: null });
    expect(staff(silent, 14).facts).toMatchObject({ staff_degree_or_title_count: 14 });
    expect(staff(silent, 14).facts).not.toHaveProperty("staff_degree_and_title_count");
    expect(staff(silent).facts).not.toHaveProperty("staff_degree_or_title_count");
    expect(staff(silent, 17).contradictory).toEqual(["staff_degree_or_title_count"]);
  });

  test("stays open between the ends that it leaves", () => {
    const one = withRow(3, { college_or_above: null, middle_title_or_above: null });
    expect(staff(one).unknown).toEqual(["staff_degree_or_title_count", "staff_degree_and_title_count"]);
    expect(staff(one, 15).facts.staff_degree_or_title_count).toBe(15);
    expect(staff(one, 14).facts.staff_degree_or_title_count).toBe(14);
    expect(staff(one, 13).contradictory).toEqual(["staff_degree_or_title_count"]);
  });
});

describe("the partners", () => {
  const partners = (change: (rows: readonly FormValues[]) => readonly FormValues[]): unknown =>
    factsOn({ lists: { partners: change } }).facts.partner_orgs_with_agreement;

  test("are distinct, without the applicant, with an agreement in force", () => {
    expect(partners((rows) => [...rows, ...rows])).toBe(8);
    expect(partners(withRow(0, { partner_name: "郑州某某中小企业服务有限公司" }))).toBe(7);
    expect(partners(withRow(0, { agreement_ends_on: "2026-06-09" }))).toBe(7);
    expect(partners(withRow(0, { agreement_ends_on: null }))).toBe(8);
  });
});

test("the longest lists are read within 200 ms", () => {
  const form = sampleForm({ served: 5_000, staff: 5_000 });
  expect(factsFromForm(zhengzhouPolicy, form, sampleContext).contradictory).toEqual([]);
  expect(processorTime(() => void factsFromForm(zhengzhouPolicy, form, sampleContext))).toBeLessThan(200);
});

test("whatever can be read gives facts that can be assessed", () => {
  fc.assert(
    fc.property(randomForm(zhengzhouPolicy), (form) => {
      const found = factsFromForm(zhengzhouPolicy, form, sampleContext);
      expect(["not_met", "undetermined", "met_pending_review"]).toContain(assessmentOf(found).verdict);
      for (const fact of found.contradictory) expect(found.unknown).toContain(fact);
      for (const fact of found.unknown) expect(found.facts).not.toHaveProperty(fact);
    }),
    { numRuns: 80, seed: 20_260_610 },
  );
});
