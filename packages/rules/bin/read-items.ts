import type { Round } from "../src/evaluate/context.ts";
import { parseDate } from "../src/facts/calendar.ts";
import { type FieldError, pointerStep } from "../src/facts/errors.ts";
import { inspectJson } from "./inspect-json.ts";
import { UnusableInput } from "./problem.ts";

export interface Item {
  /** JSON pointer of the item: empty for the only one. */
  readonly path: string;
  readonly facts: unknown;
  readonly unknown: readonly string[] | undefined;
  readonly asOf: string | undefined;
  readonly round: Round | null;
}

export interface Items {
  readonly isList: boolean;
  readonly items: readonly Item[];
}

/** As deep as a body over the wire. */
const maximumDepth = 20;
const fields = ["facts", "unknown", "asOf", "round"];
const roundFields = ["year", "submissionDeadline"];
const shape = '应为 {"facts": {…}} 或由这样的对象组成的数组';

type Refuse = (path: string, message: string) => void;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isDay = (value: unknown): value is string => typeof value === "string" && parseDate(value) !== undefined;
const date = "应为实有的日期，写作 YYYY-MM-DD";

function refuseOthers(value: Record<string, unknown>, known: readonly string[], path: string, refuse: Refuse): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) refuse(`${path}/${pointerStep(key)}`, `没有这个字段，可用的是 ${known.join("、")}`);
  }
}

function readRound(value: unknown, path: string, refuse: Refuse): Round | null {
  if (value === undefined) return null;
  if (!isRecord(value)) {
    refuse(path, '应为 {"year": 2026, "submissionDeadline": "2026-09-25"} 这样的对象');
    return null;
  }
  refuseOthers(value, roundFields, path, refuse);
  const { year, submissionDeadline } = value;
  const isYear = typeof year === "number" && Number.isInteger(year) && year >= 1990 && year <= 2100;
  if (!isYear) refuse(`${path}/year`, "应为1990到2100之间的年份");
  if (!isDay(submissionDeadline)) refuse(`${path}/submissionDeadline`, date);
  return isYear && isDay(submissionDeadline) ? { year, submissionDeadline } : null;
}

function readItem(value: unknown, path: string, refuse: Refuse): Item {
  if (!isRecord(value)) {
    refuse(path, '应为 {"facts": {…}} 这样的对象');
    return { path, facts: {}, unknown: undefined, asOf: undefined, round: null };
  }
  refuseOthers(value, fields, path, refuse);
  if (!Object.hasOwn(value, "facts")) refuse(`${path}/facts`, "要写明填报内容，没有就写 {}");
  const { unknown, asOf } = value;
  const isList = Array.isArray(unknown) && unknown.every((fact) => typeof fact === "string");
  if (unknown !== undefined && !isList) refuse(`${path}/unknown`, "应为事实编号组成的数组");
  if (asOf !== undefined && !isDay(asOf)) refuse(`${path}/asOf`, date);
  return {
    path,
    facts: value.facts ?? {},
    unknown: isList ? unknown : undefined,
    asOf: isDay(asOf) ? asOf : undefined,
    round: readRound(value.round, `${path}/round`, refuse),
  };
}

function parse(text: string): unknown {
  const { depth, duplicates } = inspectJson(text);
  if (depth > maximumDepth) throw new UnusableInput(`内容没法用：嵌套超过${maximumDepth}层。`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnusableInput(`内容没法用：不是JSON，${shape}。`);
  }
  if (duplicates.length > 0) throw new UnusableInput(`内容没法用：${duplicates[0]} 写了不止一次，不知道以哪个为准。`);
  return value;
}

/** Reads the items of a text, and every field of them that is not as it should be into `errors`. */
export function readItems(text: string, errors: FieldError[]): Items {
  const value = parse(text);
  const refuse: Refuse = (path, message) => {
    errors.push({ path, code: "shape", message });
  };
  if (Array.isArray(value)) return { isList: true, items: value.map((item, at) => readItem(item, `/${at}`, refuse)) };
  if (!isRecord(value)) throw new UnusableInput(`内容没法用：${shape}。`);
  return { isList: false, items: [readItem(value, "", refuse)] };
}
