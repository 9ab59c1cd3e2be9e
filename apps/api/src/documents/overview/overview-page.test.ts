import { funnelEnds, funnelStages } from "@shifan/contract";
import { shippedPolicies } from "@shifan/rules/shipped";
import { expect, test } from "vitest";
import { paperOptions } from "../../../testing/documents/papers.ts";
import { readPdf } from "../../../testing/documents/read-pdf.ts";
import { describeFixed } from "../../overview/fixed.ts";
import { createPrinter } from "../printer/printer.ts";
import { type OverviewPage, overviewPage } from "./overview-page.ts";

const [document] = shippedPolicies;
if (document === undefined) throw new Error("no policy is shipped");

const late = (count: number): OverviewPage["late"] =>
  document.districts.map(({ name }) => ({
    name,
    count: count * 6,
    items: [
      { what: "2026年度申报没有办结", count, article: "第十条" },
      { what: "年度工作总结和检查情况报告报送市工信局（2025年）", count, article: "第十三条" },
      { what: "年度工作总结（2025年）", count, article: "第十二条" },
      { what: "半年定期检查（2026年上半年）", count, article: "第十三条" },
      { what: "半年工作总结（2026年上半年）", count, article: "第十二条" },
      { what: "半年工作总结报送市工信局（2026年上半年）", count, article: "第十三条" },
    ],
  }));

const fullest: OverviewPage = {
  asOf: "2026-10-16",
  title: "郑州市中小企业公共服务示范平台工作一页纸",
  summary:
    "逾期1920件，涉及16个区县（市）、开发区。下一件：半年定期检查（2026年下半年）还有600件，12月31日24:00前，还有76天（第十三条）。",
  round: {
    text: "2026年度申报已截止，正在推荐：已提交20000份，已认定1000家",
    funnel: {
      all: {
        stages: Object.values(funnelStages).map(({ title }) => ({ title, standing: 1_000, reached: 20_000 })),
        ended: Object.values(funnelEnds).map(({ title }) => ({ title, count: 100 })),
      },
    },
  },
  late: late(20),
  next: Array.from({ length: 6 }, (_, n) => ({
    daysLeft: n * 30,
    text: "年度工作总结和检查情况报告报送市工信局（2026年）还有16件，2027年1月31日24:00前",
    article: "第十三条",
  })),
  fixed: describeFixed(document),
};

test("the page stays one page when every district is late with everything, and counts what has no room of its own", async () => {
  const pages = await readPdf(await createPrinter().print(overviewPage(fullest, paperOptions), "pdf"));
  expect(pages.length).toBe(1);
  // 16 districts, of which five have a row; four things late have a column, and the two others one together.
  expect(pages[0]).toContain("另有11个共1320件。");
  expect(pages[0]).toContain("其他");
  expect(pages[0]).toContain("中原区1202020202040");
});

test("the page says so where there is nothing to tell", async () => {
  const empty = { ...fullest, round: null, late: [], next: [] };
  const [page] = await readPdf(await createPrinter().print(overviewPage(empty, paperOptions), "pdf"));
  for (const text of ["还没有公布过批次。", "没有。", "没有已定的日子。", "公示至少几个工作日：5个工作日"]) {
    expect(page).toContain(text);
  }
});
