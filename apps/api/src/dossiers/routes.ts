import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { createRoute, z } from "@hono/zod-openapi";
import { createDossierSchema, type Dossier, dossierSchema } from "@shifan/contract";
import {
  appendEntry,
  countDossiersUnderWay,
  type DossierRow,
  findApplication,
  findDossier,
  findOrganizationName,
  insertDossier,
} from "@shifan/db";
import { type Actor, permittingGrant } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import { actRefusals, idParameters } from "../acts/routes.ts";
import { relationOfApplication } from "../applications/subject.ts";
import { findVisibleApplication } from "../applications/view.ts";
import { formatInstant } from "../clock.ts";
import { refusals } from "../documentation/refusals.ts";
import { contentDisposition } from "../files/disposition.ts";
import type { ContentStorage } from "../files/storage/storage.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { idempotencyHeaders } from "../http/idempotency.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import type { PaperServices } from "../papers/route.ts";
import { keptDays } from "./schedule.ts";

/** How many of one person's dossiers may be under way. */
const mostUnderWay = 20;
const mediaTypes = { pdf: "application/pdf", zip: "application/zip" } as const;
const tags = ["申报"];

const orderRoute = createRoute({
  method: "post",
  path: "/api/v1/applications/{id}/dossiers",
  operationId: "orderDossier",
  tags,
  summary: "把一件申报的全部材料做成一个文件",
  description:
    "在后台做：答复 202 和一个地址，从那里看进度，做好以后下载，留存7天。测评和推荐表只装给看得到测评的人。装入的内容有联系人和电话，每次都记入审计。",
  security: sessionCookie,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: {
    params: idParameters,
    headers: idempotencyHeaders,
    body: { required: true, content: { "application/json": { schema: createDossierSchema } } },
  },
  responses: {
    202: {
      description: "已排队；Location 是看进度的地址",
      content: { "application/json": { schema: dossierSchema } },
    },
    ...refusals(...actRefusals, "idempotency_key_reused", "idempotency_key_required", "rate_limited"),
  },
});
const readRoute = createRoute({
  method: "get",
  path: "/api/v1/dossiers/{id}",
  operationId: "readDossier",
  tags,
  summary: "一份卷宗做到哪里了",
  security: sessionCookie,
  request: { params: idParameters },
  responses: {
    200: { description: "进度", content: { "application/json": { schema: dossierSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "unknown_record"),
  },
});
const contentRoute = createRoute({
  method: "get",
  path: "/api/v1/dossiers/{id}/content",
  operationId: "readDossierContent",
  tags,
  summary: "下载做好的卷宗",
  description: "只给要做的人；还没有做好答复 404。",
  security: sessionCookie,
  request: { params: idParameters },
  responses: {
    200: { description: "文件", content: { "application/octet-stream": { schema: z.string() } } },
    ...refusals("not_signed_in", "second_factor_required", "unknown_record"),
  },
});

/** Orders of dossiers, how far they are, and their files. */
export function dossierRoutes(services: PaperServices & { dossierStorage: ContentStorage }) {
  const router = createRouter();
  const { database, clock, dossierStorage } = services;
  const { onCall } = handlersOn(router, clock);

  /** The order, for whoever made it and may still have what is in it. */
  const findOwn = async (actor: Actor, id: string): Promise<DossierRow | null> => {
    const order = await findDossier(database, id);
    if (order === null || order.requestedBy !== actor.userId) return null;
    const application = await findApplication(database, order.applicationId);
    const relation = application && relationOfApplication(application);
    return relation && permittingGrant(actor, "applications", "make-dossier", relation) ? order : null;
  };

  onCall(orderRoute, async (context, { actor, userId }) => {
    const { id: applicationId } = context.req.valid("param");
    const body = context.req.valid("json");
    const application = await findVisibleApplication(services, actor, applicationId);
    if (application === null) return problem(context, "unknown_record");
    const grant = permittingGrant(actor, "applications", "make-dossier", relationOfApplication(application));
    if (grant === null) return problem(context, "not_permitted");
    if ((await countDossiersUnderWay(database, userId)) >= mostUnderWay) {
      context.header("retry-after", "30");
      return problem(context, "rate_limited");
    }
    const made = await createOnce(
      context,
      services,
      { purpose: `dossiers ${applicationId}`, body },
      async (transaction, actor) => {
        const id = randomUUID();
        const at = clock.now();
        const order = { id, applicationId, format: body.format, requestedBy: actor.userId, grant, requestedAt: at };
        await insertDossier(transaction, order);
        await appendEntry(transaction, {
          at,
          actor: { userId: actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
          resource: "applications",
          recordId: applicationId,
          act: "make-dossier",
          outcome: "accepted",
          article: null,
          ground: null,
          fields: ["form", "materials"],
          relation: relationOfApplication(application),
          state: null,
          before: null,
          revision: null,
        });
        return { kind: "accepted", result: { id }, revision: 1 };
      },
    );
    if ("refusal" in made) return made.refusal;
    const order = await findDossier(database, made.id);
    if (order === null) return problem(context, "unknown_record");
    context.header("location", `/api/v1/dossiers/${order.id}`);
    return context.json(describeDossier(order), 202);
  });
  onCall(readRoute, async (context, { actor }) => {
    const order = await findOwn(actor, context.req.valid("param").id);
    return order === null ? problem(context, "unknown_record") : context.json(describeDossier(order), 200);
  });
  onCall(contentRoute, async (context, { actor }) => {
    const order = await findOwn(actor, context.req.valid("param").id);
    if (order === null || order.sha256 === null) return problem(context, "unknown_record");
    const content = await dossierStorage.read(order.sha256, null);
    const application = await findApplication(database, order.applicationId);
    const name = application && (await findOrganizationName(database, application.organizationId, clock.today()));
    return context.body(Readable.toWeb(content) as ReadableStream, 200, {
      "content-type": mediaTypes[order.format],
      "content-length": String(order.size ?? 0),
      "content-disposition": contentDisposition("attachment", `${name ?? ""}_申报卷宗.${order.format}`),
      "cache-control": "private, no-store",
    });
  });
  return router;
}

function describeDossier(order: DossierRow): Dossier {
  const { id, applicationId, format, state, stepsDone, stepsTotal, dataVersion, size, requestedAt } = order;
  return {
    id,
    applicationId,
    format,
    state,
    progress: { done: stepsDone, total: stepsTotal },
    dataVersion,
    size,
    requestedAt: formatInstant(requestedAt),
    keptUntil: formatInstant(new Date(requestedAt.getTime() + keptDays * 24 * 60 * 60 * 1_000)),
    contentUrl: state === "ready" ? `/api/v1/dossiers/${id}/content` : null,
  };
}
