import { daysAfter } from "@shifan/rules";
import { look, step } from "../record.ts";
import type { Stage } from "../stage.ts";
import type { SupervisedTitle } from "./titles.ts";

type Complaint = { id: string; target: string; state: string };
type Words = {
  readonly subject: "platform" | "procedure" | "staff";
  readonly target: string;
  readonly content: string;
};

const complaints = "/api/v1/complaints";

/** Somebody complains in the portal; the key keeps it from being filed twice. */
async function complain(stage: Stage, words: Words, day: string): Promise<void> {
  stage.setTime(day);
  const headers = { "idempotency-key": `complaint-${day}` };
  const told = await stage.visitor.ask("/api/v1/public/complaints", { body: words, headers });
  if (told.status >= 300) throw new Error(`the complaint is refused: ${told.status} ${JSON.stringify(told.body)}`);
}

/** Somebody complained of the charges of a platform; the city looked into it, replied and closed. */
export async function settleComplaint(stage: Stage, { platformName }: SupervisedTitle, day: string): Promise<void> {
  await complain(
    stage,
    { subject: "platform", target: platformName, content: "培训收费比公示的标准高，要求说明。" },
    day,
  );
  const city = await stage.person("city");
  const { body } = await city.read<Complaint[]>(`${complaints}?range=[0,99]`);
  const filed = body.find(({ target }) => target === platformName);
  if (filed === undefined) throw new Error(`the complaint of ${day} was not kept`);
  let complaint = await look<Complaint>(city, `${complaints}/${filed.id}`);
  stage.setTime(daysAfter(day, 6));
  if (complaint.body.state === "open") {
    const reply = "经核实，多收的是教材费，平台已退还并重新公示了收费项目。";
    complaint = await step(city, complaint, "reply", { reply });
  }
  stage.setTime(daysAfter(day, 9));
  if (complaint.body.state === "replied")
    await step(city, complaint, "close", { reason: "已退还，反映人没有再提意见" });
}

/** What people have complained of and nobody has replied to: a platform, the procedure, and staff, which is the auditor's. */
export async function leaveComplaints(stage: Stage, { platformName }: SupervisedTitle, day: string): Promise<void> {
  const content = "预约的免费诊断三次改期，电话没有人接，希望督促。";
  await complain(stage, { subject: "platform", target: platformName, content }, day);
  const procedure = { target: "申报材料退回", content: "退回补正只写了“材料不全”，请写明缺哪一份。" };
  await complain(stage, { subject: "procedure", ...procedure }, daysAfter(day, 1));
  const staff = { target: "某推荐部门经办人", content: "经办人要求到指定的打印店装订材料。" };
  await complain(stage, { subject: "staff", ...staff }, daysAfter(day, 2));
}
