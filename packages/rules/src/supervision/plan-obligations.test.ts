import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { addMonths, dayOf, formatDate } from "../facts/calendar.ts";
import type { HolidayCalendar } from "../selection/working-days.ts";
import { firstDayOf, halfOf, lastDayOf, periodsFrom } from "./periods.ts";
import { obligationRule, planOfPackage, planOfTitle, planOfYearlyRound } from "./plan-obligations.ts";

const { document } = zhengzhouPolicy;
const noCalendar: HolidayCalendar = { years: new Set(), off: new Set(), working: new Set() };
const title = (validFrom: string, validTo: string) => ({ id: "c1", district: "410105", validFrom, validTo });
const withReading = (id: string, value: string) => ({
  supervision: {
    ...document.supervision,
    readings: document.supervision.readings.map((each) => (each.id === id ? { ...each, value } : each)),
  },
});
const plan = (
  validFrom: string,
  validTo: string,
  half: string,
  own: Pick<typeof document, "supervision"> = document,
  calendar = noCalendar,
) =>
  planOfTitle(own, title(validFrom, validTo), half, calendar).map(
    ({ kind, period, dueOn, exemption }) => `${kind} ${period} ${dueOn}${exemption === null ? "" : ` ${exemption}`}`,
  );

describe("what a title brings", () => {
  test("for a first half that it covers: inspection and summary of the half, summary of the year", () => {
    expect(plan("2026-11-20", "2029-11-20", "2027-H1")).toEqual([
      "periodic_inspection 2027-H1 2027-06-30",
      "half_year_report 2027-H1 2027-07-20",
      "annual_report 2027 2028-01-20",
    ]);
  });

  test("for a second half: no summary of its own, the year's takes its place", () => {
    expect(plan("2026-11-20", "2029-11-20", "2027-H2")).toEqual([
      "periodic_inspection 2027-H2 2027-12-31",
      "annual_report 2027 2028-01-20",
    ]);
  });

  test.each([
    ["2027-01-01", []],
    ["2027-01-02", ["partial_period", "partial_period"]],
    ["2027-06-30", ["partial_period", "partial_period"]],
  ])("given on %s binds from the first full half on", (validFrom, exemptions) => {
    const planned = planOfTitle(document, title(validFrom, "2030-01-01"), "2027-H1", noCalendar);
    expect(planned.flatMap(({ exemption }) => exemption ?? [])).toEqual(exemptions);
    // The second half is full: the year's summary is owed in any case.
    expect(planned.find(({ kind }) => kind === "annual_report")?.exemption).toBeNull();
  });

  test("given in the second half owes nothing for the year, unless a setting says so", () => {
    expect(plan("2027-07-02", "2030-07-02", "2027-H2")).toEqual([
      "periodic_inspection 2027-H2 2027-12-31 partial_period",
      "annual_report 2027 2028-01-20 partial_period",
    ]);
    expect(plan("2027-07-02", "2030-07-02", "2027-H2", withReading("partial_half_reading", "binding"))).toEqual([
      "periodic_inspection 2027-H2 2027-12-31",
      "annual_report 2027 2028-01-20",
    ]);
  });

  test("in the year in which it ends: the right to apply again until its last day, and nothing that falls due later", () => {
    expect(plan("2024-08-15", "2027-08-15", "2027-H1")).toEqual([
      "periodic_inspection 2027-H1 2027-06-30",
      "half_year_report 2027-H1 2027-07-20",
      "annual_report 2027 2028-01-20 title_ended",
      "renewal 2027 2027-08-15",
    ]);
    expect(plan("2024-08-15", "2027-08-15", "2027-H2")).toContain("periodic_inspection 2027-H2 2027-12-31 title_ended");
    expect(plan("2024-07-19", "2027-07-19", "2027-H1")).toContain("half_year_report 2027-H1 2027-07-20 title_ended");
    expect(plan("2024-07-20", "2027-07-20", "2027-H1")).toContain("half_year_report 2027-H1 2027-07-20");
    const renewal = planOfTitle(document, title("2024-08-15", "2027-08-15"), "2027-H1", noCalendar).at(-1);
    expect(renewal).toMatchObject({ kind: "renewal", isBinding: false, holder: "platform" });
  });

  test("before it begins and after it ended: nothing", () => {
    expect(plan("2027-07-01", "2030-07-01", "2027-H1")).toEqual([]);
    expect(plan("2024-06-30", "2027-06-30", "2027-H2")).toEqual([]);
    expect(plan("2027-06-30", "2030-06-30", "2027-H1")).not.toEqual([]);
    expect(plan("2024-07-01", "2027-07-01", "2027-H2")).not.toEqual([]);
  });

  test("is the title's, owed by whom the law names, in the district in which the title lies", () => {
    const own = { subject: "c1", district: "410105", certificationId: "c1", exemption: null };
    const ofHalf = { ...own, period: "2027-H1", isBinding: true };
    expect(planOfTitle(document, title("2024-08-15", "2027-08-15"), "2027-H1", noCalendar)).toEqual([
      { ...ofHalf, kind: "periodic_inspection", holder: "district", dueOn: "2027-06-30" },
      { ...ofHalf, kind: "half_year_report", holder: "platform", dueOn: "2027-07-20" },
      {
        ...ofHalf,
        kind: "annual_report",
        holder: "platform",
        period: "2027",
        dueOn: "2028-01-20",
        exemption: "title_ended",
      },
      { ...own, kind: "renewal", holder: "platform", period: "2027", isBinding: false, dueOn: "2027-08-15" },
    ]);
  });

  test("is the same for the year from either half, and covers every full half once", () => {
    const begin = fc.integer({ min: dayOf(2020, 1, 1), max: dayOf(2040, 12, 31) });
    fc.assert(
      fc.property(begin, (from) => {
        const [validFrom, validTo] = [formatDate(from), formatDate(addMonths(from, 36))];
        const halves = periodsFrom(halfOf(validFrom), halfOf(validTo));
        const planned = halves.flatMap((half) => planOfTitle(document, title(validFrom, validTo), half, noCalendar));
        const byPeriod = Map.groupBy(planned, ({ kind, period }) => `${kind} ${period}`);
        for (const same of byPeriod.values()) for (const each of same) expect(each).toEqual(same[0]);
        const full = halves.filter((half) => validFrom <= firstDayOf(half) && lastDayOf(half) <= validTo);
        const inspected = planned.filter(({ kind, exemption }) => kind === "periodic_inspection" && exemption === null);
        expect(inspected.map(({ period }) => period)).toEqual(full);
        expect(planned.every(({ dueOn, exemption }) => exemption !== null || dueOn <= validTo)).toBe(true);
      }),
    );
  });

  test("falls due on the next working day only where the policy says so and the holidays are announced", () => {
    const moving = withReading("deadline_on_day_off", "next_working_day");
    // 20 January 2029 is a Saturday.
    const announced = { ...noCalendar, years: new Set([2029]) };
    expect(plan("2027-07-01", "2030-07-01", "2028-H2")).toContain("annual_report 2028 2029-01-20");
    expect(plan("2027-07-01", "2030-07-01", "2028-H2", moving)).toContain("annual_report 2028 2029-01-20");
    expect(plan("2027-07-01", "2030-07-01", "2028-H2", document, announced)).toContain("annual_report 2028 2029-01-20");
    expect(plan("2027-07-01", "2030-07-01", "2028-H2", moving, announced)).toContain("annual_report 2028 2029-01-22");
  });
});

