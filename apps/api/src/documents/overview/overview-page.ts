import { printedDay } from "../annexes/values.ts";
import { cell, heading, label, lines, paragraph, table, value } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions } from "../papers/paper.ts";

/** What the page tells, in words that are ready to print. */
export interface OverviewPage {
  readonly asOf: string;
  readonly title: string;
  readonly summary: string;
  readonly round: {
    readonly text: string;
    readonly funnel: { readonly all: { readonly stages: readonly FunnelColumn[]; readonly ended: readonly Ended[] } };
  } | null;
  readonly late: readonly {
    readonly name: string;
    readonly count: number;
    readonly items: readonly { readonly what: string; readonly count: number; readonly article: string }[];
  }[];
  readonly next: readonly { readonly daysLeft: number; readonly text: string; readonly article: string }[];
  readonly fixed: readonly { readonly text: string; readonly article: string; readonly mark: string }[];
}
interface FunnelColumn {
  readonly title: string;
  readonly standing: number;
  readonly reached: number;
}
interface Ended {
  readonly title: string;
  readonly count: number;
}

/** A row of the page is low: it is read and not written in. */
const low = 5;
/** So many of the days to come have room. */
const mostDays = 4;
/** Millimetres that the districts that are late and the days to come have together, and what a row and a line of them take. */
const room = 72;
const [rowTakes, lineTakes] = [6.4, 4.7];
/** Characters of a line of a table; longer sentences take two. */
const lineLength = 42;

/** 一页纸: the conclusion first, then the round, what is late, what comes next, and what may not be shortened. */
export function overviewPage(page: OverviewPage, options: PaperOptions): PrintedDocument {
  const { asOf, title, summary, round, late, next, fixed } = page;
  const days = next.slice(0, mostDays).map(({ daysLeft, text, article }) => `${text}，还有${daysLeft}天（${article}）`);
  const taken = days.reduce((sum, { length }) => sum + (length > lineLength ? 2 : 1) * lineTakes, 0);
  const mostDistricts = Math.floor((room - taken) / rowTakes);
  const blocks: Block[] = [
    heading(1, title),
    paragraph(printedDay(asOf), { align: "center" }),
    paragraph(summary),
    heading(3, "一、本轮进度"),
    ...(round === null ? [paragraph("还没有公布过批次。")] : [paragraph(round.text), funnelTable(round.funnel.all)]),
    heading(3, "二、逾期"),
    ...(late.length === 0 ? [paragraph("没有。")] : lateBlocks(late, mostDistricts)),
    heading(3, "三、接下来"),
    boxed(days.length === 0 ? ["没有已定的日子。"] : days),
    heading(3, "四、不能缩短、不能减少"),
    boxed([
      fixed.map(({ text, article, mark }) => `${text}（${article}，${mark}）`).join("；"),
      "原文：办法写明的；解释：以市工信局解释为准；设置：办法没有写。",
    ]),
  ];
  return {
    title: `${title}（${printedDay(asOf)}）`,
    sheets: [{ title: "一页纸", part: printedDay(asOf), blocks }],
    ...options,
  };
}

/** Sentences in one cell, as small as a table's. */
function boxed(sentences: readonly string[]): Block {
  return table([1], [rowOf([1], low, [cell(sentences.flatMap((text) => lines(text)))])]);
}

function funnelTable({ stages, ended }: { stages: readonly FunnelColumn[]; ended: readonly Ended[] }): Block {
  const columns = [1.2, ...stages.map(() => 1)];
  const row = (name: string, of: (stage: FunnelColumn) => number) =>
    rowOf(columns, low, [label(name), ...stages.map((stage) => value(String(of(stage))))]);
  const head = rowOf(columns, low, [label(""), ...stages.map((stage) => label(stage.title))]);
  const told = ended.filter(({ count }) => count > 0).map((each) => `${each.title}${each.count}份`);
  const end = rowOf(columns, low, [
    label("中途结束"),
    cell(lines(told.length === 0 ? "没有" : told.join("，")), { columns: stages.length }),
  ]);
  return table(columns, [row("到过", ({ reached }) => reached), row("停在", ({ standing }) => standing), end], [head]);
}

/** So many things that are late have a column; those with least are counted together in one more. */
const mostColumns = 5;

type Late = OverviewPage["late"];

/** Districts down, what is late across: where it stands out is seen at a glance. Those with least are counted together below. */
function lateBlocks(late: Late, mostDistricts: number): Block[] {
  const all = late.flatMap(({ items }) => items);
  const kinds = [...Map.groupBy(all, ({ what }) => what)]
    .map(([what, own]) => ({ what, article: own[0]?.article ?? "", count: sumOf(own) }))
    .toSorted((one, other) => other.count - one.count);
  const columns = kinds.length > mostColumns ? kinds.slice(0, mostColumns - 1) : kinds;
  const known = new Set(columns.map(({ what }) => what));
  const hasOthers = columns.length < kinds.length;
  const widths = [2, 1, ...columns.map(() => 2), ...(hasOthers ? [2] : [])];
  const head = rowOf(widths, low, [
    label("地区"),
    label("件数"),
    ...columns.map(({ what, article }) => label(`${what}（${article}）`)),
    ...(hasOthers ? [label("其他")] : []),
  ]);
  const rows = late
    .slice(0, mostDistricts)
    .map(({ name, count, items }) =>
      rowOf(widths, low, [
        value(name),
        value(String(count)),
        ...columns.map(({ what }) => counted(sumOf(items.filter((item) => item.what === what)))),
        ...(hasOthers ? [counted(sumOf(items.filter(({ what }) => !known.has(what))))] : []),
      ]),
    );
  const rest = late.slice(mostDistricts);
  return [
    table(widths, rows, [head]),
    ...(rest.length === 0 ? [] : [paragraph(`另有${rest.length}个共${sumOf(rest)}件。`)]),
  ];
}

const sumOf = (each: readonly { readonly count: number }[]) => each.reduce((sum, { count }) => sum + count, 0);
const counted = (count: number) => value(count === 0 ? "" : String(count));
