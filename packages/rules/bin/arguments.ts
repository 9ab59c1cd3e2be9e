import { parseArgs } from "node:util";
import { parseDate } from "../src/facts/calendar.ts";
import { UnusableInput } from "./problem.ts";

export const formats = ["json", "text"] as const;
export type Format = (typeof formats)[number];

export type Command =
  | { readonly help: true }
  | {
      readonly help: false;
      /** A file, or - for standard input. */
      readonly file: string;
      readonly asOf: string | undefined;
      readonly policyId: string | undefined;
      readonly format: Format;
    };

export const usage = `用法：npm run self-check -- 文件.json [--as-of YYYY-MM-DD] [--policy 编号] [--format json|text]

不用服务器，按文件里填报的内容做一次申报自查。

文件     {"facts": {…}}，或由这样的对象组成的数组；写 - 表示从标准输入读取。最大5 MB，UTF-8编码。
         每一项还可以写 "unknown"（不清楚的事实编号）、"asOf"（按哪天算）、
         "round"（目标轮次，如 {"year": 2026, "submissionDeadline": "2026-09-25"}）。
--as-of  按哪一天算，默认是北京时间的今天；某一项自己写了 asOf 的，以那一项为准。
--policy 政策编号，默认 zhengzhou-sme-platform。
--format json（默认）或 text（给人看的报告）。
--help   显示这段说明。

结果写到标准输出，数组进、数组出，顺序不变。结论无论是什么都返回0；
内容没法用时返回2，并在标准错误里指出是第几项、哪个字段。`;

const options = {
  "as-of": { type: "string" },
  policy: { type: "string" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

function fail(message: string): never {
  throw new UnusableInput(`${message}\n用 --help 查看用法。`);
}

/** Reads the command line. Every option at most once, exactly one file. */
export function readArguments(args: readonly string[]): Command {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string | undefined>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!Object.hasOwn(options, token.name)) fail(`没有 ${token.rawName} 这个选项。`);
    if (given.has(token.name)) fail(`${token.rawName} 写了不止一次。`);
    if (token.name === "help" && token.value !== undefined) fail("--help 后面不用写值。");
    if (token.name !== "help" && (token.value === undefined || token.value === ""))
      fail(`${token.rawName} 后面要写值。`);
    given.set(token.name, token.value);
  }
  if (given.has("help")) return { help: true };
  const asOf = given.get("as-of");
  if (asOf !== undefined && parseDate(asOf) === undefined)
    fail(`--as-of 应为实有的日期，写作 YYYY-MM-DD，现在是“${asOf}”。`);
  const wanted = given.get("format") ?? "json";
  const format = formats.find((each) => each === wanted);
  if (format === undefined) fail(`--format 只有 json 和 text，现在是“${wanted}”。`);
  const [file, ...others] = positionals;
  if (file === undefined) fail("要给出一个文件，或用 - 从标准输入读取。");
  if (others.length > 0) fail(`只能给出一个文件，现在有${positionals.length}个。`);
  return { help: false, file, asOf, policyId: given.get("policy"), format };
}
