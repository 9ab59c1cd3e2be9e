import { createRoute, z } from "@hono/zod-openapi";
import { fileComplaintSchema, filePublicObjectionSchema, receiptIssuedSchema, receiptSchema } from "@shifan/contract";
import { findComplaint, findObjection, type ObjectionFile } from "@shifan/db";
import type { MiddlewareHandler } from "hono";
import type { CreationOutcome } from "../acts/outcome.ts";
import { actRefusals, idParameters } from "../acts/routes.ts";
import { fileComplaint } from "../complaints/acts.ts";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { optionalIdempotencyHeaders } from "../http/idempotency.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { fileFromPortal } from "../objections/file.ts";
import { fileOnce, limitByAddress, type PublicServices } from "./filing.ts";
import { readReceipt } from "./read.ts";

/** How many objections and complaints, and how many looks at receipts, an address may send in a minute. */
const filingsPerMinute = 10;
const looksPerMinute = 60;

/** The description of what anybody may file. */
function filingRoute<const Path extends string, Body extends z.ZodType>(
  limit: MiddlewareHandler,
  filing: { path: Path; operationId: string; tag: string; summary: string; description: string; body: Body },
  params?: z.ZodObject,
) {
  const { path, operationId, tag, summary, description, body } = filing;
  return createRoute({
    method: "post",
    path,
    operationId,
    tags: [tag],
    summary,
    description,
    middleware: [limit, readJsonBody({ maximumBytes: megabyte })] as const,
    request: {
      ...(params === undefined ? {} : { params }),
      headers: optionalIdempotencyHeaders,
      body: { required: true, content: { "application/json": { schema: body } } },
    },
    responses: {
      201: { description: "已收到，附查询编号", content: { "application/json": { schema: receiptIssuedSchema } } },
      ...refusals(...actRefusals, "idempotency_key_reused", "rate_limited"),
    },
  });
}

const receiptRoute = (limit: MiddlewareHandler) =>
  createRoute({
    method: "get",
    path: "/api/v1/public/receipts/{number}",
    operationId: "readReceipt",
    tags: ["监督与投诉"],
    summary: "凭查询编号查办理情况，不用登录",
    middleware: [limit] as const,
    request: {
      params: z.strictObject({
        number: z.string().max(100).meta({ description: "查询编号，16位数字；空格和短横可写可不写" }),
      }),
    },
    responses: {
      200: { description: "办理情况", content: { "application/json": { schema: receiptSchema } } },
      ...refusals("unknown_receipt", "rate_limited"),
    },
  });

/** What anybody may file without an account, and look after with the receipt. */
export function receiptRoutes(services: PublicServices) {
  const router = createRouter();
  const { database } = services;
  const limitFilings = limitByAddress(services, filingsPerMinute);
  const objectionRoute = filingRoute(
    limitFilings,
    {
      path: "/api/v1/public/notices/{id}/objections",
      operationId: "filePublicObjection",
      tag: "异议",
      summary: "对公示名单上的一家提出异议（第十一条），不用登录",
      description: "要写真实姓名、电话、具体事实和证据，只有办理人员看得到。公示最后一天24:00截止。",
      body: filePublicObjectionSchema,
    },
    idParameters,
  );
  const complaintRoute = filingRoute(limitFilings, {
    path: "/api/v1/public/complaints",
    operationId: "filePublicComplaint",
    tag: "监督与投诉",
    summary: "全年都可以反映平台、程序或工作人员的问题（第十二条、第十六条），不用登录",
    description: "姓名可以不写。反映工作人员的，由监察、审计办理，被反映的人看不到。",
    body: fileComplaintSchema,
  });

  router.openapi(objectionRoute, (context) => {
    const body = context.req.valid("json");
    const noticeId = context.req.param("id");
    const call = `public objections of ${noticeId}`;
    return fileOnce(
      context,
      services,
      { call, body },
      async (transaction) => filedOf(await fileFromPortal(services, transaction, noticeId, body)),
      async (id) => (await findObjection(database, id))?.objection ?? null,
    );
  });
  router.openapi(complaintRoute, (context) => {
    const body = context.req.valid("json");
    return fileOnce(
      context,
      services,
      { call: "public complaints", body },
      (transaction) => fileComplaint(services, transaction, body),
      (id) => findComplaint(database, id),
    );
  });
  router.openapi(receiptRoute(limitByAddress(services, looksPerMinute)), async (context) => {
    const receipt = await readReceipt(database, context.req.valid("param").number);
    return receipt === null ? problem(context, "unknown_receipt") : context.json(receipt, 200);
  });
  return router;
}

function filedOf(outcome: CreationOutcome<ObjectionFile>) {
  return outcome.kind === "accepted" ? { ...outcome, result: outcome.result.objection } : outcome;
}
