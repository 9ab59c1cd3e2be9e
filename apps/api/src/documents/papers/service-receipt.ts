import { printedDay } from "../annexes/values.ts";
import { cell, gap, heading, label, line, lines, paragraph, rowHeight, table } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions } from "./paper.ts";

/** 送达回证: filled in where the service is on record, else to be filled in by hand. */
export interface ServiceReceipt {
  readonly document: string;
  readonly documentNumber: string;
  readonly organization: string;
  readonly office: string;
  /** In words; empty while it is not served. */
  readonly method: string;
  /** YYYY-MM-DD; null while it is not served. */
  readonly servedOn: string | null;
  readonly receipt: string;
  /** What counts from the day of service, with its article. */
  readonly notice: string;
}

const columns = [4, 14];

export function serviceReceiptDocument(receipt: ServiceReceipt, options: PaperOptions): PrintedDocument {
  const title = "送达回证";
  const { servedOn } = receipt;
  const facts: readonly (readonly [string, string])[] = [
    ["送达文书", receipt.document],
    ["文号", receipt.documentNumber],
    ["受送达人", receipt.organization],
    ["送达方式", receipt.method],
    ["送达日期", servedOn === null ? "" : printedDay(servedOn)],
    ["签收或凭证", receipt.receipt],
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
    paragraph(receipt.notice, { indent: true }),
    gap(10),
    paragraph(["受送达人（签字或盖章）：", { blank: "", width: 10 }]),
    gap(4),
    paragraph(["送达人（签字）：", { blank: "", width: 10 }, "　送达机关：", receipt.office]),
  ];
  return {
    title: `${title}（${receipt.organization}）`,
    sheets: [{ title, part: receipt.organization, blocks }],
    ...options,
  };
}
