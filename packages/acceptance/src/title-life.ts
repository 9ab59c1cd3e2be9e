import { expect } from "vitest";
import { planCheck, recordOf } from "./inspecting.ts";
import { act, make, type People, read } from "./procedure.ts";

/** Figures and words of a report that is whole. */
/** What a platform reports of itself. */
export const reportValues = {
  smes_served: 40,
  satisfied: 38,
  unsatisfied: 2,
  service_income: "60.05",
  service_volume_unit: "次",
  total_service_volume: "200",
  public_service_volume: "50",
  low_fee_service_volume: "0",
  commissioned_tasks: 1,
  work_done: "举办政策宣讲三次。",
  public_service_work: "免费诊断五十次。",
  commissioned_work: "承办数字化转型摸底。",
  charges: "小微企业八折。",
  next_plans: "增加设备共享。",
};

/** An obligation, as far as the life of a title looks at it. */
export interface Owed {
  readonly id: string;
  readonly kind: string;
  readonly period: string;
  readonly standing: string;
}

/** What a title owes, by kind and period: "half_year_report 2027-H1" → "done". */
export async function owedBy(people: People, titlePath: string): Promise<Readonly<Record<string, string>>> {
  const filter = encodeURIComponent(JSON.stringify({ certificationId: titlePath.split("/").at(-1) }));
  const { body } = await read<readonly Owed[]>(people.city, `/api/v1/obligations?filter=${filter}&range=[0,99]`);
  return Object.fromEntries(body.map(({ kind, period, standing }) => [`${kind} ${period}`, standing]));
}

/** The district looks at the title on a day and finds nothing wrong. */
export async function inspectOn(people: People, titlePath: string, day: string): Promise<void> {
  const path = await planCheck(people.district, "periodic_inspection", titlePath, day);
  const recorded = await act(people.district, path, "record", await recordOf(people.district, path, day, {}));
  expect(recorded.status).toBe(200);
  expect((await act(people.district, path, "close")).body).toMatchObject({ state: "closed" });
}

/** The platform reports on a period, the district sends it on with all it has, the city receives it. */
export async function reportOn(
  people: People,
  titlePath: string,
  { district, period }: { district: string; period: string },
): Promise<void> {
  const isAnnual = !period.includes("H");
  const [reportKind, packageKind] = isAnnual
    ? (["annual_report", "annual_package"] as const)
    : (["half_year_report", "half_year_package"] as const);
  const certificationId = titlePath.split("/").at(-1);
  const begun = await make(people.applicant, "/api/v1/reports", { certificationId, kind: reportKind, period });
  expect(begun.status).toBe(201);
  const report = `/api/v1/reports/${(begun.body as { id: string }).id}`;
  expect((await act(people.applicant, report, "edit", { values: reportValues })).status).toBe(200);
  expect((await act(people.applicant, report, "submit")).body).toMatchObject({ state: "sent_to_district" });
  const made = await make(people.district, "/api/v1/packages", { district, kind: packageKind, period });
  expect([made.status, (made.body as { missing: unknown[] }).missing]).toEqual([201, []]);
  const sent = `/api/v1/packages/${(made.body as { id: string }).id}`;
  if (isAnnual) await act(people.district, sent, "edit", { inspectionReport: "两次检查都合格。" });
  const documentNumber = `金工信〔${period}〕9号`;
  expect((await act(people.district, sent, "send", { documentNumber })).body).toMatchObject({ isLate: false });
  expect((await act(people.city, sent, "receive")).body).toMatchObject({ state: "received" });
  expect((await read(people.applicant, report)).body).toMatchObject({ state: "received" });
}
