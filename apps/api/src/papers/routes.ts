import { createRoute } from "@hono/zod-openapi";
import { findCertification, findRound } from "@shifan/db";
import { type Actor, permittingGrant, type Relation } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { idParameters } from "../acts/routes.ts";
import { relationOfTitle } from "../certifications/subject.ts";
import { refusals } from "../documentation/refusals.ts";
import { answerPaper } from "../documents/answer.ts";
import { stampOf } from "../documents/description/stamp.ts";
import { contentDisposition } from "../files/disposition.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { findVisibleNotice } from "../notices/view.ts";
import { relationOfRound } from "../rounds/subject.ts";
import { describeCertificate } from "./certificate.ts";
import { describeMinutes } from "./minutes.ts";
import { describeNoticePaper } from "./notice.ts";
import { describeObjectionReply } from "./objection-reply.ts";
import { describeRecommendation } from "./recommendation.ts";
import { fileAnswer, type PaperServices, paperRoute } from "./route.ts";
import { readSummary } from "./summary.ts";
import { writeSummaryWorkbook } from "./summary-workbook.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const recommendationRoute = paperRoute({
  path: "/api/v1/recommendations/{id}/letter",
  operationId: "printRecommendation",
  tags: ["推荐"],
  summary: "推荐文件：按推荐顺序排列的申报和附件清单（第十条）",
  description: "供盖章报送。给作出推荐的部门、市工信局和监督人员。",
});
const minutesRoute = paperRoute({
  path: "/api/v1/rounds/{id}/minutes",
  operationId: "printMinutes",
  tags: ["批次"],
  summary: "评审会议纪要：每件的专家、总分、平均分、名次、合议和理由（第十一条）",
  description: "只给市工信局：载有专家姓名和各件的理由。",
});
const objectionRoute = paperRoute({
  path: "/api/v1/objections/{id}/reply-letter",
  operationId: "printObjectionReply",
  tags: ["批次"],
  summary: "异议处理结果告知书、异议不予受理告知书",
  description: "按受理编号称呼异议人，不写姓名。作出决定以前没有，答复 404。",
});
const noticeRoute = paperRoute({
  path: "/api/v1/notices/{id}/document",
  operationId: "printNotice",
  tags: ["公示和公告"],
  summary: "公示、认定公告或其他公告，成文打印；附名单，认定的列证书编号和有效期",
  description: "看得到这个公告的人都可以打印。公示前给市工信局网站用的，另见 publicity-draft。",
});
const fileRefusals = refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record");
const summaryRoute = createRoute({
  method: "get",
  path: "/api/v1/rounds/{id}/summary",
  operationId: "exportRoundSummary",
  tags: ["批次"],
  summary: "申报汇总表（XLSX），每件一行",
  description: "单位、代码、推荐单位、类型、主要数字、自报和测评满意、平均分、名次、状态、日期。不含个人信息。",
  security: sessionCookie,
  request: { params: idParameters },
  responses: { 200: fileAnswer(xlsx), ...fileRefusals },
});
const certificateRoute = createRoute({
  method: "get",
  path: "/api/v1/certifications/{id}/certificate",
  operationId: "printCertificate",
  tags: ["资格"],
  summary: "证书（PDF，A4横向），带核对编号的二维码",
  description: "给持有单位、所在推荐部门和市工信局。没有编号的资格没有证书。证书现在是否有效，以扫码查询为准。",
  security: sessionCookie,
  request: { params: idParameters },
  responses: { 200: fileAnswer("application/pdf"), ...fileRefusals },
});

/** What a paper of the city that belongs to no district and no organization is held against. */
const ofTheCity: Relation = {
  organization: null,
  district: null,
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
};

/** Papers of rounds, letters, objections and titles. */
export function paperRoutes(services: PaperServices) {
  const router = createRouter();
  const { database, clock, printer, demo } = services;
  const { onCall } = handlersOn(router, clock);

  /** The round, where the caller may do the act to it. */
  const findRoundFor = async (actor: Actor, id: string, act: string) => {
    const round = await findRound(database, id);
    if (round === null || permittingGrant(actor, "rounds", "read", relationOfRound(round)) === null) {
      return "unknown_record";
    }
    return permittingGrant(actor, "rounds", act, relationOfRound(round)) === null ? "not_permitted" : round;
  };

  onCall(recommendationRoute, async (context, { actor }) => {
    const described = await describeRecommendation(services, actor, context.req.valid("param").id);
    if (described === null) return problem(context, "unknown_record");
    return answerPaper(context, printer, described, { ...context.req.valid("query"), name: "推荐文件" });
  });
  onCall(minutesRoute, async (context, { actor }) => {
    const round = await findRoundFor(actor, context.req.valid("param").id, "print-minutes");
    if (typeof round === "string") return problem(context, round);
    const described = await describeMinutes(services, round);
    return answerPaper(context, printer, described, {
      ...context.req.valid("query"),
      name: `${round.year}年度评审会议纪要`,
    });
  });
  onCall(objectionRoute, async (context, { actor }) => {
    // Whoever may not print it is not told either whether there is such an objection.
    const grant = permittingGrant(actor, "objections", "print-reply", ofTheCity);
    const described = grant && (await describeObjectionReply(services, context.req.valid("param").id));
    if (described === null) return problem(context, "unknown_record");
    return answerPaper(context, printer, described, { ...context.req.valid("query"), name: "异议处理结果告知书" });
  });
  onCall(noticeRoute, async (context, { actor }) => {
    const file = await findVisibleNotice(services.database, actor, context.req.valid("param").id);
    if (file === null) return problem(context, "unknown_record");
    const described = await describeNoticePaper(services, file);
    const { format } = context.req.valid("query");
    return answerPaper(context, printer, described, { format, name: file.notice.title });
  });
  onCall(summaryRoute, async (context, { actor }) => {
    const round = await findRoundFor(actor, context.req.valid("param").id, "export-summary");
    if (typeof round === "string") return problem(context, round);
    const summary = await readSummary(services, round);
    const { dataVersion, shortCode } = stampOf(summary, round.revision);
    const foot = `数据版本 ${dataVersion}　校验短码 ${shortCode}　${clock.today()}`;
    const workbook = await writeSummaryWorkbook(summary, { foot, isDemonstration: demo });
    return context.body(workbook, 200, {
      "content-type": xlsx,
      "content-disposition": contentDisposition("attachment", `${summary.title}.xlsx`),
      "cache-control": "private, no-store",
    });
  });
  onCall(certificateRoute, async (context, { actor }) => {
    const title = await findCertification(database, context.req.valid("param").id);
    if (title === null) return problem(context, "unknown_record");
    const relation = relationOfTitle(title);
    if (permittingGrant(actor, "certifications", "read", relation) === null) {
      return problem(context, "unknown_record");
    }
    if (permittingGrant(actor, "certifications", "print", relation) === null) {
      return problem(context, "not_permitted");
    }
    const described = await describeCertificate(services, title);
    if (described === null) return problem(context, "unknown_record");
    return answerPaper(context, printer, described, { format: "pdf", name: `证书_${title.certificateNumber}` });
  });
  return router;
}
