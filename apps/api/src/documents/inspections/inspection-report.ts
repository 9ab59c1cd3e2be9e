import { printedDay } from "../annexes/values.ts";
import {
  cell,
  gap,
  heading,
  label,
  lines,
  paragraph,
  rowHeight,
  table,
  together,
  value,
} from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions } from "../papers/paper.ts";

/** A look at a title as it is on record: what was found, and beside it what the unit says. */
export interface InspectionReport {
  readonly programme: string;
  readonly kind: string;
  readonly article: string;
  readonly organization: string;
  readonly platform: string;
  readonly office: string;
  /** Days are YYYY-MM-DD, Asia/Shanghai. */
  readonly carriedOutOn: string;
  /** 2027年上半年. */
  readonly period: string;
  readonly inspectors: string;
  readonly result: string;
  readonly findings: string;
  readonly items: readonly ReportedItem[];
  /** The unit's own words; null where it has not answered. */
  readonly answer: { readonly text: string; readonly on: string } | null;
  /** The last day to answer; null where nothing asks for one. */
  readonly answerUntil: string | null;
  readonly hearing: { readonly text: string; readonly on: string; readonly finding: string } | null;
  readonly rectification: {
    readonly until: string;
    readonly checkedAgain: { readonly text: string; readonly on: string; readonly isRectified: boolean } | null;
  } | null;
  readonly closedOn: string | null;
  /** What was signed on the spot, as a sentence; empty where nothing was. */
  readonly signed: string;
  /** How many photographs and papers belong to it. */
  readonly files: number;
}

export interface ReportedItem {
  readonly subject: string;
  readonly title: string;
  readonly article: string;
  readonly rating: string;
  readonly remark: string;
}

const columns = [3, 5.4, 3, 2.4, 5.4];

/** 检查记录, 抽查报告, 考核报告. */
export function inspectionReport(report: InspectionReport, options: PaperOptions): PrintedDocument {
  const { programme, kind, article, organization, platform, office, carriedOutOn, period, inspectors } = report;
  const title = kind === "定期检查" ? "检查情况记录" : `${kind}报告`;
  const rows = report.items.map(({ subject, title: item, article: ground, rating, remark }) =>
    rowOf(columns, rowHeight, [value(subject), cell(lines(item)), value(ground), value(rating), cell(lines(remark))]),
  );
  const head = ["方面", "检查项目", "参照条款", "情况", "说明"].map((text) => label(text));
  const blocks: Block[] = [
    heading(1, programme),
    heading(1, title),
    paragraph(`检查单位：${office}　　依据：${article}　　算入：${period}`),
    paragraph(`示范平台：${platform}　　单位：${organization}`),
    paragraph(`检查日期：${printedDay(carriedOutOn)}　　检查人员：${inspectors}`),
    // Of whoever did not come nothing was looked at.
    rows.length === 0 ? paragraph("没有填写检查表。") : table(columns, rows, [rowOf(columns, rowHeight, head)]),
    heading(2, `结论：${report.result}`),
    ...words(report.findings === "" ? "没有另写检查发现。" : report.findings),
    heading(2, "单位的说明"),
    ...answerBlocks(report),
    ...hearingBlocks(report),
    ...rectificationBlocks(report),
    heading(2, "办理"),
    // A seal alone on a page belongs to no text.
    together([
      paragraph(report.closedOn === null ? "还没有办结。" : `${printedDay(report.closedOn)}办结。`, { indent: true }),
      ...(report.signed === "" ? [] : [paragraph(report.signed, { indent: true })]),
      ...(report.files === 0 ? [] : [paragraph(`照片和材料${report.files}件，存在系统里。`, { indent: true })]),
      gap(8),
      paragraph([office], { align: "right", place: "seal" }),
      ...(report.closedOn === null ? [] : [paragraph(printedDay(report.closedOn), { align: "right" })]),
    ]),
  ];
  return { title: `${title}（${organization}）`, sheets: [{ title, part: organization, blocks }], ...options };
}

function answerBlocks({ answer, answerUntil }: InspectionReport): Block[] {
  if (answer !== null) {
    return [...words(answer.text), paragraph(`（${printedDay(answer.on)}提交）`, { indent: true })];
  }
  return words(
    answerUntil === null ? "合格的，不要求说明。" : `还没有提交；可以在${printedDay(answerUntil)}24:00前提交。`,
  );
}

function hearingBlocks({ hearing }: InspectionReport): Block[] {
  if (hearing === null) return [];
  return [heading(2, `听取说明（${printedDay(hearing.on)}）：${hearing.finding}`), ...words(hearing.text)];
}

function rectificationBlocks({ rectification }: InspectionReport): Block[] {
  if (rectification === null) return [];
  const { until, checkedAgain } = rectification;
  if (checkedAgain === null) return [heading(2, "整改"), ...words(`要求${printedDay(until)}前整改，还没有复查。`)];
  const outcome = checkedAgain.isRectified ? "已改正" : "没有改正";
  return [
    heading(2, "整改"),
    ...words(`要求${printedDay(until)}前整改；${printedDay(checkedAgain.on)}复查，${outcome}。`),
    ...words(checkedAgain.text),
  ];
}

function words(text: string): Block[] {
  return lines(text, { indent: true }).map((each) => ({ kind: "paragraph", line: each, large: false }));
}
