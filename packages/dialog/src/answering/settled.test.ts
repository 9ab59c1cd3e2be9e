import { zhengzhouPolicy as policy } from "@shifan/rules/testing";
import { describe, expect, it } from "vitest";
import { at, contextFor, input, type Step } from "../../testing/play.ts";
import { strongApplicant } from "../../testing/strong.ts";

const context = contextFor(policy, "2026-06-10");
const say = (step: Step, text: string): Step => input(step.state, { text }, context);
const words = (step: Step): string => step.turn.messages.map((message) => message.text).join("\n");

describe("a condition is said to be met once nothing that is still asked beside it can change that", () => {
  it("growth only after the year before has been told", () => {
    let step = say(at("served", strongApplicant, context), "2025年96家，没有个体工商户");
    step = say(step, "2024年81家");
    expect(step.turn.question?.facts).toEqual(["smes_served_two_years_before"]);
    expect(words(step)).not.toContain("✓");
    expect(words(say(step, "2023年70家"))).toContain("✓ 近两年服务企业数量稳步增长（第六条（三））");
    expect(words(say(step, "2023年90家"))).not.toContain("✓ 近两年服务企业数量稳步增长");
  });

  it("and it is said once, also when the last fact is 不清楚", () => {
    let step = say(at("served", strongApplicant, context), "2025年96家，2024年81家，没有个体工商户");
    step = say(step, "不清楚");
    expect(words(step)).toContain("✓ 近两年服务企业数量稳步增长");
    expect(words(say(step, "满意93家，不满意3家"))).not.toContain("稳步增长");
  });
});

describe("the functions of Art. 7", () => {
  it("that fall short are named as soon as their number does, with what can still change", () => {
    const applicant = { ...strongApplicant, platform_type: "specialized", claimed_functions: ["training"] };
    const step = say(at("activity", applicant, context), "培训100人次");
    expect(words(step)).toContain("达到的服务功能有0项，还差1项");
    expect(words(step)).toContain("培训服务（第七条（四））：");
    expect(words(step)).toContain("2025年已经结束，培训人次不会再变");
  });

  it("that are not claimed carry no cross in the list of all conditions", () => {
    const applicant = { ...strongApplicant, platform_type: "specialized", claimed_functions: ["training"] };
    const list = words(input(at("activity", applicant, context).state, { action: "criteria" }, context));
    expect(list).toContain("· 信息服务（第七条（一））。没有申报这项功能，不用达到。");
    expect(list).not.toContain("✗ 信息服务");
  });
});

describe("为什么", () => {
  it("answers with the article's own words, its number said once", () => {
    const why = words(say(at("functions", strongApplicant, context), "为什么"));
    for (const item of ["一", "二", "三", "四"]) expect(why).toContain(`第七条（${item}）：“`);
    expect(why).not.toMatch(/“[(（]/);
  });
});

describe("a figure that is not understood", () => {
  it("is asked again with how it could be written", () => {
    expect(words(say(at("money", strongApplicant, context), "你好"))).toContain("可以写成“一百六十万”这样");
    expect(words(say(at("satisfaction", strongApplicant, context), "你好"))).toContain("可以写成“20家”这样");
  });
});

describe("the example that a question prints", () => {
  const everything = {
    ...strongApplicant,
    platform_type: "comprehensive",
    claimed_functions: ["info", "tech", "startup", "training"],
    never_certified: false,
    has_website: true,
    permit_required: true,
    materials_in_hand: Array.from({ length: 14 }, (_, index) => `M${String(index + 1).padStart(2, "0")}`),
  };
  const questions = policy.document.questions.filter((question) => question.example !== undefined);

  it.each(questions.map(({ id }) => id))("of %s answers as many facts as it names", (id) => {
    const step = at(id, everything, context);
    const asked = step.turn.question?.facts ?? [];
    const printed = /可以直接写“(.+?)”。/.exec(words(step))?.[1] ?? "";
    for (const example of printed.split("；或：")) {
      const { answers } = say(step, example).state;
      expect(
        asked.filter((fact) => fact in answers),
        example,
      ).toHaveLength(example.split("，").length);
    }
  });
});

describe("dates said by their names", () => {
  const papers = { ...strongApplicant, permit_required: true, materials_in_hand: ["M03", "M05", "M14"] };

  it("are all taken, and 今天 is read back without a word about its year", () => {
    const text = "信用报告今天，公示查询6月3日，声明今天，许可证2028年1月1日";
    const step = say(at("paper_dates", papers, context), text);
    expect(step.state.answers).toMatchObject({
      credit_report_date: { value: "2026-06-10" },
      gsxt_query_date: { value: "2026-06-03" },
      declaration_date: { value: "2026-06-10" },
      permit_valid_to: { value: "2028-01-01" },
    });
    expect(words(step)).not.toContain("按2026年算");
  });
});

describe("an amount of which only the side is known", () => {
  const step = say(say(at("money", strongApplicant, context), "大概一百多万，收入210万"), "低于150万元");

  it("is read back as it was said, and no gap of a cent is made up", () => {
    expect(words(step)).toContain("2025年末资产总额：低于150万元。");
    expect(words(step)).toContain("还差多少要有准数才知道");
    expect(words(step)).not.toMatch(/0\.01元|1,499,999/);
    const list = words(input(step.state, { action: "criteria" }, context));
    expect(list).toContain("上年末资产总额不低于150万元（第六条（二））：低于150万元，要求不少于150万元");
  });

  it("keeps its lower end", () => {
    const between = say(at("money", strongApplicant, context), "资产120万到150万之间不到150万，收入210万");
    expect(words(between)).not.toMatch(/1,499,999/);
  });
});

it("an amount known to be above the limit is listed in words", () => {
  const above = say(say(at("money", strongApplicant, context), "大概一百多万，收入210万"), "不低于150万元");
  const list = words(input(above.state, { action: "criteria" }, context));
  expect(list).toContain("：不少于150万元，要求不少于150万元");
});

describe("two amounts with a space between them", () => {
  it("are two", () => {
    const { answers } = say(at("money", strongApplicant, context), "320万 210万").state;
    expect(answers.total_assets_prev_year_end_yuan).toEqual({ value: "3200000" });
    expect(answers.service_income_prev_year_yuan).toEqual({ value: "2100000" });
  });
});
