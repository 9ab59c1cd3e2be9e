import { describe, expect, test } from "vitest";
import { type Applicant, applicantDay } from "../../testing/applicants.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { assessSmall, factsOf, type Given, smallPolicy } from "../../testing/small-policy.ts";
import { fillText, spellDate } from "./advice.ts";
import { assess, roundOf } from "./assess.ts";
import { judge } from "./judge.ts";

const years = (fact: string) => ({ elapsed_since: { fact }, years: 2, by: { fact: "submission_date" } }) as const;

describe("the verdict", () => {
  const policy = smallPolicy({
    facts: { a: "bool", b: "bool", c: "bool" },
    criteria: {
      a: { fact: "a", is: true },
      line: { test: { fact: "b", is: true }, line: true },
      c: { fact: "c", is: true },
    },
  });
  const verdict = (facts: Applicant) => assessSmall(policy, facts).verdict;

  test("is not met by any criterion not met, however open the rest is", () => {
    expect(verdict({ a: false })).toBe("not_met");
    expect(verdict({ c: false })).toBe("not_met");
    expect(verdict({ a: true, b: true, c: false })).toBe("not_met");
  });

  test("is open while any is open, and met for review when all are met", () => {
    expect(verdict({})).toBe("undetermined");
    expect(verdict({ a: true, b: true })).toBe("undetermined");
    expect(verdict({ a: true, b: true, c: true })).toBe("met_pending_review");
  });

  test("is not decided by a line that only counts towards another criterion", () => {
    expect(verdict({ a: true, b: false, c: true })).toBe("met_pending_review");
    expect(verdict({ a: true, c: true })).toBe("met_pending_review");
  });

  test("is the same from the fast judgement", () => {
    const context = { asOf: "2026-06-10" };
    expect(judge(policy, factsOf(policy, { a: true, b: false }), context)).toEqual({
      verdict: "undetermined",
      statuses: ["met", "not_met", "undetermined"],
    });
  });
});

describe("the whole of an assessment", () => {
  test("says which policy, day, experts and how far it is in force", () => {
    const policy = smallPolicy({
      facts: { a: "bool" },
      criteria: { c: { fact: "a", is: true } },
      rest: {
        in_force: { status: "confirmed", checked_on: "2026-01-02", source: "某函", note: "" },
        expert: [{ id: "e", article: "第八条", title: "特色" }],
      },
    });
    expect(assessSmall(policy, {})).toMatchObject({
      policy: { id: "small", version: 1, inForce: { status: "confirmed", checkedOn: "2026-01-02", source: "某函" } },
      asOf: "2026-06-10",
      expert: [{ id: "e", article: "第八条", title: "特色" }],
      criteria: [{ id: "c", article: "第一条", title: "c" }],
      reapplyBarredUntil: null,
      earliestRoundYear: null,
      earliestDate: null,
    });
  });

  test("names the missing facts in the order worth asking, each once", () => {
    const question = { input: "one", title: "q", article: ["1"], ask: "office" };
    const policy = smallPolicy({
      facts: { a: "bool", b: "bool", c: "bool" },
      criteria: {
        one: {
          all: [
            { fact: "a", is: true },
            { fact: "b", is: true },
          ],
        },
        two: {
          all: [
            { fact: "b", is: true },
            { fact: "c", is: true },
          ],
        },
      },
      questions: [
        { ...question, id: "q1", facts: ["c"] },
        { ...question, id: "q2", facts: ["b", "a"] },
      ],
    });
    const assessment = assessSmall(policy, {});
    expect(assessment.missingFacts).toEqual(["c", "b", "a"]);
    expect(assessment.criteria.map(({ missingFacts }) => missingFacts)).toEqual([
      ["b", "a"],
      ["c", "b"],
    ]);
    expect(assessSmall(policy, { a: false, c: true }).missingFacts).toEqual(["b"]);
  });

  test("a day that is none is a fault of the caller", () => {
    expect(() => assess(zhengzhouPolicy, factsOf(zhengzhouPolicy, {}), { asOf: "2026-02-30" })).toThrow(RangeError);
    expect(() => judge(zhengzhouPolicy, factsOf(zhengzhouPolicy, {}), { asOf: "" })).toThrow("asOf is no day: ");
  });
});

