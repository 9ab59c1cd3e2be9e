import { createOnce } from "../acts/create-once.ts";
import type { CreationOutcome } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { etagOfPart, refuseEdit } from "./answer.ts";
import { beginEditing, beginReading } from "./begin.ts";
import {
  appendRowRoute,
  changeRowRoute,
  readRowRoute,
  readRowsRoute,
  removeRowRoute,
  replaceRowsRoute,
} from "./descriptions.ts";
import type { EditOutcome } from "./edit.ts";
import { findReadableForm, readRowOfForm, readRowsOfForm } from "./read.ts";
import { appendRow, changeRow, removeRow, replaceRows } from "./write-rows.ts";

const firstPage = { offset: 0, limit: 25 };
const maximumRowsAtOnce = 500;

/** The part of a list that a query asks for, such as [0,24]; both ends count. */
/** The rows that a range names, at most so many at once. */
export function pageOf(range: string | undefined): { offset: number; limit: number } {
  if (range === undefined) return firstPage;
  const [from = 0, to = 0] = JSON.parse(range) as number[];
  return { offset: from, limit: Math.min(Math.max(to - from + 1, 0), maximumRowsAtOnce) };
}

/** The lists of a form: read by the page, written by the row or as a whole. */
export function listRoutes(services: ProcedureServices) {
  const router = createRouter();

  router.openapi(readRowsRoute, async (context) => {
    const begun = await beginReading(services, context);
    if ("refusal" in begun) return begun.refusal;
    const { list } = context.req.valid("param");
    const page = pageOf(context.req.valid("query").range);
    const read = await readRowsOfForm(services, begun.form, list, page);
    if (read === null) return problem(context, "unknown_record");
    const { rows, summary } = read;
    const shown = rows.length === 0 ? "*" : `${page.offset}-${page.offset + rows.length - 1}`;
    context.header("content-range", `${list} ${shown}/${summary.rows}`);
    context.header("etag", etagOfPart(summary.tag));
    return context.json([...rows], 200);
  });
  router.openapi(replaceRowsRoute, async (context) => {
    const begun = await beginEditing(services, context);
    if ("refusal" in begun) return begun.refusal;
    const { list } = context.req.valid("param");
    const outcome = await replaceRows(services, begun.on, list, context.req.valid("json").rows);
    if (outcome.kind !== "accepted") return refuseEdit(context, outcome);
    context.header("etag", etagOfPart(outcome.result.tag));
    return context.json(outcome.result, 200);
  });
  router.openapi(appendRowRoute, async (context) => {
    const { id, list } = context.req.valid("param");
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: `row of ${id}/${list}`, body }, async (inside, actor) =>
      asCreation(await appendRow(services, inside, { actor, id }, list, body)),
    );
    if ("refusal" in made) return made.refusal;
    const form = await findReadableForm(services, made.actor, id);
    const row = form && (await readRowOfForm(services, form, list, made.id));
    if (row === null) return problem(context, "unknown_record");
    context.header("etag", etagOfPart(row.revision));
    return context.json(row, 201);
  });
  router.openapi(readRowRoute, async (context) => {
    const begun = await beginReading(services, context);
    if ("refusal" in begun) return begun.refusal;
    const { list, rowId } = context.req.valid("param");
    const row = await readRowOfForm(services, begun.form, list, rowId);
    if (row === null) return problem(context, "unknown_record");
    context.header("etag", etagOfPart(row.revision));
    return context.json(row, 200);
  });
  router.openapi(changeRowRoute, async (context) => {
    const begun = await beginEditing(services, context);
    if ("refusal" in begun) return begun.refusal;
    const { list, rowId } = context.req.valid("param");
    const outcome = await changeRow(services, begun.on, { listId: list, rowId }, context.req.valid("json"));
    if (outcome.kind !== "accepted") return refuseEdit(context, outcome);
    context.header("etag", etagOfPart(outcome.result.revision));
    return context.json(outcome.result, 200);
  });
  router.openapi(removeRowRoute, async (context) => {
    const begun = await beginEditing(services, context);
    if ("refusal" in begun) return begun.refusal;
    const { list, rowId } = context.req.valid("param");
    const outcome = await removeRow(services, begun.on, { listId: list, rowId });
    return outcome.kind === "accepted" ? context.body(null, 204) : refuseEdit(context, outcome);
  });
  return router;
}

/** One more row rests on no state that could be older than the present one. */
function asCreation<Result>(outcome: EditOutcome<Result>): CreationOutcome<Result> {
  if (outcome.kind === "stale") throw new Error("a new row cannot be stale");
  return outcome;
}
