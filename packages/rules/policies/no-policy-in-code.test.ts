import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../testing/policy.ts";

const source = join(import.meta.dirname, "..", "src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
);
/** Comments may name the article that asked for an operator; code may not. */
const codeOf = (file: string): string =>
  readFileSync(join(source, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/\s\/\/ .*$/gm, "");

const { document } = zhengzhouPolicy;

/** Every number by which a criterion of the policy decides. */
function numbersOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ["money", "int", "at_least", "years"].includes(key) ? [String(inner)] : numbersOf(inner),
  );
}

/** December, and 1万元 in 分. */
const sameByChance: Readonly<Record<string, readonly string[]>> = {
  [join("facts", "calendar.ts")]: ["12"],
  [join("facts", "values.ts")]: ["12"],
  [join("evaluate", "advice.ts")]: ["12"],
  [join("lifecycle", "certifications.ts")]: ["12"],
  [join("supervision", "periods.ts")]: ["12"],
  [join("facts", "spelling.ts")]: ["1000000"],
};

describe("the code of the rules knows no policy", () => {
  test("there is code to look at", () => {
    expect(files.length).toBeGreaterThan(30);
  });

  test.each(files)("%s names no city, article, criterion, material or fact", (file) => {
    const code = codeOf(file);
    expect(code).not.toMatch(/郑州|zhengzhou|第[一二三四五六七八九十]+条|\bart\d/i);
    const names = [...document.facts, ...document.criteria, ...document.materials, ...document.settings].map(
      ({ id }) => id,
    );
    // Keys by which a document names two of its facts, a kind of fact and a form of text: words of the schema.
    const keys = ["submission_date", "materials_in_hand", "uscc", "icp_number"];
    const named = names.filter(
      (name) => !keys.includes(name) && new RegExp(`["'\`.]${name.replace(".", "\\.")}\\b`).test(code),
    );
    expect(named).toEqual([]);
  });

  test.each(files)("%s holds no threshold and no date of the policy", (file) => {
    const thresholds = new Set(
      numbersOf(document.criteria.map((criterion) => criterion.test)).filter((number) => number.length > 1),
    );
    const numbers = [...codeOf(file).matchAll(/(?<![\w."])\d[\d_]*(?:\.\d+)?(?![\w"])/g)].map(([number]) =>
      number.replaceAll("_", ""),
    );
    const allowed = sameByChance[file] ?? [];
    // The check characters of identification codes are arithmetic of their own standard.
    if (file.startsWith("formats")) return;
    expect(numbers.filter((number) => thresholds.has(number) && !allowed.includes(number))).toEqual([]);
    expect(codeOf(file)).not.toMatch(/\b20[12]\d-\d\d-\d\d\b/);
  });
});
