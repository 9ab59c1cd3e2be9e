import { describe, expect, test } from "vitest";
import { undeterminedAssessment } from "../../testing/assessments.ts";
import { policy } from "../../testing/policy.ts";
import type { ChatFactAnswer } from "../api/types.ts";
import { wordsOf } from "./policy-words.ts";
import { todoOf } from "./todo.ts";
import { baseYearOf, printYears } from "./years.ts";

const answer = (fact: string, label: string): ChatFactAnswer => ({
  fact,
  question: "q",
  label,
  text: "待查",
  value: null,
  known: false,
});

describe("the policy's words for codes", () => {
  const words = wordsOf(policy(), [answer("audit_opinion", "2025年度审计意见")]);

  test("the conversation's name of a fact, with its year, goes before the policy's", () => {
    expect(words.fact("audit_opinion")).toBe("2025年度审计意见");
    expect(words.fact("credit_record")).toBe("信用记录");
  });

  test("what has no words stands as its code", () => {
    expect(wordsOf(null, []).reason("some_code")).toBe("some_code");
    expect(words.fact("unheard_of")).toBe("unheard_of");
    expect(words.warning({ code: "unheard_of", params: {} })).toBe("unheard_of");
    expect(words.option("unheard_of")).toBe("unheard_of");
  });

  test("the values of a warning are put into its text, facts by their names and days as people write them", () => {
    const spoken = { ...policy(), texts: { w: "{facts}到{date}为止，{other}" } };
    expect(
      wordsOf(spoken, []).warning({ code: "w", params: { facts: ["credit_record", "x"], date: "2026-11-03" } }),
    ).toBe("信用记录、x到2026年11月3日为止，{other}");
  });
});

describe("the list of what to find out", () => {
  test("is by whom to ask, in the order worth asking, with the year in the place to look", () => {
    const spoken = policy();
    const where = spoken.questions[0];
    if (where !== undefined) where.where = "{base_year}年度审计报告";
    const groups = todoOf(undeterminedAssessment(), { policy: spoken, words: wordsOf(spoken, []), answers: [] });
    expect(groups.map((group) => group.who)).toEqual(["问财务", "问业务"]);
    expect(groups[0]?.items.map((item) => item.what)).toEqual(["2025年末资产总额", "审计意见"]);
    expect(groups[0]?.items[0]?.where).toBe("2025年度审计报告");
  });

  test("facts of one question stand together", () => {
    const spoken = policy();
    const first = spoken.questions[0];
    if (first !== undefined) first.facts = ["total_assets_prev_year_end_yuan", "audit_opinion"];
    const [finance] = todoOf(undeterminedAssessment(), { policy: spoken, words: wordsOf(spoken, []), answers: [] });
    expect(finance?.items.map((item) => item.what)).toEqual(["2025年末资产总额、审计意见"]);
  });

  test("a fact of a question that somebody else knows stands with that party", () => {
    const spoken = policy();
    const first = spoken.questions[0];
    if (first !== undefined) {
      first.facts = ["total_assets_prev_year_end_yuan", "sme_satisfied_count"];
      first.elsewhere = [{ facts: ["sme_satisfied_count"], ask: "business", where: "服务评价表" }];
    }
    const [finance, business] = todoOf(undeterminedAssessment(), {
      policy: spoken,
      words: wordsOf(spoken, []),
      answers: [],
    });
    expect(finance?.items.map((item) => item.what)).toContain("2025年末资产总额");
    expect(business).toMatchObject({ who: "问业务", items: [{ what: "满意的企业家数", where: "服务评价表" }] });
  });

  test("holds what was left open for the materials' sake too, after what the conclusion waits for", () => {
    const spoken = policy();
    const answers = [answer("audit_opinion", "审计意见"), answer("credit_record", "信用记录")];
    const groups = todoOf(undeterminedAssessment(), { policy: spoken, words: wordsOf(spoken, answers), answers });
    const items = groups.flatMap((group) => group.items.map((item) => item.what));
    expect(items).toEqual(["2025年末资产总额", "审计意见", "满意的企业家数", "信用记录"]);
  });

  test("without the policy it names the codes rather than nothing", () => {
    const groups = todoOf(undeterminedAssessment(), { policy: null, words: wordsOf(null, []), answers: [] });
    expect(groups.flatMap((group) => group.items.map((item) => item.what))).toEqual(
      undeterminedAssessment().missingFacts,
    );
  });
});

describe("the year whose figures count", () => {
  const spoken = policy();
  const first = spoken.facts[0];
  if (first !== undefined) first.label = "上年末资产总额";

  test("is the one the conversation prints", () => {
    const answers = [answer("audit_opinion", "2019年的审计"), answer(spoken.facts[0]?.id ?? "", "2026年末资产总额")];
    expect(baseYearOf(undeterminedAssessment(), answers, spoken)).toBe(2026);
  });

  test("is the year before the day of the result where nothing tells", () => {
    expect(baseYearOf(undeterminedAssessment(), [], spoken)).toBe(2025);
    expect(baseYearOf(undeterminedAssessment(), [], null)).toBe(2025);
  });

  test("fills every placeholder, and what it does not know it leaves out", () => {
    expect(printYears("{round_year} {base_year} {year_before} {two_years_before} {next_round_year}{x}", 2025)).toBe(
      "2026 2025 2024 2023 2027",
    );
  });
});
