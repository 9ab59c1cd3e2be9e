import {
  createNoticeSchema,
  editNoticeSchema,
  extendNoticeSchema,
  noticeFilterSchema,
  noticeSchema,
  noticeSummarySchema,
  publishListSchema,
} from "@shifan/contract";
import type { NoticeFile } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { Context } from "hono";
import { nothing } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOf } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { createNotice, editNotice, publishNotice } from "./acts.ts";
import { extendPublicity } from "./extend.ts";
import { publishList } from "./publish-list.ts";
import { describeNotice, findVisibleNotice, listVisibleNotices } from "./view.ts";

const tag = "公示和公告";
const act = actRoutesOf({ resource: "notices", record: "Notice", tag, answer: noticeSchema });

const publishListRoute = actRoutesOf({ resource: "rounds", record: "Round", tag, answer: noticeSchema })(
  "publish-list",
  "公示拟认定名单（第十一条）：批次和名单上各件一起转入公示",
  publishListSchema,
  "答复是公示，ETag 是它的版本。",
);
const createNoticeRoute = creationRoute({
  path: "/api/v1/notices",
  operationId: "createNotice",
  tag,
  summary: "起草认定公告或其他公告",
  body: createNoticeSchema,
  answer: noticeSchema,
});
const editRoute = act("edit", "修改草稿", editNoticeSchema);
const publishRoute = act("publish", "发布；认定公告附上本批次已认定的名单", nothing);
const extendRoute = act(
  "extend",
  "延长公示：只能往后，由新的公示取代",
  extendNoticeSchema,
  "答复是新的公示；名单不变，已经提出的异议照常办理。",
);
const listRoute = listingRoute({
  path: "/api/v1/notices",
  operationId: "listNotices",
  tag,
  summary: "看得到的公示和公告；草稿只有市工信局和监察、审计看得到",
  what: "公示和公告",
  query: listQuery(createdSort, noticeFilterSchema),
  answer: noticeSummarySchema,
});
const readRoute = readingRoute({
  path: "/api/v1/notices/{id}",
  operationId: "readNotice",
  tag,
  summary: "一个公示或公告，附名单",
  what: "公示或公告",
  answer: noticeSchema,
});

/** Notices: made, published and extended by the city. */
export function noticeRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const describe = async (context: Context<RequestVariables>, actor: Actor, file: NoticeFile) => {
    context.header("etag", etagOf(file.notice.revision));
    return describeNotice(services, actor, file);
  };
  const answer = async (context: Context<RequestVariables>, actor: Actor, outcome: ActOutcome<NoticeFile>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    return context.json(await describe(context, actor, outcome.result), 200);
  };

  onAct(publishListRoute, async (context, on) => {
    const outcome = await publishList(services, on, context.req.valid("json"));
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const file = await findVisibleNotice(database, on.actor, outcome.result);
    if (file === null) return problem(context, "unknown_record");
    return context.json(await describe(context, on.actor, file), 200);
  });
  router.openapi(createNoticeRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "notices", body }, (transaction, actor) =>
      createNotice(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const file = await findVisibleNotice(database, made.actor, made.id);
    if (file === null) return problem(context, "unknown_record");
    return context.json(await describe(context, made.actor, file), 201);
  });
  onAct(editRoute, async (context, on) =>
    answer(context, on.actor, await editNotice(services, on, context.req.valid("json"))),
  );
  onAct(publishRoute, async (context, on) => answer(context, on.actor, await publishNotice(services, on)));
  onAct(extendRoute, async (context, on) =>
    answer(context, on.actor, await extendPublicity(services, on, context.req.valid("json"))),
  );
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { filter } = asked.list;
    const { notices, total, last } = await listVisibleNotices(services, actor, filter, asked.page);
    return context.json(notices, 200, pageHeaders("notices", asked.list, { rows: notices.length, total, last }));
  });
  onCall(readRoute, async (context, { actor }) => {
    const file = await findVisibleNotice(database, actor, context.req.valid("param").id);
    if (file === null) return problem(context, "unknown_record");
    return context.json(await describe(context, actor, file), 200);
  });
  return router;
}
