import { printedDay } from "../annexes/values.ts";
import { gap, heading, label, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { Block, Piece, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions, Programme } from "./paper.ts";

export interface Receipt {
  readonly number: string;
  readonly programme: Programme;
  readonly organization: string;
  readonly uscc: string;
  /** The office at whose counter the papers were handed in. */
  readonly receivedAt: string;
  /** YYYY-MM-DD, Asia/Shanghai: received-on, which may be earlier than the day of print. */
  readonly receivedOn: string;
  readonly receivedBy: string;
  readonly handedInBy: string;
  readonly papers: readonly ReceivedPaper[];
  /** What the receipt does not say, with its article. */
  readonly notice: string;
}

export interface ReceivedPaper {
  /** M01 … M14. */
  readonly number: string;
  readonly title: string;
  /** Null: not counted. */
  readonly copies: number | null;
  readonly remark: string;
}

const columns = [2, 9, 2, 5];

/** 收件回执: which papers were received from whom, on which day, by whom. */
export function receiptDocument(receipt: Receipt, options: PaperOptions): PrintedDocument {
  const title = "收件回执";
  const { programme } = receipt;
  const facts = [
    ["回执编号", receipt.number, "收到日期", printedDay(receipt.receivedOn)],
    ["申报单位", receipt.organization, "信用代码", receipt.uscc],
    ["申报批次", programme.roundYear === null ? "" : `${programme.roundYear}年度`, "收件单位", receipt.receivedAt],
    ["收件人", receipt.receivedBy, "递交人", receipt.handedInBy],
  ];
  const factColumns = [2.4, 7, 2.4, 6.2];
  const papers = receipt.papers.map(({ number, title: name, copies, remark }) =>
    rowOf(columns, 0, [value(number), left(name), value(copies === null ? "" : String(copies)), left(remark)]),
  );
  const blocks: Block[] = [
    heading(1, `${programme.name}申报材料`),
    heading(1, title),
    table(
      factColumns,
      facts.map(([first = "", one = "", second = "", other = ""]) =>
        rowOf(factColumns, rowHeight, [label(first), value(one), label(second), value(other)]),
      ),
    ),
    table(columns, papers, [
      rowOf(
        columns,
        rowHeight,
        ["编号", "材料名称", "份数", "备注"].map((text) => label(text)),
      ),
    ]),
    gap(4),
    paragraph(receipt.notice, { indent: true }),
    gap(10),
    paragraph(signing("收件单位（盖章）"), { place: "seal" }),
    gap(4),
    paragraph([...signing("收件人（签字）"), "　", ...signing("递交人（签字）")]),
  ];
  return { title, sheets: [{ title: `${title} ${receipt.number}`, part: "", blocks }], ...options };
}

function signing(words: string): Piece[] {
  return [`${words}：`, { blank: "", width: 8 }];
}

function left(text: string) {
  const centred = value(text);
  return { ...centred, lines: centred.lines.map((each) => ({ ...each, align: "left" as const })) };
}
