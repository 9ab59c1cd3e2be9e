import type { Notice, PublicNotice } from "@shifan/contract";
import { findApplication, findCasePublicity, findRound } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { SaxesParser } from "saxes";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type SettableClock, type TestApp } from "../../testing/app.ts";
import { addOpenRound } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, addProposedList, fileObjection, onceKey, publication, publishList } from "../../testing/publicity.ts";
import { trailOf, verifyPublicity } from "../../testing/trail.ts";
import { addShippedHolidayYears } from "../holidays/shipped-years.ts";

const monday = new Date("2026-11-16T01:30:00Z");

/** What holds for the publicity of a list on either database. */
export const publicitySuite = suite("a publicity", (open) => {
  let app: TestApp;
  let clock: SettableClock;
  let city: Browser;
  let auditor: Browser;
  let district: Browser;
  let year = 1990;

  const anybody = () => createBrowser(app, "198.51.100.8");
  const propose = (count = 2) => {
    year += 1;
    return addProposedList(app, { year, count });
  };
  const publish = async (own: object = {}, count = 2) => {
    const { roundId } = await propose(count);
    const answer = await publishList(app, city, roundId, { ...publication, ...own });
    expect(answer).toMatchObject({ status: 200 });
    return answer.body as Notice;
  };

  beforeAll(async () => {
    clock = createSettableClock(monday);
    app = await createTestApp({ opened: open(), demo: true, clock });
    await addShippedHolidayYears({ database: app.database, clock });
    city = await addOfficer(app, "city@publicity.example", "city");
    auditor = await addOfficer(app, "auditor@publicity.example", "auditor");
    district = await addOfficer(app, "district@publicity.example", "district", "410105");
  });
  beforeEach(() => clock.set(monday));

  it("moves the round and each proposed case, each by an act of its own in the trail", async () => {
    const { roundId, cases } = await propose(3);
    const left = cases[2]?.id ?? "";
    const answer = await publishList(app, city, roundId);
    const notice = answer.body as Notice;
    expect(notice).toMatchObject({ state: "published", endsOn: "2026-11-20", phase: "running", daysLeft: 4 });
    expect((await findRound(app.database, roundId))?.state).toBe("in_publicity");
    for (const { id } of cases) {
      expect((await findApplication(app.database, id))?.state).toBe("in_publicity");
      expect((await trailOf(app.database, id)).map(({ act, outcome, role }) => [act, outcome, role])).toEqual([
        ["publish", "accepted", "city"],
      ]);
      expect(await findCasePublicity(app.database, id)).toEqual({
        endsOn: "2026-11-20",
        openObjections: 0,
        upheldObjections: 0,
      });
    }
    expect(notice.cases.map(({ position, platformType }) => [position, platformType])).toEqual([
      [1, "comprehensive"],
      [2, "specialized"],
      [3, "specialized"],
    ]);
    expect(notice.cases[2]).toMatchObject({ applicationId: left, organizationName: "郑州𠮷祥服务中心002" });
    // The same again: the round has moved on.
    expect(await publishList(app, city, roundId)).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });

  it("shows everybody the names, the type and the district of the cases, and nothing else of them", async () => {
    const { id, title } = await publish();
    const list = (await anybody().call("/api/v1/public/notices")).body as PublicNotice[];
    expect(list.find((each) => each.id === id)).toMatchObject({ title, phase: "running", daysLeft: 4, caseCount: 2 });
    const { body } = await anybody().call(`/api/v1/public/notices/${id}`);
    const { cases } = body as PublicNotice;
    expect(Object.keys(cases[0] ?? {}).toSorted()).toEqual([
      "district",
      "districtName",
      "organizationName",
      "platformName",
      "platformType",
      "platformTypeName",
      "position",
    ]);
  });

  it("counts its working days by the announced calendar, days off and days made up", async () => {
    clock.set(new Date("2026-09-28T01:30:00Z"));
    const days = { startsOn: "2026-09-28", officialPublishedOn: "2026-09-28" };
    // 28 to 30 September, 8 and 9 October.
    expect(await publish(days)).toMatchObject({ endsOn: "2026-10-09" });
  });

  it.each([
    [{ endsOn: "2026-11-19" }, "/endsOn", "too_early", "公示至少5个工作日，最早到2026年11月20日"],
    [{ endsOn: "2026-11-31" }, "/endsOn", "no_such_day", "没有这一天，请再核对一下日期"],
    [{ startsOn: "2026-02-30" }, "/startsOn", "no_such_day", "没有这一天，请再核对一下日期"],
    [
      { startsOn: "2026-11-13", officialPublishedOn: "2026-11-16" },
      "/startsOn",
      "before_official",
      "公示不能早于在市工信局网站发布的那天：2026年11月16日",
    ],
    [{ officialPublishedOn: "2026-11-17" }, "/officialPublishedOn", "in_the_future", "这一天还没有到"],
    [{ officialUrl: "javascript:alert(1)" }, "/officialUrl", "format", "写成网址，以 http:// 或 https:// 开头"],
    [{ startsOn: "2026-11-02", officialPublishedOn: "2026-11-02" }, "/startsOn", "in_the_past", "已经结束"],
    [{ title: "\u0000" }, "/title", "invalid", "不是文字的字符"],
    [{ startsOn: "2027-01-04" }, "/endsOn", "required", "2027年或次年的节假日安排还没有公布"],
    [{ startsOn: "2026-12-29" }, "/endsOn", "required", "节假日安排还没有公布"],
    [{ startsOn: "2026-12-29", endsOn: "2027-01-05" }, "/periodGround", "required", "请写明按哪些工作日计算"],
    [{ startsOn: "2027-01-04", endsOn: "2027-01-07", periodGround: "1月4日至7日" }, "/endsOn", "too_early", "最早到"],
  ])("is refused as a whole with %o", async (own, path, code, message) => {
    const { roundId, cases } = await propose();
    const answer = await publishList(app, city, roundId, { ...publication, ...own });
    expect(answer).toMatchObject({ status: 422 });
    const { errors } = answer.body as { errors: { path: string; code: string; message: string }[] };
    expect(errors).toContainEqual({ path, code, message: expect.stringContaining(message) });
    expect((await findRound(app.database, roundId))?.state).toBe("list_proposed");
    expect((await findApplication(app.database, cases[0]?.id ?? ""))?.state).toBe("proposed");
  });

  it("takes a last day and words on its days of work where nobody can count them yet", async () => {
    const own = { startsOn: "2027-01-04", endsOn: "2027-01-08", periodGround: "按1月4日至8日五个工作日计算" };
    expect(await publish(own)).toMatchObject({ phase: "scheduled", daysLeft: null, ...own });
  });

  it("is the city's act alone, and of a list with somebody on it", async () => {
    const { roundId } = await propose();
    for (const browser of [auditor, district]) {
      expect(await publishList(app, browser, roundId)).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    }
    expect(await publishList(app, anybody(), roundId)).toMatchObject({ status: 401 });
    const empty = await propose(0);
    expect(await publishList(app, city, empty.roundId)).toMatchObject({
      status: 409,
      body: { code: "nothing_proposed", article: "第十一条" },
    });
  });

  it.each([
    ["2026-11-20T15:59:59Z", "running", 0],
    ["2026-11-20T16:00:00Z", "ended", null],
  ])("is over with its last day's 24:00 in Beijing: %s", async (instant, phase, daysLeft) => {
    const { id } = await publish();
    clock.set(new Date(instant));
    expect((await anybody().call(`/api/v1/public/notices/${id}`)).body).toMatchObject({ phase, daysLeft });
  });

  it("is extended by a notice of its own, never shortened, and objections go on counting", async () => {
    const before = await publish();
    const path = `/api/v1/notices/${before.id}`;
    await fileObjection(anybody(), before.id, 1);
    const extension = { reason: "网站检修", officialUrl: publication.officialUrl, officialPublishedOn: "2026-11-16" };
    for (const endsOn of ["2026-11-19", "2026-11-20"]) {
      expect(await actOn(city, path, "extend", { ...extension, endsOn })).toMatchObject({
        status: 409,
        body: { code: "extension_not_forward" },
      });
    }
    expect(await actOn(city, path, "extend", { ...extension, endsOn: "2026-11-31" })).toMatchObject({ status: 422 });
    const extended = await actOn(city, path, "extend", { ...extension, endsOn: "2026-11-27" });
    expect(extended).toMatchObject({
      status: 200,
      body: {
        state: "published",
        startsOn: "2026-11-16",
        endsOn: "2026-11-27",
        extendsId: before.id,
        reason: "网站检修",
      },
    });
    const after = extended.body as Notice;
    expect(after.cases).toEqual(before.cases);
    expect((await anybody().call(`/api/v1/public/notices/${before.id}`)).body).toMatchObject({
      isSuperseded: true,
      supersededById: after.id,
    });
    const publicity = await findCasePublicity(app.database, after.cases[0]?.applicationId ?? "");
    expect(publicity).toEqual({ endsOn: "2026-11-27", openObjections: 1, upheldObjections: 0 });
    // Whoever still has the old address objects to the same case, and by the new days.
    clock.set(new Date("2026-11-26T01:00:00Z"));
    expect(await fileObjection(anybody(), before.id, 1)).toMatchObject({ status: 201 });
  });

  it("that is over is not extended", async () => {
    const { id } = await publish();
    clock.set(new Date("2026-11-20T16:00:00Z"));
    const own = { reason: "迟了", officialUrl: publication.officialUrl, officialPublishedOn: "2026-11-20" };
    expect(await actOn(city, `/api/v1/notices/${id}`, "extend", { ...own, endsOn: "2026-11-27" })).toMatchObject({
      status: 409,
      body: { code: "deadline_passed", detail: "截止时间是2026年11月20日24:00。" },
    });
  });

  it("is exported before it is published: as text, as one well-formed page and as a word processor's file", async () => {
    const { roundId } = await propose();
    const path = `/api/v1/rounds/${roundId}/publicity-draft`;
    const text = await city.call(`${path}?format=text&startsOn=2026-11-16`);
    expect(text.body).toContain("公示期：2026年11月16日至2026年11月20日24:00。");
    expect(text.body).toContain("1\t郑州𠮷祥服务中心001\t郑州𠮷祥服务中心001\t综合性平台\t金水区\n");
    const html = await city.call(`${path}?format=html`);
    const parser = new SaxesParser();
    const faults: unknown[] = [];
    parser.on("error", (fault) => faults.push(fault));
    parser.write(String(html.body)).close();
    expect(faults).toEqual([]);
    expect(html.body).not.toMatch(/<script|src=|href=/);
    expect(html.body).toContain("郑州𠮷祥服务中心001");
    const docx = await app.app.request(`${path}?format=docx`);
    expect(docx.status).toBe(401);
    expect((await city.call(`${path}?format=docx`)).headers.get("content-type")).toContain("wordprocessingml");
    expect(await city.call(`${path}?startsOn=2026-11-16&endsOn=2026-11-17`)).toMatchObject({ status: 422 });
    expect(await auditor.call(path)).toMatchObject({ status: 403 });
    await publishList(app, city, roundId);
    expect(await city.call(path)).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });

  it("stands beside notices of other kinds, which are drafts until they are published", async () => {
    const body = { kind: "general", title: "公告", text: "正文" };
    const made = await city.call("/api/v1/notices", { body, headers: onceKey() });
    expect(made).toMatchObject({
      status: 201,
      body: { state: "draft", phase: null, allowedActs: ["edit", "publish"] },
    });
    const { id } = made.body as Notice;
    const path = `/api/v1/notices/${id}`;
    expect(await anybody().call(`/api/v1/public/notices/${id}`)).toMatchObject({ status: 404 });
    expect(await district.call(path)).toMatchObject({ status: 404 });
    expect(await actOn(city, path, "edit", { officialUrl: "https://example.gov.cn/1" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/officialPublishedOn", code: "required" }] },
    });
    expect(await actOn(city, path, "edit", { text: "改过的正文" })).toMatchObject({ status: 200 });
    expect(await actOn(city, path, "publish")).toMatchObject({ status: 200, body: { state: "published" } });
    expect((await anybody().call(`/api/v1/public/notices/${id}`)).body).toMatchObject({ text: "改过的正文" });
    expect(await actOn(city, path, "edit", { text: "再改" })).toMatchObject({ status: 409 });
    expect(await fileObjection(anybody(), id, 1)).toMatchObject({ status: 404 });
  });

  it("is followed by a notice of those who were certified", async () => {
    const body = { kind: "certification", title: "认定公告", text: "正文" };
    expect(await city.call("/api/v1/notices", { body, headers: onceKey() })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/roundId", code: "required" }] },
    });
    year += 1;
    const roundId = await addOpenRound(app, year);
    const made = await city.call("/api/v1/notices", { body: { ...body, roundId }, headers: onceKey() });
    const { id } = made.body as Notice;
    expect(await actOn(city, `/api/v1/notices/${id}`, "publish")).toMatchObject({
      status: 200,
      body: { state: "published", cases: [] },
    });
  });

  it("stands in the audit trail as it stands in the tables, with its calendar", async () => {
    await publish();
    expect(await verifyPublicity(app.database)).toMatchObject({ sound: true });
  });
});
