import type { Title, TitleStatistics } from "@shifan/contract";
import { writeApplicationSection } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound, addOrganization } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer } from "../../testing/cases.ts";
import { addTitle } from "../../testing/titles.ts";
import { placeOfFunctions } from "./statistics.ts";

/** The register of titles and its figures: as they stand today, and as they stood on any day before. */
export const registerSuite = suite("the register of titles", (open) => {
  const clock = createSettableClock(new Date("2027-03-10T01:30:00Z"));
  let app: TestApp;
  let city: Browser;
  const ids: Record<string, string> = {};

  const list = async (filter: object) => {
    const answer = await city.call(`/api/v1/certifications?filter=${encodeURIComponent(JSON.stringify(filter))}`);
    return answer.body as Title[];
  };
  const standings = async (filter: object) =>
    Object.fromEntries((await list(filter)).map(({ platformName, standing }) => [platformName, standing]));
  const statistics = async (asOf?: string) =>
    (await city.call(`/api/v1/statistics/titles${asOf === undefined ? "" : `?asOf=${asOf}`}`)).body as TitleStatistics;
  const run = (statement: string) => app.database.execute(statement);

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    city = await addOfficer(app, "city@register.example", "city");
    const [first, second] = [
      await addOrganization(app, "91410100MA0000001A", null),
      await addOrganization(app, "91410100MA0000002B", null),
    ];
    const title = async (platformName: string, organizationId: string, validFrom: string, district = "410105") => {
      const validTo = `${Number(validFrom.slice(0, 4)) + 3}${validFrom.slice(4)}`;
      ids[platformName] = await addTitle(app, { organizationId, platformName, validFrom, validTo, district });
    };
    await title("期满", first, "2022-05-01");
    await title("续期", first, "2025-11-20");
    await title("撤销", second, "2025-03-01", "410102");
    await title("撤回", second, "2025-03-01", "410102");
    await title("未到", second, "2027-04-01");
    ids.未确认 = await addTitle(app, {
      organizationId: second,
      platformName: "未确认",
      validFrom: "2026-01-01",
      validTo: "2029-01-01",
      confirmedBy: null,
    });
    await run(`update certifications set state = 'revoked', ended_on = '2026-09-01' where id = '${ids.撤销}'`);
    // Cancelled on 1 June 2026 and given back on 1 August.
    await run(`insert into sanctions (id, kind, certification_id, organization_id, district, state, ground, finding, evidence, inspection_ids, proposed_by,
      notified_on, statement_until, hearing, heard_on, decision, document_number, decided_by, effective_on, confirmed_by, reinstatement,
      reinstatement_number, reinstatement_by, reinstatement_confirmed_by, reinstated_on, created_at, revision) values ('s', 'cancellation', '${ids.撤回}', '${second}', '410102', 'reinstated',
      'absent_without_reason', '未到', '签到表', '[]', 'a', '2026-05-01', '2026-05-11', '已听取', '2026-05-12', '取消', '1号', 'a', '2026-06-01', 'b', '撤回',
      '2号', 'a', 'b', '2026-08-01', '2026-05-01T00:00:00Z', 1)`);
    const roundId = await addOpenRound(app);
    const application = await addAcceptedCase(app, { roundId, uscc: "91410100MA0000009X" });
    const [policy] = app.catalog.all();
    const place = policy === undefined ? null : placeOfFunctions(policy);
    await writeApplicationSection(app.database, {
      applicationId: application,
      section: place?.section ?? "",
      data: { [place?.field ?? ""]: ["tech", "training"] },
      changedBy: "a",
      changedAt: clock.now(),
    });
    ids.空白 = await addTitle(app, {
      organizationId: await addOrganization(app, "91410100MA0000008Y", null),
      platformName: "空白",
      validFrom: "2021-05-01",
      validTo: "2022-05-01",
    });
    const blank = await addAcceptedCase(app, { roundId, uscc: "91410100MA0000007X" });
    await run(
      `update certifications set application_id = '${blank}', round_id = '${roundId}', certificate_number = 'ZZ-0' where id = '${ids.空白}'`,
    );
    ids.功能 = await addTitle(app, {
      organizationId: first,
      platformName: "功能",
      validFrom: "2026-11-23",
      validTo: "2029-11-23",
    });
    await run(
      `update certifications set application_id = '${application}', round_id = '${roundId}', certificate_number = 'ZZ-1' where id = '${ids.功能}'`,
    );
  });

  it("tells how each stands today, and how it stood on the last and the first day of a change", async () => {
    expect(await standings({})).toEqual({
      期满: "expired",
      续期: "valid",
      撤销: "revoked",
      撤回: "valid",
      未到: "not_yet_valid",
      未确认: "valid",
      功能: "valid",
      空白: "expired",
    });
    expect(await standings({ asOf: "2025-05-01" })).toMatchObject({ 期满: "valid", 续期: "not_yet_valid" });
    expect(await standings({ asOf: "2025-05-02" })).toMatchObject({ 期满: "expired" });
    expect(await standings({ asOf: "2026-05-31" })).toMatchObject({ 撤销: "valid", 撤回: "valid" });
    expect(await standings({ asOf: "2026-06-01" })).toMatchObject({ 撤回: "cancelled" });
    expect(await standings({ asOf: "2026-07-31" })).toMatchObject({ 撤回: "cancelled" });
    expect(await standings({ asOf: "2026-08-01" })).toMatchObject({ 撤回: "valid", 撤销: "valid" });
    expect(await standings({ asOf: "2026-09-01", standing: "revoked" })).toEqual({ 撤销: "revoked" });
    expect((await list({ asOf: "2026-08-01" }))[0]?.asOf).toBe("2026-08-01");
  });

  it("knows no day to come, and no day that does not exist", async () => {
    for (const asOf of ["2027-03-11", "2026-02-30", "gestern"]) {
      const filter = encodeURIComponent(JSON.stringify({ asOf }));
      expect((await city.call(`/api/v1/certifications?filter=${filter}`)).status).toBe(422);
      expect((await city.call(`/api/v1/statistics/titles?asOf=${asOf}`)).status).toBe(422);
    }
  });

  it("is narrowed by district, year and function, for those with an account and for everybody", async () => {
    expect(Object.keys(await standings({ district: "410102" })).toSorted()).toEqual(["撤回", "撤销"]);
    expect(Object.keys(await standings({ year: 2025 })).toSorted()).toEqual(["撤回", "撤销", "续期"]);
    // A field left blank states all four functions; what papers do not tell is not on record.
    expect(Object.keys(await standings({ function: "tech" }))).toEqual(["空白", "功能"]);
    expect(Object.keys(await standings({ function: "startup" }))).toEqual(["空白"]);
    const anybody = createBrowser(app);
    const register = async (filter: object) => {
      const { body } = await anybody.call(
        `/api/v1/public/platforms?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      );
      return (body as { platforms: { platformName: string }[] }).platforms.map(({ platformName }) => platformName);
    };
    expect(await register({ year: 2022 })).toEqual(["期满"]);
    expect(await register({ function: "training" })).toEqual(["功能", "空白"]);
    expect((await register({ standing: "valid" })).toSorted()).toEqual(["功能", "撤回", "续期"]);
  });

  it("counts titles and holders by district, type, function and year on any day", async () => {
    const today = await statistics();
    expect(today).toMatchObject({
      asOf: "2027-03-10",
      all: { valid: 3, expired: 2, cancelled: 0, revoked: 1, holders: 2 },
      byYear: [
        { key: "2021", expired: 1 },
        { key: "2022", name: "2022年", valid: 0, expired: 1 },
        { key: "2025", valid: 2, revoked: 1 },
        { key: "2026", valid: 1 },
      ],
    });
    expect(today.byDistrict.map(({ name, valid, revoked }) => [name, valid, revoked])).toEqual([
      ["中原区", 1, 1],
      ["金水区", 2, 0],
    ]);
    expect(today.byFunction.map(({ key, name, valid, expired }) => [key, name, valid, expired])).toEqual([
      ["info", "信息服务", 0, 1],
      ["startup", "创业服务", 0, 1],
      ["tech", "技术服务", 1, 1],
      ["training", "培训服务", 1, 1],
      [null, "没有记录", 2, 1],
    ]);
    expect((await statistics("2026-06-01")).all).toEqual({
      valid: 2,
      expired: 2,
      cancelled: 1,
      revoked: 0,
      holders: 2,
    });
    expect((await statistics("2021-01-01")).all).toEqual({
      valid: 0,
      expired: 0,
      cancelled: 0,
      revoked: 0,
      holders: 0,
    });
  });

  it("states how a title follows the one before of its unit: the days without any, or with both", async () => {
    const byName = Object.fromEntries((await list({})).map((title) => [title.platformName, title]));
    expect(byName.期满?.succession).toBeNull();
    const gap = { afterId: ids.期满, kind: "gap", from: "2025-05-02", to: "2025-11-19" };
    expect(byName.续期?.succession).toEqual(gap);
    const overlap = { afterId: ids.续期, kind: "overlap", from: "2026-11-23", to: "2028-11-20" };
    expect(byName.功能?.succession).toEqual(overlap);
  });

  it("is read a page at a time, in either order", async () => {
    const first = await city.call("/api/v1/certifications?range=[0,2]");
    const cursor = encodeURIComponent(first.headers.get("next-cursor") ?? "");
    const second = await city.call(`/api/v1/certifications?range=[0,9]&cursor=${cursor}`);
    const names = [first, second].flatMap(({ body }) => (body as Title[]).map(({ id }) => id));
    expect([names.length, new Set(names).size]).toEqual([8, 8]);
    expect(first.headers.get("content-range")).toBe("certifications 0-2/8");
    const last = await city.call(
      `/api/v1/certifications?sort=${encodeURIComponent('["validFrom","DESC"]')}&range=[0,0]`,
    );
    expect((last.body as Title[])[0]?.platformName).toBe("未到");
  });
});
