import { describe, expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, type Given, relevantTo, smallPolicy } from "../../testing/small-policy.ts";

describe("a criterion that only counts where it is claimed", () => {
  const policy = smallPolicy({
    facts: { a: "bool", claimed: { type: "set:one,two", absent: { is: ["one", "two"] } } },
    criteria: {
      c: { test: { fact: "a", is: true }, claimed_if: { fact: "claimed", contains: ["one"] } },
    },
  });
  const on = (facts: Applicant, given: Given = {}) => assessSmall(policy, facts, given).criteria[0];
  const unclear = { unknown: ["claimed"] };

  test.each<[Applicant, Given, string, string[]]>([
    [{ a: true }, {}, "met", []],
    [{ a: false }, {}, "not_met", []],
    [{}, {}, "undetermined", ["a"]],
    [{ a: true, claimed: ["one"] }, {}, "met", []],
    [{ a: true, claimed: ["two"] }, {}, "not_met", []],
    [{ claimed: [] }, {}, "not_met", []],
    [{ a: true }, unclear, "undetermined", ["claimed"]],
    [{ a: false }, unclear, "not_met", []],
    [{}, unclear, "undetermined", ["a", "claimed"]],
  ])("%j %j: %s, asks for %j", (facts, given, status, missing) => {
    expect(on(facts, given)).toMatchObject({ status, missingFacts: missing });
    expect(relevantTo(policy, facts, given)).toEqual(missing);
  });

  test("the reason of an open claim is that it is unanswered", () => {
    expect(on({ a: true }, unclear)?.reason).toBe("unanswered");
  });

  test("a figure for people to judge does not stop asking for the claim", () => {
    const doubtful = smallPolicy({
      facts: { a: "bool", claimed: { type: "set:one,two", absent: { is: ["one", "two"] } } },
      criteria: {
        c: {
          test: { doubt_if: { fact: "a", is: true }, reason: "reading", otherwise: "not_met" },
          claimed_if: { fact: "claimed", contains: ["one"] },
        },
      },
    });
    expect(relevantTo(doubtful, { a: true }, unclear)).toEqual(["claimed"]);
    expect(relevantTo(doubtful, { a: false }, unclear)).toEqual([]);
    expect(assessSmall(doubtful, { a: true, claimed: ["one"] }).criteria[0]).toMatchObject({ reason: "reading" });
    expect(assessSmall(doubtful, { a: true }, unclear).criteria[0]).toMatchObject({ reason: "unanswered" });
  });
});

