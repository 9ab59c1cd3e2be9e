import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Expert, Panel, Review } from "@shifan/contract";
import {
  announceFile,
  appendApplicationRows,
  confirmFile,
  replaceMaterialFiles,
  updateApplication,
  writeApplicationMaterial,
} from "@shifan/db";
import type { Browser } from "./accounts.ts";
import type { Answer, TestApp } from "./app.ts";
import { morning } from "./app.ts";
import { type AcceptedCase, addAcceptedCase, addOfficer } from "./cases.ts";

/** An expert of the pool with whoever signs in as them. */
export type ExpertPerson = { readonly id: string; readonly name: string; readonly browser: Browser };

/** Takes an expert into the pool, with an account of their own. The app has to be a demonstration. */
export async function addExpert(
  app: TestApp,
  city: Browser,
  own: { name: string; employer?: string; fields?: readonly string[] },
): Promise<ExpertPerson> {
  const email = `${randomUUID()}@expert.example`;
  const browser = await addOfficer(app, email, "expert");
  const body = { employer: "某大学", ...own, email };
  const { status, body: made } = await make(city, "/api/v1/experts", body);
  if (status !== 201) throw new Error(`the expert is not taken in: ${JSON.stringify(made)}`);
  return { id: (made as Expert).id, name: own.name, browser };
}

/** Makes a record with a key of its own. */
export function make(browser: Browser, path: string, body: unknown): Promise<Answer> {
  return browser.call(path, { body, headers: { "idempotency-key": randomUUID() } });
}

/** Does an act on a record in the state in which the browser's user reads it now. @param readAt where it is read, if elsewhere */
export async function actOn(
  browser: Browser,
  path: string,
  act: string,
  body: unknown = {},
  readAt = path,
): Promise<Answer> {
  const etag = (await browser.call(readAt)).headers.get("etag") ?? '"0"';
  return browser.call(`${path}/${act}`, { body, headers: { "if-match": etag } });
}

/** A case that the city has received, with a partner and an investor in its form. @returns its address */
export async function addReceivedCase(app: TestApp, own: AcceptedCase): Promise<string> {
  const { database } = app;
  const id = await addAcceptedCase(app, own);
  const row = (data: Record<string, string>) => [{ rowId: "row-0", position: 0, data, personal: {}, revision: 1 }];
  await appendApplicationRows(database, id, "partners", row({ partner_name: "郑州 合作（集团）有限公司" }));
  await appendApplicationRows(database, id, "investors", row({ investor_name: "河南投资有限公司" }));
  await updateApplication(database, id, morning, { state: "received" });
  return `/api/v1/applications/${encodeURIComponent(id)}`;
}

/** Appoints experts for a case, or finishes its review. */
export function actOnPanel(
  city: Browser,
  path: string,
  act: "assign-experts" | "finish-review",
  body: unknown,
): Promise<Answer> {
  return actOn(city, path, act, body, `${path}/panel`);
}

export const panelOf = ({ body }: { body: unknown }) => body as Panel;
export const reviewOf = ({ body }: { body: unknown }) => body as Review;

/** The most that each item of the shipped score sheet gives. */
const most = {
  service_performance: 20,
  outlook: 15,
  reputation: 10,
  capability: 15,
  functions: 20,
  features: 20,
};

/** A whole sheet of a total, in points: the items are filled up in their order. */
export function sheetOf(total: number, opinion = "同意推荐") {
  let left = total;
  const items = Object.entries(most).map(([id, points]) => {
    const given = Math.min(points, left);
    left -= given;
    return [id, { points: given, comment: "" }];
  });
  return { items: Object.fromEntries(items), directions: { matching: "对接活动有台账" }, opinion };
}

/** Saves a sheet in the state in which its expert reads it now. */
export async function save(expert: Browser, reviewPath: string, scores: unknown): Promise<Answer> {
  const etag = (await expert.call(reviewPath)).headers.get("etag") ?? "";
  return expert.call(`${reviewPath}/scores`, { method: "PUT", body: scores, headers: { "if-match": etag } });
}

/** Puts one expert through one review: declares, scores and locks. */
export async function score(expert: Browser, reviewPath: string, total: number): Promise<Answer> {
  await actOn(expert, reviewPath, "declare-conflict", { conflict: false });
  await save(expert, reviewPath, sheetOf(total));
  return actOn(expert, reviewPath, "submit");
}

/** A material of a case, the audit, with one file, which an officer has found in order. @returns the file's id */
export async function addPaper(
  { database, fileServices }: Pick<TestApp, "database" | "fileServices">,
  applicationId: string,
): Promise<string> {
  const id = randomUUID();
  const material = "M06";
  const content = `%PDF-1.7 ${id}`;
  const sha256 = createHash("sha256").update(content).digest("hex");
  const folder = mkdtempSync(join(tmpdir(), "shifan-paper-"));
  writeFileSync(join(folder, "paper"), content);
  const about = { purpose: "material" as const, target: `${applicationId}:${material}`, uploadedBy: "applicant" };
  const kept = { sha256, size: content.length, mediaType: "application/pdf", uploadedAt: morning };
  await announceFile(database, { id, name: "审计报告.pdf", ...about, ...kept, storingSince: morning });
  await fileServices.contentStorage.store(sha256, join(folder, "paper"), id);
  await confirmFile(database, id);
  rmSync(folder, { recursive: true });
  const judged = { verdict: "accepted" as const, verdictReason: null, judgedBy: "district", judgedAt: morning };
  await writeApplicationMaterial(database, { applicationId, material, isOnPaper: false, ...judged });
  await replaceMaterialFiles(database, {
    applicationId,
    material,
    files: [{ fileId: id, printedVersion: null }],
    at: morning,
  });
  return id;
}
