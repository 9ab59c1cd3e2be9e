import { staffNoteFilterSchema, staffNoteSchema, writeStaffNoteSchema } from "@shifan/contract";
import { nothing } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import { actRoutesOf, creationRoute, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOf } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { withdrawNote, writeStaffNote } from "./acts.ts";
import { listVisibleNotes, showStaffNote } from "./view.ts";

const tag = "协作备注";
const act = actRoutesOf({ resource: "staff-notes", record: "StaffNote", tag, answer: staffNoteSchema });

const writeRoute = creationRoute({
  path: "/api/v1/staff-notes",
  operationId: "writeStaffNote",
  tag,
  summary: "给经办的同事留一条备注",
  description: "市工信局和所在推荐部门看得到，监察、审计可以查阅；申报单位和专家看不到。不是决定，也不改变办理状态。",
  body: writeStaffNoteSchema,
  answer: staffNoteSchema,
});
const withdrawRoute = act("withdraw", "撤回自己写的备注；内容仍留着，注明已撤回", nothing);
const listRoute = listingRoute({
  path: "/api/v1/staff-notes",
  operationId: "listStaffNotes",
  tag,
  summary: "一条记录的备注；filter 里写 resource 和 recordId",
  what: "备注",
  query: listQuery(createdSort, staffNoteFilterSchema),
  answer: staffNoteSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/staff-notes/{id}",
  operationId: "readStaffNote",
  tag,
  summary: "一条备注",
  what: "备注",
  answer: staffNoteSchema,
});

/** Notes among staff: written about a record, seen by those departments that see the record. */
export function staffNoteRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { onAct, onCall } = handlersOn(router, services.clock);

  router.openapi(writeRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "staff-notes", body }, (transaction, actor) =>
      writeStaffNote(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const note = await showStaffNote(services, made.actor, made.id);
    if (note === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(note.revision));
    return context.json(note, 201);
  });
  onAct(withdrawRoute, async (context, on) => {
    const outcome = await withdrawNote(services, on);
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const note = await showStaffNote(services, on.actor, on.id);
    if (note === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(note.revision));
    return context.json(note, 200);
  });
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { notes, total, last } = await listVisibleNotes(services, actor, asked.list.filter, asked.page);
    return context.json(notes, 200, pageHeaders("staff-notes", asked.list, { rows: notes.length, total, last }));
  });
  onCall(readRoute, async (context, { actor }) => {
    const note = await showStaffNote(services, actor, context.req.valid("param").id);
    if (note === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(note.revision));
    return context.json(note, 200);
  });
  return router;
}
