import { printedDay } from "../annexes/values.ts";
import { cell, gap, heading, label, line, lines, paragraph, rowHeight, table } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions } from "./paper.ts";

/** 单位变更登记表: what a unit or its district has reported, with its papers and what came of the review. */
export interface OrganizationChangePaper {
  readonly organization: string;
  readonly uscc: string;
  /** What has changed, in words. */
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  /** YYYY-MM-DD. */
  readonly fromOn: string;
  readonly source: string;
  /** The names of the papers, in their order. */
  readonly files: readonly string[];
  readonly reportedOn: string;
  /** What came of the review, in words; empty while it is not reviewed, and then left to be written by hand. */
  readonly review: string;
  /** What the change does to the title. */
  readonly effect: string;
}

const columns = [4, 14];

export function organizationChangeDocument(change: OrganizationChangePaper, options: PaperOptions): PrintedDocument {
  const title = "单位变更登记表";
  const files = change.files.map((name, at) => `${at + 1}. ${name}`).join("\n");
  const facts: readonly (readonly [string, string])[] = [
    ["单位名称", change.organization],
    ["统一社会信用代码", change.uscc],
    ["变更事项", change.kind],
    ["变更前", change.before],
    ["变更后", change.after],
    ["变更日期", printedDay(change.fromOn)],
    ["依据", change.source],
    ["所附材料", files === "" ? "没有附材料" : files],
    ["报告日期", printedDay(change.reportedOn)],
    ["核实情况", change.review],
  ];
  const blocks: Block[] = [
    heading(1, title),
    table(
      columns,
      facts.map(([name, value]) =>
        rowOf(columns, rowHeight, [label(name), cell(value === "" ? [line("")] : lines(value))]),
      ),
    ),
    gap(4),
    paragraph(change.effect, { indent: true }),
    gap(10),
    paragraph(["单位（盖章）：", { blank: "", width: 12 }]),
    gap(10),
    paragraph(["核实部门（盖章）：", { blank: "", width: 12 }]),
  ];
  return {
    title: `${title}（${change.organization}）`,
    sheets: [{ title, part: change.organization, blocks }],
    ...options,
  };
}
