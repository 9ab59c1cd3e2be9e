import type { HolidayEffects, HolidayYears, HolidayYearView, Notice } from "@shifan/contract";
import { readHolidayCalendar } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { isWorkingDay } from "@shifan/rules";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { addOfficer } from "../../testing/cases.ts";
import { addProposedList, fileObjection, publication, publishList } from "../../testing/publicity.ts";
import { trailOf, verifyPublicity } from "../../testing/trail.ts";
import { missingHolidayYears } from "./missing-years.ts";
import { addShippedHolidayYears } from "./shipped-years.ts";

const notice = {
  source: "国务院办公厅关于2027年部分节假日安排的通知",
  days: [
    { day: "2027-01-01", kind: "off", name: "元旦" },
    { day: "2027-01-09", kind: "working", name: "元旦" },
  ],
};

/** What holds for the holiday calendar on either database. */
export const holidaysSuite = suite("the holiday calendar", (open) => {
  let app: TestApp;
  let administrator: Browser;
  let city: Browser;

  const read = (year: unknown) => createBrowser(app).call(`/api/v1/holidays?year=${year}`);
  const record = (browser: Browser, year: unknown, revision: number, body: object) =>
    browser.call(`/api/v1/holidays/${year}/record`, { body, headers: { "if-match": `"${revision}"` } });

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    administrator = await addOfficer(app, "admin@holidays.example", "administrator");
    city = await addOfficer(app, "city@holidays.example", "city");
    await addShippedHolidayYears(app);
  });

  it("ships with the announced years, day for day, and with no other", async () => {
    const { body } = await read(2026);
    const { days, isAnnounced, source } = body as { days: { day: string; kind: string }[] } & Record<string, unknown>;
    expect(isAnnounced).toBe(true);
    expect(source).toContain("国务院办公厅");
    const of = (kind: string) => days.filter((each) => each.kind === kind).map(({ day }) => day.slice(5));
    expect(of("working")).toEqual(["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]);
    expect(of("off")).toHaveLength(33);
    expect((await read(2004)).body).toMatchObject({ isAnnounced: true });
    expect((await read(2003)).body).toMatchObject({ isAnnounced: false });
    expect((await read(2028)).body).toEqual({
      year: 2028,
      isAnnounced: false,
      source: null,
      days: [],
      revision: 0,
      allowedActs: [],
    });
    const calendar = await readHolidayCalendar(app.database, [2026, 2028]);
    expect(isWorkingDay(calendar, "2026-10-10")).toBe(true);
    expect(isWorkingDay(calendar, "2028-01-04")).toBeUndefined();
  });

  it("is put in once: what an administrator has recorded stays", async () => {
    await record(administrator, 2010, 1, {
      ...notice,
      days: [{ day: "2010-01-01", kind: "off", name: "元旦" }],
    });
    await addShippedHolidayYears(app);
    expect((await read(2010)).body).toMatchObject({
      source: notice.source,
      revision: 2,
      days: [{ day: "2010-01-01" }],
    });
    expect((await trailOf(app.database, "2010")).map(({ role, act }) => [role, act])).toEqual([
      ["system", "record"],
      ["administrator", "record"],
    ]);
  });

  it("takes a year from its notice, and a correction of all of it by whoever has seen it as it is", async () => {
    expect(await record(administrator, 2027, 1, notice)).toMatchObject({ status: 412 });
    expect(await record(administrator, 2027, 0, notice)).toMatchObject({
      status: 200,
      body: { year: 2027, isAnnounced: true, days: notice.days, revision: 1, allowedActs: ["record"] },
    });
    expect(await record(administrator, 2027, 0, notice)).toMatchObject({ status: 412 });
    const corrected = { ...notice, days: notice.days.slice(0, 1) };
    expect(await record(administrator, 2027, 1, corrected)).toMatchObject({
      status: 200,
      body: { days: corrected.days, revision: 2 },
    });
    expect(await verifyPublicity(app.database)).toMatchObject({ sound: true });
  });

  it("refuses a year with more days off or working weekends than any notice has, at the day with which it becomes so", async () => {
    const days = (kind: "off" | "working", count: number) => {
      const all = Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(2032, 0, 1 + n)));
      const fit = all.filter((day) => kind === "off" || day.getUTCDay() % 6 === 0);
      return fit.slice(0, count).map((day) => ({ day: day.toISOString().slice(0, 10), kind, name: "元旦" }));
    };
    for (const [kind, most] of [
      ["off", 60],
      ["working", 20],
    ] as const) {
      const tooMany = days(kind, most + 1);
      const { status, body } = await record(administrator, 2032, 0, { ...notice, days: tooMany });
      expect(status).toBe(422);
      expect(body).toMatchObject({
        errors: [{ path: `/days/${most}/day`, code: "too_many", message: expect.stringContaining(`${most + 1}天`) }],
      });
    }
    const filled = [...days("off", 60).filter(({ day }) => day < "2032-03-01"), ...days("working", 104).slice(-20)];
    expect((await record(administrator, 2032, 0, { ...notice, days: filled })).status).toBe(200);
  });

  it("takes one of two who record the same year at the same moment, and tells the other", async () => {
    const days = [{ day: "2031-01-01", kind: "off", name: "元旦" }];
    const both = [1, 2].map(() => record(administrator, 2031, 0, { ...notice, days }));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 412]);
  });

  it("lists the years at a glance, and the next one as missing once it is usually announced", async () => {
    const { body } = await createBrowser(app).call("/api/v1/holidays/years");
    const { years, missing } = body as HolidayYears;
    expect(years.find(({ year }) => year === 2026)).toMatchObject({ off: 33, working: 6 });
    expect(years.map(({ year }) => year)).toEqual(years.map(({ year }) => year).toSorted((a, b) => b - a));
    expect(missing).toEqual([]);
    expect(missingHolidayYears([{ year: 2026 }], "2026-10-31")).toEqual([]);
    expect(missingHolidayYears([{ year: 2026 }], "2026-11-01")).toEqual([2027]);
    expect(missingHolidayYears([], "2026-11-01")).toEqual([2026, 2027]);
  });

  it("says beforehand what it does to what is running, and changes nothing by saying it", async () => {
    const { roundId } = await addProposedList(app, { year: 2026, count: 1 });
    const publishing = { ...publication, officialPublishedOn: "2026-06-10", startsOn: "2026-06-10" };
    const listed = (await publishList(app, city, roundId, publishing)).body as Notice;
    expect(listed).toMatchObject({ startsOn: "2026-06-10", endsOn: "2026-06-16" });
    await fileObjection(createBrowser(app), listed.id, 1);
    const present = (await read(2026)).body as HolidayYearView;
    const preview = (browser: Browser, days: object[]) =>
      browser.call("/api/v1/holidays/2026/record/preview", { body: { days } });
    expect(await preview(administrator, present.days)).toMatchObject({
      status: 200,
      body: { publicities: [], objections: [] },
    });
    const longer = [...present.days, { day: "2026-06-15", kind: "off", name: "临时放假" }];
    const { body } = await preview(administrator, longer);
    expect(body).toMatchObject({
      publicities: [
        {
          noticeId: listed.id,
          endsOn: "2026-06-16",
          workingDays: 5,
          before: "2026-06-16",
          after: "2026-06-17",
          isTooShort: true,
        },
      ],
      objections: [{ receivedOn: "2026-06-10", count: 1 }],
    });
    const [moved] = (body as HolidayEffects).objections;
    expect(moved?.before).not.toBe(moved?.after);
    // A day more of work makes the publicity longer than it has to be: its last day stays, and nothing is wanting.
    const shorter = [...present.days, { day: "2026-06-13", kind: "working", name: "调休" }];
    expect((await preview(administrator, shorter)).body).toMatchObject({
      publicities: [{ before: "2026-06-16", after: "2026-06-15", isTooShort: false }],
    });
    expect((await preview(administrator, [{ day: "2027-01-01", kind: "off", name: "元旦" }])).status).toBe(422);
    expect((await preview(city, longer)).status).toBe(403);
    expect((await read(2026)).body).toMatchObject({ revision: present.revision, days: present.days });
  });

  it("is the administrator's to record", async () => {
    for (const year of [2026, 2030]) {
      expect(await record(city, year, 1, notice)).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    }
    expect(await record(createBrowser(app), 2026, 1, notice)).toMatchObject({ status: 401 });
  });

  it.each([
    [[{ day: "2029-02-29", kind: "off", name: "春节" }], "/days/0/day", "no_such_day"],
    [[{ day: "2028-01-01", kind: "off", name: "元旦" }], "/days/0/day", "other_year"],
    [[{ day: "2029-01-02", kind: "working", name: "元旦" }], "/days/0/day", "no_weekend"],
    [[{ day: "2029-01-02", kind: "closed", name: "元旦" }], "/days/0/kind", "not_allowed"],
    [[{ day: "2029-01-02", kind: "off", name: "" }], "/days/0/name", "too_small"],
    [[], "/days", "too_small"],
    [Array(2).fill({ day: "2029-01-01", kind: "off", name: "元旦" }), "/days/1/day", "repeated"],
  ])("refuses what cannot be: %o", async (days, path, code) => {
    const answer = await record(administrator, 2029, 0, { ...notice, days });
    expect(answer).toMatchObject({ status: 422 });
    const { errors } = answer.body as { errors: { path: string; code: string }[] };
    expect(errors).toContainEqual(expect.objectContaining({ path, code }));
    expect((await read(2029)).body).toMatchObject({ isAnnounced: false });
  });

  it.each(["", "1", "20266", "now", "2026.5"])("knows no year %j", async (year) => {
    expect(await read(year)).toMatchObject({ status: 422 });
    if (year !== "") expect(await record(administrator, year, 0, notice)).toMatchObject({ status: 404 });
  });
});
