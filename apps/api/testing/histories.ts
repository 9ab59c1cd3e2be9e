import type { AuditEntryView, AuditHistory } from "@shifan/contract";
import type { Browser } from "./accounts.ts";
import type { TestApp } from "./app.ts";
import { readPdf } from "./documents/read-pdf.ts";
import { download } from "./download.ts";

/** The history of a record as its reader gets it. */
export async function historyOf(browser: Browser, resource: string, id: string) {
  const { status, body } = await browser.call(`/api/v1/audit/history/${resource}/${encodeURIComponent(id)}`);
  return { status, history: body as AuditHistory };
}

/** Every change of a history as 栏目：原值→新值, the newest act first. */
export function changesIn({ entries }: AuditHistory): string[] {
  return entries.flatMap(({ changes }) =>
    (changes ?? []).map(({ label, before, after }) => `${label}：${before ?? "无"}→${after ?? "无"}`),
  );
}

/** The entries that a reader is given. */
export async function entriesFor(browser: Browser, filter: object = {}, more = "") {
  const answer = await browser.call(
    `/api/v1/audit?sort=["createdAt","DESC"]&filter=${encodeURIComponent(JSON.stringify(filter))}${more}`,
  );
  return { status: answer.status, headers: answer.headers, entries: answer.body as AuditEntryView[] };
}

/** The pages of a proof, as text. */
export async function proofOf(app: TestApp, browser: Browser, resource: string, id: string): Promise<string[]> {
  const address = `/api/v1/audit/history/${resource}/${encodeURIComponent(id)}/proof`;
  const { status, bytes } = await download(app, address, { browser });
  if (status !== 200) throw new Error(`no proof: ${status}`);
  return readPdf(bytes);
}
