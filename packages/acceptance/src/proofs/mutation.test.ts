import { expect, test } from "vitest";
import { findingsOf, readFindings, together } from "./mutation-findings.ts";
import { fingerprintOf, isAsMeasured } from "./mutation-parts.ts";
import { type FoundMutant, mutantsOf, rangeOf, secondChance } from "./mutation-report.ts";

const mutant = (status: string, more: Partial<FoundMutant> = {}): FoundMutant => ({
  file: "src/a.ts",
  status,
  mutatorName: "StringLiteral",
  replacement: '""',
  location: { start: { line: 7, column: 5 }, end: { line: 7, column: 9 } },
  ...more,
});

const of = (part: string, ...statuses: string[]) =>
  findingsOf(
    { part, commits: ["c"], fingerprint: "as measured" },
    statuses.map((status) => mutant(status)),
  );
const there = (...parts: string[]) => parts.map((part) => ({ part, fingerprint: "as measured" }));

test("the score counts every mutant that ran; one that no test reaches is not detected", () => {
  const statuses = ["Killed", "Killed", "Killed", "Timeout", "Survived", "NoCoverage", "Ignored", "CompileError"];
  const { score, mutants } = of("p", ...statuses);
  expect(score).toBe(66.67);
  expect(mutants).toEqual({ Killed: 3, Timeout: 1, Survived: 1, NoCoverage: 1, Ignored: 1, CompileError: 1 });
});

test("a part with nothing to mutate has no score, and takes nothing from that of all", () => {
  expect(of("empty").score).toBeNull();
  const whole = of("whole", "Killed", "Killed", "Killed", "Survived");
  const score = (...parts: (typeof whole)[]) => together(there("whole", "empty", "weak"), parts).score;
  expect(score(whole, of("empty"))).toBe(75);
  expect(score(whole, of("weak", "Survived"))).toBe(60);
  expect(score()).toBeNull();
});

test("what is not measured, or not any more what was measured, is named, and what is gone is left out", () => {
  const found = [of("gone", "Survived"), of("access", "Killed"), of("forms", "Killed", "Survived")];
  const now = [...there("access", "policy"), { part: "forms", fingerprint: "changed" }];
  expect(together(now, found)).toMatchObject({
    score: 66.67,
    mutants: { Killed: 2, Survived: 1 },
    notMeasured: ["policy"],
    changedSince: ["forms"],
    parts: [{ part: "access" }, { part: "forms" }],
  });
});

test("the findings of the parts are read from the record of the last proof", () => {
  const found = [of("access", "Killed")];
  expect(readFindings({ date: "2026-11-26", findings: together(there("access"), found) })).toEqual(found);
  expect(readFindings(undefined)).toEqual([]);
});

test("a mutant that is left out or timed out is listed with its place, and the reason or what was put there", () => {
  const found = [mutant("Ignored", { statusReason: "the same either way" }), mutant("Killed"), mutant("Timeout")];
  const { ignored, timedOut } = findingsOf({ part: "p", commits: [], fingerprint: "" }, found);
  expect(ignored).toEqual(["src/a.ts:7 StringLiteral: the same either way"]);
  expect(timedOut).toEqual(['src/a.ts:7 StringLiteral: ""']);
});

test("what the first tests do not detect is detected where more tests do, mutant by mutant", () => {
  const other = mutant("Survived", { replacement: '"Stryker was here!"' });
  const first = [
    mutant("Survived"),
    other,
    mutant("Killed", { file: "src/b.ts" }),
    mutant("NoCoverage", { file: "src/c.ts" }),
  ];
  const again = [mutant("Killed"), mutant("Survived", { file: "src/b.ts" }), mutant("Timeout", { file: "src/c.ts" })];
  expect(secondChance(first, again).map(({ status }) => status)).toEqual(["Killed", "Survived", "Killed", "Timeout"]);
  expect(secondChance(first, []).map(({ status }) => status)).toEqual(first.map(({ status }) => status));
});

test("the place of a mutant is written as Stryker takes it, with columns from 0", () => {
  const [found] = mutantsOf({ files: { "src/a.ts": { mutants: [mutant("Survived")] } } });
  expect(found && rangeOf(found)).toBe("src/a.ts:7:4-7:8");
});

test("a measurement stands while its files do; tests may come where more of them can only detect more", () => {
  const measured = { "src/a.ts": "1", "src/a.test.ts": "2" };
  const stands = (now: Record<string, string>, mayHaveMoreTests: boolean) =>
    isAsMeasured(measured, now, { mayHaveMoreTests });
  for (const mayHaveMoreTests of [true, false]) {
    expect(stands({ ...measured }, mayHaveMoreTests)).toBe(true);
    expect(stands({ ...measured, "src/a.ts": "3" }, mayHaveMoreTests)).toBe(false);
    expect(stands({ ...measured, "src/a.test.ts": "3" }, mayHaveMoreTests)).toBe(false);
    expect(stands({ "src/a.ts": "1" }, mayHaveMoreTests)).toBe(false);
    expect(stands({ ...measured, "src/b.ts": "3" }, mayHaveMoreTests)).toBe(false);
    expect(stands({ ...measured, "src/b.test.ts": "3" }, mayHaveMoreTests)).toBe(mayHaveMoreTests);
    expect(stands({ ...measured, "testing/b.ts": "3" }, mayHaveMoreTests)).toBe(true);
  }
});

test("files have one fingerprint together, of their names and of what they hold", () => {
  const of = fingerprintOf({ "src/a.ts": "1", "src/b.ts": "2" });
  expect(fingerprintOf({ "src/a.ts": "1", "src/b.ts": "2" })).toBe(of);
  expect(fingerprintOf({ "src/a.ts": "1", "src/c.ts": "2" })).not.toBe(of);
  expect(fingerprintOf({ "src/a.ts": "1", "src/b.ts": "1" })).not.toBe(of);
});