describe("answers that contradict each other", () => {
  const policy = smallPolicy({
    facts: { n: "int", m: "int", a: "bool", b: "bool", claimed: "bool", other: "int" },
    criteria: {
      uses: { left: { fact: "n" }, compare: ">=", right: { int: 5 } },
      either: {
        any: [
          { fact: "a", is: true },
          { left: { fact: "m" }, compare: ">=", right: { int: 5 } },
        ],
      },
      line: {
        test: { left: { fact: "m" }, compare: ">=", right: { int: 5 } },
        claimed_if: { fact: "claimed", is: true },
      },
      apart: { fact: "b", is: true },
    },
    contradictions: [
      { code: "n_gt_m", facts: ["n", "m"], when: { left: { fact: "n" }, compare: ">", right: { fact: "m" } } },
      {
        code: "m_gt_other",
        facts: ["m", "other"],
        when: { left: { fact: "m" }, compare: ">", right: { fact: "other" } },
      },
      {
        code: "a_and_b",
        facts: ["b"],
        when: {
          all: [
            { fact: "a", is: true },
            { fact: "b", is: true },
          ],
        },
      },
    ],
  });
  const results = (facts: Applicant) =>
    assessSmall(policy, facts).criteria.map(({ status, reason }) => (reason === null ? status : reason));

  test("open every criterion that uses one of the facts named, and no other", () => {
    expect(results({ n: 9, m: 8, a: true, b: false, claimed: true })).toEqual([
      "contradictory",
      "contradictory",
      "contradictory",
      "not_met",
    ]);
    expect(results({ n: 1, m: 8, other: 7, a: true, b: false, claimed: true })).toEqual([
      "not_met",
      "contradictory",
      "contradictory",
      "not_met",
    ]);
    expect(results({ n: 1, m: 8, a: true, b: true, claimed: true })).toEqual([
      "not_met",
      "met",
      "met",
      "contradictory",
    ]);
  });

  test("a criterion outside what is claimed stays not met", () => {
    expect(results({ n: 9, m: 8, claimed: false })[2]).toBe("not_met");
    expect(results({ n: 9, m: 8 })[2]).toBe("contradictory");
  });

  test("nothing is asked for on their account, and the figures are still shown", () => {
    const [uses] = assessSmall(policy, { n: 9, m: 8 }).criteria;
    expect(uses).toMatchObject({ missingFacts: [], gap: null, earliestDate: null });
    expect(relevantTo(policy, { n: 9, m: 8, b: true, claimed: true })).toEqual([]);
  });

  test("warn once for the whole and at each criterion, naming the facts", () => {
    const assessment = assessSmall(policy, { n: 9, m: 8, other: 7 });
    expect(assessment.warnings).toEqual([
      { code: "n_gt_m", params: { facts: ["n", "m"] } },
      { code: "m_gt_other", params: { facts: ["m", "other"] } },
    ]);
    expect(assessment.criteria[0]?.warnings.map(({ code }) => code)).toEqual(["n_gt_m"]);
    expect(assessment.criteria[1]?.warnings.map(({ code }) => code)).toEqual(["n_gt_m", "m_gt_other"]);
    expect(assessment.criteria[3]?.warnings).toEqual([]);
  });

  test("that no criterion uses still warn", () => {
    const loose = smallPolicy({
      facts: { n: "int", m: "int", a: "bool" },
      criteria: { c: { fact: "a", is: true } },
      contradictions: [
        { code: "odd", facts: ["n", "m"], when: { left: { fact: "n" }, compare: ">", right: { fact: "m" } } },
      ],
    });
    const assessment = assessSmall(loose, { n: 2, m: 1, a: true });
    expect(assessment).toMatchObject({
      verdict: "met_pending_review",
      warnings: [{ code: "odd", params: { facts: ["n", "m"] } }],
    });
    expect(assessment.criteria[0]?.warnings).toEqual([]);
  });

  test("are found only where they hold for certain", () => {
    expect(results({ n: { min: 5, max: 9 }, m: 8, claimed: true })[0]).toBe("met");
    expect(results({ n: { min: 9, max: 12 }, m: 8, claimed: true })[0]).toBe("contradictory");
    expect(results({ n: { min: 9, approximate: true }, m: 8 })[0]).toBe("unanswered");
  });

  test("thirty-one of them are kept apart", () => {
    const contradictions = Array.from({ length: 31 }, (_, at) => ({
      code: `c${at}`,
      facts: [at === 30 ? "z" : "n"],
      when: { left: { fact: "n" }, compare: "=", right: { int: at } } as const,
    }));
    const many = smallPolicy({
      facts: { n: "int", z: "bool" },
      criteria: { n: { left: { fact: "n" }, compare: ">=", right: { int: 0 } }, z: { fact: "z", is: true } },
      contradictions,
    });
    for (const n of [0, 1, 29, 30, 31]) {
      const { warnings, criteria } = assessSmall(many, { n, z: true });
      expect(warnings.map(({ code }) => code)).toEqual(n < 31 ? [`c${n}`] : []);
      expect(criteria.map(({ status }) => status)).toEqual([
        n < 30 ? "undetermined" : "met",
        n === 30 ? "undetermined" : "met",
      ]);
    }
  });
});

describe("warnings", () => {
  const policy = smallPolicy({
    facts: { a: "bool", n: "int", d: "date" },
    criteria: {
      c: {
        test: { fact: "a", is: true },
        warnings: [
          {
            code: "w",
            when: { left: { fact: "n" }, compare: ">=", right: { int: 5 } },
            params: { n: { fact: "n" }, d: { fact: "d" } },
          },
        ],
      },
      other: {
        test: { given: "a" },
        warnings: [
          { code: "w", when: { given: "a" } },
          { code: "v", when: { given: "a" } },
        ],
      },
    },
    materials: [{ id: "P1", article: "1", title: "", todo: "", warnings: [{ code: "p", when: { given: "d" } }] }],
  });

  test("are raised only where they hold for certain, with figures as text", () => {
    expect(assessSmall(policy, { n: 5, d: "2026-06-10" }).criteria[0]?.warnings).toEqual([
      { code: "w", params: { n: "5", d: "2026-06-10" } },
    ]);
    expect(assessSmall(policy, { n: 5 }).criteria[0]?.warnings).toEqual([{ code: "w", params: { n: "5", d: "" } }]);
    expect(assessSmall(policy, { n: 4, d: "2026-06-10" }).criteria[0]?.warnings).toEqual([]);
    expect(assessSmall(policy, {}).criteria[0]?.warnings).toEqual([]);
  });

  test("of one code stand once for the whole, those of materials too", () => {
    const codes = assessSmall(policy, { a: true, n: 5, d: "2026-06-10" }).warnings.map(({ code }) => code);
    expect(codes).toEqual(["w", "v", "p"]);
  });
});
