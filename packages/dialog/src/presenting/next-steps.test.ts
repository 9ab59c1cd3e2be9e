import { zhengzhouPolicy } from "@shifan/rules/testing";
import { describe, expect, it } from "vitest";
import { contextFor, play, truthfulFacts } from "../../testing/play.ts";
import { strongApplicant } from "../../testing/strong.ts";
import type { DialogContext } from "../index.ts";

const june = contextFor(zhengzhouPolicy, "2026-06-10");
const announced: DialogContext = {
  ...june,
  round: { year: 2026, submissionDeadline: "2026-09-25" },
};

/** The next steps of the result, line by line. */
function stepsOf(changed: Record<string, unknown>, context: DialogContext = june): string[] {
  const { turn } = play(context, truthfulFacts({ ...strongApplicant, ...changed }));
  const text = turn.messages.at(-1)?.text ?? "";
  const [, after = ""] = text.split("**下一步：**\n");
  return after.split("\n这是自查")[0]?.split("\n") ?? [];
}

const tooFew = { smes_served_prev_year: 52, smes_served_year_before: 40, satisfied_count: 49 };

describe("the next steps", () => {
  it("of a figure of a year that is over are those for the next round, by the end of the year that counts then", () => {
    expect(stepsOf(tooFew)).toEqual([
      "① 先核对上面不符合的1项；填错或漏记的，点“改答案”更正。",
      "**2027年度这样准备：**2026年12月31日前，2026年服务满60家不同的中小企业，协议和评价逐家留存（第六条（三））。到时其他数字也按2026年重新核对。",
    ]);
  });

  it("of a figure of a year that still runs have its last day", () => {
    const steps = stepsOf({ ...tooFew, submission_date: "2027-03-01" });
    expect(steps[1]).toBe("② 2026年12月31日前：2026年服务满60家不同的中小企业，协议和评价逐家留存（第六条（三））。");
    expect(steps[2]).toContain("再看一次结果");
  });

  it("name the years that are compared", () => {
    expect(stepsOf({ smes_served_year_before: 96 }).at(-1)).toContain("2026年服务家数多于2025年（第六条（三））");
  });

  it("of what can be mended before handing in are that, and then the handing in", () => {
    const lacking = { partner_orgs_with_agreement: 3, has_development_plan: false };
    expect(stepsOf(lacking)).toEqual([
      "① 先核对上面不符合的2项；填错或漏记的，点“改答案”更正。",
      "② 提交前：与服务机构签好合作协议，够5家以上（第六条（四））；发展规划和年度服务目标形成文件，目标要有数字（第六条（五））。",
      "③ 办好后改答案，再看一次结果；申报时间公布后，按通知提交（尚未公布）。",
    ]);
    expect(stepsOf(lacking, announced)[2]).toContain("2026年9月25日24:00前提交（以本轮通知为准）");
    expect(stepsOf({ ...lacking, ...tooFew })[1]).toMatch(/^② 2027年度提交前：与服务机构/);
  });

  it("of a satisfaction that is too low are a new rating, although the year is over", () => {
    const steps = stepsOf({ satisfied_count: 80, unsatisfied_count: 16 });
    expect(steps[1]).toBe("② 提交前：改进服务，请企业重新评价，满意度做到90%以上（第六条（三））。");
  });

  it("of what only waits have the day from which it is enough", () => {
    expect(stepsOf({ established_date: "2025-01-01" })).toContain(
      "② 2027年1月1日起，注册并运营满两年后再报（第六条（一））。",
    );
  });

  it("of what no paper mends promise no handing in", () => {
    expect(stepsOf({ is_independent_legal_person: false })).toEqual([
      "① 先核对上面不符合的1项；填错或漏记的，点“改答案”更正。",
      "② 由所属的法人单位申报（第六条（一））。",
    ]);
  });

  it("where nothing is unmet are the materials and the day", () => {
    const steps = stepsOf({});
    expect(steps[0]).toMatch(/^① 备齐还缺、要更正或待确认的\d+样材料（第九条）$/);
    expect(steps.at(-1)).toBe("③ 申报时间公布后，按通知提交（尚未公布）");
  });
});
