import type { Me, OfficeGroup, OfficeGroups } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Browser, createBrowser, signIn } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { startWecom } from "../../testing/channels/wecom.ts";
import { remindOnce } from "../../testing/reminding.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";
import { createWecomChannel } from "../channels/wecom.ts";
import { addShippedHolidayYears } from "../holidays/shipped-years.ts";
import { createLog } from "../log.ts";
import { planObligations } from "../obligations/plan.ts";
import { planReminders } from "../reminders/plan.ts";

const base = "/api/v1/office-groups";
const publicUrl = "https://shifan.example";
const [first, second] = ["693a91f6-7a0c-4bc4-97a0-0ec2b1fa5aaa", "0c7d0b1e-52a7-4f3f-8f0b-5f0f2d1f9bbb"];
const webhook = (key: string) => `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`;

/** The groups in which offices are reminded, on either database and over the wire of WeCom. */
export const officeGroupsSuite = suite("the group of an office", (open) => {
  const clock = createSettableClock(new Date("2026-06-01T09:00:00+08:00"));
  let wecom: Awaited<ReturnType<typeof startWecom>>;
  let app: TestApp;
  let administrator: Browser;
  let district: Browser;
  let elsewhere: Browser;
  let city: Browser;

  const services = () => {
    const channel = createWecomChannel({ url: wecom.url }, { elapsed: () => clock.now().getTime() });
    return {
      database: app.database,
      catalog: app.catalog,
      clock,
      defaultPolicy: policyId,
      personalKeys: testPersonalKeys,
      channels: new Map([[channel.id, channel]]),
      publicUrl,
      log: createLog("silent"),
    };
  };
  const all = async (by: Browser) => (await by.call(base)).body as OfficeGroups;
  const one = async (by: Browser, office: string) => (await by.call(`${base}/${office}`)).body as OfficeGroup;
  const act = async (by: Browser, office: string, name: string, body: object = {}, revision?: number) => {
    const seen = revision ?? (await one(administrator, office)).revision;
    return by.call(`${base}/${office}/${name}`, { body, headers: { "if-match": `"${seen}"` } });
  };
  const connect = (by: Browser, office: string, key = first, revision?: number) =>
    act(by, office, "connect", { name: "科室群", robot: webhook(key) }, revision);

  beforeAll(async () => {
    wecom = await startWecom();
    app = await createTestApp({
      opened: open(),
      clock,
      demo: true,
      publicUrl,
      channels: [createWecomChannel({ url: wecom.url }, { elapsed: () => clock.now().getTime() })],
    });
    await addShippedHolidayYears({ database: app.database, clock });
    administrator = await addOfficer(app, "admin@group.example", "administrator");
    district = await addOfficer(app, "district@group.example", "district", "410105");
    elsewhere = await addOfficer(app, "elsewhere@group.example", "district", "410171");
    city = await addOfficer(app, "city@group.example", "city");
    const holder = await signUp(app, "holder@group.example");
    const organizationId = await addOrganization(app, "91410100MA0000002B", holder.userId);
    await addTitle(app, {
      organizationId,
      validFrom: "2025-03-01",
      validTo: "2028-03-01",
      platformName: "郑州某某平台",
    });
    await planObligations(services());
  });
  afterAll(() => wecom.stop());
  beforeEach(() => {
    wecom.received.length = 0;
    clock.forward(60);
  });

  it("is none at first, and each sees those of which it is their business to know", async () => {
    const { isAvailable, groups } = await all(administrator);
    expect(isAvailable).toBe(true);
    expect(groups[0]).toMatchObject({ id: "city", officeName: "市工信局", state: null, revision: 0 });
    expect(new Set(groups.flatMap(({ allowedActs }) => allowedActs))).toEqual(new Set(["connect"]));
    expect((await all(city)).groups.map(({ id }) => id)).toEqual(groups.map(({ id }) => id));
    expect((await all(city)).groups.flatMap(({ allowedActs }) => allowedActs)).toEqual([]);
    expect((await all(district)).groups).toMatchObject([{ id: "410105", allowedActs: ["connect"] }]);
    const applicant = createBrowser(app);
    expect(await applicant.call(base)).toMatchObject({ status: 401 });
    expect(await district.call(`${base}/410171`)).toMatchObject({ status: 404 });
  });

  it("is in nobody's menu where no robot can be spoken to", async () => {
    const withoutRobots = await createTestApp({ opened: open(), clock, demo: true });
    const menuOf = async (by: Browser) => Object.keys(((await by.call("/api/v1/me")).body as Me).acts);
    expect(await menuOf(administrator)).toContain("office_groups");
    const same = createBrowser(withoutRobots);
    await signIn(same, "admin@group.example");
    expect(await menuOf(same)).not.toContain("office_groups");
    expect(((await same.call(base)).body as OfficeGroups).isAvailable).toBe(false);
  });

  it("is connected by its own office or an administrator, and by nobody else", async () => {
    expect(await connect(elsewhere, "410105")).toMatchObject({ status: 404 });
    expect(await connect(city, "city")).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    expect(await connect(district, "city")).toMatchObject({ status: 404 });
    expect(await connect(administrator, "999999", first, 0)).toMatchObject({ status: 404 });
    expect(await connect(district, "410105")).toMatchObject({
      status: 200,
      body: {
        name: "科室群",
        state: "connected",
        isReached: true,
        revision: 1,
        allowedActs: ["connect", "disconnect"],
      },
    });
    expect(await connect(district, "410105", second, 0)).toMatchObject({ status: 412 });
    expect(await connect(administrator, "city", second)).toMatchObject({ status: 200 });
  });

  it.each([
    [{ name: "群", robot: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send" }, "/robot"],
    [{ name: "群", robot: "不知道" }, "/robot"],
    [{ name: " ", robot: webhook(first) }, "/name"],
  ])("takes no %j", async (body, path) => {
    for (const office of ["410105", "410102"]) {
      const { status, body: refused } = await act(administrator, office, "connect", body);
      expect([office, status]).toEqual([office, 422]);
      expect((refused as { errors: { path: string }[] }).errors.map((error) => error.path)).toEqual([path]);
    }
  });

  it("keeps the key of its robot to itself: no answer and no entry of the trail has it", async () => {
    const answers = JSON.stringify([await all(administrator), await one(district, "410105")]);
    const { body: history } = await district.call("/api/v1/audit/history/office-groups/410105");
    const entries = JSON.stringify([await trailOf(app.database, "410105"), history]);
    for (const text of [answers, entries]) {
      expect(text).toContain("connect");
      expect(text).not.toContain(first);
    }
    expect(await verifyRecords(app.database, ["office_groups"])).toMatchObject({ sound: true });
  });

  it("hears one sentence when its robot is tried, and nobody hears it who may not connect it", async () => {
    const trial = (by: Browser, office: string) => by.call(`${base}/${office}/connect/trial`, { body: {} });
    expect(await trial(district, "410105")).toMatchObject({ status: 200, body: { isTaken: true, fault: null } });
    expect(wecom.received).toMatchObject([{ key: first, content: expect.stringContaining("群机器人已接通") }]);
    expect(await trial(city, "410105")).toMatchObject({ status: 403 });
    expect(await trial(elsewhere, "410105")).toMatchObject({ status: 404 });
    expect(await trial(administrator, "410102")).toMatchObject({ status: 409, body: { code: "channel_not_set_up" } });
    await connect(administrator, "410102", "removed-from-this-group");
    expect(await trial(administrator, "410102")).toMatchObject({
      status: 200,
      body: { isTaken: false, fault: expect.stringContaining("群机器人已移除") },
    });
    expect(wecom.received).toHaveLength(1);
  });

  it("is told that something is due and by when, and no name and no figure of any case", async () => {
    clock.set(new Date("2026-07-16T09:00:00+08:00"));
    await planReminders(services());
    await remindOnce(services());
    const [told, ...others] = wecom.received.filter(({ key }) => key === first);
    expect(others).toEqual([]);
    expect(told?.content).toContain("7月31日到期");
    expect(told?.content).toContain("第十三条");
    expect(told?.content).not.toMatch(/某某平台|1家/);
    await planReminders(services());
    await remindOnce(services());
    expect(wecom.received.filter(({ key }) => key === first)).toHaveLength(1);
  });

  it("says when WeCom knows its robot no more, and is reached again by another", async () => {
    await connect(administrator, "410105", "removed-meanwhile-by-somebody");
    clock.set(new Date("2026-07-24T09:00:00+08:00"));
    await planReminders(services());
    await remindOnce(services());
    expect(await one(district, "410105")).toMatchObject({ state: "connected", isReached: false });
    expect(await connect(district, "410105", second)).toMatchObject({ status: 200, body: { isReached: true } });
  });

  it("is told nothing any more once it is disconnected", async () => {
    expect(await act(district, "410105", "disconnect")).toMatchObject({
      status: 200,
      body: { state: "disconnected", isReached: null, allowedActs: ["connect"] },
    });
    expect(await act(district, "410105", "disconnect")).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    await act(administrator, "city", "disconnect");
    await act(administrator, "410102", "disconnect");
    clock.set(new Date("2026-07-29T09:00:00+08:00"));
    await planReminders(services());
    await remindOnce(services());
    expect(wecom.received).toEqual([]);
    expect(await verifyRecords(app.database, ["office_groups"])).toMatchObject({ sound: true });
  });

  it("is connected once by two at the same moment", async () => {
    const both = [first, second].map((key) => connect(administrator, "410103", key, 0));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 412]);
    expect(await verifyRecords(app.database, ["office_groups"])).toMatchObject({ sound: true });
  });
});
