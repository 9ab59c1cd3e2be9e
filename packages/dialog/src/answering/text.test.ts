import { zhengzhouPolicy as policy } from "@shifan/rules/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at as atQuestion, contextFor, input, type Step } from "../../testing/play.ts";
import { strongApplicant } from "../../testing/strong.ts";

const context = contextFor(policy, "2026-06-10");
const at = (question: string): Step => atQuestion(question, strongApplicant, context);
const say = (step: Step, ...texts: string[]): Step =>
  texts.reduce((present, text) => input(present.state, { text }, context), step);
const words = (step: Step): string => step.turn.messages.map((message) => message.text).join("\n");
const value = (step: Step, fact: string): unknown => {
  const answer = step.state.answers[fact];
  return answer && "value" in answer ? answer.value : answer;
};

describe("an amount of money", () => {
  it.each([
    ["一百六十万", "1600000"],
    ["160万元", "1600000"],
    ["1,600,000元", "1600000"],
    ["1.6百万", "1600000"],
    ["１６０ 万", "1600000"],
    ["壹佰陆拾万元整", "1600000"],
    ["一百五十万零一元", "1500001"],
    ["1499999.99元", "1499999.99"],
    ["资产总额320万", "3200000"],
  ])("%s is understood and read back", (text, wanted) => {
    const step = say(at("money"), text);
    expect(value(step, "total_assets_prev_year_end_yuan")).toBe(wanted);
    expect(words(step)).toContain("记下了。2025年末资产总额：");
    expect(step.turn.question?.facts).toEqual(["service_income_prev_year_yuan"]);
  });

  it("of two figures is taken by name or by place", () => {
    for (const text of ["资产320万，服务收入210万", "320万，210万", "服务收入210万，资产320万"]) {
      const step = say(at("money"), text);
      expect(value(step, "total_assets_prev_year_end_yuan")).toBe("3200000");
      expect(value(step, "service_income_prev_year_yuan")).toBe("2100000");
    }
  });

  it("without a unit is asked about, never guessed", () => {
    const asked = say(at("money"), "160");
    expect(words(asked)).toContain("是160万元还是160元");
    expect(value(say(asked, "160万元"), "total_assets_prev_year_end_yuan")).toBe("1600000");
  });

  it("around the limit is asked again with the two sides, and a side decides", () => {
    const asked = say(at("money"), "大概一百多万");
    expect(words(asked)).toContain("100万元到200万元");
    expect(words(asked)).toContain("150万元正好是界线（第六条（二）），我不能替您猜");
    const above = say(asked, "不低于150万元");
    expect(words(above)).toContain("✓ 上年末资产总额不低于150万元");
    const below = say(asked, "低于150万元");
    expect(words(below)).toContain("✗ 上年末资产总额不低于150万元");
  });

  it("that stays vague is kept as to be found out and not asked a third time", () => {
    const step = say(at("money"), "大概一百多万", "还是一百多万吧");
    expect(step.turn.question?.facts).toEqual(["service_income_prev_year_yuan"]);
  });

  it("above the limit in every case is enough", () => {
    const step = say(at("money"), "两百多万");
    expect(words(step)).toContain("✓ 上年末资产总额不低于150万元");
  });

  it("nobody can have is turned down in words, and nothing is recorded", () => {
    const step = say(at("money"), "99999999999999万元");
    expect(value(step, "total_assets_prev_year_end_yuan")).toBeUndefined();
    expect(step.turn.question?.id).toBe("money");
  });
});

describe("a count", () => {
  it("of 六十多家 is enough for the limit and waits for what it is compared with", () => {
    const first = say(at("served"), "六十多家");
    expect(value(first, "smes_served_prev_year")).toEqual({ min: 61, max: 69 });
    expect(first.turn.question?.facts).toContain("smes_served_year_before");
    const grown = say(first, "2024年50家，2023年40家");
    expect(words(grown)).toContain("✓ 近两年服务企业数量稳步增长");
  });

  it("of 不到60家 is below", () => {
    expect(words(say(at("served"), "不到60家"))).toContain("✗ 年服务中小企业不少于60家");
  });

  it("is taken by its year, relative years by today", () => {
    const step = say(at("served"), "去年96家，前年81家，2023年70家，没有个体工商户");
    expect(step.state.answers).toMatchObject({
      smes_served_prev_year: { value: 96 },
      smes_served_year_before: { value: 81 },
      smes_served_two_years_before: { value: 70 },
    });
    expect(words(step)).toContain("“去年”按2025年算");
  });

  it("of another year than asked is asked about", () => {
    const asked = say(at("served"), "2022年96家");
    expect(words(asked)).toContain("您说的是2022年");
    expect(value(asked, "smes_served_prev_year")).toBeUndefined();
    expect(value(say(asked, "就是所问的年份"), "smes_served_prev_year")).toBe(96);
  });

  it("given as a share becomes a proposal of whole counts", () => {
    const asked = say(at("satisfaction"), "九成五");
    expect(
      asked.turn.messages
        .at(-1)
        ?.choices.slice(0, 2)
        .map((choice) => choice.label),
    ).toEqual(["91家", "92家"]);
    expect(value(say(asked, "92家"), "satisfied_count")).toBe(92);
  });

  it("in another unit than asked is not taken", () => {
    const step = say(at("served"), "租了420平");
    expect(value(step, "smes_served_prev_year")).toBeUndefined();
    expect(words(step)).toContain("这里要的单位是家");
  });
});

