import { spellPeriod } from "@shifan/rules";
import { refuseAct } from "../acts/answer.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOfPart, refuseEdit, refuseWorkbook } from "../application-form/answer.ts";
import { beginEditing } from "../application-form/begin.ts";
import { pageOf } from "../application-form/page.ts";
import type { ShownValues } from "../application-form/read.ts";
import { writeListWorkbook } from "../application-form/spreadsheet/write-list.ts";
import { workbookType } from "../application-form/spreadsheet-descriptions.ts";
import { contentDisposition } from "../files/disposition.ts";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { exportListRoute, importListRoute, readListRoute, replaceListRoute, takeOverRoute } from "./descriptions.ts";
import { describeList, findReadableList, readServedRows } from "./read.ts";
import type { ServedListFile } from "./subject.ts";
import { takeOverServed } from "./take-over.ts";
import { importServedList, type ListOn, replaceServedList } from "./write.ts";

/** Lists of served enterprises: kept by their organization, read by its reports and its next application. */
export function servedListRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  /** The list as its writer, who may read it, finds it after the writing. */
  const describeWritten = async (
    { actor, id: organizationId, period }: ListOn,
    { list }: ServedListFile,
    total: number,
  ) => {
    const readable = await findReadableList(services, actor, { organizationId, period });
    return readable && describeList(readable, { kept: list, total, today: clock.today() });
  };

  onCall(readListRoute, async (context, { actor }) => {
    const { id: organizationId, period } = context.req.valid("param");
    const readable = await findReadableList(services, actor, { organizationId, period });
    if (readable === null) return problem(context, "unknown_record");
    const { offset, limit } = pageOf(context.req.valid("query").range);
    const rows = await readServedRows(services, readable);
    const described = describeList(readable, { kept: readable.kept, total: rows.length, today: clock.today() });
    context.header("etag", etagOf(described.revision));
    const shown = rows.slice(offset, offset + limit);
    return context.json(
      { ...described, rows: shown.map((row) => ({ ...row, values: row.values as ShownValues })) },
      200,
    );
  });
  onCall(exportListRoute, async (context, { actor }) => {
    const { id: organizationId, period } = context.req.valid("param");
    const readable = await findReadableList(services, actor, { organizationId, period });
    if (readable === null) return problem(context, "unknown_record");
    const { list } = readable;
    const rows = await readServedRows(services, readable);
    const content = await writeListWorkbook(
      list,
      rows.map(({ values }) => values),
    );
    context.header("content-type", workbookType);
    context.header("content-disposition", contentDisposition("attachment", `${list.title}_${period}.xlsx`));
    return context.body(content, 200);
  });
  onAct(replaceListRoute, async (context, begun) => {
    const on = { ...begun, period: context.req.valid("param").period };
    const { rows } = context.req.valid("json");
    const outcome = await replaceServedList(services, on, rows);
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const described = await describeWritten(on, outcome.result, rows.length);
    if (described === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(outcome.revision));
    return context.json(described, 200);
  });
  onAct(importListRoute, async (context, begun) => {
    const on = { ...begun, period: context.req.valid("param").period };
    const imported = await importServedList(services, on, Buffer.from(await context.req.arrayBuffer()));
    if (imported.kind === "unusable") return refuseWorkbook(context, imported.fault);
    const { outcome, ignoredColumns, rows } = imported;
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const described = await describeWritten(on, outcome.result, rows);
    if (described === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(outcome.revision));
    return context.json({ ...described, ignoredColumns: [...ignoredColumns] }, 200);
  });
  router.openapi(takeOverRoute, async (context) => {
    const begun = await beginEditing(services, context);
    if ("refusal" in begun) return begun.refusal;
    const { list } = context.req.valid("param");
    const { mode } = context.req.valid("json");
    const outcome = await takeOverServed(services, begun.on, { listId: list, mode });
    if (outcome.kind !== "accepted") return refuseEdit(context, outcome);
    context.header("etag", etagOfPart(outcome.result.tag));
    const notKept = outcome.result.notKept.map((period) => ({ period, periodText: spellPeriod(period) }));
    return context.json({ ...outcome.result, notKept }, 200);
  });
  return router;
}
