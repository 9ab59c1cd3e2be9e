import type { FieldError } from "@shifan/contract";
import type { Context } from "hono";
import { type core, z } from "zod";
import { problem } from "./problem.ts";

/*
 * What does not fit a schema, said in Chinese with the place of it. A schema's own message wins; here are the words for everything else.
 */

const typeNames: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  object: "对象",
  record: "对象",
  array: "列表",
};

z.config({ customError: describeIssue });

function describeIssue(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "这一项必填";
      return `这里要${typeNames[issue.expected] ?? issue.expected}`;
    case "too_big":
      return describeSize(issue.origin, "最多", String(issue.maximum));
    case "too_small":
      return describeSize(issue.origin, "至少", String(issue.minimum));
    case "invalid_value":
      return `只能是：${issue.values.map(String).join("、")}`;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options) && issue.options.length > 0
        ? `只能是：${issue.options.map(String).join("、")}`
        : "这一项的写法不对，请对照 /api/docs";
    default:
      return "这一项的写法不对，请对照 /api/docs";
  }
}

function describeSize(origin: string, bound: string, size: string): string {
  const unit = { string: "字", array: "项" }[origin];
  return unit === undefined ? `${bound === "最多" ? "不能大于" : "不能小于"}${size}` : `${bound}${size}${unit}`;
}

const codes: Readonly<Record<string, string>> = {
  invalid_type: "type",
  too_big: "too_big",
  too_small: "too_small",
  invalid_format: "format",
  invalid_value: "not_allowed",
  invalid_union: "not_allowed",
};

/** The field errors of issues: unknown fields one by one, and of alternatives those of the one that was meant. */
export function fieldErrorsOf(issues: readonly core.$ZodIssue[], base: readonly PropertyKey[] = []): FieldError[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: pointerOf([...path, key]),
        code: "unknown_field",
        message: "没有这一项；可用的见 /api/docs",
      }));
    }
    // Where the field that tells the alternatives apart names none of them, there are no faults of any.
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      return fieldErrorsOf(meantAlternative(issue.errors), path);
    }
    const missing = issue.code === "invalid_type" && issue.message === "这一项必填";
    const code = missing ? "required" : (codes[issue.code] ?? "invalid");
    return [{ path: pointerOf(path), code, message: issue.message }];
  });
}

/** The alternative whose own fields were written: the one with the fewest faults at its root. */
function meantAlternative(alternatives: readonly core.$ZodIssue[][]): core.$ZodIssue[] {
  const faultsAtRoot = (issues: core.$ZodIssue[]) =>
    issues
      .filter((issue) => issue.path.length <= 1)
      .reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
  const [meant] = alternatives.toSorted((left, right) => faultsAtRoot(left) - faultsAtRoot(right));
  return meant ?? [];
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** What a router does with the outcome of a validation: refuses with 422, or goes on. */
export function refuseInvalid(
  result: { success: true } | { success: false; error: { issues: readonly core.$ZodIssue[] } },
  context: Context,
) {
  if (result.success) return undefined;
  return problem(context, "invalid_input", { errors: fieldErrorsOf(result.error.issues) });
}
