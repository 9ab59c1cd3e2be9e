import type { Obligation } from "@shifan/contract";
import {
  appendEntry,
  findObligationOf,
  insertInspection,
  insertReport,
  type ObligationKey,
  updateInspection,
  updateReport,
} from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp } from "../../testing/app.ts";
import { addOpenRound, addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";
import { fulfilObligation, reviveObligation } from "./consequences.ts";
import { noteRenewal } from "./note-renewal.ts";
import { planAppraisalObligation, planObligations } from "./plan.ts";
import { exemptOpenObligations, reviveExempted } from "./title-end.ts";

const cityActor = {
  userId: "officer",
  grants: [{ role: "city" as const, district: null, organizations: [], onBehalfOf: null }],
};

/** What is owed after the title: planned by the clock, done by what it asks for, and closed by nothing else. */
export const obligationsSuite = suite("what is owed after the title", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let city: Browser;
  let district: Browser;
  let platform: Browser;
  let organizationId = "";
  let old = "";

  const services = () => ({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId });
  const at = (instant: string) => clock.set(new Date(instant));
  const plan = (processes = 1) =>
    Promise.all(Array.from({ length: processes }, () => planObligations(services()))).then((counts) =>
      counts.reduce((sum, count) => sum + count, 0),
    );
  const list = async (by: Browser, filter: object = {}) => {
    const query = `filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,99]`;
    return (await by.call(`/api/v1/obligations?${query}`)).body as Obligation[];
  };
  const briefly = (rows: readonly Obligation[]) =>
    rows.map(({ kind, period, dueOn, standing }) => `${kind} ${period} ${dueOn} ${standing}`).toSorted();
  const within = <Result>(work: Parameters<TestApp["database"]["transaction"]>[0]) =>
    app.database.transaction(work) as Promise<Result>;
  const found = (key: ObligationKey) => findObligationOf(app.database, key);

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    city = await addOfficer(app, "city@obligation.example", "city");
    district = await addOfficer(app, "district@obligation.example", "district", "410105");
    const holder = await signUp(app, "holder@obligation.example");
    platform = holder.browser;
    organizationId = await addOrganization(app, "91410100MA0000001A", holder.userId);
    old = await addTitle(app, {
      organizationId,
      validFrom: "2025-03-01",
      validTo: "2028-03-01",
      platformName: "老平台",
    });
  });

  it("is planned for the running half and year once, however many processes plan at once", async () => {
    // A half of a year that had begun before the title was entered binds: the title had covered it.
    expect(await plan(2)).toBe(6);
    expect(await plan()).toBe(0);
    expect(briefly(await list(city))).toEqual([
      "annual_package 2026 2027-01-31 due",
      "annual_report 2026 2027-01-20 due",
      "half_year_package 2026-H1 2026-07-31 due",
      "half_year_report 2026-H1 2026-07-20 due",
      "periodic_inspection 2026-H1 2026-06-30 due",
      "yearly_round 2026 2026-12-31 due",
    ]);
    const [round] = await list(city, { kind: "yearly_round" });
    const entries = await trailOf(app.database, round?.id ?? "");
    expect(entries.map(({ act, role, outcome }) => [act, role, outcome])).toEqual([["plan", "system", "accepted"]]);
  });

  it("shows each the own: the platform its title, the district what lies in it, the city all", async () => {
    expect((await list(platform)).map(({ kind }) => kind).toSorted()).toEqual([
      "annual_report",
      "half_year_report",
      "periodic_inspection",
    ]);
    expect((await list(district)).map(({ holder }) => holder)).not.toContain("city");
    const elsewhere = await addOfficer(app, "other@obligation.example", "district", "410102");
    expect(await list(elsewhere)).toEqual([]);
    const [round] = await list(city, { kind: "yearly_round" });
    expect((await district.call(`/api/v1/obligations/${round?.id}`)).status).toBe(404);
  });

  it("does not bind in the half in which a title was given; nobody owes a package for it alone", async () => {
    const other = await addOrganization(app, "91410100MA0000002B", null);
    const fresh = await addTitle(app, {
      organizationId: other,
      district: "410102",
      validFrom: "2026-06-10",
      validTo: "2029-06-10",
    });
    expect(await plan()).toBe(4);
    expect(briefly(await list(city, { certificationId: fresh }))).toEqual([
      "annual_report 2026 2027-01-20 due",
      "half_year_report 2026-H1 2026-07-20 not_applicable",
      "periodic_inspection 2026-H1 2026-06-30 not_applicable",
    ]);
    expect(briefly(await list(city, { district: "410102", holder: "district" }))).toEqual([
      "annual_package 2026 2027-01-31 due",
      "periodic_inspection 2026-H1 2026-06-30 not_applicable",
    ]);
  });

  it("is late from midnight in Shanghai, stays so with a reason, and only its holder gives one", async () => {
    at("2026-07-31T15:59:59Z");
    expect((await list(city, { kind: "half_year_package" }))[0]).toMatchObject({ standing: "due", allowedActs: [] });
    at("2026-07-31T16:00:00Z");
    const [late] = await list(district, { standing: "late", kind: "half_year_package" });
    expect(late).toMatchObject({ standing: "late", allowedActs: ["mark-late-reason"] });
    const path = `/api/v1/obligations/${late?.id}`;
    const reason = { reason: "区县机构改革，报送人员7月底到岗" };
    expect(await actOn(city, path, "mark-late-reason", reason)).toMatchObject({ status: 403 });
    expect(await actOn(platform, path, "mark-late-reason", reason)).toMatchObject({ status: 404 });
    expect(await actOn(district, path, "mark-late-reason", { reason: " " })).toMatchObject({ status: 422 });
    expect(await actOn(district, path, "mark-late-reason", reason)).toMatchObject({
      status: 200,
      body: { standing: "late", lateReason: reason.reason, lateReasonOn: "2026-08-01" },
    });
    const [annual] = await list(district, { kind: "annual_package" });
    const early = await actOn(district, `/api/v1/obligations/${annual?.id}`, "mark-late-reason", reason);
    expect(early).toMatchObject({ status: 409, body: { code: "period_not_ended" } });
  });

  it("brings the next half on its first day, and what was missed while nothing ran", async () => {
    at("2026-06-30T15:59:59Z");
    expect(await plan()).toBe(0);
    at("2028-01-05T04:00:00Z");
    await plan(2);
    const own = await list(city, { certificationId: old });
    expect(briefly(own.filter(({ kind }) => kind === "periodic_inspection"))).toEqual([
      "periodic_inspection 2026-H1 2026-06-30 late",
      "periodic_inspection 2026-H2 2026-12-31 late",
      "periodic_inspection 2027-H1 2027-06-30 late",
      "periodic_inspection 2027-H2 2027-12-31 late",
      "periodic_inspection 2028-H1 2028-06-30 not_applicable",
    ]);
    // The city owes a round in a year in which nothing ran, too.
    expect(briefly(await list(city, { kind: "yearly_round" }))).toEqual([
      "yearly_round 2026 2026-12-31 late",
      "yearly_round 2027 2027-12-31 late",
      "yearly_round 2028 2028-12-31 due",
    ]);
    // In the year of its last day a title may be applied for again; that is a right, and never late.
    const [renewal] = own.filter(({ kind }) => kind === "renewal");
    expect(renewal).toMatchObject({ period: "2028", dueOn: "2028-03-01", isBinding: false, standing: "due" });
    at("2028-03-02T04:00:00Z");
    expect((await list(city, { kind: "renewal" }))[0]).toMatchObject({ standing: "due", allowedActs: [] });
    expect(await plan()).toBe(0);
    // Whoever used it later than that is listed among what is done.
    await within((inside) =>
      fulfilObligation(services(), inside, {
        kind: "renewal",
        subject: old,
        period: "2028",
        doneBy: "case",
        doneOn: "2028-03-02",
        actor: cityActor,
      }),
    );
    expect((await list(city, { kind: "renewal", standing: "done" })).map(({ standing }) => standing)).toEqual(["done"]);
    expect(await list(city, { kind: "renewal", standing: "done_late" })).toEqual([]);
  });

  it("is done by the act it asks for, once, and owed again when that is sent back", async () => {
    const key = { kind: "annual_report" as const, subject: old, period: "2027" };
    at("2028-01-20T15:59:59Z");
    const done = { doneBy: "report", doneOn: clock.today(), actor: cityActor };
    await within((inside) => fulfilObligation(services(), inside, { ...key, ...done }));
    await within((inside) => fulfilObligation(services(), inside, { ...key, ...done, doneBy: "another" }));
    expect(await found(key)).toMatchObject({ state: "done", doneBy: "report", doneOn: "2028-01-20" });
    const onTime = await list(platform, { standing: "done", kind: key.kind });
    expect(onTime.map(({ period }) => period)).toEqual(["2027"]);
    const ground = "数据与台账不符";
    await within((inside) => reviveObligation(services(), inside, { ...key, actor: cityActor, ground }));
    expect(await found(key)).toMatchObject({ state: "due", doneBy: null, doneOn: null });
    at("2028-01-20T16:00:00Z");
    await within((inside) =>
      fulfilObligation(services(), inside, { ...key, ...done, doneOn: clock.today(), doneBy: "second" }),
    );
    expect((await list(platform, { standing: "done_late" })).map(({ doneOn }) => doneOn)).toEqual(["2028-01-21"]);
  });

  it("does not apply once a title has ended; what was late before stays late; all of it comes back with the title", async () => {
    at("2029-02-01T04:00:00Z");
    const third = await addOrganization(app, "91410100MA0000003C", null);
    const title = await addTitle(app, {
      organizationId: third,
      district: "410103",
      validFrom: "2028-11-20",
      validTo: "2031-11-20",
    });
    await plan();
    const noticeId = "appraisal 1";
    const own = { id: title, district: "410103", organizationId: third };
    await within((inside) =>
      planAppraisalObligation(services(), inside, { title: own, noticeId, dueOn: "2029-09-10", actor: cityActor }),
    );
    at("2029-08-20T04:00:00Z");
    await plan();
    const endedOn = "2029-08-20";
    await within(async (inside) => {
      await inside.execute(
        `update certifications set state = 'cancelled', ended_on = '${endedOn}' where id = '${title}'`,
      );
      await exemptOpenObligations(services(), inside, { certificationId: title, endedOn, actor: cityActor });
    });
    const ofDistrict = { district: "410103" };
    const after = briefly(await list(city, ofDistrict));
    expect(after).toEqual([
      "annual_package 2029 2030-01-31 not_applicable",
      "annual_report 2029 2030-01-20 not_applicable",
      "appraisal appraisal 1 2029-09-10 not_applicable",
      "half_year_package 2029-H1 2029-07-31 late",
      "half_year_report 2029-H1 2029-07-20 late",
      "periodic_inspection 2029-H1 2029-06-30 late",
      "periodic_inspection 2029-H2 2029-12-31 not_applicable",
    ]);
    at("2030-02-01T04:00:00Z");
    await plan();
    expect(briefly(await list(city, ofDistrict))).toEqual(after);
    await within(async (inside) => {
      await inside.execute(`update certifications set state = 'valid', ended_on = null where id = '${title}'`);
      await reviveExempted(services(), inside, {
        title: { id: title, validTo: "2031-11-20" },
        endedOn,
        actor: cityActor,
        ground: "原决定撤回",
      });
    });
    await plan();
    expect(briefly(await list(city, { ...ofDistrict, state: "due" }))).toEqual([
      "annual_package 2029 2030-01-31 late",
      "annual_package 2030 2031-01-31 due",
      "annual_report 2029 2030-01-20 late",
      "annual_report 2030 2031-01-20 due",
      "appraisal appraisal 1 2029-09-10 late",
      "half_year_package 2029-H1 2029-07-31 late",
      "half_year_package 2030-H1 2030-07-31 due",
      "half_year_report 2029-H1 2029-07-20 late",
      "half_year_report 2030-H1 2030-07-20 due",
      "periodic_inspection 2029-H1 2029-06-30 late",
      "periodic_inspection 2029-H2 2029-12-31 late",
      "periodic_inspection 2030-H1 2030-06-30 due",
    ]);
  });

  it("is planned up to the end of a title also where that was decided first: what was late by then is late", async () => {
    const fourth = await addOrganization(app, "91410100MA0000004D", null);
    const title = await addTitle(app, {
      organizationId: fourth,
      district: "410104",
      validFrom: "2029-11-20",
      validTo: "2032-11-20",
    });
    at("2031-02-10T04:00:00Z");
    await app.database.execute(
      `update certifications set state = 'revoked', ended_on = '2031-01-25' where id = '${title}'`,
    );
    await plan();
    expect(briefly(await list(city, { certificationId: title }))).toEqual([
      "annual_report 2030 2031-01-20 late",
      "annual_report 2031 2032-01-20 not_applicable",
      "half_year_report 2030-H1 2030-07-20 late",
      "half_year_report 2031-H1 2031-07-20 not_applicable",
      "periodic_inspection 2030-H1 2030-06-30 late",
      "periodic_inspection 2030-H2 2030-12-31 late",
      "periodic_inspection 2031-H1 2031-06-30 not_applicable",
    ]);
    expect(await plan()).toBe(0);
  });

  it("comes back with the title as it stands by then: what was done or called off meanwhile is not owed again", async () => {
    at("2032-01-10T04:00:00Z");
    const fifth = await addOrganization(app, "91410100MA0000005E", null);
    const id = await addTitle(app, {
      organizationId: fifth,
      district: "410106",
      validFrom: "2029-11-20",
      validTo: "2032-11-20",
    });
    await plan();
    const title = { id, district: "410106", organizationId: fifth };
    const look = (own: { id: string; kind: "appraisal" | "periodic_inspection" }) => ({
      ...own,
      certificationId: id,
      organizationId: fifth,
      district: "410106",
      period: "2032-H1",
      drawId: null,
      complaintId: null,
      plannedOn: "2032-02-20",
      noticeText: null,
      takesPlaceOn: null,
      createdBy: "officer",
      createdAt: clock.now(),
    });
    const recorded = { result: "passed" as const, recordedOn: "2032-03-02" };
    const endedOn = "2032-03-01";
    await within(async (inside) => {
      for (const [noticeId, dueOn] of [
        ["attended", endedOn],
        ["called off", "2032-05-10"],
        ["excused", "2032-03-02"],
      ] as const) {
        await insertInspection(inside, look({ id: noticeId, kind: "appraisal" }));
        await planAppraisalObligation(services(), inside, { title, noticeId, dueOn, actor: cityActor });
      }
      await insertInspection(inside, look({ id: "inspection", kind: "periodic_inspection" }));
      const report = { certificationId: id, organizationId: fifth, district: "410106", policyVersion: 1, content: {} };
      const of = { kind: "half_year_report" as const, period: "2032-H1", createdBy: "a", createdAt: clock.now() };
      await insertReport(inside, { id: "report", ...report, ...of });
    });
    at("2032-03-01T04:00:00Z");
    await within(async (inside) => {
      await inside.execute(`update certifications set state = 'cancelled', ended_on = '${endedOn}' where id = '${id}'`);
      await exemptOpenObligations(services(), inside, { certificationId: id, endedOn, actor: cityActor });
      await updateInspection(inside, "attended", { state: "carried_out", carriedOutOn: endedOn, ...recorded });
      await updateInspection(inside, "called off", { state: "called_off", reason: "资格已经取消" });
      const told = { findings: "没有到场。", answerUntil: "2032-03-12" };
      const absent = { ...told, carriedOutOn: "2032-03-02", recordedOn: "2032-03-02", result: "absent" as const };
      const heard = { heardOn: "2032-03-12", hearing: "有住院证明。", absenceFinding: "accepted" as const };
      await updateInspection(inside, "excused", { state: "heard", ...absent, ...heard, foundOn: "2032-03-12" });
      const closed = { carriedOutOn: "2032-02-20", closedOn: "2032-03-02", ...recorded };
      await updateInspection(inside, "inspection", { state: "closed", ...closed });
      await updateReport(inside, "report", { state: "sent_to_district", submittedOn: "2032-07-05" });
    });
    at("2032-07-10T04:00:00Z");
    await within(async (inside) => {
      await inside.execute(`update certifications set state = 'valid', ended_on = null where id = '${id}'`);
      const back = { title: { id, validTo: "2032-11-20" }, endedOn, actor: cityActor, ground: "原决定撤回" };
      await reviveExempted(services(), inside, back);
    });
    const own = await list(city, { certificationId: id });
    expect(briefly(own)).toEqual([
      "annual_report 2032 2033-01-20 not_applicable",
      "appraisal attended 2032-03-01 done",
      "appraisal called off 2032-05-10 not_applicable",
      "appraisal excused 2032-03-02 not_applicable",
      "half_year_report 2032-H1 2032-07-20 done",
      "periodic_inspection 2032-H1 2032-06-30 done",
      "renewal 2032 2032-11-20 due",
    ]);
    expect(own.find(({ period }) => period === "called off")).toMatchObject({ exemption: "called_off" });
    expect(own.find(({ period }) => period === "excused")).toMatchObject({ exemption: "absence_accepted" });
  });

  it("that may be done in the last year is done by the case that was received in it, whoever enters that and when", async () => {
    at("2033-01-03T04:00:00Z");
    const [renewal] = await list(city, { kind: "renewal", district: "410106" });
    const { id = "", organizationId: holder, certificationId: subject } = renewal ?? {};
    const paper = { id: "paper case", organizationId: holder ?? "" };
    await within((inside) => noteRenewal(services(), inside, paper, "2032-10-20"));
    expect(await found({ kind: "renewal", subject: subject ?? "", period: "2032" })).toMatchObject({
      state: "done",
      doneOn: "2032-10-20",
      doneBy: "paper case",
    });
    expect((await trailOf(app.database, id)).at(-1)).toMatchObject({ act: "fulfil", role: "system" });
    at("2032-07-10T04:00:00Z");
  });

  it("is done where papers of before the product tell of the inspection of the half", async () => {
    const sixth = await addOrganization(app, "91410100MA0000006F", null);
    const id = await addTitle(app, { organizationId: sixth, validFrom: "2031-03-01", validTo: "2034-03-01" });
    const check = "insert into certification_checks (certification_id, n, kind, checked_on, result, source)";
    await app.database.execute(
      `${check} values ('${id}', 1, 'spot_check', '2032-07-02', 'passed', '档案'), ('${id}', 2, 'periodic_inspection', '2032-07-03', 'failed', '档案')`,
    );
    await plan();
    expect(await found({ kind: "periodic_inspection", subject: id, period: "2032-H2" })).toMatchObject({
      state: "done",
      doneOn: "2032-07-03",
      doneBy: `${id}/2`,
    });
  });

  it("begins with the half in which a title from papers is confirmed: before, it bore on nothing and nobody could do it", async () => {
    const seventh = await addOrganization(app, "91410100MA0000007G", null);
    const id = await addTitle(app, {
      organizationId: seventh,
      district: "410108",
      validFrom: "2030-03-01",
      validTo: "2033-03-01",
      confirmedBy: null,
      createdAt: new Date("2031-05-10T04:00:00Z"),
    });
    expect(await plan()).toBe(0);
    expect(await actOn(city, `/api/v1/certifications/${id}`, "confirm")).toMatchObject({ status: 200 });
    await plan();
    expect(briefly(await list(city, { certificationId: id }))).toEqual([
      "annual_report 2032 2033-01-20 due",
      "periodic_inspection 2032-H2 2032-12-31 due",
    ]);
  });

  it("of the city is done where its round was decided before that was planned, on the day of the decision", async () => {
    at("2033-02-01T04:00:00Z");
    const roundId = await addOpenRound(app, 2033);
    await app.database.execute(`update rounds set state = 'archived' where id = '${roundId}'`);
    const entry = { act: "decide", outcome: "accepted", article: null, ground: null, fields: ["state"], revision: 9 };
    const by = { userId: "officer", role: "city" as const, district: null, onBehalfOf: null };
    await within((inside) =>
      appendEntry(inside, {
        ...entry,
        at: new Date("2033-01-19T16:30:00Z"),
        actor: by,
        resource: "rounds",
        recordId: roundId,
        relation: null,
        state: {},
        before: null,
      }),
    );
    await plan();
    expect(await found({ kind: "yearly_round", subject: "city", period: "2033" })).toMatchObject({
      state: "done",
      doneBy: roundId,
      doneOn: "2033-01-20",
    });
  });

  it("is listed a page at a time in the order of its last days", async () => {
    const first = await city.call("/api/v1/obligations?range=[0,4]");
    const next = first.headers.get("next-cursor") ?? "";
    const second = await city.call(`/api/v1/obligations?range=[0,4]&cursor=${encodeURIComponent(next)}`);
    const days = [first, second].flatMap(({ body }) => (body as Obligation[]).map(({ dueOn }) => dueOn));
    expect(days).toEqual(days.toSorted());
    expect(new Set([first, second].flatMap(({ body }) => (body as Obligation[]).map(({ id }) => id))).size).toBe(10);
    expect((await city.call("/api/v1/obligations?cursor=abc")).status).toBe(422);
    expect((await city.call(`/api/v1/obligations?filter=${encodeURIComponent('{"kind":"tax"}')}`)).status).toBe(422);
  });

  it("stands in the trail as it stands on record", async () => {
    expect(await verifyRecords(app.database, ["obligations"])).toMatchObject({ sound: true });
  });
});
