import type { RoundDays } from "../calendar.ts";
import type { DemonstrationCase } from "../cast.ts";
import type { Stage } from "./stage.ts";

type Notice = { id: string; kind: string; state: string; roundId: string | null };
type NoticeCases = { cases: { applicationId: string; position: number }[] };
type Objection = { id: string; applicationId: string; state: string };

/** The list is published on the bureau's site and here. */
export async function publishList(stage: Stage, roundPath: string, days: RoundDays): Promise<void> {
  if (days.selection === null) return;
  const { publicityStarts, publicityEnds } = days.selection;
  const city = await stage.person("city");
  await city.act(roundPath, "publish-list", {
    title: `${days.year}年度郑州市中小企业公共服务示范平台拟认定名单公示`,
    text: "按照办法第十一条，现将拟认定名单予以公示。公示期间有异议的，请实名反映，并提供具体事实和证据。",
    startsOn: publicityStarts,
    endsOn: publicityEnds,
    periodGround: "按周一至周五、扣除法定节假日计算，不少于五个工作日",
    officialUrl: `https://example.invalid/gongshi/${days.year}`,
    officialPublishedOn: publicityStarts,
  });
}

/** The present publicity of a round. @throws Error when there is none */
async function publicityOf(stage: Stage, roundId: string): Promise<string> {
  const city = await stage.person("city");
  const filter = encodeURIComponent(JSON.stringify({ kind: "publicity", roundId }));
  const { body } = await city.read<Notice[]>(`/api/v1/notices?filter=${filter}`);
  const notice = body.find(({ state }) => state === "published");
  if (notice === undefined) throw new Error(`the round ${roundId} has no publicity`);
  return notice.id;
}

const said: Partial<
  Record<DemonstrationCase["goal"], { content: string; extract: string; answer: string; finding: string }>
> = {
  objection_pending: {
    content: "名单里的这家单位，去年为我们公司写了服务记录，但我们没有接受过这项服务。",
    extract: "有反映称，服务名单中个别企业没有接受过所列服务。",
    answer: "该企业2月、5月两次参加过我单位的诊断，签到表和照片已提交。",
    finding: "",
  },
  objection_dismissed: {
    content: "这家单位的场地是借的，不是租的，不符合固定场所的条件。",
    extract: "有反映称，服务场地不是租赁取得。",
    answer: "租赁合同和租金发票已提交，合同期三年。",
    finding: "经查，租赁合同、租金支付记录齐全，场地固定，异议不成立。",
  },
  objection_upheld: {
    content: "该单位的审计报告不是报告上署名的事务所出具的，可以向事务所核实。",
    extract: "有反映称，审计报告不是署名事务所出具。",
    answer: "审计由中介代办，我单位正在核实。",
    finding: "经向事务所书面核实，该报告不是其出具，所报财务数据无法确认，异议成立。",
  },
};

/** Somebody objects to a case, and the city handles it as far as the case goes. */
export async function playObjection(
  stage: Stage,
  { play, path, roundPath, days }: { play: DemonstrationCase; path: string; roundPath: string; days: RoundDays },
): Promise<void> {
  const words = said[play.goal];
  if (words === undefined || days.selection === null) return;
  const { objects, decides } = days.selection;
  const applicationId = path.split("/").at(-1) ?? "";
  const noticeId = await publicityOf(stage, roundPath.split("/").at(-1) ?? "");
  const city = await stage.person("city");
  const filed = async () => {
    const filter = encodeURIComponent(JSON.stringify({ applicationId }));
    const { body } = await city.read<Objection[]>(`/api/v1/objections?filter=${filter}`);
    return body[0];
  };
  stage.setTime(objects);
  let objection = await filed();
  if (objection === undefined) {
    const { body } = await city.read<NoticeCases>(`/api/v1/notices/${noticeId}`);
    const position = body.cases.find((each) => each.applicationId === applicationId)?.position;
    await city.make(
      `/api/v1/notices/${noticeId}/objections`,
      {
        position,
        channel: "letter",
        receivedOn: objects,
        name: `反映人${play.organization.index + 1}`,
        phone: `0371-6666${String(1_000 + play.organization.index)}`,
        content: words.content,
        evidence: "随信附有说明和联系方式。",
      },
      `objection-${play.organization.uscc}`,
    );
    objection = await filed();
  }
  if (objection === undefined) throw new Error(`the objection to ${path} was not kept`);
  const objectionPath = `/api/v1/objections/${objection.id}`;
  if (objection.state === "filed") await city.act(objectionPath, "admit", { extract: words.extract });
  const applicant = await stage.person(play.organization.mailbox);
  if (objection.state === "filed") await applicant.act(objectionPath, "answer", { answer: words.answer });
  const { state } = (await city.read<Objection>(objectionPath)).body;
  if (state !== "admitted") return;
  if (play.goal === "objection_pending") {
    await city.act(objectionPath, "inquire", { until: decides });
    return;
  }
  stage.setTime(decides);
  const act = play.goal === "objection_upheld" ? "uphold" : "dismiss";
  await city.act(objectionPath, act, { finding: words.finding });
  await city.act(objectionPath, "reply", { reply: `您反映的问题已经查证。${words.finding}` });
}

/** Certifies the cases that nothing holds back, in one document. */
export async function certifyCases(stage: Stage, paths: readonly string[], days: RoundDays): Promise<void> {
  if (days.selection === null || paths.length === 0) return;
  stage.setTime(days.selection.certifies);
  const city = await stage.person("city");
  const applications = [];
  for (const path of paths) {
    const { body } = await city.read<{ id: string; state: string; revision: number }>(path);
    if (body.state === "in_publicity") applications.push({ id: body.id, revision: body.revision });
  }
  if (applications.length === 0) return;
  const told = await city.ask("/api/v1/applications/acts", {
    body: {
      act: "certify",
      documentNumber: `郑工信企〔${days.year}〕${days.year % 100}号`,
      certifiedOn: days.selection.certifies,
      applications,
    },
  });
  const { results } = told.body as { results?: { outcome: string }[] };
  const refused = results?.find(({ outcome }) => outcome !== "accepted");
  if (told.status !== 200 || refused !== undefined) throw new Error(`not certified: ${JSON.stringify(told.body)}`);
}
