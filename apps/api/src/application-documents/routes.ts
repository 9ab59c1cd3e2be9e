import { createRoute, z } from "@hono/zod-openapi";
import { permittingGrant } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { noteRead } from "../acts/note-read.ts";
import { relationOfApplication } from "../applications/subject.ts";
import { findVisibleApplication } from "../applications/view.ts";
import { refusals } from "../documentation/refusals.ts";
import { answerPaper, formatQuery, paperAnswer } from "../documents/answer.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { applicationDocuments, type DocumentServices, describeDocument, documentTitles } from "./service.ts";

const documentRoute = createRoute({
  method: "get",
  path: "/api/v1/applications/{id}/documents/{document}",
  operationId: "printApplicationDocument",
  tags: ["申报"],
  summary: "打印推荐表（附件1）、申请报告（附件2）、真实性声明（附件3）、打印装订包、收件回执或满意度测评登记表",
  description:
    "每页印有数据版本和校验短码；盖章的扫描件对应这一版，上传时照页脚写上短码。打印装订包是装订顺序加附件2、附件3，标出盖章处和签字处。只有申报单位和所在推荐部门可以打印附件；推荐表和测评登记表只给推荐部门：推荐表在写好测评意见以后，测评登记表列出抽中、还没有答的企业。",
  security: sessionCookie,
  request: {
    params: z.strictObject({
      id: z.string().max(100).meta({ description: "申报编号" }),
      document: z
        .enum(applicationDocuments)
        .meta({ description: "annex_1、annex_2、annex_3、packet、receipt 或 call_sheet" }),
    }),
    query: formatQuery,
  },
  responses: {
    200: paperAnswer,
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record", "invalid_input"),
  },
});

/** The papers that an application is printed on. */
export function applicationDocumentRoutes(services: DocumentServices) {
  const router = createRouter();
  const { database, clock, printer } = services;
  const { onCall } = handlersOn(router, clock);
  onCall(documentRoute, async (context, caller) => {
    const { id, document } = context.req.valid("param");
    const { format } = context.req.valid("query");
    const application = await findVisibleApplication(services, caller.actor, id);
    if (application === null) return problem(context, "unknown_record");
    const grant = permittingGrant(caller.actor, "applications", "print", relationOfApplication(application));
    if (grant === null) return problem(context, "not_permitted");
    const described = await describeDocument(services, application, { document, actor: caller.actor, grant });
    if (described === null) return problem(context, "unknown_record");
    // Whose answers and contacts the papers of a survey show is noted where they are read.
    if (grant.role === "district" && document !== "call_sheet" && document !== "annex_1") {
      const fields = ["form"];
      await noteRead(database, {
        actor: caller.actor,
        grant,
        resource: "applications",
        recordId: id,
        relation: relationOfApplication(application),
        fields,
        at: clock.now(),
      });
    }
    const version = described.stamp?.dataVersion ?? application.dataVersion;
    return answerPaper(context, printer, described, { format, name: `${documentTitles[document]}_第${version}版` });
  });
  return router;
}
