import type { Application, PublicTitle, Round } from "@shifan/contract";

const refusedForPublicity = {
  outcome: "publicity_not_ended",
  detail: "公示到2026年11月20日24:00，之后才能作出认定。",
  article: "第十一条",
};
const title: PublicTitle = {
  certificateNumber: "ZZSF-2026-001",
  platformName: "郑州某某企业服务有限公司",
  organizationName: "郑州某某企业服务有限公司",
  platformType: "specialized",
  platformTypeName: "专业性平台",
  district: "410105",
  districtName: "金水区",
  documentNumber: "郑工信〔2026〕88号",
  validFrom: "2026-11-23",
  validTo: "2029-11-23",
  standing: "valid",
  standingText: "有效，有效期到2029年11月23日24:00",
  asOf: "2026-11-24",
  note: "",
};

/** Examples of every body from the city's receipt of a case to the public check of its certificate, by operationId. */
export function selectionExamples({ round, application }: { round: Round; application: Application }) {
  const ok = (body: unknown) => ({ 200: body });
  const onRound = (state: Round["state"]) => ({ request: {}, responses: ok({ ...round, state, allowedActs: [] }) });
  const onApplication = (request: unknown, state: Application["state"], reason: string | null = null) => ({
    request,
    responses: ok({ ...application, state, reason, allowedActs: [] }),
  });
  const certification = { documentNumber: "郑工信〔2026〕88号", certifiedOn: "2026-11-23" };
  const nothing = { detail: null, article: null, revision: null, errors: [] };
  return {
    proposeListRound: onRound("list_proposed"),
    reviseListRound: onRound("in_review"),
    decideRound: onRound("decided"),
    archiveRound: onRound("archived"),
    receiveApplication: onApplication({}, "received"),
    sendBackApplication: onApplication({ reason: "测评表缺3家的答复日期" }, "surveyed", "测评表缺3家的答复日期"),
    proposeApplication: onApplication({}, "proposed"),
    notProposeApplication: onApplication(
      { reason: "综合得分未进入本轮名额" },
      "not_selected",
      "综合得分未进入本轮名额",
    ),
    certifyApplication: onApplication(certification, "certified"),
    rejectApplication: onApplication(
      { reason: "经查实，2025年度审计报告不是该事务所出具（附件3）" },
      "rejected",
      "经查实，2025年度审计报告不是该事务所出具（附件3）",
    ),
    actOnManyApplications: {
      request: {
        act: "certify",
        ...certification,
        applications: [
          { id: application.id, revision: 61 },
          { id: "9d1c5a34-6b2e-4f5d-8f51-1f0b9c7d3e21", revision: 58 },
        ],
      },
      responses: ok({
        results: [
          { applicationId: application.id, ...nothing, outcome: "accepted", revision: 62 },
          { applicationId: "9d1c5a34-6b2e-4f5d-8f51-1f0b9c7d3e21", ...nothing, ...refusedForPublicity },
        ],
      }),
    },
    listPublicPlatforms: {
      responses: ok({
        coverage: {
          text: "收录由本系统认定的，以及据纸质文件补录并经第二人确认的资格，共1项，截至2026年11月24日。更早的资格可能尚未补录；没有查到不等于没有。",
          asOf: "2026-11-24",
          titles: 1,
        },
        platforms: [title],
      }),
    },
    readDemonstration: {
      responses: ok({
        isDemonstration: true,
        state: "preparing",
        text: "演示数据，不具效力；演示数据正在准备，已完成40%",
        done: 70,
        total: 174,
      }),
    },
    checkCertificate: { responses: ok(title) },
  };
}
