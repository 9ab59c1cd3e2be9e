import fc from "fast-check";
import { formatDate } from "../../src/facts/calendar.ts";
import { type Applicant, stated } from "./applicant.ts";
import { centsAround, countAround, dayAround, decimalOf, moneyText, mostly, mostlyTrue } from "./values.ts";

/** Money, audit and credit. Service income is a part of operating income. */
export const finance: fc.Arbitrary<Applicant> = fc
  .record({
    assets: centsAround(1_500_000),
    income: centsAround(1_000_000),
    otherIncome: centsAround(100_000),
    profit: fc.integer({ min: -100_000_000, max: 100_000_000 }),
    tax: centsAround(10_000),
    positive: mostlyTrue,
    opinion: mostly(["unqualified"], ["qualified", "adverse", "disclaimer"]),
    credit: mostly(["clean"], ["penalty", "abnormal_listed", "serious_listed"]),
  })
  .map((drawn) => ({
    total_assets_prev_year_end_yuan: moneyText(drawn.assets),
    service_income_prev_year_yuan: moneyText(drawn.income),
    operating_income_prev_year_yuan: moneyText(drawn.income + drawn.otherIncome),
    total_profit_prev_year_yuan: moneyText(drawn.profit),
    tax_paid_prev_year_yuan: moneyText(drawn.tax),
    net_assets_positive: drawn.positive,
    audit_opinion: drawn.opinion,
    credit_status: drawn.credit,
    penalty_details: "无",
  }));

/** Firms served in three years and how they judged. Individual businesses and unrated firms may be left out as statements. */
export const served: fc.Arbitrary<Applicant> = fc
  .record({
    served: countAround(60, 200),
    before: fc.integer({ min: -8, max: 3 }),
    twoBefore: fc.integer({ min: -8, max: 3 }),
    individual: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined, freq: 2 }),
    unrated: mostly([0], [1, 2, 3, 500]),
    dissatisfied: fc.integer({ min: -2, max: 2 }),
    share: mostly([0.1], [0, 0.05, 0.5, 1]),
    stateUnrated: fc.boolean(),
  })
  .map((drawn) => {
    const unrated = Math.min(drawn.unrated, drawn.served);
    const rated = drawn.served - unrated;
    const unsatisfied = Math.min(rated, Math.max(0, Math.round(drawn.served * drawn.share) + drawn.dissatisfied));
    const before = Math.max(0, drawn.served + drawn.before);
    return stated({
      smes_served_prev_year: drawn.served,
      smes_served_year_before: before,
      smes_served_two_years_before: Math.max(0, before + drawn.twoBefore),
      individual_businesses_in_served:
        drawn.individual === undefined ? undefined : Math.min(drawn.individual, drawn.served),
      satisfied_count: rated - unsatisfied,
      unsatisfied_count: unsatisfied,
      unrated_count: drawn.stateUnrated ? unrated : undefined,
    });
  });

const area: fc.Arbitrary<number> = mostly([0, 420], [1, 0.5, 99.9999]);

/** Premises, equipment and partners. A lease that does not exist has no last day, or a meaningless one. */
export function premises(submission: number): fc.Arbitrary<Applicant> {
  return fc
    .record({
      owned: area,
      leased: area,
      leaseEnd: fc.oneof(dayAround(submission, [0], 300), fc.integer({ min: submission, max: submission + 2_000 })),
      idleLease: fc.boolean(),
      matches: mostlyTrue,
      facilities: mostlyTrue,
      equipment: fc.integer({ min: 0, max: 60 }),
      price: centsAround(500_000),
      partners: countAround(5, 30),
    })
    .map((drawn) =>
      stated({
        premises_owned_sqm: drawn.owned,
        premises_leased_sqm: drawn.leased,
        lease_end_date: drawn.leased > 0 || drawn.idleLease ? formatDate(drawn.leaseEnd) : undefined,
        premises_address_matches: drawn.matches,
        has_service_facilities: drawn.facilities,
        equipment_count: drawn.equipment,
        equipment_purchase_price_yuan: moneyText(drawn.price),
        partner_orgs_with_agreement: drawn.partners,
      }),
    );
}

/** Service volumes: the union of the public and the low-fee part stays within the total. */
export const volumes: fc.Arbitrary<Applicant> = fc
  .record({
    unit: mostly(["次", "家", "人次", "工时", "合同"], ["mixed"]),
    total: mostly([400, 1_000], [0, 0.5, 33.3333]),
    share: mostly([2_000, 1_999, 2_001, 5_000], [0, 10_000]),
    low: fc.integer({ min: 0, max: 100 }),
    overlap: fc.integer({ min: 0, max: 100 }),
  })
  .map((drawn) => {
    const total = Math.round(drawn.total * 10_000);
    const union = Math.floor((total * drawn.share) / 10_000);
    const low = Math.floor((union * drawn.low) / 100);
    const rest = union - low;
    // Whatever is counted in both parts is added to the one and taken off by the overlap again.
    const overlap = Math.floor((low * drawn.overlap) / 100);
    return {
      service_volume_unit: drawn.unit,
      total_service_volume: decimalOf(total),
      public_service_volume: decimalOf(rest + overlap),
      low_fee_service_volume: decimalOf(low),
      public_low_fee_overlap_volume: decimalOf(overlap),
    };
  });

/** Staff: those with both a degree and a title are among those with either, these among the service staff. */
export const staff: fc.Arbitrary<Applicant> = fc
  .record({
    service: countAround(12, 60),
    others: fc.integer({ min: 0, max: 20 }),
    either: mostly([0.8, 0.8, 0.9, 1], [0, 0.5]),
    eitherOffset: fc.integer({ min: -1, max: 1 }),
    both: mostly([0.9, 1], [0, 0.3]),
  })
  .map((drawn) => {
    const either = Math.min(drawn.service, Math.max(0, Math.round(drawn.service * drawn.either) + drawn.eitherOffset));
    return {
      service_staff_count: drawn.service,
      total_employees: drawn.service + drawn.others,
      staff_degree_or_title_count: either,
      staff_degree_and_title_count: Math.floor(either * drawn.both),
    };
  });

const rules = [
  "has_management_system",
  "has_service_process",
  "has_fee_standard",
  "has_quality_assurance",
  "has_small_micro_discount_rule",
  "has_development_plan",
  "has_annual_service_target",
];

/** Written rules: mostly there. */
export const writtenRules: fc.Arbitrary<Applicant> = fc
  .tuple(...rules.map(() => mostlyTrue))
  .map((values) => Object.fromEntries(rules.map((fact, index) => [fact, values[index]])));
