import { tagsOf } from "./tags.ts";

/** How the number in a cell is meant. */
export type NumberFormat = "plain" | "day" | "instant" | "share";

const days = [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
const instants = [18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56];
const shares = [9, 10];

function formatOf(id: number, own: ReadonlyMap<number, string>): NumberFormat {
  // What stands in quotes or brackets, or behind a backslash, is written as it is.
  const code = (own.get(id) ?? "").replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, "").toLowerCase();
  if (shares.includes(id) || code.includes("%")) return "share";
  if (instants.includes(id) || /[hs]/.test(code)) return "instant";
  return days.includes(id) || /[ymd]/.test(code) ? "day" : "plain";
}

/** The formats of a workbook, by the number of a cell's style. @param document its styles */
export function formatsIn(document: string): readonly NumberFormat[] {
  const own = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isOfCells = false;
  for (const tag of tagsOf(document)) {
    if (tag.kind === "text") continue;
    if (tag.name === "cellXfs") isOfCells = tag.kind === "open";
    if (tag.kind === "close") continue;
    const id = Number(tag.attributes.get("numFmtId"));
    if (tag.name === "numFmt") own.set(id, tag.attributes.get("formatCode") ?? "");
    if (tag.name === "xf" && isOfCells) formats.push(formatOf(id, own));
  }
  return formats;
}

const msOfDay = 24 * 60 * 60 * 1_000;
/** Day 0 of the two ways in which workbooks count; the first counts 29 February 1900, which there never was. */
const zero = { of1900: Date.UTC(1899, 11, 30), of1904: Date.UTC(1904, 0, 1) } as const;

/** A number of a cell as its format means it; as it stands where it is none. */
export function spellNumber(text: string, format: NumberFormat, counts: keyof typeof zero): string {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) return text;
  // As spreadsheets do: fifteen digits count, the rest is how the machine keeps them.
  const rounded = (value: number) => String(Number(value.toPrecision(15)));
  if (format === "plain") return rounded(number);
  if (format === "share") return `${rounded(number * 100)}%`;
  const at = new Date(zero[counts] + Math.round((number * msOfDay) / 1_000) * 1_000);
  if (Number.isNaN(at.getTime()) || number < 0) return text;
  const [day = "", time = ""] = at.toISOString().split("T");
  return format === "day" ? day : `${number < 1 ? "" : `${day} `}${time.slice(0, 5)}`;
}
