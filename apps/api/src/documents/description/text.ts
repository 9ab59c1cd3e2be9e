/**
 * What is printed of text that people wrote. Line breaks stay, a tab is a space; whatever cannot be seen, or changes how other
 * characters are seen (controls, direction marks, unassigned and private code points, halves of a pair), is printed as its
 * code point, so that nobody stamps a text that reads otherwise than it is stored.
 */
export function visible(text: string): string {
  if (ordinary.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")
    .replace(/[\t\u00a0]/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}]/gu, codePoint);
}

/** Text of nothing but ASCII, Chinese and its punctuation, as nearly all is: it is looked at once. */
const ordinary = /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;

/** A character by its number, such as 〔U+20BB7〕. */
export function codePoint(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `〔U+${number.toString(16).toUpperCase().padStart(4, "0")}〕`;
}

/** The lines of a text, at least one. */
export function textLines(text: string): string[] {
  return visible(text).split("\n");
}

/** Width in characters as wide as a Chinese one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1;
  return width;
}
