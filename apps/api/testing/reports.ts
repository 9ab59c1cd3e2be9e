import type { Report } from "@shifan/contract";
import type { Browser } from "./accounts.ts";
import { onceKey } from "./publicity.ts";

/** Every required field of a report, with figures of its own. */
export const reportValues = (own: object = {}) => ({
  smes_served: 42,
  satisfied: 40,
  unsatisfied: 2,
  service_income: "60.05",
  service_volume_unit: "次",
  total_service_volume: "200",
  public_service_volume: "50",
  low_fee_service_volume: "10.5",
  commissioned_tasks: 1,
  info_events: 3,
  work_done: "举办政策宣讲三次，上门诊断四十二家。",
  public_service_work: "免费诊断五十次。",
  commissioned_work: "承办区工信部门的数字化转型摸底。",
  charges: "小微企业八折。",
  next_plans: "增加设备共享。",
  ...own,
});

/** Begins a report. */
export function beginReport(browser: Browser, certificationId: string, period: string) {
  const kind = period.includes("-") ? "half_year_report" : "annual_report";
  return browser.call("/api/v1/reports", { body: { certificationId, kind, period }, headers: onceKey() });
}

/** Begins a report and fills it in. @returns its address */
export async function draftReport(browser: Browser, certificationId: string, period: string, own: object = {}) {
  const begun = await beginReport(browser, certificationId, period);
  if (begun.status !== 201) throw new Error(`the report was not begun: ${JSON.stringify(begun.body)}`);
  const path = `/api/v1/reports/${(begun.body as Report).id}`;
  const headers = { "if-match": begun.headers.get("etag") ?? "" };
  const edited = await browser.call(`${path}/edit`, { body: { values: reportValues(own) }, headers });
  if (edited.status !== 200) throw new Error(`the report was not written: ${JSON.stringify(edited.body)}`);
  return path;
}
