import { describe, expect, test } from "vitest";
import { firstOutOfOrder } from "../../testing/documents/in-order.ts";
import * as papers from "../../testing/documents/papers.ts";
import { readDocx, unzipDocx } from "../../testing/documents/read-docx.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { qrCode } from "./certificates/qr-code.ts";
import type { PrintedDocument } from "./description/description.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { renderHtml } from "./html/render-html.ts";
import { noticeDocument } from "./notices/notice.ts";
import { createPdfRenderer } from "./pdf/render-pdf.ts";
import { renderText } from "./plain/render-text.ts";

const renderPdf = createPdfRenderer();
const pagesOf = (document: PrintedDocument) => readPdf(renderPdf(document));

const formats = [
  { format: "PDF", textOf: async (document: PrintedDocument) => (await pagesOf(document)).join("") },
  { format: "DOCX", textOf: async (document: PrintedDocument) => readDocx(await renderDocx(document)) },
];

describe.each(formats)("as $format", ({ textOf }) => {
  test("a correction keeps the day of receipt and a resubmission has a new one", async () => {
    const correction = ["补正通知书", "文号：", "郑州示例企业服务有限公司：", "（第十条）", "2026年9月21日24:00前补正"];
    const kept = [
      "收到日期不变，仍按2026年9月8日计算",
      "这份文书不表示",
      "不是不推荐的决定",
      "金水区工信部门",
      "2026年9月14日",
    ];
    expect(firstOutOfOrder(await textOf(papers.returnNoticeWith("correction")), [...correction, ...kept])).toBeNull();
    const resubmission = await textOf(papers.returnNoticeWith("resubmission"));
    expect(firstOutOfOrder(resubmission, ["退回通知书", "重新提交的那天是新的收到日期", "当月办理"])).toBeNull();
    expect(resubmission).not.toContain("收到日期不变");
  });

  test("a letter of recommendation has its cases in order, its enclosures and no promise", async () => {
    const words = [
      "金工信〔2026〕12号",
      "1郑州第1企业服务有限公司",
      "2郑州第2企业服务有限公司",
      "仍予推荐的理由：资产总额以审计报告为准",
    ];
    const end = ["推荐不等于认定", "附件：1.推荐表（附件1）3份", "2.被推荐单位的申报材料3套", "2026年10月12日"];
    expect(firstOutOfOrder(await textOf(papers.recommendationWith(3)), [...words, ...end])).toBeNull();
  });

  test.each([
    [
      "not_recommended",
      ["不予推荐通知书", "决定不予推荐（第十条）", "不再报送市工信局", "三年内不得申报只适用于被撤销资格的单位"],
    ],
    [
      "not_selected",
      ["未入选通知书", "未列入本年度拟认定名单（第十一条）", "符合条件不等于一定入选", "不是对贵单位不符合条件的认定"],
    ],
    ["objection_upheld", ["不予认定通知书", "异议成立，决定不予认定", "公示的其他单位照常办理", "不是取消或撤销资格"]],
    ["false_papers", ["不予认定通知书", "与所作的真实性声明不一致", "不是取消或撤销资格"]],
  ] as const)(
    "a refusal (%s) says its reasons, the last day to answer, what it means and what not",
    async (kind, words) => {
      const [title = "", finding = "", ...meaning] = words;
      const reasons = ["理由", "2025年服务中小企业52家", "2026年10月20日24:00前书面告知", "（第四条）", "这份文书表示"];
      expect(
        firstOutOfOrder(await textOf(papers.refusalWith(kind)), [title, finding, ...reasons, ...meaning]),
      ).toBeNull();
    },
  );

  test.each([
    ["inadmissible", ["异议不予受理告知书", "作为监督线索留存（第十六条）"]],
    ["upheld", ["异议处理结果告知书", "异议成立", "不予认定"]],
    ["dismissed", ["异议处理结果告知书", "异议不成立", "按无异议继续办理"]],
  ] as const)("an answer to an objection (%s) names its receipt and nobody", async (outcome, words) => {
    const text = await textOf(papers.objectionReplyWith(outcome));
    expect(text).toContain("异议人（受理编号YY-2026-8F3K-27QM）");
    for (const word of words) expect(text).toContain(word);
  });

  test("a notice has its period and its list, and minutes every case with its experts", async () => {
    const publicity = await textOf(papers.printedNotice("publicity", 2));
    const period = [
      "2026年11月9日至2026年11月13日24:00，首尾两日计算在内（第十一条）",
      "公示不是认定",
      "拟认定名单（2家）",
    ];
    expect(firstOutOfOrder(publicity, [...period, "1郑州第1企业服务有限公司", "2郑州第2企业服务有限公司"])).toBeNull();
    const minutes = await textOf(papers.minutesWith(3));
    const words = [
      "1（并列）",
      "赵一",
      "92分",
      "回避：与申报单位有聘用关系",
      "合议（2026年10月30日）",
      "结果：未入选",
      "理由：与排名在前的单位相比",
    ];
    expect(firstOutOfOrder(minutes, words)).toBeNull();
  });

  test("a report begins with its conclusion, gives each line its article and promises nothing", async () => {
    const text = await textOf(papers.reportWith({ smes_served_prev_year: 52, is_independent_legal_person: true }));
    const words = [
      "申报条件自查报告",
      "结论：按您填的数字，2026年度暂不符合条件，差1项。",
      "这是自查，不是审核决定",
      "逐条情况",
    ];
    const groups = [
      "不符合（1）",
      "52家，要求不少于60家",
      "等您补充",
      "已满足",
      "要由专家评审的",
      "材料清单",
      "待市工信局确认",
    ];
    expect(firstOutOfOrder(text, [...words, ...groups])).toBeNull();
    expect(text).toContain("也不承诺认定结果");
    expect(text).not.toMatch(/[✓✗]|〔U\+/);
  });
});

