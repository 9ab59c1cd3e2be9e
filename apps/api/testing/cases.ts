import { randomUUID } from "node:crypto";
import {
  appendApplicationRows,
  insertApplication,
  insertOrganization,
  insertRoleGrant,
  sealMap,
  updateApplication,
} from "@shifan/db";
import type { StaffRole } from "@shifan/rules";
import { addStaff, type Browser, createBrowser, signIn } from "./accounts.ts";
import { morning, type TestApp, testPersonalKeys } from "./app.ts";

/** Gives a member of staff a role. */
export async function grantRole(
  { database }: TestApp,
  userId: string,
  role: StaffRole,
  district: string | null,
): Promise<void> {
  const untilOn = role === "auditor" ? "2026-12-31" : null;
  const days = { fromOn: "2026-01-01", untilOn, createdAt: morning };
  await insertRoleGrant(database, { id: randomUUID(), userId, role, district, ...days });
}

/** A member of staff with a role, or with one in each of several districts, signed in. The app has to be a demonstration: there is no second factor. */
export async function addOfficer(on: TestApp, email: string, role: StaffRole, ...districts: string[]) {
  const userId = await addStaff(on, email);
  if (districts.length === 0) await grantRole(on, userId, role, null);
  for (const district of districts) await grantRole(on, userId, role, district);
  const browser = createBrowser(on);
  await signIn(browser, email);
  return browser;
}

export type AcceptedCase = { roundId: string; uscc: string; district?: string; served?: number; unsatisfied?: number };

/**
 * An application that its district has accepted, with nothing in its form but a served list; the last enterprise stands in it twice.
 *
 * @returns its id
 */
export async function addAcceptedCase(
  { database }: TestApp,
  { roundId, uscc, district = "410105", served = 60, unsatisfied = 0 }: AcceptedCase,
): Promise<string> {
  const organizationName = `示例服务中心${uscc.slice(-4)}`;
  const organization = { id: `organization ${uscc}`, uscc, district, name: organizationName, nameSource: "营业执照" };
  await insertOrganization(database, { ...organization, fromOn: "2020-01-01", at: morning });
  const { id } = await insertApplication(database, {
    id: `application ${uscc}`,
    roundId,
    organizationId: organization.id,
    district,
    origin: "online",
    isHandedIn: true,
    receivedOn: "2026-06-08",
    enteredBy: "applicant",
    enteredOn: "2026-06-08",
    at: morning,
    organizationName,
    uscc,
  });
  const rows = Array.from({ length: served + 1 }, (_, index) => {
    const n = Math.min(index, served - 1);
    const satisfaction = n < unsatisfied ? "unsatisfied" : "satisfied";
    return {
      rowId: `row-${index}`,
      position: index,
      data: { enterprise_name: `企业${n}有限公司`, service_summary: "管理咨询", satisfaction },
      personal: sealMap(testPersonalKeys, { contact: `联系人${n}`, phone: `138${String(n).padStart(8, "0")}` }),
      revision: 1,
    };
  });
  await appendApplicationRows(database, id, "served", rows);
  await updateApplication(database, id, morning, { state: "accepted" });
  return id;
}

/** Acts on one application as a browser's user does: reads the survey's ETag, and sends it with the act. */
export function createActor(browser: Browser, id: string) {
  const path = `/api/v1/applications/${encodeURIComponent(id)}`;
  const read = () => browser.call(`${path}/survey`);
  return {
    path,
    read,
    act: async (act: string, body: unknown = {}, etag?: string) => {
      const seen = etag ?? (await read()).headers.get("etag") ?? '"0"';
      return browser.call(`${path}/${act}`, { body, headers: { "if-match": seen } });
    },
  };
}

export type SurveyActor = ReturnType<typeof createActor>;

export const answer = (place: number, rating = "very_satisfied") => ({
  place,
  interviewee: "王小明",
  position: "经理",
  phone: "138 0013 8000",
  rating,
  method: "telephone",
  answeredOn: "2026-06-10",
});

const articles = ["第六条", "第七条", "第八条"];

export const assessment = (own: { met?: string; satisfactionExplanation?: string } = {}) => ({
  operation: "运营正常",
  performance: "服务60家",
  influence: "带动本区中小企业",
  finding: articles.map((article) => ({ article, met: own.met ?? "yes", text: "已核对" })),
  satisfactionExplanation: own.satisfactionExplanation ?? "",
  methods: ["telephone"],
});

/** Draws, records as many answers as the law asks for, assesses and ends the survey. @returns the ETag */
export async function surveyCase(actor: SurveyActor, own: Parameters<typeof assessment>[0] = {}): Promise<string> {
  let seen: string | undefined;
  /** Each act's answer says in what state the next one finds the survey. */
  const act = async (name: string, body?: unknown) => {
    seen = (await actor.act(name, body, seen)).headers.get("etag") ?? undefined;
  };
  await act("draw-sample");
  for (let place = 1; place <= 10; place += 1) await act("record-answer", answer(place));
  await act("assess-operation", assessment(own));
  await act("complete-survey");
  return seen ?? "";
}
