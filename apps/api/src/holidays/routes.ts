import { createRoute, z } from "@hono/zod-openapi";
import { type HolidayYearView, holidayYearSchema, recordHolidaysSchema } from "@shifan/contract";
import { findHolidayYear, type HolidayYear } from "@shifan/db";
import { type Actor, permittingGrant } from "@shifan/rules";
import { actorOf } from "../accounts/caller.ts";
import { refuseAct } from "../acts/answer.ts";
import { handlersOn } from "../acts/handlers.ts";
import { actRoutesOf } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { etagOf } from "../http/etag.ts";
import { createRouter } from "../http/router.ts";
import { recordHolidays } from "./record.ts";
import { relationOfHolidays } from "./subject.ts";

const tag = "节假日";

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/holidays",
  operationId: "readHolidays",
  tags: [tag],
  summary: "一年的放假和调休安排，不用登录；没有公布的年份是未知的",
  request: {
    query: z.strictObject({
      year: z.coerce
        .number()
        .int()
        .min(1990)
        .max(2100)
        .meta({ description: "年份", type: "integer", examples: [2026] }),
    }),
  },
  responses: {
    200: { description: "安排", content: { "application/json": { schema: holidayYearSchema } } },
    ...refusals("invalid_input"),
  },
});
const recordRoute = actRoutesOf({ resource: "holidays", record: "Holidays", tag, answer: holidayYearSchema })(
  "record",
  "按国务院办公厅的通知录入或改正一年的安排",
  recordHolidaysSchema,
  '地址里的编号是年份。If-Match 写读到的版本；还没有录入的写 "0"。原有的整年替换。',
);

function describeYear(actor: Actor, year: number, known: HolidayYear | null): HolidayYearView {
  const mayRecord = permittingGrant(actor, "holidays", "record", relationOfHolidays) !== null;
  return {
    year,
    isAnnounced: known !== null,
    source: known?.year.source ?? null,
    days: (known?.days ?? []).map(({ day, kind, name }) => ({ day, kind, name })),
    revision: known?.year.revision ?? 0,
    allowedActs: mayRecord ? ["record"] : [],
  };
}

/** The holiday calendar: read by everybody, recorded by the administrator. */
export function holidayRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct } = handlersOn(router, clock);

  router.openapi(readRoute, async (context) => {
    const { year } = context.req.valid("query");
    const known = await findHolidayYear(database, year);
    context.header("etag", etagOf(known?.year.revision ?? 0));
    return context.json(describeYear(await actorOf(context, clock.now()), year, known), 200);
  });
  onAct(recordRoute, async (context, on) => {
    const outcome = await recordHolidays(services, on, context.req.valid("json"));
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(describeYear(on.actor, outcome.result.year.year, outcome.result), 200);
  });
  return router;
}
