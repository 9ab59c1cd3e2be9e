import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import cases from "../policies/zhengzhou-sme-platform/cases.json" with { type: "json" };
import { assessmentSchema } from "../src/assessment/schema.ts";

const program = join(import.meta.dirname, "self-check.ts");
const strong = cases.bases.B1;
const day = "2026-06-10";
// Compiled once and not by each call: two fifths of its time.
const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), "shifan-compiled") };
let folder = "";

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

interface Call {
  readonly input?: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Whether to close the reading end of standard output at the first byte. */
  readonly closeEarly?: boolean;
}

function selfCheck(args: readonly string[], { input, environment, closeEarly }: Call = {}): Promise<Ended> {
  const { SHIFAN_NOW: _now, DEFAULT_POLICY: _policy, NODE_ENV: _mode, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...inherited, ...compiled, ...environment },
    cwd: folder,
  });
  let out = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
    if (closeEarly) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    errors += chunk;
  });
  // A program that refuses its options ends without reading what it is sent.
  child.stdin.on("error", () => {});
  child.stdin.end(input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, errors }));
  });
}

function write(name: string, value: unknown): string {
  writeFileSync(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
  return name;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "self-check-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("what can be used", () => {
  test("one object in gives one assessment out, and nothing on standard error", async () => {
    const ended = await selfCheck([write("one.json", { facts: strong }), "--as-of", day]);
    expect(ended).toMatchObject({ code: 0, errors: "" });
    const assessment = assessmentSchema.parse(JSON.parse(ended.out));
    expect(assessment).toMatchObject({ verdict: "met_pending_review", asOf: day });
  });

  test("an array in gives an array out in the same order, exit 0 whatever the verdicts", async () => {
    const items = [{ facts: strong }, { facts: { ...strong, has_service_facilities: false } }, { facts: {} }];
    const ended = await selfCheck(["-", `--as-of=${day}`], { input: JSON.stringify(items) });
    expect(ended).toMatchObject({ code: 0, errors: "" });
    const verdicts = (JSON.parse(ended.out) as { verdict: string }[]).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(["met_pending_review", "not_met", "undetermined"]);
  });

  test("an empty array is an empty array, with a byte order mark too", async () => {
    expect(await selfCheck(["-"], { input: "\ufeff[]" })).toEqual({ code: 0, out: "[]\n", errors: "" });
  });

  test("an item's own day and round win over the option; a fact declared unknown stays open", async () => {
    const round = { year: 2026, submissionDeadline: "2026-09-25" };
    const facts = { ...strong, established_date: "2024-11-03" };
    const items = [
      { facts, round },
      { facts, round, asOf: "2026-11-03", unknown: ["individual_businesses_in_served"] },
    ];
    const ended = await selfCheck([write("round.json", items), "--as-of", day, "--format", "json"]);
    const [first, second] = assessmentSchema.array().parse(JSON.parse(ended.out));
    expect(first).toMatchObject({ asOf: day, earliestDate: "2026-11-03", earliestRoundYear: 2027 });
    expect(second).toMatchObject({ asOf: "2026-11-03", verdict: "undetermined" });
    expect(second?.missingFacts).toEqual(["individual_businesses_in_served"]);
  });

  test("without an option the day is today in Shanghai", async () => {
    const environment = { SHIFAN_NOW: "2026-05-31T16:30:00Z" };
    const ended = await selfCheck(["-"], { input: '{"facts":{}}', environment });
    expect(JSON.parse(ended.out)).toMatchObject({ asOf: "2026-06-01" });
  });

  test("the clock may be a file", async () => {
    write("now.txt", "2027-01-01T00:00:00+08:00\n");
    const ended = await selfCheck(["-"], { input: '{"facts":{}}', environment: { SHIFAN_NOW: "@now.txt" } });
    expect(JSON.parse(ended.out)).toMatchObject({ asOf: "2027-01-01" });
  });

  test("the report for people says the conclusion, figures, articles and what to do", async () => {
    const facts = { ...strong, total_assets_prev_year_end_yuan: "1499999.99" };
    const ended = await selfCheck([
      write("two.json", [{ facts }, { facts: strong }]),
      "--as-of",
      day,
      "--format",
      "text",
    ]);
    expect(ended).toMatchObject({ code: 0, errors: "" });
    expect(ended.out).toContain("第1项");
    expect(ended.out).toContain("暂不符合条件，差1项");
    expect(ended.out).toContain("现为1,499,999.99元，要求不少于150万元，差0.01元");
    expect(ended.out).toContain("第2项");
    expect(ended.out).toContain("可以核对的条件都满足，可以准备申报。");
  });

  test("--help says how to use it", async () => {
    const ended = await selfCheck(["--help"]);
    expect(ended).toMatchObject({ code: 0, errors: "" });
    for (const word of ["--as-of", "--policy", "--format", "标准输入"]) expect(ended.out).toContain(word);
  });

  test("a reader who closes early is no reason to complain", async () => {
    const items = Array.from({ length: 120 }, () => ({ facts: strong }));
    const ended = await selfCheck([write("many.json", items), "--as-of", day], { closeEarly: true });
    expect(ended).toMatchObject({ code: 0, errors: "" });
  });
});

