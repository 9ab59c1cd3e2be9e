import type { FieldError } from "@shifan/contract";
import { spellDate } from "@shifan/rules";
import type { Context } from "hono";
import { problem } from "../http/problem.ts";
import type { Selected } from "./service.ts";

type Refused = Exclude<Selected, { ok: true }>;

/** What is wrong with the day that was asked for; null when it is not the day. */
export function dayError(refused: Refused, path: string): FieldError | null {
  if (refused.code === "no_such_day") {
    return { path, code: "no_such_day", message: "没有这一天；日期写成“年-月-日”，例如2026-06-10" };
  }
  if (refused.code === "before_first_version") {
    return { path, code: refused.code, message: `最早可选${spellDate(refused.firstDay)}` };
  }
  return null;
}

/** The answer when no version could be selected. */
export function refuseSelection(context: Context, refused: Refused, path: string) {
  const error = dayError(refused, path);
  if (error === null) return problem(context, "unknown_policy");
  const code = refused.code === "before_first_version" ? refused.code : "invalid_input";
  return problem(context, code, { errors: [error] });
}
