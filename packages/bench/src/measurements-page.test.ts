import { expect, test } from "vitest";
import { type KeptFindings, pageWithLine } from "./measurements-page.ts";

function found(name: string, figure: number): KeptFindings {
  const limits = [{ what: "verdict ÷ hand-written", figure, bound: "at most", limit: 2.5, unit: "×" }] as const;
  return { name, date: "2026-06-10T01:30:00.000Z", commit: "abc123", bench: name, times: [], limits, notes: [] };
}

const lineOf = (name: string, figure: string, outcome: string) =>
  `| [${name}](bench-${name}.json) | 2026-06-10 | abc123 | verdict ÷ hand-written: ${figure}×  at most 2.5  ${outcome} |`;

test("each benchmark has one line with date, commit and limits, and measured again it replaces its own", () => {
  let page = pageWithLine("", found("rules", 3));
  page = pageWithLine(page, found("chat", 1));
  page = pageWithLine(page, found("rules", 2));
  const table = page.split("\n").filter((line) => line.startsWith("| ["));
  expect(table).toEqual([lineOf("rules", "2.00", "pass"), lineOf("chat", "1.00", "pass")]);
});

test("what others wrote on the page stays", () => {
  const written = "# Measurements\n\nMutation: 93 %.\n";
  const page = pageWithLine(pageWithLine(written, found("rules", 3)), found("rules", 2));
  expect(page).toContain("Mutation: 93 %.");
  const after = `${page}\nMore.\n`;
  expect(pageWithLine(after, found("chat", 3))).toBe(`${page}${lineOf("chat", "3.00", "MISS")}\n\nMore.\n`);
});