describe("a date", () => {
  it.each([
    ["2019年3月18日", "2019-03-18"],
    ["2019-03-18", "2019-03-18"],
    ["2019.3.18", "2019-03-18"],
    ["20190318", "2019-03-18"],
    ["二〇一九年三月十八日", "2019-03-18"],
  ])("%s is understood", (text, wanted) => {
    expect(value(say(at("dates"), text), "established_date")).toBe(wanted);
  });

  it("as a month is enough where every day of it gives the same", () => {
    const step = say(at("dates"), "2019年3月", "注册当天起运营，一直在郑州");
    expect(words(step)).toContain("✓ 在郑州市注册并运营2年以上");
  });

  it("as a month is asked for to the day where the day decides", () => {
    const step = say(at("dates"), "2024年6月", "注册当天起运营，一直在郑州");
    expect(words(step)).toContain("精确到哪一天");
    expect(value(say(step, "2024年6月11日"), "established_date")).toBe("2024-06-11");
  });

  it("of a plan that has passed is asked about, not taken for the year of the figures", () => {
    const step = say(at("submission"), "2019年3月18日");
    expect(words(step)).toContain("已经过了");
    expect(value(step, "submission_date")).toBeUndefined();
  });

  it("of a plan may stay a month: the conversation goes on, under the year of that month", () => {
    const step = say(at("submission"), "下个月");
    expect(step.turn.question?.id).toBe("platform_type");
    expect(
      words(
        say(
          at("submission"),
          "明年3月",
          "专业性",
          "信息",
          "选好了",
          "都有",
          "第一个",
          "2019年3月18日，一直在郑州，当天就运营",
        ),
      ),
    ).toContain("2026年末");
  });

  it("that does not exist is said so", () => {
    const step = say(at("dates"), "2023年2月30日");
    expect(words(step)).toContain("没有这一天");
    expect(value(step, "established_date")).toBeUndefined();
  });

  it("told as the time it has lasted is counted back from today", () => {
    const step = say(at("dates"), "成立两年半了", "注册当天起运营，一直在郑州");
    expect(value(step, "established_date")).toEqual({ min: "2023-11-11", max: "2023-12-10" });
    expect(words(step)).toContain("✓ 在郑州市注册并运营2年以上");
  });

  it("of 去年3月 is echoed with its year", () => {
    expect(words(say(at("dates"), "去年3月"))).toContain("“去年”按2025年算");
  });

  it("beside statements of absence fills the whole screen", () => {
    const step = say(at("dates"), "注册2019年3月18日，没有迁过，注册当天就运营");
    expect(step.turn.question?.id).not.toBe("dates");
  });
});

describe("yes and no", () => {
  it("没有 to whether it was ever certified says never, 有 says it was", () => {
    expect(value(say(at("certified_before"), "没有"), "never_certified")).toBe(true);
    expect(value(say(at("certified_before"), "有"), "never_certified")).toBe(false);
    expect(value(say(at("certified_before"), "第一次报"), "never_certified")).toBe(true);
    expect(value(say(at("certified_before"), "首次"), "never_certified")).toBe(true);
  });

  it("is taken where the question asks for the fact itself", () => {
    expect(value(say(at("net_assets"), "是的"), "net_assets_positive")).toBe(true);
    expect(value(say(at("leader"), "不是"), "leader_honest_lawful")).toBe(false);
  });
});

describe("words that are no answer", () => {
  it("为什么 is answered with the article's own words", () => {
    const step = say(at("money"), "为什么");
    expect(words(step)).toContain("运营单位资产总额上年末不低于150万元，上年度服务收入不低于100万元");
    expect(step.turn.question?.id).toBe("money");
  });

  it("改资产 opens it from anywhere, and the conversation goes on where it was", () => {
    const step = say(at("leader"), "改资产", "两百万");
    expect(value(step, "total_assets_prev_year_end_yuan")).toBe("2000000");
    expect(step.turn.question?.id).toBe("leader");
  });

  it("takes the new value said at once", () => {
    const step = say(at("leader"), "资产改成160万");
    expect(value(step, "total_assets_prev_year_end_yuan")).toBe("1600000");
    expect(step.turn.question?.id).toBe("leader");
  });

  it("takes a list in which some are not clear", () => {
    const step = say(at("legal"), "1有，2不清楚，3、4没有");
    expect(value(step, "is_independent_legal_person")).toBe(true);
    expect(step.state.answers.registered_in_zhengzhou).toEqual({ unknown: true });
  });

  it("change of what nobody has heard of is said so", () => {
    expect(words(say(at("leader"), "改天气"))).toContain("没找到“天气”");
  });

  it.each([
    "……",
    "你好啊",
    "🙂",
    "<b>1</b>",
    "'; drop table x;--",
    "a".repeat(2_000),
    "１".repeat(500),
    "亿".repeat(300),
  ])("%s gets a friendly question and changes nothing", (text) => {
    for (const question of ["platform_type", "legal", "money", "dates"]) {
      const before = at(question);
      const after = say(before, text);
      expect(after.state.answers).toEqual(before.state.answers);
      expect(after.turn.question?.id).toBe(question);
      expect(words(after)).not.toMatch(/失败|错误|非法/);
    }
  });

  it("no text whatever is too much for any screen", () => {
    const screens = ["platform_type", "legal", "money", "served", "dates", "premises"].map(at);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.string({ unit: fc.constantFrom(..."一二三两十百千万亿多约左右到不没有去年月日家元%0123456789.，,-~ ") }),
        ),
        (text) => {
          for (const screen of screens) {
            const result = input(screen.state, { text: text === "" ? " " : text }, context);
            expect(result.turn.messages.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  });
});
