import { cell, heading, label, lines, paragraph, table } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions } from "../papers/paper.ts";

/** What a page of proof tells, in words that are ready to print. */
export interface ProofPage {
  readonly programme: string;
  readonly recordLabel: string;
  readonly name: string;
  readonly id: string;
  readonly printedAt: string;
  /** Acts that decided something, the newest first. */
  readonly acts: readonly ProvenAct[];
  /** How many acts decided nothing by themselves. */
  readonly others: number;
  readonly checkpoint: {
    readonly size: number;
    readonly root: string;
    readonly at: string;
    readonly publicKey: string;
  } | null;
  readonly results: readonly string[];
  /** Where something is not as it was written. */
  readonly findings: readonly string[];
  readonly isSound: boolean;
  /** Whether nothing waits for its checkpoint. */
  readonly isComplete: boolean;
}

export interface ProvenAct {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly why: string;
  /** 栏目：原值 → 新值. */
  readonly changes: readonly string[];
  readonly isProven: boolean;
}

/** A row of the page is low: it is read and not written in. */
const low = 5;
/** Lines that the acts have together on the one page, below which everything else has room. */
const mostLines = 28;
/** Characters of the longest text in a cell. */
const longest = 90;
/** So many findings are written out. */
const mostFindings = 3;
const widths = [2.1, 2.1, 2, 2.4, 4.4];
/** Characters of a line in each column. */
const charactersOf = [7, 7, 6.5, 8, 14];

/** 审计证明: what was done with a record and by whom, the checkpoint, and the conclusion in words, on one page. */
export function proofPage(page: ProofPage, options: PaperOptions): PrintedDocument {
  const { programme, recordLabel, name, id, printedAt, checkpoint, results, findings } = page;
  const { shown, left } = fitting(page.acts);
  const title = `${recordLabel}审计证明`;
  const blocks: Block[] = [
    heading(1, title),
    paragraph(name === "" ? programme : `${programme}　${name}`, { align: "center" }),
    paragraph(`编号 ${id}`, { align: "center" }),
    heading(3, "一、核验结论"),
    boxed([conclusionOf(page), ...results, ...cutFindings(findings)]),
    heading(3, "二、决定的经过（最近的在前）"),
    ...(shown.length === 0 ? [paragraph("还没有作出过决定。")] : [table(widths, shown.map(rowOfAct), [headOfActs()])]),
    ...(left + page.others === 0 ? [] : [paragraph(`另有${left + page.others}次办理没有写在这一页上，已一并核验。`)]),
    heading(3, "三、检查点"),
    boxed(
      checkpoint === null
        ? ["还没有检查点。"]
        : [
            `条目${checkpoint.size}条，签署于${checkpoint.at}`,
            `根：${checkpoint.root}`,
            `公钥：${checkpoint.publicKey}`,
            "单机核对：把检查点和 /api/v1/public/audit/proof 给出的证明交给 docs/verify-proof.mjs，公钥以监察机构保存的为准。",
          ],
    ),
    paragraph(`打印于${printedAt}。`, { align: "right" }),
  ];
  return { title, sheets: [{ title, part: "", blocks }], ...options };
}

function conclusionOf({ isSound, isComplete }: ProofPage): string {
  if (!isSound) return "核验结论：不相符。有内容绕过系统被改过，不能作为当时办理的依据。";
  return isComplete
    ? "核验结论：相符。下面的经过与当时写下的一致，之后没有改动。"
    : "核验结论：相符。最近写下的条目还在等候进检查点。";
}

function cutFindings(findings: readonly string[]): string[] {
  const rest = findings.length - mostFindings;
  return [...findings.slice(0, mostFindings), ...(rest > 0 ? [`另有${rest}处。`] : [])].map((text) => `不符：${text}`);
}

/** Sentences in one cell, as small as a table's. */
function boxed(sentences: readonly string[]): Block {
  return table([1], [rowOf([1], low, [cell(sentences.flatMap((text) => lines(text)))])]);
}

function headOfActs() {
  return rowOf(
    widths,
    low,
    ["时间", "谁", "事项", "依据和理由", "改动"].map((text) => label(text)),
  );
}

const textsOf = (act: ProvenAct) => [act.at, act.who, act.what, cut(act.why), cut(changesOf(act))];

function rowOfAct(act: ProvenAct) {
  return rowOf(
    widths,
    low,
    textsOf(act).map((text) => cell(lines(text))),
  );
}

function changesOf({ changes, isProven }: ProvenAct): string {
  const text = changes.length === 0 ? "没有显示的栏目" : changes.join("；");
  return isProven ? text : `（没有留存或不能证明）${text}`;
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest).join("")}……`;
}

/** As many acts as have room, the newest first. */
function fitting(acts: readonly ProvenAct[]): { shown: readonly ProvenAct[]; left: number } {
  let taken = 0;
  let count = 0;
  for (const act of acts) {
    taken += Math.max(...textsOf(act).map((text, at) => Math.ceil([...text].length / (charactersOf[at] ?? 1))));
    if (taken > mostLines) break;
    count += 1;
  }
  return { shown: acts.slice(0, count), left: acts.length - count };
}
