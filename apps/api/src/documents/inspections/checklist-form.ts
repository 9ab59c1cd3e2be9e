import { cell, gap, heading, label, line, lines, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { Block, Cell, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions } from "../papers/paper.ts";

/** The paper that is filled in on the spot and typed in afterwards. */
export interface ChecklistForm {
  /** What is certified. */
  readonly programme: string;
  /** 定期检查, 抽查, 考核. */
  readonly kind: string;
  readonly article: string;
  readonly organization: string;
  readonly platform: string;
  readonly office: string;
  readonly ratings: readonly string[];
  readonly results: readonly string[];
  readonly items: readonly ChecklistFormItem[];
}

export interface ChecklistFormItem {
  readonly subject: string;
  readonly title: string;
  readonly how: string;
  readonly article: string;
}

const columns = [3, 6.4, 3, 2.8, 4];

/** 检查表: the items with boxes to tick and room to write. */
export function checklistForm(form: ChecklistForm, options: PaperOptions): PrintedDocument {
  const { programme, kind, article, organization, platform, office, ratings, results, items } = form;
  const title = `${kind}表`;
  const rows = items.map(({ subject, title: item, how, article: ground }) =>
    rowOf(columns, rowHeight, [
      value(subject),
      cell([...lines(item), ...lines(how)]),
      value(ground),
      boxes(ratings),
      cell([]),
    ]),
  );
  const head = ["方面", "检查项目、怎么看", "参照条款", "情况", "说明"].map((text) => label(text));
  const blocks: Block[] = [
    heading(1, `${programme}${title}`),
    paragraph(`检查单位：${office}　　依据：${article}`),
    paragraph(`示范平台：${platform}　　单位：${organization}`),
    paragraph(["检查日期：　　　年　　月　　日　　检查人员：", { blank: "", width: 12 }]),
    table(columns, rows, [rowOf(columns, rowHeight, head)]),
    paragraph("每项只选一种情况；不是“符合”的，在说明栏写明。"),
    heading(2, "检查发现"),
    gap(36),
    paragraph(["结论：", ...results.flatMap((result) => [{ ticked: false }, ` ${result}　`])]),
    paragraph("要求整改的，整改到：　　　年　　月　　日"),
    gap(4),
    paragraph(["检查人员（签字）：", { blank: "", width: 8 }, "　单位陪同人员（签字）：", { blank: "", width: 8 }]),
  ];
  return { title: `${title}（${organization}）`, sheets: [{ title, part: organization, blocks }], ...options };
}

function boxes(words: readonly string[]): Cell {
  return cell(words.map((word) => line([{ ticked: false }, ` ${word}`])));
}
