import { normalise } from "./normalise.ts";

export interface Label {
  readonly key: string;
  readonly words: readonly string[];
  /** Words that name it only where nothing else in the clause does: 2025年 beside 个体工商户. */
  readonly weakWords?: readonly string[];
}

export interface Segment {
  /** What is named; null when only its place in the message says which it is. */
  readonly key: string | null;
  readonly text: string;
}

interface Word {
  readonly key: string;
  readonly word: string;
  readonly weak: boolean;
}

interface Mention {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly weak: boolean;
}

/** A space splits too where a figure follows, unless it groups the digits of one number: 1 600 000. After a unit it does not. */
const separators =
  /[，,、;；。\n]|(?<=[万亿元块家户个人名位次期份台套米])\s+(?=\d)|\s+(?=[\d〇零一二三四五六七八九十两几])(?!\d{3}(?!\d))/u;
const hasFigure =
  /[\d〇零一二三四五六七八九十百千万亿两俩廿卅几半壹贰叁肆伍陆柒捌玖拾]|没|无|不清楚|不知道|不确定|待查|同|从|[昨今前明后]天|[今昨]日|[上下本这当]个?月|上周|[去前今明上]年|[年月][初中底末]/u;
/** A figure with its unit and nothing else that could name it. */
const bareFigure =
  /^(?:约|大约|大概|有|是|为)?[\d〇零一二三四五六七八九十百千万亿两俩廿卅几半多余来点.,%成 ¥+~-]+(?:家|户|个|人次|人|名|位|次|场|期|份|台|套|平方米|平米|平|万?元|块|w|工时|小时)?(?:左右|以上|以下|不到|上下)?$/u;

/**
 * Splits a message that gives several figures: by the names in it ("满意93，不满意3", "93家满意3家不满意"), else, where
 * several are expected, by its commas, in order. A name with two figures keeps both, so that they are asked about.
 * Beside named figures, one with other words ("共96家") belongs to none and is left out.
 *
 * A Western comma between groups of three digits belongs to the number (1,600 is one figure, 93,3 are two). A Chinese
 * comma lists (160，210), unless it groups at least twice (1，600，000).
 */
export function readLabelled(text: string, labels: readonly Label[]): Segment[] {
  const listing = text.replace(/(?<![\d，])\d{1,3}(?:，\d{3}){2,}(?!\d)/gu, (number) => number.replaceAll("，", ","));
  const plain = normalise(listing.replaceAll("，", "；"));
  const words = wordsOf(labels);
  const clauses = splitPlain(plain).map((clause) => ({ clause, mentions: mentionsOf(clause, words) }));
  const figures = clauses.filter(({ clause }) => hasFigure.test(clause));
  if (clauses.every(({ mentions }) => mentions.length === 0)) {
    if (figures.length <= 1 || labels.length <= 1) return [{ key: null, text: plain }];
    return figures.map(({ clause }) => ({ key: null, text: clause }));
  }
  const segments = figures
    .flatMap(({ clause, mentions }) => segmentsOf(clause, mentions))
    .filter((segment) => hasFigure.test(segment.text) && (segment.key !== null || bareFigure.test(segment.text)));
  return segments.length === 0 ? [{ key: null, text: plain }] : joined(segments);
}

function splitPlain(text: string): string[] {
  const guarded = text.replace(/(\d),(?=\d{3}(?!\d))/gu, "$1");
  return guarded
    .split(separators)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
}

/** The words by which the labels are named, the longest first. */
function wordsOf(labels: readonly Label[]): Word[] {
  return labels
    .flatMap(({ key, words: own, weakWords = [] }) => [
      ...own.map((word) => ({ key, word: normalise(word), weak: false })),
      ...weakWords.map((word) => ({ key, word: normalise(word), weak: true })),
    ])
    .filter(({ word }) => word !== "")
    .sort((left, right) => right.word.length - left.word.length);
}

/** Every place where a label is named, the longest word first where several begin at one place. */
function mentionsOf(text: string, words: readonly Word[]): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; ) {
    const found = words.find(({ word }) => text.startsWith(word, at) && !cutsNumber(text, at, word));
    if (found) mentions.push({ key: found.key, start: at, end: at + found.word.length, weak: found.weak });
    at += found ? found.word.length : 1;
  }
  const strong = mentions.filter((mention) => !mention.weak);
  return strong.length > 0 ? strong : mentions;
}

/** "25年" is not named in 2025年, nor "2025" in 12025. */
function cutsNumber(text: string, at: number, word: string): boolean {
  const before = /^\d/.test(word) && /\d/.test(text.charAt(at - 1));
  return before || (/\d$/.test(word) && /\d/.test(text.charAt(at + word.length)));
}

/** The figures of one clause: with one name on either side of it (没有个体工商户), with several before each or after each. */
function segmentsOf(clause: string, mentions: readonly Mention[]): Segment[] {
  const [first] = mentions;
  const last = mentions.at(-1);
  if (!first || !last) return [{ key: null, text: clause }];
  if (mentions.every((mention) => mention.key === first.key)) {
    const rest = mentions.reduceRight(
      (text, mention) => `${text.slice(0, mention.start)} ${text.slice(mention.end)}`,
      clause,
    );
    return [{ key: first.key, text: withoutLead(rest) }];
  }
  const leads = hasFigure.test(clause.slice(0, first.start)) && !hasFigure.test(clause.slice(last.end));
  return mentions.map((mention, index) => {
    const [previous, next] = [mentions[index - 1], mentions[index + 1]];
    const text = leads
      ? clause.slice(previous?.end ?? 0, mention.start)
      : clause.slice(mention.end, next?.start ?? clause.length);
    return { key: mention.key, text: withoutLead(text) };
  });
}

/** 的有93家 and ：93家 are 93家. */
function withoutLead(text: string): string {
  return text
    .trim()
    .replace(/^[\s:=是为有的了]+(?=\d)|^[:=]+/u, "")
    .trim();
}

/** Two figures of one name together, in the place of the first. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const at = segment.key === null ? -1 : result.findIndex((each) => each.key === segment.key);
    const earlier = result[at];
    if (earlier) result[at] = { key: earlier.key, text: `${earlier.text}，${segment.text}` };
    else result.push(segment);
  }
  return result;
}
