import { expect, test } from "vitest";
import { findingsOf, together } from "./mutation.ts";

const mutant = (status: string, statusReason?: string) => ({
  status,
  mutatorName: "StringLiteral",
  location: { start: { line: 7 } },
  ...(statusReason === undefined ? {} : { statusReason }),
});

const kept = (files: Record<string, string[]>) => ({
  commit: "c",
  fingerprint: "f",
  report: {
    files: Object.fromEntries(
      Object.entries(files).map(([file, statuses]) => [file, { mutants: statuses.map((status) => mutant(status)) }]),
    ),
  },
});

test("the score counts every mutant that ran; one that no test reaches is not detected", () => {
  const statuses = ["Killed", "Killed", "Killed", "Timeout", "Survived", "NoCoverage", "Ignored", "CompileError"];
  const { score, mutants } = findingsOf("p", kept({ "a.ts": statuses.slice(0, 4), "b.ts": statuses.slice(4) }));
  expect(score).toBe(66.67);
  expect(mutants).toEqual({ Killed: 3, Timeout: 1, Survived: 1, NoCoverage: 1, Ignored: 1, CompileError: 1 });
});

test("a part with nothing to mutate has no score, and takes nothing from that of all", () => {
  const empty = findingsOf(".", kept({}));
  expect(empty.score).toBeNull();
  const whole = findingsOf("p", kept({ "a.ts": ["Killed", "Killed", "Killed", "Survived"] }));
  const small = findingsOf("q", kept({ "b.ts": ["Survived"] }));
  expect(together([whole, empty])).toEqual({ score: 75, mutants: { Killed: 3, Survived: 1 } });
  expect(together([whole, small])).toEqual({ score: 60, mutants: { Killed: 3, Survived: 2 } });
});

test("a mutant that is left out is listed with its place and the reason that stands there", () => {
  const files = { "src/a.ts": { mutants: [mutant("Ignored", "the same either way"), mutant("Killed")] } };
  const { ignored } = findingsOf("p", { commit: "c", fingerprint: "f", report: { files } });
  expect(ignored).toEqual(["src/a.ts:7 StringLiteral: the same either way"]);
});