describe("pages", () => {
  test("a list of 200 has its head on every page, each row once and whole, and no seal stands alone", async () => {
    const pages = await pagesOf(papers.printedNotice("certification", 200));
    const list = pages.slice(1);
    for (const page of list) expect(page).toContain("序号单位名称平台名称");
    const text = list.join("");
    for (let number = 1; number <= 200; number += 1) {
      expect(text.split(`郑州第${number}企业服务有限公司`)).toHaveLength(2);
    }
    const letter = await pagesOf(papers.recommendationWith(40));
    expect(letter.at(-1)).toMatch(/推荐不等于认定.*盖章处.*2026年10月12日/);
  });

  test("every page of a demonstration is marked twice, in the middle and at its foot, and no other page is", async () => {
    const marked = { ...papers.paperOptions, demonstration: true };
    for (const document of [papers.printedNotice("publicity", 60, marked), papers.certificateWith({}, marked)]) {
      for (const page of await pagesOf(document)) expect(page.split("演示数据，不具效力")).toHaveLength(3);
    }
    expect((await pagesOf(papers.certificateWith())).join("")).not.toContain("演示数据");
    const docx = unzipDocx(await renderDocx(papers.printedNotice("publicity", 1, marked)));
    expect(
      Object.entries(docx).filter(([name, xml]) => /footer|header/.test(name) && xml.includes("不具效力")),
    ).not.toEqual([]);
  });

  test("no paper's own words have a character that the typefaces lack", async () => {
    const kinds = ["not_recommended", "not_selected", "objection_upheld", "false_papers"] as const;
    const documents = [
      ...kinds.map((kind) => papers.refusalWith(kind)),
      ...(["inadmissible", "upheld", "dismissed"] as const).map(papers.objectionReplyWith),
      ...(["correction", "resubmission"] as const).map((kind) => papers.returnNoticeWith(kind)),
      ...(["publicity", "certification", "general"] as const).map((kind) => papers.printedNotice(kind, 3)),
      ...[papers.recommendationWith(3), papers.minutesWith(3), papers.certificateWith(), papers.reportWith({})],
    ];
    for (const document of documents) {
      expect([document.title, (await pagesOf(document)).join("").includes("〔U+")]).toEqual([document.title, false]);
    }
  });

  test("a reason of 20,000 characters is printed to its end", async () => {
    const long = `${"理由很长。".repeat(4_000)}完`;
    expect((await pagesOf(papers.refusalWith("not_recommended", long))).join("")).toContain("理由很长。完");
    const table = await pagesOf(papers.returnNoticeWith("correction", long));
    expect(table.join("")).toContain("理由很长。完");
  });

  test("a certificate is one page across whose code leads to the check of its number", async () => {
    const document = papers.certificateWith();
    const pages = await pagesOf(document);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("https://sme.example.gov.cn/certificates/ZZSF-2026-001");
    const [block] = document.sheets[0]?.blocks ?? [];
    expect(block).toMatchObject({ code: qrCode("https://sme.example.gov.cn/certificates/ZZSF-2026-001") });
    // The three corners by which a camera finds a code.
    const code = qrCode("https://sme.example.gov.cn/certificates/ZZSF-2026-001");
    const corner = "1111111";
    expect([code[0]?.slice(0, 7), code[0]?.slice(-7), code.at(-1)?.slice(0, 7)]).toEqual([corner, corner, corner]);
    await expect(renderDocx(document)).rejects.toThrow("PDF alone");
  });
});

describe("a notice for the bureau's own site", () => {
  test("is the same text in every format", () => {
    const notice = papers.printedNotice("certification", 2);
    const text = renderText(notice);
    expect(text).toContain(
      "序号\t单位名称\t平台名称\t类型\t推荐单位\t证书编号\t有效期自\t有效期至\n1\t郑州第1企业服务有限公司",
    );
    const html = renderHtml(notice);
    for (const word of ["郑工信〔2026〕88号", "郑州第2企业服务有限公司", "ZZSF-2026-002", "2029-11-20"]) {
      expect(text).toContain(word);
      expect(html).toContain(word);
    }
  });

  test("holds no markup of whoever wrote it", () => {
    const html = renderHtml(
      noticeDocument(
        { ...papers.noticeWith("general", 0), title: `<script>"&'`, text: "<b>x</b>" },
        papers.paperOptions,
      ),
    );
    expect(html).toContain("<h1>&lt;script&gt;&quot;&amp;&#39;</h1>");
    expect(html).toContain("&lt;b&gt;x&lt;/b&gt;");
    expect(html).not.toContain("<b>");
  });
});
