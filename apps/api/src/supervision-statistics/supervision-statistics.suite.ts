import type { SupervisionStatistics } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { addTitle } from "../../testing/titles.ts";

/** What falls due in a half, by district, and what ends in the quarters to come. */
export const supervisionStatisticsSuite = suite("the statistics of supervision", (open) => {
  const clock = createSettableClock(new Date("2026-11-26T01:30:00Z"));
  let app: TestApp;
  const people: Record<string, Browser> = {};
  const ask = async (by: string, query = "") => {
    const answer = await people[by]?.call(`/api/v1/statistics/supervision${query}`);
    return { status: answer?.status, body: answer?.body as SupervisionStatistics };
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    people.city = await addOfficer(app, "city@supervision.example", "city");
    people.auditor = await addOfficer(app, "auditor@supervision.example", "auditor");
    people.district = await addOfficer(app, "district@supervision.example", "district", "410105");
    people.expert = await addOfficer(app, "expert@supervision.example", "expert");
    people.applicant = (await signUp(app, "applicant@supervision.example")).browser;
    const organizationId = await addOrganization(app, "91410100MA0000001A", null);
    const title = (validTo: string, own: object = {}) =>
      addTitle(app, { organizationId, validFrom: "2024-01-01", validTo, platformName: `到${validTo}`, ...own });
    await title("2026-11-25");
    await title("2026-11-26");
    await title("2026-12-31", { district: "410102" });
    await title("2027-01-01");
    await title("2027-09-30");
    await title("2027-10-01");
    await title("2027-02-01", { confirmedBy: null });
    const cancelled = await title("2027-02-02");
    await app.database.execute(
      `update certifications set state = 'cancelled', ended_on = '2026-06-01' where id = '${cancelled}'`,
    );
    const owe = (kind: string, period: string, district: string, dueOn: string, state: string, doneOn: string | null) =>
      app.database.execute(`insert into obligations (id, kind, subject, period, holder, district, state, is_binding, due_on, done_on, exemption, created_at, revision)
        values (gen_random_uuid()::text, '${kind}', gen_random_uuid()::text, '${period}', 'district', '${district}', '${state}', true, '${dueOn}',
          ${doneOn === null ? "null" : `'${doneOn}'`}, ${state === "not_applicable" ? "'partial_period'" : "null"}, '2026-07-01T00:00:00Z', 1)`);
    await owe("periodic_inspection", "2026-H2", "410105", "2026-12-31", "done", "2026-12-31");
    await owe("periodic_inspection", "2026-H2", "410105", "2026-12-31", "due", null);
    await owe("periodic_inspection", "2026-H2", "410105", "2026-12-31", "not_applicable", null);
    await owe("periodic_inspection", "2026-H2", "410102", "2026-12-31", "due", null);
    await owe("periodic_inspection", "2026-H1", "410105", "2026-06-30", "due", null);
    await owe("half_year_report", "2026-H1", "410105", "2026-07-20", "done", "2026-07-21");
    await owe("half_year_report", "2026-H1", "410105", "2026-07-20", "due", null);
    await owe("half_year_package", "2026-H1", "410102", "2026-07-31", "done", "2026-07-31");
    await owe("yearly_round", "2026", "410102", "2026-12-31", "due", null);
  });

  it("counts what falls due in this half, on time, late, and open, by district", async () => {
    const { body } = await ask("city");
    expect([body.asOf, body.period, body.periodText]).toEqual(["2026-11-26", "2026-H2", "2026年下半年"]);
    expect(body.owed.map(({ kind, period, dueOn, all }) => ({ kind, period, dueOn, ...all }))).toEqual([
      {
        kind: "half_year_report",
        period: "2026-H1",
        dueOn: "2026-07-20",
        owed: 2,
        done: 0,
        doneLate: 1,
        late: 1,
        open: 0,
      },
      {
        kind: "half_year_package",
        period: "2026-H1",
        dueOn: "2026-07-31",
        owed: 1,
        done: 1,
        doneLate: 0,
        late: 0,
        open: 0,
      },
      {
        kind: "periodic_inspection",
        period: "2026-H2",
        dueOn: "2026-12-31",
        owed: 3,
        done: 1,
        doneLate: 0,
        late: 0,
        open: 2,
      },
    ]);
    expect(body.owed.at(-1)).toMatchObject({
      title: "半年定期检查",
      article: "第十三条",
      byDistrict: [
        { key: "410102", name: "中原区", owed: 1, open: 1 },
        { key: "410105", name: "金水区", owed: 2, done: 1, open: 1 },
      ],
    });
  });

  it("counts a half of the past by what is late today", async () => {
    const { body } = await ask("city", "?period=2026-H1");
    expect(body.owed.map(({ kind, all }) => [kind, all.late])).toEqual([["periodic_inspection", 1]]);
    expect((await ask("city", "?period=2026")).status).toBe(422);
  });

  it("counts titles in force by the quarter in which they end, the last day included", async () => {
    const { body } = await ask("city");
    expect(body.expiring.map(({ name, count }) => [name, count])).toEqual([
      ["2026年第四季度", 2],
      ["2027年第一季度", 1],
      ["2027年第二季度", 0],
      ["2027年第三季度", 1],
    ]);
    expect(body.expiring[0]?.byDistrict).toEqual([
      { key: "410102", name: "中原区", count: 1 },
      { key: "410105", name: "金水区", count: 1 },
    ]);
  });

  it("shows a district the own figures, the supervisors all, and nobody else any", async () => {
    const { body } = await ask("district");
    expect(body.owed.flatMap(({ byDistrict }) => byDistrict.map(({ key }) => key))).toEqual(["410105", "410105"]);
    expect(body.expiring[0]?.count).toBe(1);
    expect((await ask("auditor")).body).toEqual((await ask("city")).body);
    for (const by of ["expert", "applicant"]) expect((await ask(by)).status).toBe(403);
  });
});
