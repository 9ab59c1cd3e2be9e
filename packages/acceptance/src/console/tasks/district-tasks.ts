import type { Session } from "../../browser-session.ts";
import { planCheck } from "../../inspecting.ts";
import { make, type People, read } from "../../procedure.ts";
import { usccOf } from "../../proofs/faults/codes.ts";
import { upload } from "../../uploads.ts";
import { doOn, find, type Office } from "./office.ts";
import { reportSent } from "./report-sent.ts";
import type { Task } from "./task.ts";

const reason = { 理由: "核对后发现有误" };

interface Standing {
  readonly mandates: readonly { readonly id: string; readonly state: string }[];
}

/** Somebody who wants to act for a unit that nobody acts for, with their papers. */
function claimed({ people, next }: Office): Promise<string> {
  return claimFor(people, people.applicant, usccOf(800 + next()));
}

async function claimFor(people: People, session: Session, uscc: string): Promise<string> {
  const holder = { name: "王芳", phone: "0371-67886827" };
  const unit = { uscc, name: "郑州某某企业管理有限公司", district: "410105", holder };
  const answer = await make(session, "/api/v1/organizations", unit);
  if (answer.status !== 201) throw new Error(`the unit is not claimed: ${JSON.stringify(answer.body)}`);
  const path = `/api/v1/organizations/${(answer.body as { organizationId: string }).organizationId}`;
  const { body, etag } = await read<Standing>(people.district, path);
  const mandateId = body.mandates.find(({ state }) => state === "claimed" || state === "contested")?.id ?? "";
  const licenceFileId = await upload(session, "mandate", mandateId);
  const authorizationFileId = await upload(session, "mandate", mandateId);
  const json = { mandateId, licenceFileId, authorizationFileId };
  await session.call(`${path}/attach-papers`, { json, headers: { "if-match": etag } });
  return path;
}

/** A unit for which somebody acts. */
async function mandated(office: Office): Promise<string> {
  const { district } = office.people;
  const path = await claimed(office);
  const { body } = await read<Standing>(district, path);
  return doOn(district, path, "confirm-mandate", { mandateId: body.mandates[0]?.id });
}

/** Another wants to act for a unit that somebody acts for. */
async function contested(office: Office): Promise<string> {
  const path = await mandated(office);
  const { uscc } = (await read<{ readonly uscc: string }>(office.people.district, path)).body;
  return claimFor(office.people, office.people.otherApplicant, uscc);
}

const titlePath = (office: Office) => find(office, "certifications", ({ state }) => state === "valid");
const planned = async (office: Office) =>
  planCheck(office.people.district, "periodic_inspection", await titlePath(office), "2026-08-10");
const carriedOut = (office: Office) =>
  find(
    office,
    "inspections",
    ({ state, kind }) => state === "carried_out" && kind === "periodic_inspection",
    "district",
  );

/** What a district does through forms that are drawn from their description. */
export const districtTasks: readonly Task[] = [
  { act: "organizations.confirm-mandate", by: "district", at: claimed },
  { act: "organizations.refuse-mandate", by: "district", at: claimed, fields: reason },
  { act: "organizations.end-mandate", by: "district", at: mandated, fields: reason },
  { act: "organizations.transfer-mandate", by: "district", at: contested, fields: reason },
  {
    act: "organization_changes.refuse",
    by: "district",
    at: (office) => find(office, "organization-changes", ({ state }) => state === "reported", "district"),
    fields: reason,
  },
  {
    act: "applications.transfer",
    by: "district",
    at: ({ submittedPath }) => submittedPath,
    fields: { 转给: { choose: /高新/ }, ...reason },
  },
  { act: "applications.accept", by: "district2", at: ({ submittedPath }) => submittedPath },
  { act: "applications.not-recommend", by: "district2", at: ({ submittedPath }) => submittedPath, fields: reason },
  {
    act: "inspections.plan",
    by: "district",
    at: () => "/api/v1/inspections",
    button: "安排定期检查",
    fields: { 资格: { choose: /某某/ }, 计划日期: "2026-08-11" },
  },
  { act: "inspections.edit", by: "district", at: planned, fields: { 计划日期: "2026-08-12" } },
  { act: "inspections.call-off", by: "district", at: planned, fields: reason },
  {
    act: "inspections.check-again",
    by: "district",
    at: carriedOut,
    fields: { 复查日期: "2026-06-25", 复查情况: "收费已经公开。", 已整改: true },
  },
  { act: "inspections.close", by: "district", at: carriedOut },
  { act: "reports.return", by: "district", at: reportSent, fields: reason },
  { act: "reports.forward", by: "district", at: reportSent },
];
