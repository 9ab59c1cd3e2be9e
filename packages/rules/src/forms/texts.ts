/** Names of bodies and persons as they are compared: width, spaces, case and kinds of brackets make no difference. */
export function normaliseName(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[[{〔【〖〈《]/gu, "(")
    .replace(/[\]}〕】〗〉》]/gu, ")")
    .toLowerCase();
}

/** Characters that XML and PostgreSQL cannot hold, and halves of characters. */
const unstorable = /[^\P{Cc}\n\r\t]|[\ufffe\uffff]/gu;

/** A text as it is stored: no control characters, one kind of line end, nothing around it. */
export function cleanText(text: string, lines: boolean): string {
  const stored = text.toWellFormed().replace(unstorable, "").replace(/\r\n?/g, "\n").trim();
  return lines ? stored : stored.replace(/\s*\n\s*/g, " ");
}
