import { createRoute, z } from "@hono/zod-openapi";
import { publicRegisterFilterSchema, publicRegisterSchema, publicTitleSchema } from "@shifan/contract";
import { findCertificationByNumber, findOrganizationName, listRegister } from "@shifan/db";
import { spellDate } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { listHeaders, listQuery, listRequestOf } from "../http/list.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { publicTitle, readCertificateNumber } from "./public-view.ts";
import { placeOfFunctions } from "./statistics.ts";

const tag = "名录和证书";

const registerRoute = createRoute({
  method: "get",
  path: "/api/v1/public/platforms",
  operationId: "listPublicPlatforms",
  tags: [tag],
  summary: "示范平台名录，不用登录",
  description: "有效的、期满的、取消和撤销的都在；没有在这里查到，不等于没有这项资格。",
  request: { query: listQuery(["validFrom"], publicRegisterFilterSchema) },
  responses: {
    200: { description: "名录", content: { "application/json": { schema: publicRegisterSchema } } },
    ...refusals("invalid_input"),
  },
});
const certificateRoute = createRoute({
  method: "get",
  path: "/api/v1/public/certificates/{number}",
  operationId: "checkCertificate",
  tags: [tag],
  summary: "查一个证书编号今天的状态，不用登录",
  request: { params: z.strictObject({ number: z.string().max(100).meta({ description: "证书编号，也在二维码里" }) }) },
  responses: {
    200: { description: "资格和今天的状态", content: { "application/json": { schema: publicTitleSchema } } },
    ...refusals("certificate_not_found"),
  },
});

/** The register and the check of a certificate: for anybody, without an account. */
export function publicRegisterRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;

  router.openapi(registerRoute, async (context) => {
    const request = listRequestOf(context.req.valid("query"));
    if (!request.ok) return problem(context, "invalid_input", { errors: request.errors });
    const { filter, from, limit } = request.list;
    const today = clock.today();
    const policy = await policyInForce(services, today);
    const functions = placeOfFunctions(policy);
    const { rows, total, titles } = await listRegister(database, {
      day: today,
      filter,
      functions,
      offset: from,
      limit,
    });
    const text = `收录由本系统认定的，以及据纸质文件补录并经第二人确认的资格，共${titles}项，截至${spellDate(today)}。更早的资格可能尚未补录；没有查到不等于没有。`;
    const headers = listHeaders("platforms", request.list, { rows: rows.length, total, last: null });
    return context.json(
      { coverage: { text, asOf: today, titles }, platforms: rows.map((row) => publicTitle(row, policy, today)) },
      200,
      headers,
    );
  });
  router.openapi(certificateRoute, async (context) => {
    const title = await findCertificationByNumber(database, readCertificateNumber(context.req.valid("param").number));
    // One that nobody has confirmed yet bears on nothing, and is not spoken of.
    if (title === null || title.confirmedBy === null) return problem(context, "certificate_not_found");
    const today = clock.today();
    const organizationName = await findOrganizationName(database, title.organizationId, today);
    return context.json(publicTitle({ title, organizationName }, await policyInForce(services, today), today), 200);
  });
  return router;
}
