import { describe, expect, test } from "vitest";
import { assess } from "../../src/evaluate/assess.ts";
import { checkFacts } from "../../src/facts/check-facts.ts";
import type { Applicant } from "../../testing/applicants.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import sample from "./sample-cases.json" with { type: "json" };

interface SampleWarning {
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}

interface FactsCase {
  readonly given: { base: string | null; override: Applicant; drop: string[]; context: { submission_date: string } };
  readonly expect: { criteria: Record<string, string>; overall: string; warnings: SampleWarning[] };
}

const bases: Readonly<Record<string, Applicant>> = sample.base_facts;

function assessFacts(facts: Applicant, asOf: string) {
  const checked = checkFacts(zhengzhouPolicy, facts);
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return assess(zhengzhouPolicy, checked.facts, { asOf, round: null });
}

function paper(id: string, facts: Applicant, asOf: string) {
  const { materials } = assessFacts(facts, asOf);
  return materials.flatMap((material) => [material, ...material.parts]).find((each) => each.id === id);
}

describe("the sample cases of the design, those that facts decide", () => {
  const factsCases = sample.cases.filter(({ kind }) => kind === "facts");

  test("are all there", () => {
    expect(factsCases.map(({ id }) => id)).toEqual([
      "F01",
      "F03",
      "F04",
      "F07",
      "F10",
      "F12",
      "F13",
      "F15",
      "F16",
      "F19",
      "F23",
      "F25",
      "F27",
    ]);
  });

  for (const each of factsCases) {
    test(`${each.id} ${each.title}`, () => {
      const { given, expect: wanted } = each as unknown as FactsCase;
      const facts: Applicant = { ...(given.base === null ? {} : bases[given.base]), ...given.override };
      for (const fact of given.drop) delete facts[fact];
      const found = assessFacts(facts, given.context.submission_date);
      const statuses = Object.fromEntries(found.criteria.map(({ id, status }) => [id, status]));
      expect(statuses).toMatchObject(wanted.criteria);
      expect(found.verdict).toBe(wanted.overall);
      expect(found.warnings.map(({ code }) => code)).toEqual(wanted.warnings.map(({ code }) => code));
      for (const { code, params } of wanted.warnings) {
        if (params) expect(found.warnings.find((warning) => warning.code === code)?.params).toEqual(params);
      }
    });
  }

  test("D01 a report of May is not of the submission month in June, Shanghai time", () => {
    const d01 = sample.cases.find(({ id }) => id === "D01");
    // The instant 2026-05-31T16:30Z of the sample is 1 June in Shanghai; the clock of the app turns it into that day.
    expect(d01?.expect).toMatchObject({ valid: false, reason: "report_not_of_submission_month" });
    expect(paper("M03", { credit_report_date: "2026-05-31" }, "2026-06-01")).toMatchObject({
      status: "invalid",
      reasons: ["report_not_of_submission_month"],
    });
  });

  test("D02 the website's filing proof is asked for only where there is a website", () => {
    const d02 = sample.cases.find(({ id }) => id === "D02");
    const given = d02?.given as unknown as { facts: Applicant }[];
    const wanted = d02?.expect as unknown as { status: string }[];
    const found = given.map(({ facts }) => paper("M05.icp", facts, "2026-06-10")?.status);
    expect(found).toEqual(wanted.map(({ status }) => status));
  });

  test("F01 the same facts fail under the other reading, which is a setting of the policy", async () => {
    const { compilePolicy } = await import("../../src/policy/compile.ts");
    const { document } = zhengzhouPolicy;
    const settings = document.settings.map((setting) =>
      setting.id === "staff_ratio_reading" ? { ...setting, value: "intersection" } : setting,
    );
    const other = compilePolicy({ ...document, settings });
    const f01 = sample.cases.find(({ id }) => id === "F01") as unknown as FactsCase;
    const checked = checkFacts(other, { ...bases.B0, ...f01.given.override });
    if (!checked.ok) throw new Error("refused");
    const { criteria } = assess(other, checked.facts, { asOf: "2026-06-10", round: null });
    expect(criteria.find(({ id }) => id === "art6_6_staff_ratio")?.status).toBe("not_met");
  });
});
