import type { FormField, FormValue, FormValues } from "@shifan/rules";
import { maskPhone } from "../surveys/mask.ts";

/** Telephone numbers as people write them into a text: mobiles, numbers with an area code and an extension, and those that begin with 400. */
const telephones =
  /(?<![\dA-Za-z])(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|[(（]?0\d{2,3}[)）]?[-—– ]?\d{7,8}(?:[-—–转]+\d{1,6})?|400[- ]?\d{3,4}[- ]?\d{3,4})(?![\dA-Za-z])/g;
const telephoneTypes: ReadonlySet<FormField["type"]> = new Set(["phone", "mobile"]);

const asDigits = (text: string) =>
  text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** A text in which nobody's telephone can be read. */
export function maskTelephones(text: string): string {
  const plain = asDigits(text);
  const masked = plain.replace(telephones, maskPhone);
  return masked === plain ? text : masked;
}

/**
 * The values of a section or a row without telephones: fields that are made for them, and texts in which somebody has written one. Personal values
 * of third persons are masked by whoever opens them.
 */
export function withoutTelephones(fields: readonly FormField[], values: FormValues): FormValues {
  const masked = fields.map(({ id, type, personal }): [string, FormValue | null] => {
    const value = values[id] ?? null;
    if (typeof value !== "string" || personal) return [id, value];
    if (telephoneTypes.has(type)) return [id, maskPhone(value)];
    return [id, type === "text" || type === "long_text" ? maskTelephones(value) : value];
  });
  return Object.fromEntries(masked);
}
