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

/** 工作总结 of a platform on half a year or a year, as it was handed in or as its draft stands. */
export interface ServiceReport {
  /** What the title is called, such as 郑州市中小企业公共服务示范平台. */
  readonly programme: string;
  /** 2026年上半年工作总结. */
  readonly title: string;
  readonly platform: string;
  readonly organization: string;
  readonly article: string;
  /** The department that it goes to. */
  readonly office: string;
  readonly figures: readonly ReportedFigure[];
  /** Which report stands beside it; null where there is none. */
  readonly comparedWith: string | null;
  readonly texts: readonly { readonly heading: string; readonly text: string }[];
  readonly attachments: readonly string[];
  /** YYYY-MM-DD; null while it is a draft. */
  readonly submittedOn: string | null;
}

export interface ReportedFigure {
  readonly name: string;
  readonly unit: string;
  /** Empty where it was not given. */
  readonly present: string;
  readonly previous: string;
  /** Such as +1（+33.33%）. */
  readonly change: string;
}

const columns = [6, 2, 3, 3, 4];
/** Millimetres: nothing is written in by hand, and the figures of the form fit one page. */
const figureHeight = 8;

/** The report: its figures beside those of last time, what was done in words, what goes with it, seal and day. */
export function serviceReportDocument(report: ServiceReport, options: PaperOptions): PrintedDocument {
  const { programme, title, platform, organization, article, office, comparedWith, texts, attachments } = report;
  const beside = comparedWith === null ? "没有上一期同类总结，不作比较。" : `上期指${comparedWith}。`;
  const blocks: Block[] = [
    heading(1, programme),
    heading(1, title),
    paragraph(`平台名称：${platform}`),
    paragraph(`运营单位：${organization}`),
    paragraph(`报送：${office}　　依据：${article}`),
    heading(2, "服务数据"),
    // Before the table: below it, it would stand alone on the next page.
    paragraph(`${beside}没有填写的为空，不等于0。`),
    figureTable(report.figures),
    ...texts.flatMap((each) => [heading(2, each.heading), ...wordsOf(each.text === "" ? "（没有填写）" : each.text)]),
    ...(attachments.length === 0
      ? []
      : [heading(2, "附件"), ...attachments.map((name, at) => paragraph(`${at + 1}. ${name}`))]),
    sealed(organization, report.submittedOn),
  ];
  return { title: `${title}（${platform}）`, sheets: [{ title, part: platform, blocks }], ...options };
}

function figureTable(figures: readonly ReportedFigure[]): Block {
  const head = ["项目", "单位", "本期", "上期", "增减"].map((text) => label(text));
  const rows = figures.map(({ name, unit, present, previous, change }) =>
    rowOf(columns, figureHeight, [cell(lines(name)), value(unit), value(present), value(previous), value(change)]),
  );
  return table(columns, rows, [rowOf(columns, rowHeight, head)]);
}

/** What people wrote, each of its lines a paragraph. */
export function wordsOf(text: string): Block[] {
  return lines(text, { indent: true }).map((line) => ({ kind: "paragraph", line, large: false }));
}

/** Whose paper it is, with the place of the seal and the day; a draft has neither day nor weight. */
export function sealed(office: string, day: string | null): Block {
  return together([
    gap(8),
    { ...paragraph([office], { align: "right", place: "seal" }), large: true },
    { ...paragraph(day === null ? "（草稿，未报送）" : printedDay(day), { align: "right" }), large: true },
  ]);
}
