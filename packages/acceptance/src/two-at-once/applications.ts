import type { Session } from "../browser-session.ts";
import { act, make, read } from "../procedure.ts";
import type { Case } from "../proofs/faults/case.ts";
import { fillLists, fillSections } from "../proofs/faults/form-work.ts";
import { Line } from "../proofs/faults/line.ts";
import { confirmMandate, handInPapers, openCase } from "../proofs/faults/work-through.ts";
import type { Draw } from "../random.ts";
import { journeyDay } from "../server.ts";
import { contend, contendAct, type Outcomes, type Pairs } from "./contend.ts";

/** One application up to its recommendation, one that is not recommended, one that is rejected, and one that is withdrawn. */
export async function contestApplications(
  pairs: Pairs,
  roundId: string,
  draw: Draw,
): Promise<{ outcomes: Outcomes; recommendedPath: string }> {
  const { applicant, district } = pairs;
  const workers = { applicant: applicant[0], colleague: applicant[1], district: district[0] };
  const work = { line: new Line(() => {}), draw, roundId };
  const begin = (number: number) => openCase(work, workers, number);
  const complete = async (number: number) => {
    const opened = await begin(number);
    await confirmMandate(work, opened);
    await fillSections(work.line, opened);
    await fillLists(work.line, opened, draw);
    await handInPapers(work, opened);
    return opened;
  };
  const { applicationPath: withdrawn } = await begin(3);
  const recommended = await complete(2);
  const outcomes = {
    ...(await contestDraft(pairs, await begin(1))),
    ...(await contestDecisions(pairs, recommended)),
    ...(await contestRefusal(pairs, await complete(4))),
    ...(await contestRejection(pairs, await complete(5))),
    ...(await contestPapers(pairs, roundId)),
    "applications withdraw": await contendAct(applicant, withdrawn, "withdraw", { reason: "今年不报" }),
    "organizations allow-second-application": await contendAct(
      pairs.city,
      recommended.organizationPath,
      "allow-second-application",
      { roundId, ground: "另有一个检测服务平台，服务对象不同" },
    ),
  };
  return { outcomes, recommendedPath: recommended.applicationPath };
}

/** A dossier on paper, of which the day was written wrongly, and which was begun by mistake. */
async function contestPapers({ district }: Pairs, roundId: string): Promise<Outcomes> {
  const unit = { uscc: "91410100MA0000007G", name: "郑州纸质某某有限公司", district: "410105" };
  const registered = await make(district[0], "/api/v1/organizations", unit);
  const { organizationId } = registered.body as { organizationId: string };
  const begun = await make(district[0], "/api/v1/applications", { roundId, organizationId, receivedOn: "2026-06-09" });
  const path = `/api/v1/applications/${(begun.body as { id: string }).id}`;
  const reason = "收件回执写的是6月8日";
  return {
    "applications correct-receipt": await contendAct(district, path, "correct-receipt", {
      receivedOn: "2026-06-08",
      reason,
    }),
    "applications discard": await contendAct(district, path, "discard", { reason: "单位选错了" }),
  };
}

/** The parts of a form have tags of their own. */
async function contestDraft({ applicant }: Pairs, { applicationPath }: Case): Promise<Outcomes> {
  const section = `${applicationPath}/form/sections/cover`;
  const json = { applicant_name: "郑州某某企业服务有限公司", filled_on: "2026-06-08" };
  return {
    "applications edit": await contend(applicant, section, (session, etag) =>
      session.call(section, { method: "PUT", json, headers: { "if-match": etag } }),
    ),
  };
}

const articles = ["第六条", "第七条", "第八条"];

async function contestDecisions(pairs: Pairs, { applicationPath: path }: Case): Promise<Outcomes> {
  const { applicant, city, district } = pairs;
  const byDistrict = (act: string, json: object = {}) => contendAct(district, path, act, json);
  const outcomes: Outcomes = {};
  outcomes["applications submit"] = await contendAct(applicant, path, "submit", await acknowledge(applicant[0], path));
  outcomes["applications judge-material"] = await byDistrict("judge-material", {
    material: "M03",
    verdict: "accepted",
  });
  const defects = [{ material: "M03", text: "信用报告查询页没有盖章" }];
  outcomes["applications return"] = await byDistrict("return", { kind: "correction", until: "2026-06-20", defects });
  outcomes["applications resubmit"] = await contendAct(
    applicant,
    path,
    "resubmit",
    await acknowledge(applicant[0], path),
  );
  // To the very district it is in: whoever lost it to another would not be told how it stands.
  const reason = "住所在金水区";
  outcomes["applications transfer"] = await contendAct(city, path, "transfer", { district: "410105", reason });
  outcomes["applications accept"] = await byDistrict("accept");
  outcomes["applications draw-sample"] = await byDistrict("draw-sample");
  const replaced = { place: 1, reason: "电话停机，上门无人" };
  outcomes["applications replace-sampled"] = await byDistrict("replace-sampled", replaced);
  const answer = { interviewee: "赵六", position: "经理", phone: "13700000000", method: "telephone", remark: "" };
  for (let place = 2; place <= 11; place += 1) {
    const told = { ...answer, place, rating: "very_satisfied", answeredOn: journeyDay };
    outcomes["applications record-answer"] = await byDistrict("record-answer", told);
  }
  outcomes["applications assess-operation"] = await byDistrict("assess-operation", {
    operation: "运营规范，场地固定。",
    performance: "服务记录完整。",
    influence: "带动本区小微企业数字化。",
    methods: ["telephone"],
    finding: articles.map((article) => ({ article, met: "yes", text: "符合" })),
  });
  outcomes["applications complete-survey"] = await byDistrict("complete-survey");
  const letter = { documentNumber: "金工信〔2026〕5号", issuedOn: journeyDay, rank: 1, opinion: "同意推荐。" };
  outcomes["applications recommend"] = await byDistrict("recommend", letter);
  return outcomes;
}

async function contestRefusal({ applicant, district }: Pairs, { applicationPath: path }: Case): Promise<Outcomes> {
  await act(applicant[0], path, "submit", await acknowledge(applicant[0], path));
  await act(district[0], path, "accept");
  const reason = "场地不符合第六条（四）";
  return { "applications not-recommend": await contendAct(district, path, "not-recommend", { reason }) };
}

async function contestRejection({ applicant, city }: Pairs, { applicationPath: path }: Case): Promise<Outcomes> {
  await act(applicant[0], path, "submit", await acknowledge(applicant[0], path));
  const reason = "审计报告不是该事务所出具（附件3）";
  return { "applications reject": await contendAct(city, path, "reject", { reason }) };
}

async function acknowledge(session: Session, path: string): Promise<{ acknowledged: string | null }> {
  const { body } = await read<{ mustAcknowledge: boolean; findingsId: string }>(session, `${path}/findings`);
  return { acknowledged: body.mustAcknowledge ? body.findingsId : null };
}
