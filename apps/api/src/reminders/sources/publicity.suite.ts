import { randomUUID } from "node:crypto";
import type { Notice, Objection } from "@shifan/contract";
import { insertMandate, listResults, seal, updateRound } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { fillLines } from "@shifan/rules";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp, testPersonalKeys } from "../../../testing/app.ts";
import { signUp } from "../../../testing/applications.ts";
import { addOfficer } from "../../../testing/cases.ts";
import { actOn, addProposedList, fileObjection, publishList } from "../../../testing/publicity.ts";
import { createTeller, linesOf } from "../../../testing/reminders.ts";
import { addShippedHolidayYears } from "../../holidays/shipped-years.ts";
import { reminderContext } from "../context.ts";
import { resultValues } from "./results.ts";

/** What is told of a publicity and of the objections that come to it. */
export const publicitySourcesSuite = suite("reminders of a publicity", (open) => {
  const clock = createSettableClock(new Date("2026-11-16T09:30:00+08:00"));
  let app: TestApp;
  let city: Browser;
  let teller: ReturnType<typeof createTeller>;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    city = await addOfficer(app, "city@publicity.example", "city");
    teller = createTeller(app, clock, ["publicity_end", "objection_inquiry", "result"]);
  });

  it("go to the unit as its case is published, held and let go, and to the city before its days end", async () => {
    const { roundId, cases } = await addProposedList(app, { year: 2026, count: 1 });
    const [own] = cases;
    if (own === undefined) throw new Error("no case");
    const { userId } = await signUp(app, "unit@publicity.example");
    await signUp(app, "other@publicity.example");
    await insertMandate(app.database, {
      id: randomUUID(),
      organizationId: own.organizationId,
      userId,
      state: "claimed",
      holderName: "王五",
      holderPhone: seal(testPersonalKeys, "13800000000"),
      licenceFileId: null,
      authorizationFileId: null,
      claimedAt: clock.now(),
    });
    const notice = (await publishList(app, city, roundId)).body as Notice;
    const published = await teller.pass("2026-11-16T10:00");
    expect(linesOf(published)).toEqual([
      [
        "unit@publicity.example",
        "【在拟认定名单上公示】公示到11月20日24:00，还有4天。期满没有异议，或者异议不成立的，才能认定（第十一条）。",
      ],
    ]);
    expect(published[0]?.paths).toEqual([`/my-matters#applications-${own.id}`]);

    await fileObjection(createBrowser(app), notice.id, 1);
    const [objection] = (await city.call("/api/v1/objections")).body as Objection[];
    const path = `/api/v1/objections/${objection?.id}`;
    expect((await actOn(city, path, "admit", { extract: "反映服务企业数" })).status).toBe(200);
    expect((await actOn(city, path, "inquire", { until: "2026-11-30" })).status).toBe(200);
    expect(linesOf(await teller.pass("2026-11-16T10:05"))).toEqual([
      [
        "unit@publicity.example",
        "【公示期间收到异议】异议已受理，查证期间暂不作认定（第十一条）。您可以在11月21日24:00前作出说明（第四条），还有5天（4个工作日）。",
      ],
    ]);

    const ended = await teller.pass("2026-11-20T09:00");
    expect(linesOf(ended)).toEqual([
      [
        "city@publicity.example",
        "【公示11月20日期满】就是今天。收到异议1件，未办结1件。\n期满次日起，没有异议或者异议不成立的可以作出决定（第十一条）。",
      ],
    ]);
    expect(ended[0]?.paths).toEqual([`/admin/notices/${notice.id}/show`]);
    expect((await teller.pass("2026-11-23T09:00")).map(({ text }) => text.split("\n")[0])).toEqual([
      "【公示11月20日期满】已过3天。收到异议1件，未办结1件。",
    ]);
    // The fifth day before 30 November.
    const inquiry = await teller.pass("2026-11-25T09:00");
    expect(linesOf(inquiry)).toEqual([
      ["city@publicity.example", "【异议核查11月30日到期】还有5天（3个工作日）。未办结1件（第十一条）。"],
    ]);
    expect(inquiry[0]?.paths).toEqual([`/admin/objections/${objection?.id}/show`]);
    expect((await actOn(city, path, "dismiss", { finding: "经查属实" })).status).toBe(200);
    expect(linesOf(await teller.pass("2026-11-25T10:00"))).toEqual([
      [
        "unit@publicity.example",
        "【异议已办结】对贵单位的异议没有成立，接着按公示办理；公示到11月20日24:00（第十一条）。",
      ],
    ]);
    await updateRound(app.database, roundId, { state: "decided" });
    expect(await teller.pass("2026-11-27T09:00")).toEqual([]);
    expect(teller.untold()).toEqual([]);
  });

  it("have words for every act that is told of, and every value that these ask for", async () => {
    const context = await reminderContext(teller.services);
    const span = { from: new Date("2026-11-16T00:00:00+08:00"), before: new Date("2026-11-26T00:00:00+08:00") };
    const [row] = await listResults(app.database, { ...span, ids: null });
    if (row === undefined) throw new Error("no result");
    const { results } = context.document.reminders;
    const texts = results.flatMap(({ result, explanation }) => [result, ...explanation]);
    expect(fillLines(texts, await resultValues(context, row)).length).toBeGreaterThan(0);
  });
});