describe("what the other platform type would give", () => {
  const policy = smallPolicy({
    facts: { a: "bool", b: "bool" },
    criteria: {
      a: { test: { fact: "a", is: true }, line: true },
      b: { test: { fact: "b", is: true }, line: true },
      count: { criteria_met: ["a", "b"], needed_by: "platform_type", needed: { broad: 2, narrow: 1 } },
    },
  });
  const alternatives = (facts: Applicant) => assessSmall(policy, facts).alternatives;

  test("is shown for each type not chosen", () => {
    expect(alternatives({ a: true, b: false, platform_type: "broad" })).toEqual([
      { platformType: "narrow", verdict: "met_pending_review" },
    ]);
    expect(alternatives({ a: true, b: false, platform_type: "narrow" })).toEqual([
      { platformType: "broad", verdict: "not_met" },
    ]);
    expect(alternatives({ a: true, platform_type: "narrow" })).toEqual([
      { platformType: "broad", verdict: "undetermined" },
    ]);
    expect(alternatives({ a: true, b: false })).toEqual([
      { platformType: "broad", verdict: "not_met" },
      { platformType: "narrow", verdict: "met_pending_review" },
    ]);
  });

  test("is one list, not to be changed, for all whose lines stand alike, and another where the rest does not", () => {
    const wider = smallPolicy({
      facts: { a: "bool", b: "bool", c: "bool" },
      criteria: {
        a: { test: { fact: "a", is: true }, line: true },
        b: { test: { fact: "b", is: true }, line: true },
        c: { fact: "c", is: true },
        count: { criteria_met: ["a", "b"], needed_by: "platform_type", needed: { broad: 2, narrow: 1 } },
      },
    });
    const listFor = (facts: Applicant) =>
      assess(wider, factsOf(wider, { a: true, b: false, ...facts }), { asOf: "2026-06-10" }).alternatives;
    const first = listFor({ c: true, platform_type: "broad" });
    expect(listFor({ c: true, platform_type: "broad" })).toBe(first);
    expect([first, ...first].every(Object.isFrozen)).toBe(true);
    expect(first).toEqual([{ platformType: "narrow", verdict: "met_pending_review" }]);
    expect(listFor({ c: false, platform_type: "broad" })).toEqual([{ platformType: "narrow", verdict: "not_met" }]);
    expect(listFor({ platform_type: "broad" })).toEqual([{ platformType: "narrow", verdict: "undetermined" }]);
    expect(listFor({ c: true, b: true, platform_type: "narrow" })).toEqual([
      { platformType: "broad", verdict: "met_pending_review" },
    ]);
  });

  test("is worked out anew while a contradiction keeps the count open", () => {
    const odd = smallPolicy({
      facts: { a: "bool", b: "bool" },
      criteria: {
        a: { test: { fact: "a", is: true }, line: true },
        count: { criteria_met: ["a"], needed_by: "platform_type", needed: { broad: 1, narrow: 1 } },
      },
      contradictions: [{ code: "odd", facts: ["platform_type"], when: { fact: "b", is: true } }],
    });
    const listFor = (b: boolean) => assessSmall(odd, { a: true, b, platform_type: "broad" }).alternatives;
    for (const _ of [1, 2]) {
      expect(listFor(false)).toEqual([{ platformType: "narrow", verdict: "met_pending_review" }]);
      expect(listFor(true)).toEqual([{ platformType: "narrow", verdict: "undetermined" }]);
    }
  });

  test("leaves the assessment itself as it is", () => {
    const facts = factsOf(policy, { a: true, b: false, platform_type: "broad" });
    const first = assess(policy, facts, { asOf: "2026-06-10" });
    expect(first.verdict).toBe("not_met");
    expect(assess(policy, facts, { asOf: "2026-06-10" })).toEqual(first);
  });

  test("follows what depends on the type otherwise than by a count", () => {
    const direct = smallPolicy({
      facts: { n: "int" },
      criteria: {
        c: {
          left: { fact: "n" },
          compare: ">=",
          right: { by_choice: "platform_type", cases: { broad: { int: 9 }, narrow: { int: 3 } } },
        },
      },
    });
    expect(assessSmall(direct, { n: 5, platform_type: "broad" }).alternatives).toEqual([
      { platformType: "narrow", verdict: "met_pending_review" },
    ]);
  });
});

