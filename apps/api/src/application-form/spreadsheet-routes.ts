import type { FormList, FormValues } from "@shifan/rules";
import type { Context } from "hono";
import type { ProcedureServices } from "../acts/services.ts";
import { contentDisposition } from "../files/disposition.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { etagOfPart, refuseEdit, refuseWorkbook } from "./answer.ts";
import { beginEditing, beginReading } from "./begin.ts";
import { importRows } from "./import-rows.ts";
import { findList } from "./parts.ts";
import { readRowsOfForm } from "./read.ts";
import { writeListWorkbook } from "./spreadsheet/write-list.ts";
import { exportRoute, importRoute, templateRoute, workbookType } from "./spreadsheet-descriptions.ts";

/** Lists as spreadsheets: the template, the present rows, and the way back. */
export function spreadsheetRoutes(services: ProcedureServices) {
  const router = createRouter();

  router.openapi(templateRoute, async (context) => {
    const begun = await beginReading(services, context);
    if ("refusal" in begun) return begun.refusal;
    const list = findList(begun.form.policy, context.req.valid("param").list);
    if (list === null) return problem(context, "unknown_record");
    return answerWorkbook(context, list, [], "（模板）");
  });
  router.openapi(exportRoute, async (context) => {
    const begun = await beginReading(services, context);
    if ("refusal" in begun) return begun.refusal;
    const read = await readRowsOfForm(services, begun.form, context.req.valid("param").list, "all");
    if (read === null) return problem(context, "unknown_record");
    context.header("etag", etagOfPart(read.summary.tag));
    const rows = read.rows.map(({ values }) => values);
    return answerWorkbook(context, read.list, rows, "");
  });
  router.openapi(importRoute, async (context) => {
    const begun = await beginEditing(services, context);
    if ("refusal" in begun) return begun.refusal;
    const { list } = context.req.valid("param");
    const bytes = Buffer.from(await context.req.arrayBuffer());
    const { mode } = context.req.valid("query");
    const outcome = await importRows(services, begun.on, { listId: list, mode, bytes });
    if (outcome.kind === "unusable") return refuseWorkbook(context, outcome.fault);
    if (outcome.kind !== "accepted") return refuseEdit(context, outcome);
    const { ignoredColumns, ...state } = outcome.result;
    context.header("etag", etagOfPart(state.tag));
    return context.json({ ...state, ignoredColumns: [...ignoredColumns] }, 200);
  });
  return router;
}

async function answerWorkbook(context: Context, list: FormList, rows: readonly FormValues[], suffix: string) {
  const content = await writeListWorkbook(list, rows);
  context.header("content-type", workbookType);
  context.header("content-disposition", contentDisposition("attachment", `${list.title}${suffix}.xlsx`));
  return context.body(content, 200);
}
