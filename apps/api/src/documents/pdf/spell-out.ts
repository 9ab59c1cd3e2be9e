import type { PrintedDocument, Sheet } from "../description/description.ts";
import { codePoint, visible } from "../description/text.ts";

/** What is said on a page where characters were spelled out. */
export const spelledOutNote = "〔U+…〕是字库里没有的字，按统一编码印出，请对照证照在旁边手写。";

export type SpelledSheet = Sheet & { readonly note: string };
export type SpelledDocument = PrintedDocument & { readonly sheets: readonly SpelledSheet[] };

/**
 * The document with every character that the typefaces lack printed as its code point, so that a rare name is never an empty
 * box or gone. Selectors of glyph variants are left out: they choose among the drawn forms of the character before them.
 */
export function spellOut(document: PrintedDocument, covers: (codePoint: number) => boolean): SpelledDocument {
  const rare = (text: string): string => {
    let spelled = "";
    for (const character of visible(text)) {
      if (/\p{Variation_Selector}/u.test(character)) continue;
      spelled += character === "\n" || covers(character.codePointAt(0) ?? 0) ? character : codePoint(character);
    }
    return spelled;
  };
  const sheets = document.sheets.map((sheet): SpelledSheet => {
    const spelled = mapTexts(sheet, rare);
    return { ...spelled, note: JSON.stringify(spelled).includes("〔U+") ? spelledOutNote : "" };
  });
  return { ...document, sheets };
}

function mapTexts<T>(value: T, change: (text: string) => string): T;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
