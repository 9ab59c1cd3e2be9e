import { printedDay } from "../annexes/values.ts";
import { cell, label, lines, rowHeight, table, value } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import { large, letterDocument } from "../letters/letter.ts";
import type { PaperOptions } from "../papers/paper.ts";
import { type MissingItem, missingTable } from "./inspection-report.ts";

/** The letter with which a district sends its package to the city (第十三条). */
export interface PackageLetter {
  /** 2026年上半年工作总结, 2026年工作总结和检查情况报告. */
  readonly contents: string;
  readonly programme: string;
  /** Empty while it is a draft. */
  readonly documentNumber: string;
  readonly addressee: string;
  readonly office: string;
  readonly measure: string;
  readonly article: string;
  readonly reports: readonly EnclosedReport[];
  readonly missing: readonly MissingItem[];
  readonly hasInspectionReport: boolean;
  /** YYYY-MM-DD: the day of the sending, or of the draft. */
  readonly day: string;
}

export interface EnclosedReport {
  readonly platform: string;
  readonly submittedOn: string;
  readonly isLate: boolean;
  /** Why it came late; empty where it did not, or nobody said so. */
  readonly lateReason: string;
}

const columns = [1.3, 7, 3.4, 5];

/** The letter, its list of enclosures, and what is missing with its reasons. */
export function packageLetterDocument(letter: PackageLetter, options: PaperOptions): PrintedDocument {
  const { contents, programme, documentNumber, addressee, office, measure, article, reports, missing } = letter;
  const body: Block[] = [
    large(`根据《${measure}》${article}，现报送我辖区${programme}${contents}，清单如下。`),
    ...(reports.length === 0 ? [] : [reportTable(reports)]),
    ...(missing.length === 0
      ? [large("应报送的都已在内。")]
      : [large(`下列${missing.length}项没有随本函报送，原因逐项说明；补报的单独报送。`), missingTable(missing)]),
    large("特此报送，请予接收。"),
  ];
  return letterDocument(
    {
      title: `关于报送${contents}的函`,
      number: documentNumber,
      addressee,
      body,
      meaning: null,
      enclosures: [
        ...(reports.length === 0 ? [] : [`工作总结${reports.length}份`]),
        ...(letter.hasInspectionReport ? ["检查情况报告1份"] : []),
      ],
      office,
      day: letter.day,
    },
    options,
  );
}

function reportTable(reports: readonly EnclosedReport[]): Block {
  const head = ["序号", "平台", "报送我单位的日期", "备注"].map((text) => label(text));
  const rows = reports.map(({ platform, submittedOn, isLate, lateReason }, at) =>
    rowOf(columns, rowHeight, [
      value(String(at + 1)),
      cell(lines(platform)),
      value(printedDay(submittedOn)),
      cell(lines(isLate ? `迟报${lateReason === "" ? "" : `：${lateReason}`}` : "")),
    ]),
  );
  return table(columns, rows, [rowOf(columns, rowHeight, head)]);
}
