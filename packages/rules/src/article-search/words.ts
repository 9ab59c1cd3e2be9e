import type { ArticleSearchDocument } from "./schema.ts";

/** What a character of a question belongs to. */
export type Standing =
  /** Words of the law, or of those who ask about it; or something unheard of. */
  | "said"
  /** A word of another matter. */
  | "beyond"
  /** Says nothing of what is asked: 怎么, a figure of the person's own, a mark. */
  | "idle"
  /** A mark, across which no two characters belong together. */
  | "gap";

export interface Reading {
  readonly text: string;
  /** By character of `text`. */
  readonly standings: readonly Standing[];
}

/** The vocabulary of a policy, ready to read with. */
export interface Words {
  /** One way of writing, and one word for each thing. */
  rewrite(text: string): string;
  /** @param isKnown whether two characters stand side by side anywhere in what the policy says */
  read(text: string, isKnown: (pair: string) => boolean): Reading;
}

const figure = /[0-9零一二三四五六七八九十百千万亿两半几.%]+/uy;
const written = /[\p{L}\p{N}%]/u;

type Kind = Exclude<Standing, "gap">;

/** The figure that begins at a place; empty where none does. */
function figureAt(text: string, at: number): string {
  figure.lastIndex = at;
  return figure.exec(text)?.[0] ?? "";
}

/** The longest of the words that begins at a place; null where none does. */
function longestAt(text: string, at: number, words: ReadonlyMap<string, unknown>, most: number): string | null {
  for (let length = most; length > 0; length--) {
    const word = text.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return null;
}

const lengthOf = (words: Iterable<string>): number => [...words].reduce((most, word) => Math.max(most, word.length), 0);
const write = (text: string): string => text.normalize("NFKC").toLowerCase();

export function prepareWords({ same, asked_as, idle, beyond }: ArticleSearchDocument): Words {
  // The word itself as well, so that 市工信局 is not read as 市 and 工信局.
  const one = new Map(same.flatMap(({ word, also }) => [word, ...also].map((each) => [write(each), write(word)])));
  const longestSame = lengthOf(one.keys());

  function rewrite(text: string): string {
    const from = write(text);
    let to = "";
    for (let at = 0; at < from.length; ) {
      const word = longestAt(from, at, one, longestSame);
      to += word === null ? from.charAt(at) : one.get(word);
      at += word?.length ?? 1;
    }
    return to;
  }

  const kinds = new Map<string, Kind>();
  for (const word of idle) kinds.set(write(word), "idle");
  for (const { words } of asked_as) for (const word of words) kinds.set(rewrite(word), "said");
  for (const { word } of same) kinds.set(write(word), "said");
  for (const word of beyond) kinds.set(rewrite(word), "beyond");
  const longest = lengthOf(kinds.keys());

  function read(question: string, isKnown: (pair: string) => boolean): Reading {
    const text = rewrite(question);
    const standings = new Array<Standing>(text.length);
    /** Single characters that say nothing by themselves: 能 does not, unless it is the one of 能力. */
    const doubtful = new Set<number>();
    for (let at = 0; at < text.length; ) {
      const word = longestAt(text, at, kinds, longest) ?? "";
      const kind = kinds.get(word) ?? "said";
      const digits = figureAt(text, at);
      if (digits !== "" && (word.length <= 1 || (kind === "idle" && digits.length >= word.length))) {
        standings.fill("idle", at, at + digits.length);
        at += digits.length;
      } else if (!written.test(text.charAt(at))) {
        standings[at++] = "gap";
      } else {
        if (kind === "idle" && word.length === 1) doubtful.add(at);
        standings.fill(kind, at, at + Math.max(word.length, 1));
        at += Math.max(word.length, 1);
      }
    }
    const open = (at: number) => standings[at] === "said" || doubtful.has(at);
    const held = [...doubtful].filter(
      (at) =>
        (open(at - 1) && isKnown(text.slice(at - 1, at + 1))) || (open(at + 1) && isKnown(text.slice(at, at + 2))),
    );
    for (const at of held) standings[at] = "said";
    return { text, standings };
  }

  return { rewrite, read };
}
