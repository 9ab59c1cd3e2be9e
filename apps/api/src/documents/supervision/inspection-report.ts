import { printedDay } from "../annexes/values.ts";
import { cell, heading, label, lines, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions } from "../papers/paper.ts";
import { sealed, wordsOf } from "./service-report.ts";

/** 检查情况报告 of a district on half a year or a year (第十三条). */
export interface InspectionReport {
  readonly programme: string;
  /** 2026年上半年检查情况报告. */
  readonly title: string;
  readonly office: string;
  readonly addressee: string;
  readonly article: string;
  /** What the district says in its own words; empty where it has said nothing yet. */
  readonly text: string;
  readonly inspections: readonly InspectedPlatform[];
  readonly missing: readonly MissingItem[];
  /** YYYY-MM-DD; null while it is a draft. */
  readonly sentOn: string | null;
}

export interface InspectedPlatform {
  readonly platform: string;
  readonly period: string;
  readonly carriedOutOn: string;
  readonly hasPassed: boolean;
  readonly findings: string;
  /** How a rectification stands; empty where none was asked for. */
  readonly rectification: string;
}

/** What is not there, and why. */
export interface MissingItem {
  readonly name: string;
  /** Empty where no reason was written. */
  readonly reason: string;
}

const columns = [3.6, 3.5, 3.6, 1.8, 4, 3.5];
const missingColumns = [9, 7];

/** The report: the district's words, each inspection in a row, and what is missing with its reason. */
export function inspectionReportDocument(report: InspectionReport, options: PaperOptions): PrintedDocument {
  const { programme, title, office, addressee, article, text, inspections, missing, sentOn } = report;
  const failed = inspections.filter(({ hasPassed }) => !hasPassed).length;
  const blocks: Block[] = [
    heading(1, programme),
    heading(1, title),
    paragraph(`报送：${addressee}　　依据：${article}`),
    paragraph(`本期共检查${inspections.length}家次，其中不合格${failed}家次。`, { indent: true }),
    ...(text === "" ? [] : [heading(2, "检查情况"), ...wordsOf(text)]),
    heading(2, "检查明细"),
    inspections.length === 0 ? paragraph("没有登记的检查。", { indent: true }) : inspectionTable(inspections),
    ...(missing.length === 0 ? [] : [heading(2, "没有检查的和原因"), missingTable(missing)]),
    sealed(office, sentOn),
  ];
  return { title: `${title}（${office}）`, sheets: [{ title, part: office, blocks }], ...options };
}

function inspectionTable(inspections: readonly InspectedPlatform[]): Block {
  const head = ["平台", "期间", "检查日期", "结论", "检查发现", "整改"].map((text) => label(text));
  const rows = inspections.map(({ platform, period, carriedOutOn, hasPassed, findings, rectification }) =>
    rowOf(columns, rowHeight, [
      cell(lines(platform)),
      value(period),
      value(printedDay(carriedOutOn)),
      value(hasPassed ? "合格" : "不合格"),
      cell(lines(findings)),
      cell(lines(rectification)),
    ]),
  );
  return table(columns, rows, [rowOf(columns, rowHeight, head)]);
}

export function missingTable(missing: readonly MissingItem[]): Block {
  const head = ["缺的内容", "原因"].map((text) => label(text));
  const rows = missing.map(({ name, reason }) =>
    rowOf(missingColumns, rowHeight, [cell(lines(name)), cell(lines(reason === "" ? "（还没有写）" : reason))]),
  );
  return table(missingColumns, rows, [rowOf(missingColumns, rowHeight, head)]);
}
