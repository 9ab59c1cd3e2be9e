import { expect, test } from "vitest";
import { findingsOf, together } from "./mutation.ts";
import { type FoundMutant, mutantsOf, rangeOf, secondChance } from "./mutation-report.ts";

const mutant = (status: string, more: Partial<FoundMutant> = {}): FoundMutant => ({
  file: "src/a.ts",
  status,
  mutatorName: "StringLiteral",
  replacement: '""',
  location: { start: { line: 7, column: 5 }, end: { line: 7, column: 9 } },
  ...more,
});

test("the score counts every mutant that ran; one that no test reaches is not detected", () => {
  const statuses = ["Killed", "Killed", "Killed", "Timeout", "Survived", "NoCoverage", "Ignored", "CompileError"];
  const { score, mutants } = findingsOf(
    "p",
    ["c"],
    statuses.map((status) => mutant(status)),
  );
  expect(score).toBe(66.67);
  expect(mutants).toEqual({ Killed: 3, Timeout: 1, Survived: 1, NoCoverage: 1, Ignored: 1, CompileError: 1 });
});

test("a part with nothing to mutate has no score, and takes nothing from that of all", () => {
  const of = (...statuses: string[]) =>
    findingsOf(
      "p",
      ["c"],
      statuses.map((status) => mutant(status)),
    );
  expect(of().score).toBeNull();
  const whole = of("Killed", "Killed", "Killed", "Survived");
  expect(together([whole, of()])).toEqual({ score: 75, mutants: { Killed: 3, Survived: 1 } });
  expect(together([whole, of("Survived")])).toEqual({ score: 60, mutants: { Killed: 3, Survived: 2 } });
});

test("a mutant that is left out is listed with its place and the reason that stands there", () => {
  const found = [mutant("Ignored", { statusReason: "the same either way" }), mutant("Killed")];
  expect(findingsOf("p", ["c"], found).ignored).toEqual(["src/a.ts:7 StringLiteral: the same either way"]);
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
