import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { createSettableClock, createTestApp, type TestApp } from "../../../testing/app.ts";
import { addApplication, addOpenRound, addOrganization, putIntoState, signUp } from "../../../testing/applications.ts";
import { addOfficer } from "../../../testing/cases.ts";
import { createTeller, linesOf } from "../../../testing/reminders.ts";
import { addTitle } from "../../../testing/titles.ts";
import { addShippedHolidayYears } from "../../holidays/shipped-years.ts";

/** What is told of a title's end, of the end of a ban, and of days off that are not on record. */
export const titleSourcesSuite = suite("reminders of titles and of the calendar", (open) => {
  const clock = createSettableClock(new Date("2026-01-01T09:00:00+08:00"));
  let app: TestApp;
  let teller: ReturnType<typeof createTeller>;
  let next = 0;

  const addHolder = async (name: string) => {
    next += 1;
    const email = `${name}@title.example`;
    const uscc = `91410100MA00000${String(next).padStart(2, "0")}B`;
    const { userId } = await signUp(app, email);
    return { email, uscc, organizationId: await addOrganization(app, uscc, userId) };
  };
  const revoke = (organizationId: string, servedOn: string) =>
    app.database.execute(
      `update certifications set state = 'revoked', ended_on = '${servedOn}', end_served_on = '${servedOn}', end_document_number = '郑工信〔2023〕9号', end_source = '决定书' where organization_id = '${organizationId}'`,
    );

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    await addOfficer(app, "jinshui@title.example", "district", "410105");
    await addOfficer(app, "erqi@title.example", "district", "410103");
    await addOfficer(app, "administrator@title.example", "administrator");
    teller = createTeller(app, clock, ["title_end", "ban_end", "holiday_calendar"]);
  });

  it("of an end go to the unit and its district, until something follows it", async () => {
    const alone = await addHolder("alone");
    const followed = await addHolder("followed");
    const again = await addHolder("again");
    const titleId = await addTitle(app, {
      organizationId: alone.organizationId,
      validFrom: "2023-11-20",
      validTo: "2026-11-20",
      platformName: "独家平台",
    });
    for (const { organizationId } of [followed, again]) {
      await addTitle(app, { organizationId, validFrom: "2023-11-20", validTo: "2026-11-20" });
    }
    await addTitle(app, { organizationId: followed.organizationId, validFrom: "2026-01-01", validTo: "2029-01-01" });
    // 1 January is a day off: told on the day of work after it.
    expect(await teller.pass("2026-01-01T09:00")).toEqual([]);
    const told = await teller.pass("2026-01-05T08:30", alone.email, followed.email);
    expect(linesOf(told)).toEqual([
      [
        alone.email,
        "【今年可以再次申报】贵单位资格有效期到11月20日，还有319天（217个工作日）。今年是期满当年，可再次申报（第十四条）。\n2026年度申报时间还没有公布，公布当天通知您。\n新资格自新的认定日期起算；如11月20日前还没有新的认定，中间会有空档，空档期内没有示范平台资格。",
      ],
    ]);
    expect(told[0]?.paths).toEqual(["/my-matters", `/my-matters#certifications-${titleId}`]);
    clock.set(new Date("2026-06-10T09:30:00+08:00"));
    const roundId = await addOpenRound(app);
    const { organizationId, uscc } = again;
    const id = await addApplication(app, { roundId, organizationId, uscc });
    await putIntoState(app, id, "submitted");
    const later = await teller.pass("2026-08-24T09:00");
    expect(linesOf(later)).toEqual([
      [
        alone.email,
        "【今年可以再次申报】贵单位资格有效期到11月20日，还有88天（60个工作日）。今年是期满当年，可再次申报（第十四条）。\n2026年度申报9月25日24:00截止，还有32天（24个工作日）。\n新资格自新的认定日期起算；如11月20日前还没有新的认定，中间会有空档，空档期内没有示范平台资格。",
      ],
      ["jinshui@title.example", "【独家平台资格11月20日到期】还有88天（60个工作日）。期满当年可再次申报（第十四条）。"],
    ]);
    expect(later[1]?.paths).toEqual([`/admin/certifications/${titleId}/show`]);
  });

  it("of an end in the next year say in which year one may apply again", async () => {
    const { email, organizationId } = await addHolder("next-year");
    await addTitle(app, { organizationId, validFrom: "2024-03-01", validTo: "2027-03-01", platformName: "明年平台" });
    expect(linesOf(await teller.pass("2026-09-02T09:00", email))).toEqual([
      [
        email,
        "【资格到期与再次申报】贵单位资格有效期到2027年3月1日，还有180天。2027年是期满当年，到时可再次申报（第十四条）。\n新资格自新的认定日期起算；如2027年3月1日前还没有新的认定，中间会有空档，空档期内没有示范平台资格。",
      ],
    ]);
  });

  it("of the end of a ban come on the day after it, and not where another bar stands", async () => {
    const free = await addHolder("free");
    const barred = await addHolder("barred");
    for (const { organizationId } of [free, barred]) {
      await addTitle(app, { organizationId, validFrom: "2022-01-01", validTo: "2025-01-01" });
      await revoke(organizationId, "2023-10-12");
    }
    await addTitle(app, { organizationId: barred.organizationId, validFrom: "2025-01-01", validTo: "2028-01-01" });
    expect(await teller.pass("2026-10-12T09:00", free.email, barred.email)).toEqual([]);
    const told = await teller.pass("2026-10-13T09:00", free.email, barred.email);
    expect(told.map(({ to, text }) => [to, text.split("\n")[0]])).toEqual([
      [free.email, "【不得申报的期限已满】10月12日是最后一天，现在可以再次申报（第十四条）。"],
    ]);
  });

  it("of the next year's days off come every week to the administrator, until they are on record", async () => {
    const reader = "administrator@title.example";
    expect(await teller.pass("2026-11-13T09:00", reader)).toEqual([]);
    const told = await teller.pass("2026-11-16T09:00", reader);
    expect(linesOf(told)).toEqual([
      [reader, "【2027年放假安排还没有录入】录入前算不出2027年的工作日，公示、异议的期限定不下来（第十一条）。"],
    ]);
    expect(told[0]?.paths).toEqual(["/admin/holidays"]);
    expect(await teller.pass("2026-11-17T09:00", reader)).toEqual([]);
    expect(await teller.pass("2026-11-23T09:00", reader)).toHaveLength(1);
    await app.database.execute(
      "insert into holiday_years (year, source, recorded_by, recorded_at, revision) values (2027, '国办发明电', null, '2026-11-25T00:00:00Z', 1)",
    );
    expect(await teller.pass("2026-11-30T09:00", reader)).toEqual([]);
    expect(teller.untold()).toEqual([]);
  });
});