describe("when time alone brings what is missing", () => {
  const policy = smallPolicy({
    facts: { d: "date", e: "date", a: "bool", b: "bool" },
    criteria: {
      d: years("d"),
      e: years("e"),
      a: { fact: "a", is: true },
      line: { test: { fact: "b", is: true }, line: true },
    },
  });
  const on = (facts: Applicant, given: Given = {}) => assessSmall(policy, facts, given);
  const young = { d: "2025-03-01", e: "2024-11-03", a: true };

  test("it is the latest of the days", () => {
    expect(on(young)).toMatchObject({ verdict: "not_met", earliestDate: "2027-03-01" });
    expect(on({ ...young, d: "2020-01-01" }).earliestDate).toBe("2026-11-03");
    expect(on({ ...young, e: "2020-01-01" }).earliestDate).toBe("2027-03-01");
    expect(on({ d: "2020-01-01", e: "2020-01-01", a: true }).earliestDate).toBeNull();
  });

  test("only where nothing but time stands in the way; what is open does not", () => {
    expect(on({ ...young, a: false }).earliestDate).toBeNull();
    expect(on({ d: "2025-03-01", e: "2024-11-03" }).earliestDate).toBe("2027-03-01");
    expect(on({ ...young, b: false }).earliestDate).toBe("2027-03-01");
  });

  test("the round that the day allows is named once a round is announced", () => {
    const round = { year: 2026, submissionDeadline: "2026-09-25" };
    expect(on(young, { round }).earliestRoundYear).toBe(2027);
    expect(on({ ...young, d: "2020-01-01" }, { round }).earliestRoundYear).toBe(2027);
    expect(on({ ...young, d: "2020-01-01", e: "2024-09-25" }, { round }).earliestRoundYear).toBe(2026);
    expect(on({ ...young, d: "2020-01-01", e: "2024-09-26" }, { round }).earliestRoundYear).toBe(2027);
    expect(on(young).earliestRoundYear).toBeNull();
    expect(on({ ...young, a: false }, { round }).earliestRoundYear).toBeNull();
  });

  test.each([
    ["2026-09-25", 2026],
    ["2026-09-26", 2027],
    ["2027-12-31", 2027],
    ["2028-01-01", 2028],
    ["2030-05-05", 2030],
  ])("a day %s allows the round of %i", (date, year) => {
    expect(roundOf(date, { year: 2026, submissionDeadline: "2026-09-25" })).toBe(year);
  });

  test("not where answers contradict each other", () => {
    const torn = smallPolicy({
      facts: { d: "date", a: "bool" },
      criteria: { d: { all: [years("d"), { fact: "a", is: true }] } },
      contradictions: [{ code: "odd", facts: ["a"], when: { fact: "a", is: true } }],
    });
    expect(assessSmall(torn, { d: "2025-03-01", a: true }).criteria[0]).toMatchObject({
      reason: "contradictory",
      earliestDate: null,
    });
  });
});

describe("a ban on applying again", () => {
  const bar = (fact: string) =>
    ({
      barred_if: { left: { fact: "submission_date" }, compare: "<=", right: { after: { fact }, years: 3 } },
      first_free_day: { after: { after: { fact }, years: 3 }, days: 1 },
    }) as const;
  const policy = smallPolicy({
    facts: { d: "date", e: "date" },
    criteria: { free: bar("d"), again: { test: bar("e"), bars_reapplication: true } },
  });

  test("is shown with its last day, for the criterion that says it bars", () => {
    const barred = assessSmall(policy, { d: "2010-01-01", e: "2024-02-29" });
    expect(barred).toMatchObject({ reapplyBarredUntil: "2027-02-28", earliestDate: "2027-03-01" });
    expect(assessSmall(policy, { d: "2024-02-29", e: "2010-01-01" }).reapplyBarredUntil).toBeNull();
    expect(assessSmall(policy, { d: "2010-01-01" }).reapplyBarredUntil).toBeNull();
  });

  test("without a day of its own has none", () => {
    const forever = smallPolicy({
      facts: { a: "bool" },
      criteria: { again: { test: { fact: "a", is: true }, bars_reapplication: true } },
    });
    expect(assessSmall(forever, { a: false }).reapplyBarredUntil).toBeNull();
  });
});

