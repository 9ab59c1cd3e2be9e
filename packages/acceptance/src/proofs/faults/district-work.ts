import type { Session } from "../../browser-session.ts";
import { journeyDay } from "../../server.ts";
import { type Case, countAct, revisionOf, type Standing, type SurveyStanding } from "./case.ts";
import { writeSection } from "./form-work.ts";
import type { Line } from "./line.ts";

/** Takes a draft through its decisions: handed in, returned, mended, handed in again, accepted, surveyed. */
export async function decide(line: Line, of: Case): Promise<void> {
  await handIn(line, of, "submit");
  await judgePaper(line, of);
  const defects = [{ material: "M03", text: "信用报告查询页没有盖章（第九条（三））" }];
  await act(line, of, "return", { kind: "correction", until: "2026-06-20", defects }, { state: "returned" });
  const cover = of.sections.value.cover?.values ?? {};
  await writeSection(line, of, "cover", { ...cover, filled_on: journeyDay });
  await handIn(line, of, "resubmit");
  await act(line, of, "accept", {}, { state: "accepted" });
  await survey(line, of);
  await act(line, of, "complete-survey", {}, { state: "surveyed" });
}

/** Hands a draft in, or what was mended after a return; what the rules found is acknowledged. */
export async function handIn(line: Line, of: Case, name: "submit" | "resubmit"): Promise<void> {
  const { applicant } = of.workers;
  const { body } = await line.ask(() => applicant.call(`${of.applicationPath}/findings`));
  const { mustAcknowledge, findingsId } = body as { mustAcknowledge: boolean; findingsId: string };
  const json = { acknowledged: mustAcknowledge ? findingsId : null };
  await act(line, of, name, json, { state: "submitted", receivedOn: journeyDay }, applicant);
}

/** An act on the application itself, in the revision in which its counts say that it is. */
async function act(
  line: Line,
  of: Case,
  name: string,
  json: object,
  to: Partial<Standing>,
  by: Session = of.workers.district,
): Promise<void> {
  const { value } = of.application;
  await line.change(of.application, {
    send: sendAct(of, name, json, by),
    to: { ...value, ...to, acts: value.acts + 1 },
  });
}

function sendAct(of: Case, name: string, json: object, by = of.workers.district) {
  const headers = { "if-match": `"${revisionOf(of)}"` };
  return () => by.call(`${of.applicationPath}/${name}`, { json, headers });
}

async function judgePaper(line: Line, of: Case): Promise<void> {
  const { papers } = of;
  const before = papers.value.M03;
  if (before === undefined) throw new Error("the paper M03 was not handed in");
  await line.change(papers, {
    send: sendAct(of, "judge-material", { material: "M03", verdict: "defective", reason: "没有盖章" }),
    to: { ...papers.value, M03: { ...before, revision: before.revision + 1, verdict: "defective" } },
    take: () => countAct(of),
  });
}

async function survey(line: Line, of: Case): Promise<void> {
  const change = (name: string, json: object, to: SurveyStanding) =>
    line.change(of.survey, { send: sendAct(of, name, json), to, take: () => countAct(of) });
  await change("draw-sample", {}, { places: 10, answers: {}, isAssessed: false });
  const standing = () => of.survey.value ?? { places: 0, answers: {}, isAssessed: false };
  const answer = { interviewee: "赵六", position: "经理", phone: "13700000000", method: "telephone", remark: "" };
  for (let place = 1; place <= 10; place += 1) {
    const rating = place % 2 === 0 ? "very_satisfied" : "basically_satisfied";
    await change(
      "record-answer",
      { ...answer, place, rating, answeredOn: journeyDay },
      { ...standing(), answers: { ...standing().answers, [place]: rating } },
    );
  }
  const assessed = {
    operation: "运营规范，场地固定。",
    performance: "服务记录完整。",
    influence: "带动本区小微企业数字化。",
    methods: ["telephone"],
    finding: ["第六条", "第七条", "第八条"].map((article) => ({ article, met: "yes", text: "符合" })),
  };
  await change("assess-operation", assessed, { ...standing(), isAssessed: true });
}
