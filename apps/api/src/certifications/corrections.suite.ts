import { randomUUID } from "node:crypto";
import type { Obligation, Tasks, Title } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp } from "../../testing/app.ts";
import { addOfficer } from "../../testing/cases.ts";
import { changesIn, historyOf } from "../../testing/histories.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";
import { planObligations } from "../obligations/plan.ts";

const base = "/api/v1/certifications";
const paper = {
  uscc: "91110108551385082Q",
  organizationName: "某公司",
  district: "410105",
  platformName: "某平台",
  platformType: "specialized",
  documentNumber: "郑工信〔2024〕1号",
  certificateNumber: "ZZ-2024-1",
  validFrom: "2024-08-15",
  validTo: "2027-08-15",
  source: "档案",
};
const reason = { reason: "与认定文件不一致" };

/** What was entered wrongly from papers: given up before it is confirmed, corrected by two persons afterwards. */
export const correctionsSuite = suite("a title that was entered wrongly", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  const people = {} as Record<"city" | "second" | "district" | "expert", Browser>;

  const bring = async (own: object = {}) => {
    const body = { titles: [{ ...paper, ...own }] };
    const made = await people.city.call(`${base}/import`, { headers: { "idempotency-key": randomUUID() }, body });
    return { ...made, id: (made.body as { ids?: string[] }).ids?.[0] ?? "" };
  };
  const act = (by: Browser, id: string, name: string, body: object = {}) => actOn(by, `${base}/${id}`, name, body);
  const titleAs = async (by: Browser, id: string) => (await by.call(`${base}/${id}`)).body as Title;
  const listed = async (filter: object) =>
    ((await people.city.call(`${base}?filter=${JSON.stringify(filter)}`)).body as Title[]).map(({ id }) => id);
  const tasksOf = async (by: Browser) => ((await by.call("/api/v1/tasks")).body as Tasks).tasks;
  const owed = async (certificationId: string) => {
    const filter = encodeURIComponent(JSON.stringify({ certificationId }));
    const rows = (await people.city.call(`/api/v1/obligations?filter=${filter}&range=[0,99]`)).body as Obligation[];
    return rows
      .map(({ kind, period, dueOn, state, exemption }) => [kind, period, dueOn, exemption ?? state].join(" "))
      .toSorted();
  };
  const plan = () => planObligations({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId });

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    people.city = await addOfficer(app, "city@correction.example", "city");
    people.second = await addOfficer(app, "city2@correction.example", "city");
    people.district = await addOfficer(app, "district@correction.example", "district", "410105");
    people.expert = await addOfficer(app, "expert@correction.example", "expert");
  });

  it("is withdrawn by whoever entered it, refused by another, bears on nothing then, and is entered again", async () => {
    const { id: first } = await bring();
    expect((await act(people.second, first, "withdraw", reason)).body).toMatchObject({ code: "not_permitted" });
    expect((await act(people.city, first, "refuse", reason)).body).toMatchObject({ code: "second_person_required" });
    expect((await act(people.district, first, "refuse", reason)).status).toBe(403);
    expect((await act(people.city, first, "withdraw", {})).status).toBe(422);
    expect((await titleAs(people.city, first)).allowedActs).toEqual(["withdraw"]);
    expect((await titleAs(people.second, first)).allowedActs).toEqual(["confirm", "refuse"]);
    const withdrawn = await act(people.city, first, "withdraw", reason);
    expect(withdrawn.body).toMatchObject({
      isConfirmed: false,
      discard: { discardedOn: "2026-06-10", reason: reason.reason },
      allowedActs: [],
    });
    const { id: second } = await bring();
    expect((await act(people.second, second, "refuse", reason)).status).toBe(200);
    expect((await act(people.second, second, "confirm")).body).toMatchObject({ code: "wrong_state" });
    expect((await act(people.city, second, "withdraw", reason)).body).toMatchObject({ code: "wrong_state" });
    const { id: third } = await bring();
    expect(await listed({ isConfirmed: false })).toEqual([third]);
    expect((await tasksOf(people.second)).find(({ kind }) => kind === "titles_to_confirm")?.count).toBe(1);
    expect((await people.expert.call(`/api/v1/public/certificates/${paper.certificateNumber}`)).status).toBe(404);
    await plan();
    expect(await owed(second)).toEqual([]);
    expect((await act(people.second, third, "confirm")).status).toBe(200);
    expect((await people.expert.call(`/api/v1/public/certificates/${paper.certificateNumber}`)).status).toBe(200);
    expect((await act(people.second, third, "refuse", reason)).body).toMatchObject({ code: "wrong_state" });
    expect(await trailOf(app.database, first)).toMatchObject([
      { act: "import" },
      { act: "withdraw", outcome: "not_permitted" },
      { act: "refuse", outcome: "second_person_required" },
      { act: "refuse", outcome: "not_permitted" },
      { act: "withdraw", outcome: "accepted", ground: reason.reason, article: "第十四条" },
    ]);
  });

  it("is corrected with a reason once another has confirmed it; until then it stands as it was, and what it said stays in its history", async () => {
    const { id } = await bring({ platformName: "某某平太", certificateNumber: "ZZ-2024-2", documentNumber: "2号" });
    expect((await act(people.city, id, "correct", { platformName: "某某平台", ...reason })).body).toMatchObject({
      code: "wrong_state",
    });
    await act(people.second, id, "confirm");
    const correction = { platformName: "某某平台", documentNumber: "2号", ...reason };
    expect((await act(people.district, id, "correct", correction)).status).toBe(403);
    const proposed = await act(people.city, id, "correct", correction);
    expect(proposed.body).toMatchObject({
      platformName: "某某平太",
      correction: {
        isOwn: true,
        reason: reason.reason,
        changes: [{ field: "platformName", before: "某某平太", after: "某某平台" }],
      },
    });
    expect((await titleAs(people.expert, id)).correction).toBeNull();
    expect((await act(people.second, id, "correct", correction)).body).toMatchObject({ code: "wrong_state" });
    expect((await act(people.city, id, "confirm-correction")).body).toMatchObject({ code: "second_person_required" });
    const tasks = (await tasksOf(people.second)).filter(({ kind }) => kind === "title_corrections_to_confirm");
    expect(tasks).toMatchObject([{ count: 1, mayAct: true, work: { recordId: id } }]);
    expect(await listed({ hasCorrection: true })).toEqual([id]);
    const confirmed = await act(people.second, id, "confirm-correction");
    expect(confirmed.body).toMatchObject({ platformName: "某某平台", correction: null });
    const { history } = await historyOf(people.city, "certifications", id);
    expect(changesIn(history)).toEqual(
      expect.arrayContaining(["平台：某某平太→某某平台", "待确认的更正：平台：某某平台→无"]),
    );
    expect(history.entries.every(({ values }) => values === "proven" || values === "none")).toBe(true);
  });

  it("stays as it is where a correction is dropped, by either", async () => {
    const { id } = await bring({ platformName: "乙", certificateNumber: null, documentNumber: "3号" });
    await act(people.second, id, "confirm");
    for (const by of [people.city, people.second]) {
      expect((await act(by, id, "drop-correction", reason)).body).toMatchObject({ code: "wrong_state" });
      await act(people.city, id, "correct", { source: "另一盒", ...reason });
      expect((await act(by, id, "drop-correction", reason)).body).toMatchObject({ source: "档案", correction: null });
    }
  });

  it("is not corrected to what an import would refuse, nor to what it says already", async () => {
    const { id } = await bring({ platformName: "丙", certificateNumber: null, documentNumber: "4号" });
    await act(people.second, id, "confirm");
    const errorsOf = async (changes: object) => {
      const { status, body } = await act(people.city, id, "correct", { ...changes, ...reason });
      const { errors } = body as { errors: { path: string; code: string }[] };
      return [status, ...errors.map(({ path, code }) => `${path} ${code}`)];
    };
    expect(await errorsOf({ platformName: "丙" })).toEqual([422, " nothing_changed"]);
    expect(await errorsOf({ validTo: "2024-08-15" })).toEqual([422, "/validTo order"]);
    expect(await errorsOf({ validTo: "2027-02-30" })).toEqual([422, "/validTo no_such_day"]);
    expect(await errorsOf({ endedOn: "2025-01-01" })).toEqual([422, "/endedOn not_allowed"]);
    expect(await errorsOf({ certificateNumber: "ZZ-2024-1" })).toEqual([422, "/certificateNumber on_record"]);
    expect(await errorsOf({ platformName: "乙", documentNumber: "3号" })).toEqual([422, "/documentNumber on_record"]);
    // Refused again where another has taken the number meanwhile.
    expect((await act(people.city, id, "correct", { certificateNumber: "ZZ-9", ...reason })).status).toBe(200);
    const { id: other } = await bring({ platformName: "丁", certificateNumber: "ZZ-9", documentNumber: "5号" });
    expect(other).not.toBe("");
    expect((await act(people.second, id, "confirm-correction")).status).toBe(422);
  });

  it("owes by its right days: what they ask for is owed, what the wrong ones asked for alone is not, and what was done stays", async () => {
    const { id } = await bring({
      ...{ platformName: "戊", certificateNumber: null, documentNumber: "6号" },
      ...{ validFrom: "2023-08-15", validTo: "2026-08-15" },
    });
    await act(people.second, id, "confirm");
    await plan();
    const byTheWrong = [
      "annual_report 2026 2027-01-20 title_ended",
      "half_year_report 2026-H1 2026-07-20 due",
      "periodic_inspection 2026-H1 2026-06-30 due",
      "renewal 2026 2026-08-15 due",
    ];
    expect(await owed(id)).toEqual(byTheWrong);
    const correct = async (days: object) => {
      expect((await act(people.city, id, "correct", { ...days, ...reason })).status).toBe(200);
      expect((await act(people.second, id, "confirm-correction")).status).toBe(200);
      await plan();
      return owed(id);
    };
    expect(await correct({ validTo: "2026-12-20" })).toEqual([
      "annual_report 2026 2027-01-20 title_ended",
      "half_year_report 2026-H1 2026-07-20 due",
      "periodic_inspection 2026-H1 2026-06-30 due",
      "renewal 2026 2026-12-20 due",
    ]);
    expect(await correct({ validTo: "2027-08-15" })).toEqual([
      "annual_report 2026 2027-01-20 due",
      "half_year_report 2026-H1 2026-07-20 due",
      "periodic_inspection 2026-H1 2026-06-30 due",
      "renewal 2026 2026-12-20 title_corrected",
    ]);
    expect(await correct({ validTo: "2026-06-20" })).toEqual([
      "annual_report 2026 2027-01-20 title_ended",
      "half_year_report 2026-H1 2026-07-20 title_ended",
      "periodic_inspection 2026-H1 2026-06-30 title_ended",
      "renewal 2026 2026-06-20 due",
    ]);
    expect(await correct({ validTo: "2026-08-15" })).toEqual(byTheWrong);
    expect((await verifyRecords(app.database, ["certifications", "obligations"])).sound).toBe(true);
  });

  it("goes over to its right district with all that is not done, and the packages of both follow", async () => {
    const elsewhere = await addOfficer(app, "elsewhere@correction.example", "district", "410171");
    const { id } = await bring({ platformName: "己", certificateNumber: null, documentNumber: "7号" });
    await act(people.second, id, "confirm");
    await plan();
    const owedIn = async (by: Browser) => {
      const filter = encodeURIComponent(JSON.stringify({ certificationId: id }));
      return ((await by.call(`/api/v1/obligations?filter=${filter}&range=[0,99]`)).body as Obligation[]).length;
    };
    const packageOf = async (district: string) => {
      const filter = encodeURIComponent(JSON.stringify({ kind: "half_year_package", district }));
      const rows = (await people.city.call(`/api/v1/obligations?filter=${filter}&range=[0,99]`)).body as Obligation[];
      return rows.filter(({ period }) => period === "2026-H1").map(({ state, exemption }) => exemption ?? state);
    };
    expect([await owedIn(people.district), await owedIn(elsewhere)]).toEqual([3, 0]);
    expect(await packageOf("410171")).toEqual([]);
    const correct = (district: string) => act(people.city, id, "correct", { district, ...reason });
    expect((await correct("999999")).body).toMatchObject({ errors: [{ path: "/district", code: "not_allowed" }] });

    const inspection = { kind: "periodic_inspection", certificationId: id, plannedOn: "2026-06-20" };
    const planned = await people.district.call("/api/v1/inspections", { headers: onceKey(), body: inspection });
    expect(planned.status).toBe(201);
    expect((await correct("410171")).body).toMatchObject({
      errors: [{ path: "/district", code: "work_open", message: expect.stringContaining("检查、抽查、考核1件") }],
    });
    const path = `/api/v1/inspections/${(planned.body as { id: string }).id}`;
    expect((await actOn(people.district, path, "call-off", reason)).status).toBe(200);

    expect(await correct("410171")).toMatchObject({
      status: 200,
      body: { district: "410105", correction: { changes: [{ field: "district", before: "410105", after: "410171" }] } },
    });
    expect((await act(people.second, id, "confirm-correction")).body).toMatchObject({ district: "410171" });
    await plan();
    expect((await people.district.call(`${base}/${id}`)).status).toBe(404);
    expect([await owedIn(people.district), await owedIn(elsewhere)]).toEqual([0, 3]);
    expect(await packageOf("410171")).toEqual(["due"]);
    expect((await correct("410105")).status).toBe(200);
    expect((await act(people.second, id, "confirm-correction")).status).toBe(200);
    expect([await owedIn(people.district), await owedIn(elsewhere)]).toEqual([3, 0]);
    expect(await packageOf("410171")).toEqual(["nothing_to_report"]);
    expect((await verifyRecords(app.database, ["certifications", "obligations"])).sound).toBe(true);
  });
});
