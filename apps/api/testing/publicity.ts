import { randomUUID } from "node:crypto";
import { findRound, insertOrganization, updateApplication, updateRound, writeApplicationSection } from "@shifan/db";
import type { Browser } from "./accounts.ts";
import { morning, type TestApp } from "./app.ts";
import { addApplication, addOpenRound } from "./applications.ts";

/** A round whose list is drawn up, with so many proposed cases, each of an organization of its own. */
export async function addProposedList(
  app: TestApp,
  { year, count }: { year: number; count: number },
): Promise<{ roundId: string; cases: { id: string; organizationId: string; name: string }[] }> {
  const { database } = app;
  const roundId = await addOpenRound(app, year);
  const cases: { id: string; organizationId: string; name: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const uscc = `9141${year}${String(n).padStart(10, "0")}`;
    const name = `郑州𠮷祥服务中心${String(n).padStart(3, "0")}`;
    const organizationId = `organization ${uscc}`;
    await insertOrganization(database, {
      id: organizationId,
      uscc,
      district: "410105",
      name,
      nameSource: "营业执照",
      fromOn: "2020-01-01",
      at: morning,
    });
    const id = await addApplication(app, { roundId, organizationId, uscc });
    await writeApplicationSection(database, {
      applicationId: id,
      section: "supplement",
      data: { platform_type: n % 2 === 0 ? "specialized" : "comprehensive" },
      changedBy: "applicant",
      changedAt: morning,
    });
    await updateApplication(database, id, morning, { state: "proposed", isHandedIn: true, receivedOn: "2026-06-10" });
    cases.push({ id, organizationId, name });
  }
  await updateRound(database, roundId, { state: "list_proposed" });
  return { roundId, cases };
}

export const publication = {
  title: "关于拟认定名单的公示",
  text: "现予公示。",
  startsOn: "2026-11-16",
  officialUrl: "https://gxj.zhengzhou.gov.cn/notice/1.html",
  officialPublishedOn: "2026-11-16",
};

/** Publishes the list of a round as an officer of the city does. */
export async function publishList(app: TestApp, city: Browser, roundId: string, body: object = publication) {
  const round = await findRound(app.database, roundId);
  const headers = { "if-match": `"${round?.revision ?? 0}"` };
  return city.call(`/api/v1/rounds/${roundId}/publish-list`, { body, headers });
}

export const objector = {
  name: "赵铁柱",
  phone: "138 3712 3456",
  content: "该中心2025年实际服务企业不到三十家，与申报不符。",
  evidence: "附2025年服务台账照片三张。",
};

/** Files an objection without an account. @returns its receipt number */
export function fileObjection(anybody: Browser, noticeId: string, position: number, own: object = {}) {
  return anybody.call(`/api/v1/public/notices/${noticeId}/objections`, { body: { position, ...objector, ...own } });
}

/** Reads a record and does an act on it in the state in which it was read. */
export async function actOn(browser: Browser, path: string, act: string, body: object = {}) {
  const read = await browser.call(path);
  const headers = { "if-match": read.headers.get("etag") ?? '"0"' };
  return browser.call(`${path}/${act}`, { body, headers });
}

/** A key for a call that makes a record. */
export const onceKey = () => ({ "idempotency-key": randomUUID() });
