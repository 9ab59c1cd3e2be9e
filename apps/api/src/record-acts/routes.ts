import { createRoute, z } from "@hono/zod-openapi";
import { actedResources, recordActsSchema, secondPersonSchema } from "@shifan/contract";
import { mayEver } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { findKnown } from "./find-known.ts";
import { actOfAddress, isSecondPersonThere, nobodyNeeded, relationsToCome, secondActAfter } from "./second-person.ts";

const tag = "工作台";
const resource = z.enum(actedResources).meta({ description: "地址里的资源，例如 applications" });
const id = z.string().max(100);

const recordRoute = createRoute({
  method: "get",
  path: "/api/v1/acts/{resource}/records/{id}",
  operationId: "readRecordActs",
  tags: [tag],
  summary: "一条记录现在可以办什么、还缺什么、接下来由谁办",
  description:
    "由办理时的同一套条件得出，每条附条款。没有写进内容的（理由等）列在 demands。记录本身的 allowedActs 只看状态和职责，不看还缺什么。",
  security: sessionCookie,
  request: { params: z.strictObject({ resource, id: id.meta({ description: "编号" }) }) },
  responses: {
    200: { description: "可以办的和还缺的", content: { "application/json": { schema: recordActsSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "unknown_record", "invalid_input"),
  },
});

const secondPersonRoute = createRoute({
  method: "get",
  path: "/api/v1/acts/{resource}/{act}/second-person",
  operationId: "readSecondPerson",
  tags: [tag],
  summary: "这件事要不要另一个人确认，现在有没有这样一个人",
  description: "只答有没有，不答是谁。提出以前就可以问；已有的记录写上 record。",
  security: sessionCookie,
  request: {
    params: z.strictObject({
      resource,
      act: z
        .string()
        .regex(/^[a-z-]{1,60}$/, "只用小写字母和连字符")
        .meta({ description: "地址里的动作，例如 decide；新建记录写 create" }),
    }),
    query: z.strictObject({ record: id.optional().meta({ description: "记录的编号；新建以前不写" }) }),
  },
  responses: {
    200: { description: "要不要、有没有", content: { "application/json": { schema: secondPersonSchema } } },
    ...refusals(
      "not_signed_in",
      "second_factor_required",
      "not_permitted",
      "unknown_path",
      "unknown_record",
      "invalid_input",
    ),
  },
});

/** What may be done to a record and what is still in the way; whether somebody is there to confirm. */
export function recordActRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);
  const fresh = { "cache-control": "no-store" };

  onCall(recordRoute, async (context, { actor }) => {
    const asked = context.req.valid("param");
    const known = await findKnown(services, actor, asked);
    if (known === null) return problem(context, "unknown_record");
    return context.json({ ...asked, ...(await known.describe(services, actor)) }, 200, fresh);
  });
  onCall(secondPersonRoute, async (context, { actor, userId }) => {
    const { resource, act } = context.req.valid("param");
    const { record } = context.req.valid("query");
    const asked = actOfAddress(resource, act);
    if (asked === null) return problem(context, "unknown_path");
    const { machine } = asked;
    if (!mayEver(actor, machine.resource, asked.act)) return problem(context, "not_permitted");
    const second = secondActAfter(asked);
    if (second === null) return context.json(nobodyNeeded, 200, fresh);
    const known = record === undefined ? null : await findKnown(services, actor, { resource, id: record });
    if (record !== undefined && known === null) return problem(context, "unknown_record");
    const about = { resource: machine.resource, act: second.act };
    const relations = known === null ? relationsToCome(actor) : [known.relation];
    const isThere = await isSecondPersonThere(services, userId, about, relations);
    return context.json({ ...second, isThere }, 200, fresh);
  });
  return router;
}
