import { printedDay } from "../annexes/values.ts";
import { gap, heading, line, paragraph, together } from "../description/build.ts";
import type { Block, PrintedDocument, Sheet } from "../description/description.ts";
import { textLines } from "../description/text.ts";
import type { PaperOptions } from "../papers/paper.ts";

/** What every letter of an office has, whatever it says. */
export interface Letter {
  /** Such as 补正通知书. */
  readonly title: string;
  /** 文号; empty where the office gives none, and then left to be written by hand. */
  readonly number: string;
  /** Whom it is addressed to; empty: everybody. */
  readonly addressee: string;
  readonly body: readonly Block[];
  /** What it means and what it does not mean, in whole sentences. */
  readonly meaning: Meaning | null;
  /** What is enclosed, in order. */
  readonly enclosures: readonly string[];
  /** Sheets that follow the letter; none where left out. */
  readonly annexes?: readonly Sheet[];
  /** Whose letter it is. */
  readonly office: string;
  /** YYYY-MM-DD; the day of the decision. */
  readonly day: string;
}

export interface Meaning {
  readonly means: readonly string[];
  readonly doesNotMean: readonly string[];
}

/** A letter as an office sends it: number, title, addressee, text, what it means, enclosures, seal and day. */
export function letterDocument(letter: Letter, options: PaperOptions): PrintedDocument {
  const { title, number, addressee, body, meaning, enclosures, office, day, annexes = [] } = letter;
  const text = [...body, ...(meaning === null ? [] : meaningBlocks(meaning))];
  const blocks: Block[] = [
    heading(1, title),
    ...numberBlocks(number, addressee),
    ...(addressee === "" ? [] : [large(`${addressee}：`, false)]),
    ...text.slice(0, -1),
    // A seal and a day alone on a page belong to no text: the last of it goes with them.
    together([
      ...text.slice(-1),
      ...(enclosures.length === 0 ? [] : [gap(3), ...enclosures.map(enclosure)]),
      gap(8),
      { ...paragraph([office], { align: "right", place: "seal" }), large: true },
      { ...paragraph(printedDay(day), { align: "right" }), large: true },
    ]),
  ];
  const whole = addressee === "" ? title : `${title}（${addressee}）`;
  return { title: whole, sheets: [{ title, part: addressee, blocks }, ...annexes], ...options };
}

/** A letter without a number has a line to write one; what is addressed to everybody needs none. */
function numberBlocks(number: string, addressee: string): Block[] {
  if (number === "" && addressee === "") return [gap(4)];
  return [paragraph(number === "" ? ["文号：", { blank: "", width: 12 }] : number, { align: "center" }), gap(4)];
}

/** The paragraphs of a text set like a letter; its own line breaks are kept. */
export function prose(text: string): Block[] {
  return textLines(text).map((each) => large(each));
}

/** One paragraph set like a letter. */
export function large(text: string, indent = true): Block {
  return { kind: "paragraph", line: line(text, { indent }), large: true };
}

function meaningBlocks({ means, doesNotMean }: Meaning): Block[] {
  return [
    heading(2, "这份文书表示"),
    ...means.map((text) => paragraph(text, { indent: true })),
    heading(2, "这份文书不表示"),
    ...doesNotMean.map((text) => paragraph(text, { indent: true })),
  ];
}

function enclosure(text: string, at: number): Block {
  return paragraph(at === 0 ? `附件：1. ${text}` : `　　　${at + 1}. ${text}`);
}
