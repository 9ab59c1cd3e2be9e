import type { FactKind, Kind } from "../facts/kinds.ts";
import { checkValue, expectationOf } from "../facts/values.ts";
import { type IcpProblem, readIcpNumber } from "../formats/icp.ts";
import { checkUscc } from "../formats/uscc.ts";
import { readEmail, readMobile, readPhone, readPostcode, readWebsite } from "./contacts.ts";
import { formatMillionths, parseMillionths } from "./decimals.ts";
import type { FieldType } from "./fields.ts";
import type { FormField, FormValue } from "./forms.ts";
import { cleanText } from "./texts.ts";

export type ValueReading =
  | { readonly ok: true; readonly value: FormValue | null }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Whole digits and decimals of the decimal types; the largest of each fits into the fact that it states. */
const decimalShapes = {
  money_wan: { pattern: /^-?\d{1,9}(\.\d{1,6})?$/, most: undefined },
  percent: { pattern: /^\d{1,7}(\.\d{1,4})?$/, most: undefined },
  number: { pattern: /^\d{1,11}(\.\d{1,4})?$/, most: 10n ** 16n },
} as const;
/** What a fact of the same kind takes: a field takes the same, so that every field can state its fact. */
const asFact = (kind: Kind): FactKind => ({ kind, digits: 0, values: [], negative: false });
const kinds = { int: asFact("int"), year: asFact("year"), date: asFact("date"), uscc: asFact("uscc") };
const longestOf = { text: 200, long_text: 20_000 };
const longestContact = 500;
const spellings: Readonly<Record<string, boolean>> = { 是: true, 有: true, 否: false, 无: false };

const expectations: Readonly<Record<FieldType, string>> = {
  text: "应为文字",
  long_text: "应为文字",
  int: expectationOf(kinds.int),
  number: expectationOf(asFact("number")),
  money_wan: "应为金额，单位万元，最多9位整数、6位小数",
  percent: "应为百分数，不写百分号，最多4位小数",
  year: expectationOf(kinds.year),
  date: expectationOf(kinds.date),
  day_or_month: "应为实有的日期或月份，写作 YYYY-MM-DD 或 YYYY-MM",
  phone: "应为手机号、带区号的电话（如0371-67886827）或400、800电话",
  mobile: "应为11位手机号",
  email: "应为电子邮件地址，如 name@example.com",
  postcode: "应为6位数字的邮政编码",
  url: "应为网址，如 www.example.com",
  icp: "应为网站备案号，如豫ICP备12345678号-1",
  uscc: expectationOf(kinds.uscc),
  bool: "应为是或否",
  choice: "应为列出的一项",
  choices: "应为列出的一项或几项，不重复",
};

const icpExplanations: Readonly<Record<IcpProblem, string>> = {
  public_security_record: "填的是公安备案号，这里要填ICP备案号，如豫ICP备12345678号-1",
  telecom_licence: "填的是增值电信业务许可证号，这里要填ICP备案号，如豫ICP备12345678号-1",
  province_missing: "缺开头的省份简称，应如豫ICP备12345678号-1",
  number_missing: "缺备案号的数字，应如豫ICP备12345678号-1",
  unreadable: expectations.icp,
};

/** What a field takes, in Chinese, for error texts and help. */
export function expectationOfField(field: FormField): string {
  const { type, options = [], longest, most } = field;
  if (type === "text" || type === "long_text") return `应为文字，最多${longest ?? longestOf[type]}字`;
  if (type === "choice" || type === "choices") {
    return `${expectations[type]}：${options.map(({ label }) => label).join("、")}`;
  }
  const sign = type === "money_wan" && !field.negative ? "，不能为负" : "";
  return `${expectations[type]}${sign}${most === undefined ? "" : `，不大于${most}`}`;
}

/** Half width without spaces and thousands separators; a number by its shortest text, which shows every digit it has. */
function digitsOf(raw: unknown): string {
  if (typeof raw === "number") return String(raw);
  return typeof raw === "string" ? raw.normalize("NFKC").replace(/[\s,，]/g, "") : "";
}

