import { describe, expect, test } from "vitest";
import { judge } from "./test.mjs";

const counts = { passed: 12, failed: 0, leftOut: [] as string[] };

describe("the judgement of a run of tests", () => {
  test("ends with the counts, alone on the last line", () => {
    expect(judge(counts, 0, false).text.split("\n").at(-1)).toBe("12 passed, 0 failed");
  });

  test("is good when everything passed", () => {
    expect(judge(counts, 0, true).exitCode).toBe(0);
  });

  test.each([
    ["a test failed", { ...counts, failed: 1 }, 1],
    ["the runner objected although no test failed", counts, 2],
    ["the runner left no counts", null, 0],
    ["no test ran", { ...counts, passed: 0 }, 0],
  ])("is bad when %s", (_, given, runnerCode) => {
    expect(judge(given, runnerCode, false).exitCode).not.toBe(0);
  });

  test("names what was left out, and forgives it unless all is required", () => {
    const incomplete = { ...counts, leftOut: ["the pages in a real browser: no Chromium was found"] };
    expect(judge(incomplete, 0, false)).toMatchObject({ exitCode: 0, text: expect.stringContaining("no Chromium") });
    expect(judge(incomplete, 0, true).exitCode).toBe(1);
  });
});