describe("advice", () => {
  const texts = {
    remedy: "base_year_figure",
    not_met:
      "差{gap}，现{actual}，要{required}，{base_year_end}前，年{round_year}/{base_year}/{year_before}/{two_years_before}",
    not_met_year_over: "报{next_round_year}，{next_base_year_end}前",
    unanswered: "填",
    reading: "读",
    officer: "判",
    contradictory: "对",
  };
  const doubt = (kind: string) =>
    ({ outcome_of: kind, cases: { good: "met", odd: { open: "reading" }, hard: { open: "officer" } } }) as const;
  const policy = smallPolicy({
    facts: { n: "int", k: "enum:good,odd,hard", m: "money" },
    criteria: {
      n: {
        test: { left: { fact: "n" }, compare: ">=", right: { int: 60 }, unit: "家", measured: true },
        advice: texts,
      },
      k: { test: doubt("k"), advice: texts },
      plain: { test: doubt("k") },
      m: {
        test: { left: { fact: "m" }, compare: ">=", right: { money: "1500000" }, unit: "元", measured: true },
        advice: { ...texts, not_met_year_over: "差{gap}" },
      },
    },
    contradictions: [{ code: "odd", facts: ["n"], when: { left: { fact: "n" }, compare: "=", right: { int: 7 } } }],
  });
  const advice = (at: number, facts: Applicant, given: Given = {}) =>
    assessSmall(policy, facts, given).criteria[at]?.advice;

  test("is none where the criterion is met", () => {
    expect(advice(0, { n: 60 })).toBeNull();
  });

  test("for an unmet one depends on whether the year whose figure counts is over", () => {
    expect(advice(0, { n: 52 })).toBe("报2027，2026年12月31日前");
    const early = { application_round_year: 2027, n: 52 };
    expect(advice(0, early, { asOf: "2026-12-31" })).toBe("差8，现52，要60，2026年12月31日前，年2027/2026/2025/2024");
    expect(advice(0, early, { asOf: "2027-01-01" })).toBe("报2028，2027年12月31日前");
  });

  test("for an unmet one without a text for the year over is the same before and after", () => {
    expect(advice(0, { n: 52 })).not.toBeNull();
    const always = smallPolicy({
      facts: { n: "int" },
      criteria: {
        n: {
          test: { left: { fact: "n" }, compare: ">=", right: { int: 60 }, measured: true },
          advice: { ...texts, not_met_year_over: undefined, not_met: "办{gap}" },
        },
      },
    });
    expect(assessSmall(always, { n: 52 }).criteria[0]?.advice).toBe("办8");
  });

  test("for an open one follows the reason, falling back on what to fill in", () => {
    expect(advice(0, {})).toBe("填");
    expect(advice(0, { n: 7 })).toBe("对");
    expect(advice(1, { k: "odd" })).toBe("读");
    expect(advice(1, { k: "hard" })).toBe("判");
    expect(advice(1, {})).toBe("填");
    expect(advice(2, { k: "odd" })).toBe("填");
    expect(advice(2, { k: "hard" })).toBe("填");
  });

  test("spells amounts of money", () => {
    expect(advice(3, { m: "1000000" })).toBe("差50万元");
  });

  test("names the day when time cures it", () => {
    const timed = smallPolicy({
      facts: { d: "date" },
      criteria: {
        d: { test: years("d"), advice: { ...texts, not_met: "{earliest_date}满", not_met_year_over: undefined } },
      },
    });
    expect(assessSmall(timed, { d: "2024-11-03" }).criteria[0]?.advice).toBe("2026年11月3日满");
  });

  test("leaves out what it has no value for", () => {
    expect(fillText("a{gap}b{other_name}c{Not}d", { gap: "1", other_name: null })).toBe("a1bc{Not}d");
    expect(fillText("{x}{y}", {})).toBe("");
  });

  test("spells dates as people write them", () => {
    expect(spellDate("2026-11-03")).toBe("2026年11月3日");
    expect(spellDate("2026-01-31")).toBe("2026年1月31日");
  });
});

test("the applicant's day is one that the policy knows", () => {
  expect(applicantDay >= zhengzhouPolicy.document.selectable_from.date).toBe(true);
});
