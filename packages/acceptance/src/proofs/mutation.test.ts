import { expect, test } from "vitest";
import { scoreOf } from "./mutation.ts";

test("the score counts every mutant that ran; one that no test reaches is not detected", () => {
  const statuses = ["Killed", "Killed", "Killed", "Timeout", "Survived", "NoCoverage", "Ignored", "CompileError"];
  const files = {
    "a.ts": { mutants: statuses.slice(0, 4).map((status) => ({ status })) },
    "b.ts": { mutants: statuses.slice(4).map((status) => ({ status })) },
  };
  const { score, mutants } = scoreOf({ files });
  expect(score).toBe(66.67);
  expect(mutants).toEqual({ Killed: 3, Timeout: 1, Survived: 1, NoCoverage: 1, Ignored: 1, CompileError: 1 });
});
