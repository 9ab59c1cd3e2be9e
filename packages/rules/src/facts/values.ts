import { checkUscc } from "../formats/uscc.ts";
import { dayOf, parseDate } from "./calendar.ts";
import { parseScaled } from "./decimal.ts";
import type { FactKind, Kind } from "./kinds.ts";

export interface CheckedValue {
  readonly value: number;
  readonly text?: string;
}

export type ValueCheck =
  | ({ readonly ok: true } & CheckedValue)
  | { readonly ok: false; readonly code: string; readonly message: string };

const moneyPattern = /^-?(0|[1-9]\d{0,12})(\.\d{1,2})?$/;
const maximumCount = 9_999_999;
const maximumNumber = 10_000_000_000;
const firstYear = 1990;
const lastYear = 2100;
const firstDay = dayOf(1949, 1, 1);
const lastDay = dayOf(2100, 12, 31);
export const maximumTextLength = 2_000;

const expectations: Record<Kind, string> = {
  money: '应为文本形式的金额，单位元，最多13位整数、2位小数，例如 "1600000.00"',
  number: "应为0到100亿之间的数，最多4位小数",
  int: "应为0到9999999之间的整数",
  year: "应为1990到2100之间的年份",
  date: "应为实有的日期，写作 YYYY-MM-DD，1949年到2100年之间",
  bool: "应为 true 或 false",
  enum: "应为列出的值之一",
  set: "应为列出的值组成的数组，不重复；没有就写 []",
  text: "应为1到2000字的文本",
  uscc: "应为18位统一社会信用代码，两个校验码都要对",
};

/** What a fact of this kind takes, in Chinese, for error texts and help. */
export function expectationOf(kind: FactKind): string {
  if (kind.kind === "money" && !kind.negative) return `${expectations.money}，不能为负`;
  if (kind.kind === "enum" || kind.kind === "set") return `${expectations[kind.kind]}：${kind.values.join("、")}`;
  return expectations[kind.kind];
}

function checkMoney(kind: FactKind, value: unknown): number | undefined {
  if (typeof value !== "string" || !moneyPattern.test(value)) return undefined;
  if (value.startsWith("-") && !kind.negative) return undefined;
  // "-0" is the number zero, not a second zero that compares unequal.
  return parseScaled(value, 2) + 0;
}

/** Exact only where the decimal text of the number has at most four decimals, which its shortest form shows. */
function checkNumber(value: unknown): number | undefined {
  if (typeof value !== "number" || !(value >= 0 && value <= maximumNumber)) return undefined;
  if (Number.isInteger(value)) return value * 10_000 + 0;
  const text = String(value);
  if (!/^\d+\.\d{1,4}$/.test(text)) return undefined;
  return parseScaled(text, 4);
}

function checkWhole(value: unknown, least: number, most: number): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
    ? value + 0
    : undefined;
}

function checkDay(value: unknown): number | undefined {
  const day = typeof value === "string" ? parseDate(value) : undefined;
  return day !== undefined && day >= firstDay && day <= lastDay ? day : undefined;
}

/** The position of a value among those of the kind; -1 for anything else. */
function positionOf({ values }: FactKind, value: unknown): number {
  return (values as readonly unknown[]).indexOf(value);
}

function checkSet(kind: FactKind, value: unknown): number | undefined {
  if (!Array.isArray(value) || value.length > kind.values.length) return undefined;
  let bits = 0;
  for (const each of value) {
    const position = positionOf(kind, each);
    if (position < 0 || bits & (1 << position)) return undefined;
    bits |= 1 << position;
  }
  return bits;
}

function checkChoice(kind: FactKind, value: unknown): number | undefined {
  const position = positionOf(kind, value);
  return position < 0 ? undefined : position;
}

function readQuantity(kind: FactKind, value: unknown): number | undefined {
  switch (kind.kind) {
    case "money":
      return checkMoney(kind, value);
    case "number":
      return checkNumber(value);
    case "int":
      return checkWhole(value, 0, maximumCount);
    case "year":
      return checkWhole(value, firstYear, lastYear);
    case "date":
      return checkDay(value);
    case "bool":
      return typeof value === "boolean" ? Number(value) : undefined;
    case "enum":
      return checkChoice(kind, value);
    default:
      return checkSet(kind, value);
  }
}

/** Checks one value by itself: type, range, format, a day that exists. */
export function checkValue(kind: FactKind, value: unknown): ValueCheck {
  if (kind.kind === "text" || kind.kind === "uscc") {
    const text = typeof value === "string" ? value.trim() : "";
    if (kind.kind === "uscc") {
      const checked = checkUscc(text);
      if (checked.ok) return { ok: true, value: 0, text: checked.code };
    } else if (text.length >= 1 && text.length <= maximumTextLength) return { ok: true, value: 0, text };
    return { ok: false, code: kind.kind, message: expectationOf(kind) };
  }
  const quantity = readQuantity(kind, value);
  if (quantity !== undefined) return { ok: true, value: quantity };
  return { ok: false, code: value === null ? "null" : kind.kind, message: expectationOf(kind) };
}
