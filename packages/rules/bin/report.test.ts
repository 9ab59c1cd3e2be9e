import { describe, expect, test } from "vitest";
import { assess } from "../src/evaluate/assess.ts";
import { checkFacts } from "../src/facts/check-facts.ts";
import type { Applicant } from "../testing/applicants.ts";
import { zhengzhouPolicy } from "../testing/policy.ts";
import { writeReport } from "./report.ts";

const strong: Applicant = { ...zhengzhouPolicy.document.cases.bases.B1 };

function reportOn(facts: Applicant, round: { year: number; submissionDeadline: string } | null = null): string {
  const checked = checkFacts(zhengzhouPolicy, facts);
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return writeReport(zhengzhouPolicy, assess(zhengzhouPolicy, checked.facts, { asOf: "2026-06-10", round }));
}

describe("the report for people", () => {
  test("begins with the conclusion and ends with what it is not", () => {
    const [, conclusion, ...rest] = reportOn(strong).split("\n");
    expect(conclusion).toBe("可以核对的条件都满足，可以准备申报。");
    expect(rest.at(-1)).toBe("这是自查，不是审核决定；是否认定要经推荐、评审和公示（第十条、第十一条）。");
    expect(rest).toContain("换成专业性平台：可以核对的条件都满足。");
    expect(rest).toContain(zhengzhouPolicy.document.in_force.note);
  });

  test("counts the unmet conditions without the lines that only feed another", () => {
    const text = reportOn({ ...strong, info_events: 4, leader_honest_lawful: false });
    expect(text).toContain("暂不符合条件，差1项");
    expect(text).toContain("【不符合】1项\n  ✗ 主要负责人诚信、守法（第六条（六））");
    expect(text).toContain("【各项服务功能】4项\n  － 信息服务（第七条（一））");
  });

  test("names what is missing by its Chinese label", () => {
    const { total_assets_prev_year_end_yuan: _, ...rest } = strong;
    const text = reportOn(rest);
    expect(text).toContain("还不能下结论。目前没有发现不符合的条件。");
    expect(text).toMatch(/【等您补充】1项\n {2}？ 上年末资产总额不低于150万元（第六条（二））\n {4}要填：.*资产总额/);
  });

  test("groups what is open by who can settle it", () => {
    const text = reportOn({
      ...strong,
      audit_opinion: "qualified",
      moved_into_zhengzhou_date: "2025-03-01",
      total_employees: 3,
    });
    expect(text).toContain("【要由审核人判断】1项");
    expect(text).toContain("【办法口径待明确（第十七条）】1项");
    expect(text).toContain("【所填内容互相对不上，请核对】2项");
    expect(text).toContain("  · 服务人员多于从业总人数（第六条（六）、附件2）。");
    expect(text).toContain("自2019年3月18日起算");
  });

  test("prints a share, what is missing of it, and no yes-or-no figure", () => {
    const text = reportOn({ ...strong, total_employees: 30, service_staff_count: 24, staff_degree_or_title_count: 19 });
    expect(text).toContain("现为19/24，还差1");
    expect(text).not.toContain("true");
  });

  test("prints the last day of a ban, the day when time has cured everything and the round it allows", () => {
    const facts = { ...strong, never_certified: false, revoked_on: "2023-12-01" };
    const text = reportOn(facts, { year: 2026, submissionDeadline: "2026-09-25" });
    expect(text).toContain("2026年12月1日以前（含当天）不能再次申报（第十四条）。");
    expect(text).toContain("只等时间的条件，2026年12月2日起都能满足，最早报2027年度。");
    expect(text).toContain("撤销资格后三年内不得再次申报，最后一天是");
    expect(reportOn(facts)).toContain("2026年12月2日起都能满足。");
  });

  test("says of each material how it stands and why", () => {
    const text = reportOn({ ...strong, has_website: false, credit_report_date: "2026-05-31" });
    expect(text).toContain("M03 信用信息报告和公示系统三张查询页：要重办。信用信息报告不是提交当月下载的");
    expect(text).toContain("M01 申请报告（附件2）：待查");
    expect(reportOn({ ...strong, materials_in_hand: [] })).toContain("M01 申请报告（附件2）：还缺");
  });

  test("never blames", () => {
    expect(reportOn({})).not.toMatch(/失败|错误|非法|undefined|null/);
  });
});