function readDecimal(field: FormField, type: keyof typeof decimalShapes, raw: unknown): string | undefined {
  const { pattern, most } = decimalShapes[type];
  const text = digitsOf(raw);
  const digits = type === "percent" ? text.replace(/%$/, "") : text;
  if (!pattern.test(digits)) return undefined;
  const value = parseMillionths(digits);
  if (value < 0n && !field.negative) return undefined;
  const limit = field.most === undefined ? most : parseMillionths(field.most);
  return limit === undefined || value <= limit ? formatMillionths(value) : undefined;
}

function readWhole(field: FormField, kind: FactKind, raw: unknown): number | undefined {
  const text = digitsOf(raw);
  const checked = checkValue(kind, /^\d{1,10}$/.test(text) ? Number(text) : null);
  return checked.ok && checked.value <= Number(field.most ?? Infinity) ? checked.value : undefined;
}

function readDay(raw: unknown, monthTakes: boolean): string | undefined {
  if (typeof raw !== "string") return undefined;
  const text = raw.normalize("NFKC").trim();
  const isMonth = monthTakes && /^\d{4}-\d\d$/.test(text);
  return checkValue(kinds.date, isMonth ? `${text}-01` : text).ok ? text : undefined;
}

/** A choice by its value, or by its label as a table has it. */
function readOption(field: FormField, raw: unknown): string | undefined {
  if (typeof raw !== "string") return undefined;
  const text = raw.normalize("NFKC").trim();
  return field.options?.find(({ value, label }) => value === text || label.normalize("NFKC") === text)?.value;
}

function readOptions(field: FormField, raw: unknown): string[] | undefined {
  if (!Array.isArray(raw) || raw.length > (field.options?.length ?? 0)) return undefined;
  const read = raw.map((each) => readOption(field, each));
  const known = read.filter((each) => each !== undefined);
  return known.length === raw.length && new Set(known).size === known.length ? known : undefined;
}

function readBool(raw: unknown): boolean | undefined {
  if (typeof raw === "boolean") return raw;
  const text = typeof raw === "string" ? raw.trim() : "";
  return Object.hasOwn(spellings, text) ? spellings[text] : undefined;
}

function readText(field: FormField, type: "text" | "long_text", raw: unknown): string | undefined {
  if (typeof raw !== "string") return undefined;
  const text = cleanText(raw, type === "long_text");
  return text.length <= (field.longest ?? longestOf[type]) ? text : undefined;
}

function readUscc(text: string): string | undefined {
  const checked = checkUscc(text);
  return checked.ok ? checked.code : undefined;
}

const textReaders = {
  phone: readPhone,
  mobile: readMobile,
  email: readEmail,
  postcode: readPostcode,
  url: readWebsite,
  uscc: readUscc,
};

/** A cell of digits is a number in a spreadsheet. */
function readContact(type: keyof typeof textReaders, raw: unknown): string | undefined {
  const text = typeof raw === "string" ? raw : digitsOf(raw);
  return text.length <= longestContact ? textReaders[type](text) : undefined;
}

function readGiven(field: FormField, raw: unknown): FormValue | undefined {
  const { type } = field;
  switch (type) {
    case "text":
    case "long_text":
      return readText(field, type, raw);
    case "int":
    case "year":
      return readWhole(field, kinds[type], raw);
    case "number":
    case "money_wan":
    case "percent":
      return readDecimal(field, type, raw);
    case "date":
    case "day_or_month":
      return readDay(raw, type === "day_or_month");
    case "bool":
      return readBool(raw);
    case "choice":
      return readOption(field, raw);
    case "choices":
      return readOptions(field, raw);
    case "icp": {
      const reading = typeof raw === "string" ? readIcpNumber(raw) : undefined;
      return reading?.ok ? reading.number : undefined;
    }
    default:
      return readContact(type, raw);
  }
}

/**
 * Reads one value of a form: normalised, null where nothing is given, refused where it is impossible by itself.
 * What is missing is never refused here, so that a draft can be saved at any time.
 */
export function readValue(field: FormField, raw: unknown): ValueReading {
  const isBlank = raw === null || raw === undefined || (typeof raw === "string" && cleanText(raw, false) === "");
  if (isBlank) return { ok: true, value: null };
  const value = readGiven(field, raw);
  if (value !== undefined) return { ok: true, value };
  const icp = field.type === "icp" && typeof raw === "string" ? readIcpNumber(raw) : undefined;
  const message = icp && !icp.ok ? icpExplanations[icp.problem] : expectationOfField(field);
  return { ok: false, code: field.type, message: `“${field.name}”${message}` };
}
