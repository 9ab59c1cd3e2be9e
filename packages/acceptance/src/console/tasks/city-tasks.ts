import { planCheck, recordOf } from "../../inspecting.ts";
import { read } from "../../procedure.ts";
import { enterLetter, handleObjection } from "../../publicity.ts";
import { publicityStarts } from "../../published-case.ts";
import { doOn, find, makeRecord, type Office } from "./office.ts";
import { reportSent } from "./report-sent.ts";
import type { Task } from "./task.ts";

const mistaken = { reason: "核对后发现有误" };
const reason = { 理由: mistaken.reason };

/** A round that nobody knows of yet. */
function draftRound({ people, next }: Office): Promise<string> {
  const year = 2027 + next();
  const windows = { submissionDeadline: `${year}-06-30`, recommendationDeadline: `${year}-07-20` };
  return makeRecord(people.city, "/api/v1/rounds", { year, ...windows, noticeTitle: `${year}年度申报通知` });
}

const activeExpert = (office: Office) => find(office, "experts", ({ state }) => state === "active");
const draftNotice = (office: Office) =>
  find(office, "notices", ({ state, kind }) => state === "draft" && kind === "general");

/** An interpretation in force, with the draft that is to take its place. */
async function issuedInterpretation({ people }: Office): Promise<string> {
  const text = {
    article: "第十三条",
    question: "什么算连续两次？",
    answer: "相邻的两次。",
    documentNumber: "郑工信函〔2026〕7号",
  };
  const draft = { ...text, fromOn: "2026-09-01", settingId: null, settingValue: null, recordId: null };
  const issued = await makeRecord(people.city, "/api/v1/interpretations", { ...draft, supersedesId: null });
  await doOn(people.secondCity, issued, "issue");
  const next = { ...draft, question: "连续两次怎么数？", documentNumber: "郑工信函〔2026〕8号", fromOn: "2026-10-01" };
  await makeRecord(people.city, "/api/v1/interpretations", { ...next, supersedesId: issued.split("/").at(-1) });
  return issued;
}

/** An objection that came by letter. */
async function letter(office: Office): Promise<string> {
  const notice = await find(office, "notices", ({ kind }) => kind === "publicity");
  const answer = await enterLetter(office.people.city, notice.split("/").at(-1) ?? "", 1, publicityStarts);
  if (answer.status !== 201) throw new Error(`the letter is refused: ${JSON.stringify(answer.body)}`);
  return `/api/v1/objections/${(answer.body as { id: string }).id}`;
}

async function objectionHeard(office: Office): Promise<string> {
  const path = await letter(office);
  const id = path.split("/").at(-1) ?? "";
  const { city } = office.people;
  const admitted = await handleObjection(city, id, "admit", { extract: "反映服务企业家数不实。" });
  const heard = await handleObjection(office.people.applicant, id, "answer", { answer: "服务名单已提交。" });
  if (admitted.status !== 200 || heard.status !== 200)
    throw new Error(`the objection is not heard: ${JSON.stringify([admitted.body, heard.body])}`);
  return path;
}

const organization = (office: Office) => find(office, "organizations", ({ name }) => name === "郑州第2服务有限公司");

const spotCheck = async (office: Office) =>
  planCheck(
    office.people.city,
    "spot_check",
    await find(office, "certifications", ({ state }) => state === "valid"),
    "2026-08-11",
  );

async function spotChecked(office: Office, found: object): Promise<string> {
  const path = await spotCheck(office);
  const { city } = office.people;
  return doOn(city, path, "record", await recordOf(city, path, "2026-07-20", found));
}

