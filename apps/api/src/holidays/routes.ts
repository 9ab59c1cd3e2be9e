import { createRoute, z } from "@hono/zod-openapi";
import {
  type HolidayYearView,
  holidayEffectsSchema,
  holidayYearSchema,
  holidayYearsSchema,
  previewHolidaysSchema,
  recordHolidaysSchema,
} from "@shifan/contract";
import { countHolidays, findHolidayYear, type HolidayYear, listHolidayYears } from "@shifan/db";
import { type Actor, permittingGrant } from "@shifan/rules";
import { actorOf } from "../accounts/caller.ts";
import { badBody, bodyOf, readBody, sessionCookie } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { handlersOn } from "../acts/handlers.ts";
import { actRoutesOf } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { refusals } from "../documentation/refusals.ts";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { readHolidayEffects } from "./effects.ts";
import { missingHolidayYears } from "./missing-years.ts";
import { checkDays, readYear, recordHolidays } from "./record.ts";
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
const yearsRoute = createRoute({
  method: "get",
  path: "/api/v1/holidays/years",
  operationId: "listHolidayYears",
  tags: [tag],
  summary: "录入了哪些年份，现在缺哪些，不用登录",
  responses: {
    200: { description: "各年", content: { "application/json": { schema: holidayYearsSchema } } },
    ...refusals(),
  },
});
const previewRoute = createRoute({
  method: "post",
  path: "/api/v1/holidays/{id}/record/preview",
  operationId: "previewHolidays",
  tags: [tag],
  summary: "录入或改正一年的安排以前，先看正在进行的公示和异议有什么要变；什么都不改",
  security: sessionCookie,
  middleware: readBody,
  request: {
    params: z.strictObject({ id: z.string().max(100).meta({ description: "年份" }) }),
    body: bodyOf(previewHolidaysSchema),
  },
  responses: {
    200: { description: "要变的", content: { "application/json": { schema: holidayEffectsSchema } } },
    ...refusals(...badBody, "not_signed_in", "second_factor_required", "not_permitted", "unknown_record"),
  },
});
const recordRoute = actRoutesOf({ resource: "holidays", record: "Holidays", tag, answer: holidayYearSchema })(
  "record",
  "按国务院办公厅的通知录入或改正一年的安排",
  recordHolidaysSchema,
  "原有的整年替换。",
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
  const { onAct, onCall } = handlersOn(router, clock);

  router.openapi(yearsRoute, async (context) => {
    const years = await listHolidayYears(database);
    const counts = await countHolidays(database);
    const described = years.map(({ year, source, recordedAt }) => ({
      year,
      source,
      ...(counts.get(year) ?? { off: 0, working: 0 }),
      recordedAt: formatInstant(recordedAt),
    }));
    return context.json({ years: described, missing: [...missingHolidayYears(years, clock.today())] }, 200);
  });
  onCall(previewRoute, async (context, { actor }) => {
    const mayRecord = permittingGrant(actor, "holidays", "record", relationOfHolidays) !== null;
    if (!mayRecord) return problem(context, "not_permitted");
    const year = readYear(context.req.valid("param").id);
    if (year === null) return problem(context, "unknown_record");
    const { days } = context.req.valid("json");
    const errors = checkDays(year, days);
    if (errors.length > 0) return problem(context, "invalid_input", { errors });
    return context.json(await readHolidayEffects(services, year, days), 200);
  });

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
