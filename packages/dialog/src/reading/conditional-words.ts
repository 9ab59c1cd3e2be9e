import { digitAt } from "./numeral-characters.ts";
import type { Word } from "./quantity-words.ts";

/**
 * Single characters that bear on a number only in the right company: 近百家 but not 近期, 上百 but not 上报, 过千万 but not
 * 服务过60家, 九成 but not 成立.
 *
 * @param numberEnd where the number before, with its unit, ended; undefined where none stands before
 */
export function conditionalWordAt(text: string, at: number, numberEnd: number | undefined): Word | null {
  const character = text.charAt(at);
  const next = text.charAt(at + 1);
  const round = /[百千万亿]/u.test(next);
  switch (character) {
    case "-":
      return numberEnd === undefined && isMinus(text, at) ? { text: "-", kind: "loss", side: "both" } : null;
    case "近":
    case "快":
      return beginsNumber(text, at + 1) ? { text: character, kind: "near", side: "before" } : null;
    case "小":
      return /^[一几]?[百千万]/u.test(text.slice(at + 1, at + 3)) ? { text: "小", kind: "near", side: "before" } : null;
    case "上":
      return round ? { text: "上", kind: "at_least", side: "before" } : null;
    case "过":
    case "破":
      return round || next === "半" ? { text: character, kind: "more_than", side: "before" } : null;
    case "成":
      return numberEnd === at && !/[立员果功本都交为了年长品]/u.test(next) ? shareWord(character) : null;
    case "折":
      return numberEnd === at ? shareWord(character) : null;
    default:
      return null;
  }
}

function shareWord(text: string): Word {
  return { text, kind: "ratio", side: "both" };
}

function beginsNumber(text: string, at: number): boolean {
  return /[\d十百千万亿几]/u.test(text.charAt(at)) || digitAt(text, at) !== undefined;
}

/** A dash is a minus where it touches its number and begins the text or a phrase; "利润-12万" could be either. */
function isMinus(text: string, at: number): boolean {
  if (!/[\d.¥一二三四五六七八九十百千万两负]/u.test(text.charAt(at + 1))) return false;
  return at === 0 || /[\s:,;(是为约]/u.test(text.charAt(at - 1));
}