describe("what cannot be used ends with 2, one message on standard error, and nothing on standard output", () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const rows: { name: string; args: string[]; input?: string; environment?: NodeJS.ProcessEnv; says: RegExp }[] = [
    { name: "no file named", args: [], says: /要给出一个文件/ },
    { name: "an unknown option", args: ["-", "--colour"], says: /没有 --colour 这个选项/ },
    { name: "a file that does not exist", args: ["nowhere.json"], says: /nowhere\.json：读不到，没有这个文件/ },
    { name: "a folder", args: ["folder"], says: /folder：读不到，这是一个文件夹/ },
    { name: "no JSON", args: ["-"], input: '{"facts":\n {"a":}}', says: /不是JSON，应为/ },
    { name: "empty input", args: ["-"], input: "", says: /不是JSON/ },
    { name: "more than 5 MB", args: ["-"], input: `{"facts":{}}${" ".repeat(5 * 1024 * 1024)}`, says: /超过5 MB/ },
    { name: "too deep nesting", args: ["-"], input: deep, says: /嵌套超过20层/ },
    {
      name: "a key twice",
      args: ["-"],
      input: '[{"facts":{}},{"facts":{"info_events":5,"info_events":6}}]',
      says: /\/1\/facts\/info_events 写了不止一次/,
    },
    { name: "a bare value", args: ["-"], input: "12", says: /应为 \{"facts": \{…\}\} 或由这样的对象组成的数组/ },
    {
      name: "an impossible value in the second item",
      args: ["-"],
      input: '[{"facts":{}},{"facts":{"total_assets_prev_year_end_yuan":15,"x/y":1}}]',
      says: /第2项，\/1\/facts\/total_assets_prev_year_end_yuan：“.*”应为文本形式的金额[\s\S]*第2项，\/1\/facts\/x~1y：没有这个事实编号/,
    },
    {
      name: "a prototype key",
      args: ["-"],
      input: '{"facts":{"__proto__":{}}}',
      says: /\/facts\/__proto__：没有这个事实编号/,
    },
    {
      name: "an unknown policy",
      args: ["-", "--policy", "luoyang"],
      input: '{"facts":{}}',
      says: /没有编号为“luoyang”的政策/,
    },
    {
      name: "a day before the policy",
      args: ["-", "--as-of", "2021-12-31"],
      input: '{"facts":{}}',
      says: /\/asOf：2021-12-31 早于政策可用的第一天 2022-01-01/,
    },
    {
      name: "a clock that is no instant",
      args: ["-"],
      input: '{"facts":{}}',
      environment: { SHIFAN_NOW: "2026-06-10" },
      says: /^SHIFAN_NOW：应为带时区的时刻/,
    },
  ];

  beforeAll(() => {
    mkdirSync(join(folder, "folder"));
  });

  test.each(rows)("$name", async ({ args, input = "", environment = {}, says }) => {
    const ended = await selfCheck(args, { input, environment });
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.errors).toMatch(says);
    expect(ended.errors).not.toMatch(/\n\s+at |Error|失败|错误|非法/);
  });
});
