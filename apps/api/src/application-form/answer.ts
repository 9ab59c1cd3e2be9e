import type { Context } from "hono";
import { refuseCreation } from "../acts/answer.ts";
import { problem, refuse } from "../http/problem.ts";
import type { WorkbookFault } from "../spreadsheets/workbook.ts";
import type { EditOutcome } from "./edit.ts";

/** The entity tag of a part's state. */
export function etagOfPart(tag: string | number): string {
  return `"${tag}"`;
}

/** The state of a part that a header names; null without one. */
export function tagOf(header: string | undefined): string | null {
  return header?.match(/"([0-9a-f]{1,64})"/)?.[1] ?? null;
}

/** Answers why a part was not changed; whoever came second gets 412 with the part as it is now. */
export function refuseEdit(context: Context, outcome: Exclude<EditOutcome<unknown>, { kind: "accepted" }>) {
  if (outcome.kind !== "stale") return refuseCreation(context, outcome);
  const { tag, revision, state, values } = outcome;
  context.header("etag", etagOfPart(tag));
  return problem(context, "stale", { present: { revision, state, ...(values === undefined ? {} : { values }) } });
}

/** Answers why a workbook was not taken. */
export function refuseWorkbook(context: Context, fault: WorkbookFault) {
  if (fault.code !== "file_type_not_accepted") return refuse(context, fault);
  return problem(context, fault.code, {
    detail: `这是${fault.found}，这里只收xlsx表格。请下载模板填写，或另存为xlsx再导入。`,
  });
}
