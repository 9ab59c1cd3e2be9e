import { describe, expect, test } from "vitest";
import { readArguments } from "./arguments.ts";
import { UnusableInput } from "./problem.ts";

describe("readArguments", () => {
  test("a file alone takes every default", () => {
    expect(readArguments(["a.json"])).toEqual({
      help: false,
      file: "a.json",
      asOf: undefined,
      policyId: undefined,
      format: "json",
    });
  });

  test("options may stand before or after the file, with = or a space", () => {
    const wanted = { help: false, file: "-", asOf: "2026-02-28", policyId: "other", format: "text" };
    expect(readArguments(["--as-of", "2026-02-28", "-", "--policy=other", "--format", "text"])).toEqual(wanted);
  });

  test.each([["--help"], ["-h"], ["a.json", "--help"]])("%s asks for help, whatever else is missing", (...args) => {
    expect(readArguments(args)).toEqual({ help: true });
  });

  test("what follows -- is a file", () => {
    expect(readArguments(["--", "--odd.json"])).toMatchObject({ file: "--odd.json" });
  });

  test.each([
    [[], /要给出一个文件/],
    [["a.json", "b.json"], /只能给出一个文件，现在有2个/],
    [["a.json", "--verbose"], /没有 --verbose 这个选项/],
    [["a.json", "-x"], /没有 -x 这个选项/],
    [["a.json", "--as-of"], /--as-of 后面要写值/],
    [["a.json", "--policy="], /--policy 后面要写值/],
    [["a.json", "--help=yes"], /--help 后面不用写值/],
    [["a.json", "--as-of", "2026-02-29"], /--as-of 应为实有的日期.*“2026-02-29”/],
    [["a.json", "--as-of", "今天"], /--as-of 应为实有的日期/],
    [["a.json", "--format", "xml"], /--format 只有 json 和 text，现在是“xml”/],
    [["a.json", "--as-of", "2026-06-10", "--as-of", "2026-06-11"], /--as-of 写了不止一次/],
    [["a.json", "--constructor"], /没有 --constructor 这个选项/],
  ])("%j is refused", (args, message) => {
    expect(() => readArguments(args)).toThrow(UnusableInput);
    expect(() => readArguments(args)).toThrow(message);
  });
});
