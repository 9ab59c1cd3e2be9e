import { scanNumeral } from "./numerals.ts";

export interface Context {
  /** The text without its dates, ordinals and unit headings. */
  readonly text: string;
  /** 单位：万元 or （万元）, said once for a number that carries no unit itself. */
  readonly heading: { readonly factor: bigint } | null;
  /** A month other than December or a day other than the 31st: the number may belong to another time than asked. */
  readonly otherTime: boolean;
}

const factors: Readonly<Record<string, bigint>> = {
  "": 1n,
  千: 1_000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
};
const digits = "\\d〇零一二三四五六七八九十";
const headingPattern = /(?:单位 ?[:为是]? ?|\( ?(?:单位 ?[:为是]? ?)?)(百万|千万|万|亿|千|)元 ?\)?/gu;
const numericDay = /(?<![\d.,])(?:19|20)\d{2}([-./])(\d{1,2})\1(\d{1,2})(?![\d.])/gu;
const yearPattern =
  /(?<![\d.])(?:(?:19|20)\d{2}|[1-3]\d|[一二][〇零九][〇零一二三四五六七八九]{2}|二[〇零一二三四五六七八九])年(?![多半以来前])度?[末底初中]?/gu;
const monthPattern = new RegExp(
  `(?<![${digits}])([${digits}]{1,3})月份?(?:([${digits}]{1,3})[日号]|[底末初中])?`,
  "gu",
);
const ordinal = /第/gu;

/** Takes out what holds digits and is not the quantity: 2025年末, 12月31日, 第六条. */
export function withoutContext(text: string): Context {
  let heading: Context["heading"] = null;
  let otherTime = false;
  const stripped = withoutOrdinals(text)
    .replace(headingPattern, (whole, factor: string) => {
      // "(万元" without its other half, as in "(万元以上)", is no heading.
      if (whole.startsWith("(") && !whole.endsWith(")")) return whole;
      heading = { factor: factors[factor] ?? 1n };
      return " ";
    })
    .replace(numericDay, (_, _separator: string, month: string, day: string) => {
      if (Number(month) !== 12 || Number(day) !== 31) otherTime = true;
      return " ";
    })
    .replace(yearPattern, " ")
    .replace(monthPattern, (_, month: string, day: string | undefined) => {
      const yearEnd = ["12", "十二"].includes(month) && (day === undefined || ["31", "三十一"].includes(day));
      if (!yearEnd) otherTime = true;
      return " ";
    });
  return { text: stripped, heading, otherTime };
}

function withoutOrdinals(text: string): string {
  let result = "";
  let from = 0;
  for (const found of text.matchAll(ordinal)) {
    if (found.index < from) continue;
    const scan = scanNumeral(text, found.index + 1);
    if (!scan) continue;
    result += text.slice(from, found.index);
    const next = text.charAt(scan.end);
    from = next !== "" && "条项款个题年届批页行次".includes(next) ? scan.end + 1 : scan.end;
  }
  return result + text.slice(from);
}
