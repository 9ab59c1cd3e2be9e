import { randomUUID } from "node:crypto";
import type { Obligation, Report, Title } from "@shifan/contract";
import { type HeldDatabase, holdCommits, suite } from "@shifan/db/testing";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { draftReport } from "../../testing/reports.ts";
import { addTitle } from "../../testing/titles.ts";
import { verifyRecords } from "../../testing/trail.ts";
import { planObligations } from "../obligations/plan.ts";

const reason = { reason: "推荐部门录错了" };
const [wrong, right] = ["410105", "410171"];

/** The department of a title is corrected while somebody there, or its unit, does something about it. */
export const correctionAtOnceSuite =
  suite("a corrected department and work on the title at the same moment", (open) => {
    const clock = createSettableClock(new Date("2026-07-02T09:00:00+08:00"));
    let held: HeldDatabase;
    let app: TestApp;
    let city: Browser;
    let second: Browser;
    let district: Browser;
    let platform: Browser;
    let organizationId = "";
    let id = "";
    let report = "";

    const title = `/api/v1/certifications`;
    const confirm = () => actOn(second, `${title}/${id}`, "confirm-correction");
    const submit = () => actOn(platform, report, "submit");
    const plan = () =>
      district.call("/api/v1/inspections", {
        headers: onceKey(),
        body: { kind: "periodic_inspection", certificationId: id, plannedOn: "2026-07-20" },
      });
    const now = async () => {
      const filter = encodeURIComponent(JSON.stringify({ certificationId: id }));
      const owed = (await city.call(`/api/v1/obligations?filter=${filter}&range=[0,99]`)).body as Obligation[];
      return {
        title: ((await city.call(`${title}/${id}`)).body as Title).district,
        report: ((await platform.call(report)).body as Report).district,
        owed: new Set(owed.filter(({ state }) => state === "due").map((each) => each.district)),
      };
    };

    beforeAll(async () => {
      held = holdCommits(open());
      app = await createTestApp({ opened: held.opened, demo: true, clock });
      city = await addOfficer(app, "city@both.example", "city");
      second = await addOfficer(app, "city2@both.example", "city");
      district = await addOfficer(app, "district@both.example", "district", wrong);
      const holder = await signUp(app, "holder@both.example");
      platform = holder.browser;
      organizationId = await addOrganization(app, "91410100MA0000001A", holder.userId);
    });
    beforeEach(async () => {
      id = await addTitle(app, {
        organizationId,
        validFrom: "2025-03-01",
        validTo: "2028-03-01",
        platformName: randomUUID(),
      });
      await planObligations({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId });
      report = await draftReport(platform, id, "2026-H1");
      expect((await actOn(city, `${title}/${id}`, "correct", { district: right, ...reason })).status).toBe(200);
    });

    it("an inspection first: it is planned, and the department is not corrected over it", async () => {
      const [planned, confirmed] = await held.overlap(plan, confirm);
      expect(planned.status).toBe(201);
      expect(confirmed).toMatchObject({ status: 422, body: { errors: [{ path: "/district", code: "work_open" }] } });
      expect((await now()).title).toBe(wrong);
    });

    it("the correction first: the department that has no such title any more plans nothing", async () => {
      const [confirmed, planned] = await held.overlap(confirm, plan);
      expect(confirmed.status).toBe(200);
      expect(planned.status).toBe(403);
      expect(await now()).toMatchObject({ title: right, owed: new Set([right]) });
    });

    it("a report first: it lies where it was sent, and the department is not corrected over it", async () => {
      const [submitted, confirmed] = await held.overlap(submit, confirm);
      expect(submitted.status).toBe(200);
      expect(confirmed).toMatchObject({ status: 422, body: { errors: [{ path: "/district", code: "work_open" }] } });
      expect(await now()).toMatchObject({ title: wrong, report: wrong });
    });

    it("the correction first: the report goes to the right department, though it was begun before", async () => {
      const [confirmed, submitted] = await held.overlap(confirm, submit);
      expect([confirmed.status, submitted.status]).toEqual([200, 200]);
      expect(await now()).toEqual({ title: right, report: right, owed: new Set([right]) });
      expect((await verifyRecords(app.database, ["certifications", "obligations", "reports"])).sound).toBe(true);
    });
  });
