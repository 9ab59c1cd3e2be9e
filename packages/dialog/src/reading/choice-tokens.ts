import { normalise } from "./normalise.ts";
import { readWholeNumber } from "./numerals.ts";

/** Something to choose: its label, and other words that people use for it. */
export interface Named {
  readonly label: string;
  readonly words: readonly string[];
}
/**
 * The parts of an answer to "which of these": I items · Y, N, U what is said of them · L what is missing (缺) · A all ·
 * R the others · E, X 除了…以外 · O only · B a comma.
 */
export type Symbol = "I" | "Y" | "N" | "U" | "L" | "A" | "R" | "E" | "X" | "O" | "B";
export interface ChoiceToken {
  readonly symbol: Symbol;
  /** Positions from 0. */
  readonly items: readonly number[];
}
interface Step {
  readonly tokens: readonly ChoiceToken[];
  readonly end: number;
}

const wordTable: readonly (readonly [Symbol | "AY" | "AN" | "", string])[] = [
  ["AN", "一个也没有 一个都没有 一项也没有 一项都没有 一样也没有 一样都没有 什么都没有"],
  ["AY", "全选 都选 全勾 一个不少 一项不缺 都不缺"],
  ["A", "全部 全都 都 全 所有 统统 每一项 每项 每个 两项 两个都"],
  ["R", "其他的 其它的 其余的 别的 剩下的 剩余的 另外的 其他 其它 其余 剩下 剩余 另外"],
  ["E", "除了 除去 除开 除"],
  ["X", "以外 之外 外"],
  ["L", "只缺 就缺 还缺 缺少 缺 只差 就差 还差 差 少了 还少 少 只没有 就没有 只没"],
  ["O", "只有 仅有 就有 只选 只是 只 仅 就"],
  ["U", "不清楚 不太清楚 不知道 不确定 不太确定 不晓得 待查 说不好 拿不准 记不清 要查 没统计"],
  ["N", "没有 没 无 未 还没有 还没 尚未 不具备 不符合 不满足 不是 不行 不能 没做 没建 没办 暂无 不选 不"],
  [
    "Y",
    "有了 有的 有 已有 已经有 具备 符合 满足 是的 是 做了 已做 建了 已建 办了 可以 能 选 勾 要 齐了 齐 做到了 做到 达到",
  ],
  ["B", ", ; 。 \n"],
  [
    "",
    "、 和 与 及 跟 以及 还有 加上 外加 或 我们 目前 现在 已经 也 了 的 吧 呢 啊 项 个 条 号 这 那 : / . ! ( ) 《 》 \" ' “ ” ~",
  ],
];
const words: readonly (readonly [word: string, symbols: string])[] = wordTable
  .flatMap(([symbols, list]) => [...list.split(" ").map((word) => [word, symbols] as const)])
  .sort(([left], [right]) => right.length - left.length);

const numberPattern =
  /第?(\d{1,4}|[一二三四五六七八九十]{1,3})(?:[到至~-]第?(\d{1,2}|[一二三四五六七八九十]{1,3}))?(个|项|条|号|种)?/y;
const leadingPattern = /(前|后|头)(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:个|项|条|样)/y;

/** The parts of a message, or null where it holds a word that is none of them. */
export function choiceTokens(text: string, labels: readonly Named[]): readonly ChoiceToken[] | null {
  const plain = normalise(text);
  const tokens: ChoiceToken[] = [];
  let at = 0;
  while (at < plain.length) {
    const step = plain.charAt(at) === " " ? { tokens: [], end: at + 1 } : stepAt(plain, at, labels);
    if (step === null) return null;
    tokens.push(...step.tokens);
    at = step.end;
  }
  return tokens;
}

function stepAt(text: string, at: number, labels: readonly Named[]): Step | null {
  const named = nameAt(text, at, labels);
  if (named) return named;
  const word = words.find(([each]) => text.startsWith(each, at));
  const said = word && { tokens: [...word[1]].map((symbol) => token(symbol as Symbol)), end: at + word[0].length };
  if (said && said.end > at + 1) return said;
  // A part of one label (流程 for 服务流程) goes before a single character that would be a word (无保留).
  const part = partAt(text, at, labels);
  if (part) return part;
  const number = positionsAt(text, at, labels.length);
  return number === undefined ? (said ?? null) : number;
}

/** A whole label or one of its other words, the longest first. */
function nameAt(text: string, at: number, labels: readonly Named[]): Step | null {
  let best: { item: number; end: number } | null = null;
  for (const [item, { label, words: own }] of labels.entries()) {
    for (const name of [label, ...own].map(normalise)) {
      const longer = name.length > 1 && at + name.length > (best?.end ?? at);
      if (longer && text.startsWith(name, at)) best = { item, end: at + name.length };
    }
  }
  return best && { tokens: [token("I", [best.item])], end: best.end };
}

/** At least two characters that stand in one label only, as many as go. */
function partAt(text: string, at: number, labels: readonly Named[]): Step | null {
  const names = labels.map((each) => normalise(each.label));
  const longest = Math.max(0, ...names.map((name) => name.length));
  for (let length = Math.min(longest, text.length - at); length >= 2; length -= 1) {
    const part = text.slice(at, at + length);
    const holding = names.flatMap((name, item) => (name.includes(part) ? [item] : []));
    if (holding.length === 1) return { tokens: [token("I", holding)], end: at + length };
    if (holding.length > 1) return null;
  }
  return null;
}

/** 第2项, 1到3, 前三项, 135; undefined where no number stands, null where it names no position. */
function positionsAt(text: string, at: number, count: number): Step | null | undefined {
  leadingPattern.lastIndex = at;
  const leading = leadingPattern.exec(text);
  if (leading) {
    const size = readWholeNumber(leading[2] ?? "");
    if (size === null || size < 1 || size > count) return null;
    const from = leading[1] === "后" ? count - size : 0;
    return { tokens: [token("I", range(from, from + size - 1))], end: at + leading[0].length };
  }
  numberPattern.lastIndex = at;
  const found = numberPattern.exec(text);
  if (!found) return undefined;
  const [whole, first = "", last, measure] = found;
  const end = at + whole.length;
  const from = readWholeNumber(first);
  const to = last === undefined ? from : readWholeNumber(last);
  if (from === null || to === null) return null;
  if ((measure === "个" || measure === "项") && !whole.startsWith("第") && last === undefined) {
    // 四项都有 counts them all; 3项 may be the third or three of them.
    return from === count && /^[都全]/u.test(text.slice(end)) ? { tokens: [], end } : null;
  }
  if (from >= 1 && from <= to && to <= count) return { tokens: [token("I", range(from - 1, to - 1))], end };
  const digits = [...first].map(Number);
  const separate = last === undefined && /^[1-9]{2,4}$/.test(first) && new Set(digits).size === digits.length;
  if (!separate || digits.some((digit) => digit > count)) return null;
  return {
    tokens: [
      token(
        "I",
        digits.map((digit) => digit - 1),
      ),
    ],
    end,
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function token(symbol: Symbol, items: readonly number[] = []): ChoiceToken {
  return { symbol, items };
}
