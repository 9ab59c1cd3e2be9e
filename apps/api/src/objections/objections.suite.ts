import type { Notice, Objection } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, addProposedList, fileObjection, publishList } from "../../testing/publicity.ts";
import { addShippedHolidayYears } from "../holidays/shipped-years.ts";

/** What holds for objections to published cases on either database. */
export const objectionsSuite = suite("an objection", (open) => {
  let app: TestApp;
  let city: Browser;
  const anybody = () => createBrowser(app, "198.51.100.7");

  beforeAll(async () => {
    const clock = createSettableClock(new Date("2026-11-16T01:30:00Z"));
    app = await createTestApp({ opened: open(), demo: true, clock });
    await addShippedHolidayYears({ database: app.database, clock });
    city = await addOfficer(app, "city@objection.example", "city");
  });

  it("is filed, admitted and dismissed, and the case goes on", async () => {
    const { roundId, cases } = await addProposedList(app, { year: 2026, count: 3 });
    const published = await publishList(app, city, roundId);
    expect(published).toMatchObject({ status: 200, body: { endsOn: "2026-11-20", phase: "running", daysLeft: 4 } });
    const notice = published.body as Notice;
    const filed = await fileObjection(anybody(), notice.id, 1);
    expect(filed).toMatchObject({ status: 201 });
    const [row] = (await city.call("/api/v1/objections")).body as Objection[];
    const path = `/api/v1/objections/${row?.id}`;
    expect(await actOn(city, path, "admit", { extract: "反映服务企业数量不实" })).toMatchObject({ status: 200 });
    const application = `/api/v1/applications/${notice.cases[0]?.applicationId}`;
    expect((await city.call(application)).body).toMatchObject({ state: "objected" });
    expect(await actOn(city, path, "dismiss", { finding: "经查台账属实" })).toMatchObject({ status: 200 });
    expect((await city.call(application)).body).toMatchObject({ state: "in_publicity" });
    expect(cases).toHaveLength(3);
  });
});
