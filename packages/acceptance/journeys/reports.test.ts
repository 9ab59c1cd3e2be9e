import { afterAll, beforeAll, expect, test } from "vitest";
import { act, make, type People, read, signInEverybody } from "../src/procedure.ts";
import { type Server, settableClock, startServer } from "../src/server.ts";
import { upload } from "../src/uploads.ts";

let server: Server;
let people: People;
let setClock: (instant: string) => Promise<void>;
let organizationPath = "";
let certificationId = "";
let report = "";
const packages: Record<string, string> = {};

interface Package {
  readonly id: string;
  readonly isLate: boolean;
  readonly missing: readonly { readonly obligationId: string; readonly name: string }[];
  readonly reports: readonly { readonly reportId: string; readonly state: string }[];
}
interface Report {
  readonly id: string;
  readonly figures: readonly { readonly id: string; readonly value: unknown; readonly proposal: unknown }[];
}
interface Obligation {
  readonly kind: string;
  readonly district: string | null;
  readonly standing: string;
  readonly doneOn: string | null;
}

const holder = { name: "王芳", phone: "0371-67886827" };
const title = (own: object) => ({
  uscc: "91410100MA9K12344B",
  organizationName: "郑州某某企业服务有限公司",
  district: "410105",
  platformName: "某某服务平台",
  platformType: "specialized",
  documentNumber: "郑工信〔2024〕1号",
  validFrom: "2024-11-15",
  validTo: "2027-11-15",
  source: "市工信局档案",
  ...own,
});
const values = {
  smes_served: 2,
  satisfied: 2,
  unsatisfied: 0,
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
const served = (n: number) => ({
  enterprise_name: `郑州企业${n}有限公司`,
  contact: `张${n}`,
  phone: `1380000000${n}`,
  service_summary: "管理咨询",
  satisfaction: "satisfied",
});

async function obligations(kind: string): Promise<readonly Obligation[]> {
  const filter = encodeURIComponent(JSON.stringify({ kind }));
  const { body } = await read<readonly Obligation[]>(people.city, `/api/v1/obligations?filter=${filter}`);
  return body;
}

beforeAll(async () => {
  const clock = await settableClock();
  setClock = clock.set;
  await setClock("2026-06-10T09:30:00+08:00");
  server = await startServer({ settings: { DEMO: "accounts", SHIFAN_NOW: clock.setting } });
  people = await signInEverybody(server.url);
  const organization = { uscc: "91410100MA9K12344B", name: "郑州某某企业服务有限公司", district: "410105", holder };
  const made = await make(people.otherApplicant, "/api/v1/organizations", organization);
  organizationPath = `/api/v1/organizations/${(made.body as { organizationId: string }).organizationId}`;
  const silent = { uscc: "12100000400002259P", organizationName: "某研究院", platformName: "某研究院服务平台" };
  const titles = [title({}), title({ ...silent, district: "410172" })];
  const imported = await make(people.city, "/api/v1/certifications/import", { titles });
  for (const id of (imported.body as { ids: string[] }).ids) {
    certificationId ||= id;
    expect((await act(people.secondCity, `/api/v1/certifications/${id}`, "confirm")).status).toBe(200);
  }
}, 180_000);
afterAll(() => server.stop());

test("what is owed is planned by the clock", { timeout: 90_000 }, async () => {
  await expect
    .poll(async () => (await obligations("half_year_package")).length, { timeout: 80_000, interval: 250 })
    .toBe(2);
});

test("the platform keeps whom it has served, once; its report is proposed the count", async () => {
  const path = `${organizationPath}/served-lists/2026-H1`;
  const { etag } = await read(people.otherApplicant, path);
  const rows = [served(1), served(2), served(1)];
  const put = await people.otherApplicant.call(path, { method: "PUT", json: { rows }, headers: { "if-match": etag } });
  expect([put.status, put.body]).toMatchObject([200, { total: 3, revision: 1 }]);
  const asked = { certificationId, kind: "half_year_report", period: "2026-H1" };
  const begun = await make(people.otherApplicant, "/api/v1/reports", asked);
  expect(begun.status).toBe(201);
  const { id, figures } = begun.body as Report;
  report = `/api/v1/reports/${id}`;
  expect(figures.find((each) => each.id === "smes_served")).toMatchObject({ value: null, proposal: 2 });
});

test("it fills in its report with a photograph, and hands it in once the half is over", async () => {
  const photo = await upload(people.otherApplicant, "report", report.split("/").at(-1) ?? "");
  expect((await act(people.otherApplicant, report, "edit", { values, fileIds: [photo] })).status).toBe(200);
  expect((await people.district.call(`/api/v1/files/${photo}`)).status).toBe(404);
  expect((await act(people.otherApplicant, report, "submit")).body).toMatchObject({ code: "period_not_ended" });
  await setClock("2026-07-15T09:30:00+08:00");
  expect((await people.district.call(report)).status).toBe(404);
  expect((await act(people.otherApplicant, report, "submit")).status).toBe(200);
  expect((await people.district.call(`/api/v1/files/${photo}`)).status).toBe(200);
  expect((await people.otherDistrict.call(report)).status).toBe(404);
  const pdf = await people.district.call(`${report}/document`);
  expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
});

test("its district names what is missing with the reason, and sends all in the last second of July", async () => {
  for (const [district, session] of [
    ["410105", people.district],
    ["410172", people.otherDistrict],
  ] as const) {
    const made = await make(session, "/api/v1/packages", { district, kind: "half_year_package", period: "2026-H1" });
    const { id, missing } = made.body as Package;
    packages[district] = `/api/v1/packages/${id}`;
    expect(missing.map(({ name }) => name).join()).toContain("半年定期检查");
    const early = await act(session, packages[district], "send", { documentNumber: "1号" });
    expect(early.body).toMatchObject({ code: "missing_unexplained" });
    const reasons = Object.fromEntries(missing.map(({ obligationId }) => [obligationId, "人员调整，8月补"]));
    expect((await act(session, packages[district], "edit", { missing: reasons })).status).toBe(200);
  }
  await setClock("2026-07-31T23:59:59+08:00");
  const sent = await act(people.district, packages["410105"] ?? "", "send", { documentNumber: "金工信〔2026〕9号" });
  expect([sent.status, sent.body]).toMatchObject([200, { sentOn: "2026-07-31", isLate: false }]);
  expect((sent.body as Package).reports.map(({ state }) => state)).toEqual(["forwarded"]);
});

test("a second later another district is late, and is taken all the same", async () => {
  await setClock("2026-08-01T00:00:00+08:00");
  const sent = await act(people.otherDistrict, packages["410172"] ?? "", "send", { documentNumber: "高新〔2026〕3号" });
  expect([sent.status, sent.body]).toMatchObject([200, { sentOn: "2026-08-01", isLate: true }]);
  const standings = (await obligations("half_year_package")).map(({ district, standing }) => [district, standing]);
  expect(standings.toSorted()).toEqual([
    ["410105", "done"],
    ["410172", "done_late"],
  ]);
});

test("the city reads both with their letters, and receives the first with the report in it", async () => {
  for (const path of Object.values(packages)) {
    for (const paper of ["cover-letter", "inspection-report"]) {
      const { status, headers } = await people.city.call(`${path}/${paper}?format=docx`);
      expect([paper, status, headers.get("content-type")]).toEqual([
        paper,
        200,
        expect.stringContaining("wordprocessing"),
      ]);
    }
  }
  expect((await act(people.auditor, packages["410105"] ?? "", "receive")).status).toBe(403);
  expect((await act(people.city, packages["410105"] ?? "", "receive")).status).toBe(200);
  expect((await read(people.otherApplicant, report)).body).toMatchObject({
    state: "received",
    receivedOn: "2026-08-01",
  });
  const sentBack = { reason: "缺的原因不清楚" };
  expect((await act(people.city, packages["410172"] ?? "", "send-back", sentBack)).status).toBe(200);
  const owed = (await obligations("half_year_package")).find(({ district }) => district === "410172");
  expect(owed).toMatchObject({ standing: "late", doneOn: null });
});
