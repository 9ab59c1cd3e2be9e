import { maximumTextLength } from "../input.ts";

export type Prepared =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: "empty" | "too_long" };

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f]|\ufeff|[\ufe00-\ufe0f]/gu;
/** Written together, ①③ are two numbers; NFKC alone would make 13 of them. */
const enclosed = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u277f\u3220-\u3229\u3280-\u3289]|\u20e3/gu;
const raised = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/gu;

/** Traditional and look-alike characters, each followed by the one that the readers know. */
const sameMeaning = new Map(
  pairs(
    "萬万億亿兩两點点餘余個个貳贰叄叁陸陆圓圆幾几數数號号從从過过達达約约無无沒没還还對对嗎吗○〇◯〇—-–-‒-―-‐-‑-−-─-〜~∼~⩾≥≧≥⩽≤≦≤﹪%",
  ),
);
const known = new RegExp(`[${[...sameMeaning.keys()].join("")}]`, "gu");

/**
 * One way of writing for what people write in many: half width, lower case, simplified numerals, plain dashes, single
 * spaces. Line breaks stay, since they separate the items of a list.
 */
export function normalise(text: string): string {
  const spaced = text
    .replace(/m²|㎡/giu, "平方米")
    .replace(raised, "^")
    .replace(enclosed, (mark) => ` ${enclosedNumber(mark)} `);
  return spaced
    .normalize("NFKC")
    .replace(invisible, "")
    .toLowerCase()
    .replace(known, (character) => sameMeaning.get(character) ?? character)
    .replace(/\r\n?|\u2028|\u2029/gu, "\n")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ *\n\s*/gu, "\n")
    .trim();
}

/** Normalises a message, or says that there is nothing, or more than one answer can hold. */
export function prepare(text: string): Prepared {
  if (text.length > maximumTextLength) return { ok: false, code: "too_long" };
  const normal = normalise(text);
  if (normal === "") return { ok: false, code: "empty" };
  // NFKC can make eighteen characters of one.
  return normal.length > 2 * maximumTextLength ? { ok: false, code: "too_long" } : { ok: true, text: normal };
}

/** Letters and digits only: how labels, commands and short words are compared. */
export function bare(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{N}]/gu, "");
}

function enclosedNumber(mark: string): string {
  if (mark === "\u20e3") return "";
  const dingbat = mark.charCodeAt(0) - 0x2775;
  return dingbat >= 1 && dingbat <= 10 ? String(dingbat) : mark.normalize("NFKC").replace(/[().]/gu, "");
}

function pairs(text: string): [string, string][] {
  const characters = [...text];
  return characters.flatMap((from, index) => (index % 2 === 0 ? [[from, characters[index + 1] ?? from]] : []));
}
