import { printedDay } from "../annexes/values.ts";
import { cell, gap, heading, label, lines, paragraph, table, value } from "../description/build.ts";
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
/** So many districts have room; those with least are counted together below the table. */
const mostDistricts = 8;

/** 一页纸: the conclusion first, then the round, what is late, what comes next, and what may not be shortened. */
export function overviewPage(page: OverviewPage, options: PaperOptions): PrintedDocument {
  const { asOf, title, summary, round, late, next, fixed } = page;
  const blocks: Block[] = [
    heading(1, title),
    paragraph(printedDay(asOf), { align: "center" }),
    paragraph(summary),
    heading(3, "一、本轮进度"),
    ...(round === null ? [paragraph("还没有公布过批次。")] : [paragraph(round.text), funnelTable(round.funnel.all)]),
    heading(3, "二、逾期"),
    ...(late.length === 0 ? [paragraph("没有。")] : lateBlocks(late)),
    heading(3, "三、接下来"),
    ...(next.length === 0
      ? [paragraph("没有已定的日子。")]
      : next.map(({ daysLeft, text, article }) => paragraph(`${text}，还有${daysLeft}天（${article}）`))),
    heading(3, "四、不能缩短、不能减少"),
    paragraph(fixed.map(({ text, article, mark }) => `${text}（${article}，${mark}）`).join("；")),
    gap(1),
    paragraph("“原文”是办法写明的；“解释”是对办法的理解，以市工信局解释为准；“设置”是办法没有写、本系统定的。"),
  ];
  return {
    title: `${title}（${printedDay(asOf)}）`,
    sheets: [{ title: "一页纸", part: printedDay(asOf), blocks }],
    ...options,
  };
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

const lateColumns = [2.2, 1, 9];

function lateBlocks(late: OverviewPage["late"]): Block[] {
  const shown = late.slice(0, mostDistricts);
  const rest = late.slice(mostDistricts);
  const head = rowOf(
    lateColumns,
    low,
    ["区县（市）、开发区", "件数", "逾期的"].map((text) => label(text)),
  );
  const rows = shown.map(({ name, count, items }) =>
    rowOf(lateColumns, low, [
      value(name),
      value(String(count)),
      cell(lines(items.map((item) => `${item.what}${item.count}件（${item.article}）`).join("；"))),
    ]),
  );
  const more = rest.reduce((sum, { count }) => sum + count, 0);
  return [
    table(lateColumns, rows, [head]),
    ...(more === 0 ? [] : [paragraph(`另有${rest.length}个共${more}件：${rest.map(({ name }) => name).join("、")}`)]),
  ];
}