test("a day that is a working day is not moved", () => {
  const moving = withReading("deadline_on_day_off", "next_working_day");
  // 20 July 2028 is a Thursday.
  const announced = { ...noCalendar, years: new Set([2028]) };
  expect(plan("2027-07-01", "2030-07-01", "2028-H1", moving, announced)).toContain(
    "half_year_report 2028-H1 2028-07-20",
  );
});

test("a title that ends in a period owes nothing for it, also where the last day to do it would come first", () => {
  const obligations = document.supervision.obligations.map((rule) =>
    rule.kind === "periodic_inspection"
      ? { ...rule, due: { ...rule.due, first_half: { years: 0, day: "06-15" } } }
      : rule,
  );
  const early = { supervision: { ...document.supervision, obligations } } as typeof document;
  const inspection = (validTo: string) => plan("2024-06-20", validTo, "2027-H1", early)[0];
  expect(inspection("2027-06-20")).toBe("periodic_inspection 2027-H1 2027-06-15 title_ended");
  expect(inspection("2027-06-30")).toBe("periodic_inspection 2027-H1 2027-06-15");
});

describe("what is owed for no title alone", () => {
  test("is the district's package of a half and of a year", () => {
    const asked = { district: "410105", period: "2027-H1" };
    expect(planOfPackage(document, { ...asked, report: "half_year_report" }, noCalendar)).toEqual({
      kind: "half_year_package",
      subject: "410105",
      period: "2027-H1",
      holder: "district",
      district: "410105",
      certificationId: null,
      isBinding: true,
      dueOn: "2027-07-31",
      exemption: null,
    });
    // The second half is told with the year.
    const later = { ...asked, period: "2027-H2", report: "half_year_report" } as const;
    expect(planOfPackage(document, later, noCalendar)).toBeNull();
    expect(planOfPackage(document, { ...asked, period: "2027", report: "annual_report" }, noCalendar)).toMatchObject({
      kind: "annual_package",
      dueOn: "2028-01-31",
    });
  });

  test("is one round a year of the city", () => {
    expect(planOfYearlyRound(document, "2027")).toEqual({
      kind: "yearly_round",
      subject: "city",
      period: "2027",
      holder: "city",
      district: null,
      certificationId: null,
      isBinding: true,
      dueOn: "2027-12-31",
      exemption: null,
    });
  });

  test("moves on to a working day as what a title brings does", () => {
    const moving = withReading("deadline_on_day_off", "next_working_day");
    // 31 July 2027 is a Saturday.
    const announced = { ...noCalendar, years: new Set([2027]) };
    const asked = { district: "410105", period: "2027-H1", report: "half_year_report" } as const;
    expect(planOfPackage(moving, asked, announced)?.dueOn).toBe("2027-08-02");
    expect(planOfPackage(document, asked, announced)?.dueOn).toBe("2027-07-31");
  });

  test("has its rule by its kind, where the policy knows one", () => {
    expect(obligationRule(document, "renewal")?.kind).toBe("renewal");
    expect(obligationRule({ supervision: { ...document.supervision, obligations: [] } }, "renewal")).toBeUndefined();
  });

  test("is nothing where the policy asks for nothing", () => {
    const silent = { supervision: { ...document.supervision, obligations: [] } };
    expect(planOfYearlyRound(silent, "2027")).toBeNull();
    expect(plan("2026-11-20", "2029-11-20", "2027-H1", silent)).toEqual([]);
    const asked = { district: "410105", period: "2027-H1", report: "half_year_report" } as const;
    expect(planOfPackage(silent, asked, noCalendar)).toBeNull();
  });
});
