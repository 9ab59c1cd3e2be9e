import type { PackageRow, ReportFile } from "@shifan/db";
import { type Actor, permittingGrant, spellPeriod } from "@shifan/rules";
import { handlersOn } from "../acts/handlers.ts";
import { answerPaper } from "../documents/answer.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { relationOfPackage } from "../packages/subject.ts";
import { findVisiblePackage, seesPackage } from "../packages/view.ts";
import { relationOfReport } from "../reports/subject.ts";
import { findVisibleReport, seesReport } from "../reports/view.ts";
import { describeInspectionReport, describePackageLetter } from "./packages.ts";
import { type PaperServices, paperRoute } from "./route.ts";
import { describeServiceReport } from "./service-report.ts";

const reportRoute = paperRoute({
  path: "/api/v1/reports/{id}/document",
  operationId: "printReport",
  tags: ["工作总结"],
  summary: "工作总结：数据表、和上一期比、文字、附件清单（第十二条）",
  description: "供盖章。给填写的平台、所在推荐部门和市工信局。退回修改期间只有平台可以打印。",
});
const letterRoute = paperRoute({
  path: "/api/v1/packages/{id}/cover-letter",
  operationId: "printPackageLetter",
  tags: ["报送件"],
  summary: "报送函：所附清单，缺的逐项写明原因（第十三条）",
  description: "供盖章报送。给报送的推荐部门和市工信局。退回期间只有推荐部门可以打印。",
});
const inspectionsRoute = paperRoute({
  path: "/api/v1/packages/{id}/inspection-report",
  operationId: "printInspectionReport",
  tags: ["报送件"],
  summary: "检查情况报告：这一期各家的检查（第十三条）",
  description: "推荐部门写的正文，加上登记的每次检查。给报送的推荐部门和市工信局。退回期间只有推荐部门可以打印。",
});

/** Papers of what is reported after the title. */
export function supervisionPaperRoutes(services: PaperServices) {
  const router = createRouter();
  const { clock, printer } = services;
  const { onCall } = handlersOn(router, clock);

  const findReportFor = async (actor: Actor, id: string): Promise<ReportFile | "unknown_record" | "not_permitted"> => {
    const report = await findVisibleReport(services, actor, id);
    if (report === null) return "unknown_record";
    const mayPrint = permittingGrant(actor, "reports", "print", relationOfReport(report)) !== null;
    return mayPrint && seesReport(actor, report) ? report : "not_permitted";
  };
  const findPackageFor = async (actor: Actor, id: string): Promise<PackageRow | "unknown_record" | "not_permitted"> => {
    const row = await findVisiblePackage(services, actor, id);
    if (row === null) return "unknown_record";
    const mayPrint = permittingGrant(actor, "packages", "print", relationOfPackage(row)) !== null;
    return mayPrint && seesPackage(actor, row) ? row : "not_permitted";
  };

  onCall(reportRoute, async (context, { actor }) => {
    const report = await findReportFor(actor, context.req.valid("param").id);
    if (typeof report === "string") return problem(context, report);
    const described = await describeServiceReport(services, report);
    const { format } = context.req.valid("query");
    return answerPaper(context, printer, described, { format, name: `工作总结_${spellPeriod(report.period)}` });
  });
  onCall(letterRoute, async (context, { actor }) => {
    const row = await findPackageFor(actor, context.req.valid("param").id);
    if (typeof row === "string") return problem(context, row);
    const described = await describePackageLetter(services, row);
    const { format } = context.req.valid("query");
    return answerPaper(context, printer, described, { format, name: `报送函_${spellPeriod(row.period)}` });
  });
  onCall(inspectionsRoute, async (context, { actor }) => {
    const row = await findPackageFor(actor, context.req.valid("param").id);
    if (typeof row === "string") return problem(context, row);
    const described = await describeInspectionReport(services, row);
    const { format } = context.req.valid("query");
    return answerPaper(context, printer, described, { format, name: `检查情况报告_${spellPeriod(row.period)}` });
  });
  return router;
}