/** What the city does through forms that are drawn from their description. */
export const cityTasks: readonly Task[] = [
  { act: "rounds.edit", by: "city", at: draftRound, fields: { 份数: "3" } },
  { act: "rounds.cancel", by: "city", at: draftRound, fields: reason },
  {
    act: "rounds.reopen",
    by: "city",
    at: async (office) => doOn(office.people.city, await draftRound(office), "cancel", mistaken),
  },
  { act: "notices.edit", by: "city", at: draftNotice, fields: { 标题: "关于咨询电话的公告（更正）" } },
  {
    act: "experts.create",
    by: "city",
    at: () => "/api/v1/experts",
    fields: { 姓名: "周敏", 工作单位: "郑州某某研究院" },
  },
  { act: "experts.edit", by: "city", at: activeExpert, fields: { 职务: "高级工程师" } },
  { act: "experts.retire", by: "city", at: activeExpert, fields: reason },
  {
    act: "experts.reinstate",
    by: "city",
    at: async (office) => doOn(office.people.city, await activeExpert(office), "retire", mistaken),
  },
  {
    act: "interpretations.create",
    by: "city",
    at: () => "/api/v1/interpretations",
    fields: { 依据: "第十四条", 问题: "撤销从哪天起算三年？", 解释: "从送达之日起。" },
  },
  {
    act: "interpretations.supersede",
    by: "city2",
    at: issuedInterpretation,
    fields: { 由哪件草稿取代: { choose: /连续两次怎么数/ } },
  },
  {
    act: "organizations.record-change",
    by: "city",
    at: organization,
    fields: { 名称: "郑州第2中小企业服务有限公司", 名称自哪天起: "2026-07-01", 来源: "变更后的营业执照" },
  },
  {
    act: "organizations.allow-second-application",
    by: "city",
    at: organization,
    fields: { 批次: { choose: /2027/ }, ...reason },
  },
  {
    act: "objections.refuse",
    by: "city",
    at: letter,
    fields: { 理由: "没有具体的事实" },
  },
  { act: "objections.uphold", by: "city", at: objectionHeard, fields: { 查明情况: "服务企业家数不实。" } },
  {
    act: "objections.file",
    by: "city",
    at: (office) => find(office, "notices", ({ kind }) => kind === "publicity"),
    button: "录入来信、来访、来电的异议",
    fields: {
      名单上的序号: "1",
      内容: "服务家数与实际不符。",
      反映人: "孙某",
      来源: { pick: "来信" },
      收到日期: "2026-07-27",
    },
  },
  {
    act: "complaints.file",
    by: "city",
    at: () => "/api/v1/complaints",
    button: "登记来信、来访、来电",
    fields: {
      反映什么: { pick: "平台" },
      反映的对象: "郑州某某企业服务有限公司",
      反映的内容: "收费没有公示。",
      收到日期: "2026-07-20",
    },
  },
  { act: "applications.reject", by: "city", at: ({ publishedPath }) => publishedPath, fields: reason },
  {
    act: "sanctions.drop",
    by: "city",
    at: (office) => find(office, "sanctions", ({ state }) => state === "proposed"),
    fields: reason,
  },
  {
    act: "reports.receive",
    by: "city",
    at: async (office) => {
      const path = await reportSent(office);
      const { state } = (await read<{ state: string }>(office.people.city, path)).body;
      return state === "sent_to_district" ? doOn(office.people.district, path, "forward") : path;
    },
  },
  { act: "city_checks.edit", by: "city", at: spotCheck, fields: { 计划日期: "2026-08-12" } },
  { act: "city_checks.call-off", by: "city", at: spotCheck, fields: reason },
  { act: "city_checks.close", by: "city", at: (office) => spotChecked(office, { result: "passed" }) },
  {
    act: "city_checks.check-again",
    by: "city",
    at: (office) => spotChecked(office, { result: "failed", findings: "收费没有公开。", rectifyUntil: "2026-07-25" }),
    fields: { 复查日期: "2026-07-26", 复查情况: "收费已经公开。", 已整改: true },
  },
  {
    act: "packages.send-back",
    by: "city",
    at: async (office) => {
      const path = await find(office, "packages", ({ state }) => state === "drafted", "district");
      const { body } = await read<{ missing: readonly { obligationId: string }[] }>(office.people.district, path);
      const missing = Object.fromEntries(body.missing.map(({ obligationId }) => [obligationId, "单位正在补报"]));
      await doOn(office.people.district, path, "edit", { missing });
      return doOn(office.people.district, path, "send", { documentNumber: "金工信〔2026〕9号" });
    },
    fields: reason,
  },
  {
    act: "spot_check_draws.commit",
    by: "city",
    at: () => "/api/v1/spot-check-draws",
    button: "封存种子",
  },
];
