import type { ReportGroup, ReportItem, SelfCheckReport } from "@shifan/dialog";
import { printedDay } from "../annexes/values.ts";
import { cell, gap, heading, label, lines, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions, Programme } from "../papers/paper.ts";

export interface SelfCheckPaper {
  readonly programme: Programme;
  /** Empty: a self-check names nobody. */
  readonly organization: string;
  readonly report: SelfCheckReport;
  /** YYYY-MM-DD, Asia/Shanghai: the day for which was checked. */
  readonly asOf: string;
}

const criteriaColumns = [1, 6.4, 3, 8.6];
const materialColumns = [6, 3, 8.4];
/** The typefaces of paper have these; of the marks of a screen many have none. */
const printedMarks: Readonly<Record<string, string>> = { "✓": "√", "✗": "×" };

/** 自查报告: the conclusion, every criterion with its article, materials, steps and readings; and at its end what it is not. */
export function selfCheckReport(paper: SelfCheckPaper, options: PaperOptions): PrintedDocument {
  const { programme, organization, report, asOf } = paper;
  const title = "申报条件自查报告";
  const year = programme.roundYear === null ? "" : `${programme.roundYear}年度`;
  const blocks: Block[] = [
    heading(1, `${year}${programme.name}`),
    heading(1, title),
    paragraph(
      organization === "" ? `核对日期：${printedDay(asOf)}` : `单位：${organization}　　核对日期：${printedDay(asOf)}`,
    ),
    heading(2, `结论：${report.headline}`),
    ...report.foot.slice(0, 1).map((text) => paragraph(text, { indent: true })),
    ...stepBlocks(report),
    ...noteBlocks(report),
    heading(2, "逐条情况"),
    ...criteriaTable([...report.groups, report.functions]),
    heading(2, report.expert.title),
    ...report.expert.items.map(({ title: name, article }) => paragraph(`· ${name}（${article}）`)),
    heading(2, "材料清单"),
    ...materialTable(report.materials),
    ...findOutBlocks(report),
    ...enquiryBlocks(report),
    heading(2, "说明"),
    ...report.foot.map((text) => paragraph(text, { indent: true })),
    paragraph("本报告由填写的内容自动得出，不作为申报材料，也不承诺认定结果。", { indent: true }),
  ];
  return { title: `${organization}${title}`, sheets: [{ title, part: organization, blocks }], ...options };
}

function stepBlocks({ steps }: SelfCheckReport): Block[] {
  if (steps.length === 0) return [];
  return [heading(2, "下一步"), ...steps.map((step, at) => paragraph(`${at + 1}. ${step}`))];
}

function noteBlocks({ notes }: SelfCheckReport): Block[] {
  return notes.length === 0 ? [] : [heading(2, "请留意"), ...notes.map((note) => paragraph(`· ${note}`))];
}

function findOutBlocks({ toFindOut }: SelfCheckReport): Block[] {
  if (toFindOut.length === 0) return [];
  const count = toFindOut.reduce((sum, { items }) => sum + items.length, 0);
  const groups = toFindOut.flatMap(({ whom, items }) => [
    heading(3, `问${whom}`),
    ...items.map((item) => paragraph([{ ticked: false }, ` ${item}`])),
  ]);
  return [heading(2, `等您补充${count}项`), ...groups];
}

function criteriaTable(groups: readonly ReportGroup[]): Block[] {
  const head = rowOf(criteriaColumns, 0, [label(""), label("条件"), label("依据"), label("情况")]);
  const rows = groups.flatMap(({ title, items }) => [
    rowOf(criteriaColumns, rowHeight, [label(`${title}（${items.length}）`, { columns: 4 })]),
    ...items.map(criterionRow),
  ]);
  return [table(criteriaColumns, rows, [head]), gap(2)];
}

function criterionRow({ mark, title, article, figures, advice }: ReportItem) {
  const said = [figures, advice].filter((text) => text !== "");
  return rowOf(criteriaColumns, 0, [
    value(printedMarks[mark] ?? mark),
    cell(lines(title)),
    value(article),
    cell(said.flatMap((text) => lines(text))),
  ]);
}

function materialTable(groups: readonly ReportGroup[]): Block[] {
  const head = rowOf(materialColumns, 0, [label("材料"), label("依据"), label("怎么办")]);
  const rows = groups.flatMap(({ title, items }) => [
    rowOf(materialColumns, rowHeight, [label(`${title}（${items.length}）`, { columns: 3 })]),
    ...items.map(({ title: name, article, advice }) =>
      rowOf(materialColumns, 0, [cell(lines(name)), value(article), cell(advice === "" ? [] : lines(advice))]),
    ),
  ]);
  return [table(materialColumns, rows, [head]), gap(2)];
}

function enquiryBlocks({ enquiries }: SelfCheckReport): Block[] {
  if (enquiries.length === 0) return [];
  return [
    heading(2, "办法口径待明确：可以照抄的咨询内容"),
    ...enquiries.flatMap(({ title, text }) => [heading(3, title), ...lines(text).map(asParagraph)]),
  ];
}

function asParagraph(text: ReturnType<typeof lines>[number]): Block {
  return { kind: "paragraph", line: { ...text, indent: true }, large: false };
}
