import type { Inspection } from "@shifan/contract";
import { findObligationOf, insertCertification } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { addPhotograph, checklistOf, planCheck, plannedCheck, recordOf } from "../../testing/inspections.ts";
import { actOn } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";
import { planObligations } from "../obligations/plan.ts";

const base = "/api/v1/inspections";
const kind = "periodic_inspection" as const;

/** What holds for the district's periodic inspections on either database. */
export const inspectionsSuite = suite("a periodic inspection", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let district: Browser;
  let colleague: Browser;
  let elsewhere: Browser;
  let city: Browser;
  let auditor: Browser;
  let platform: Browser;
  let other: Browser;
  let certificationId = "";
  let organizationId = "";

  const at = (instant: string) => clock.set(new Date(instant));
  const services = () => ({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId });
  const idOf = (path: string) => path.split("/").at(-1) ?? "";
  const plan = (own: object = {}) =>
    plannedCheck(district, { kind, certificationId, plannedOn: clock.today(), ...own });
  const failing = (own: object = {}) => recordOf(kind, clock.today(), { result: "failed", ...own });
  const owed = (period: string) => findObligationOf(app.database, { kind, subject: certificationId, period });

  beforeAll(async () => {
    at("2027-03-10T01:30:00Z");
    app = await createTestApp({ opened: open(), clock, demo: true });
    district = await addOfficer(app, "district@inspection.example", "district", "410105");
    colleague = await addOfficer(app, "colleague@inspection.example", "district", "410105");
    elsewhere = await addOfficer(app, "elsewhere@inspection.example", "district", "410102");
    city = await addOfficer(app, "city@inspection.example", "city");
    const holder = await signUp(app, "holder@inspection.example");
    platform = holder.browser;
    other = (await signUp(app, "other@inspection.example")).browser;
    organizationId = await addOrganization(app, "91410100MA1000001A", holder.userId);
    const days = { validFrom: "2026-11-20", validTo: "2029-11-20" };
    certificationId = await addTitle(app, { organizationId, platformName: "金水服务平台", ...days });
    await planObligations(services());
  });
  beforeEach(() => at("2027-03-10T01:30:00Z"));

  it("is planned by the district of the title, for a title that stands, and not for the past", async () => {
    const body = { kind, certificationId, plannedOn: "2027-03-20" };
    const made = await planCheck(district, body);
    expect(made).toMatchObject({
      status: 201,
      body: { state: "planned", period: "2027-H1", district: "410105", allowedActs: ["edit", "record", "call-off"] },
    });
    expect(await planCheck(elsewhere, body)).toMatchObject({ status: 403, body: { code: "other_jurisdiction" } });
    for (const by of [city, platform]) {
      expect(await planCheck(by, body)).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    }
    expect(await planCheck(district, { ...body, plannedOn: "2027-03-09" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/plannedOn", code: "too_early" }] },
    });
    expect(await planCheck(district, { ...body, certificationId: "none" })).toMatchObject({ status: 404 });
    expect(await planCheck(district, { ...body, complaintId: "none" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/complaintId", code: "unknown_record" }] },
    });
    const expired = await addTitle(app, { organizationId, validFrom: "2023-03-09", validTo: "2027-03-09" });
    expect(await planCheck(district, { ...body, certificationId: expired })).toMatchObject({
      status: 409,
      body: { code: "title_not_valid", article: "第十四条" },
    });
    const unconfirmed = await addTitle(app, {
      organizationId,
      validFrom: "2026-11-20",
      validTo: "2029-11-20",
      confirmedBy: null,
    });
    expect(await planCheck(district, { ...body, certificationId: unconfirmed })).toMatchObject({
      body: { code: "title_not_valid" },
    });
  });

  it("is moved and called off by its district, while nothing has taken place, with a reason", async () => {
    const path = await plan();
    expect(await actOn(district, path, "edit", { plannedOn: "2027-07-01" })).toMatchObject({
      status: 200,
      body: { plannedOn: "2027-07-01", period: "2027-H2" },
    });
    expect(await actOn(city, path, "edit", { plannedOn: "2027-04-01" })).toMatchObject({ status: 403 });
    expect(await actOn(elsewhere, path, "edit", { plannedOn: "2027-04-01" })).toMatchObject({ status: 404 });
    expect(await actOn(district, path, "call-off", { reason: " " })).toMatchObject({ status: 422 });
    expect(await actOn(district, path, "call-off", { reason: "单位搬迁，另定日期" })).toMatchObject({
      status: 200,
      body: { state: "called_off", allowedActs: [] },
    });
    expect(await actOn(district, path, "record", failing())).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
    expect((await trailOf(app.database, idOf(path))).map(({ act, outcome }) => [act, outcome])).toEqual([
      ["plan", "accepted"],
      ["edit", "accepted"],
      ["edit", "not_permitted"],
      ["edit", "other_jurisdiction"],
      ["call-off", "accepted"],
      ["record", "wrong_state"],
    ]);
  });

  describe("is recorded", () => {
    it("whole: what is not looked at, not on the list, not explained or not of this kind is refused", async () => {
      const path = await plan();
      const record = (own: object) => actOn(district, path, "record", recordOf(kind, "2027-03-10", own));
      const [first, ...rest] = checklistOf(kind);
      expect(await record({ checklist: rest })).toMatchObject({
        status: 409,
        body: { code: "checklist_incomplete", detail: "还没有填：服务台账。" },
      });
      const silent = [{ ...first, rating: "poor" }, ...rest];
      expect(await record({ checklist: silent })).toMatchObject({ body: { code: "checklist_incomplete" } });
      const unknown = [...checklistOf(kind), { item: "weather", rating: "good" }];
      const repeated = [...checklistOf(kind), first];
      const unrated = [{ ...first, rating: "excellent" }, ...rest];
      for (const [checklist, code] of [
        [unknown, "not_allowed"],
        [repeated, "repeated"],
        [unrated, "not_allowed"],
      ] as const) {
        expect(await record({ checklist })).toMatchObject({ status: 422, body: { errors: [{ code }] } });
      }
      expect(await record({ result: "failed", findings: "" })).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/findings", code: "required" }] },
      });
      for (const result of ["absent", "falsified"]) {
        expect(await record({ result })).toMatchObject({ status: 409, body: { code: "result_of_appraisal_only" } });
      }
    });

    it.each([
      ["2026-11-19", "too_early"],
      ["2027-03-11", "too_late"],
      ["2027-02-29", "no_such_day"],
    ])("of a day on which it can have taken place: %s is %s", async (carriedOutOn, code) => {
      const answer = await actOn(district, await plan(), "record", recordOf(kind, carriedOutOn));
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: "/carriedOutOn", code }] } });
    });

    it.each([
      ["2027-03-09", "too_early"],
      ["2027-06-09", "too_late"],
    ])("with something to put right within the days of the policy: until %s is %s", async (rectifyUntil, code) => {
      const answer = await actOn(district, await plan(), "record", failing({ rectifyUntil }));
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: "/rectifyUntil", code }] } });
    });

    it("by one of two officers at once: the other is told to look again", async () => {
      const path = await plan();
      const { headers } = await district.call(path);
      const record = (by: Browser, own: object) =>
        by.call(`${path}/record`, { body: failing(own), headers: { "if-match": headers.get("etag") ?? "" } });
      const both = await Promise.all([
        record(district, { findings: "台账缺失。" }),
        record(colleague, { findings: "收费没有公开。" }),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    });

    it("with photographs that were handed in for it, and for nothing else", async () => {
      const path = await plan();
      const photograph = await addPhotograph(app, idOf(path), "district officer");
      const another = await addPhotograph(app, idOf(await plan()), "district officer");
      expect(await actOn(district, path, "record", failing({ fileIds: [another] }))).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/fileIds/0", code: "unknown_file" }] },
      });
      expect((await platform.call(`/api/v1/files/${encodeURIComponent(photograph)}`)).status).toBe(404);
      expect(await actOn(district, path, "record", failing({ fileIds: [photograph] }))).toMatchObject({
        status: 200,
        body: { fileIds: [photograph] },
      });
      const seen = async (by: Browser) => (await by.call(`/api/v1/files/${encodeURIComponent(photograph)}`)).status;
      expect([await seen(platform), await seen(city), await seen(elsewhere), await seen(other)]).toEqual([
        200, 200, 404, 404,
      ]);
    });

    it("signed by both sides with pictures of its own, or with the reason why the unit did not sign", async () => {
      const path = await plan();
      const inspectorsFileId = await addPhotograph(app, idOf(path), "the inspectors");
      const unitFileId = await addPhotograph(app, idOf(path), "the unit");
      const fileIds = [inspectorsFileId, unitFileId];
      const record = (signatures: object, files = fileIds) =>
        actOn(district, path, "record", failing({ fileIds: files, signatures }));
      const signed = { inspectorsFileId, unitFileId, unsignedReason: null };
      for (const [signatures, files, error] of [
        [signed, [inspectorsFileId], { path: "/signatures/unitFileId", code: "unknown_file" }],
        [signed, [unitFileId], { path: "/signatures/inspectorsFileId", code: "unknown_file" }],
        [{ ...signed, unitFileId: inspectorsFileId }, fileIds, { path: "/signatures/unitFileId", code: "repeated" }],
        [{ ...signed, unitFileId: null }, fileIds, { path: "/signatures/unsignedReason", code: "required" }],
        [{ ...signed, unsignedReason: "不在" }, fileIds, { path: "/signatures/unsignedReason", code: "not_allowed" }],
      ] as const) {
        expect(await record(signatures, [...files])).toMatchObject({ status: 422, body: { errors: [error] } });
      }
      const paper = { name: "签字页.pdf", mediaType: "application/pdf", sha256: "d".repeat(64) };
      const paperId = await addPhotograph(app, idOf(path), "a paper", paper);
      expect(await record({ ...signed, unitFileId: paperId }, [inspectorsFileId, paperId])).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/signatures/unitFileId", code: "not_allowed" }] },
      });
      const refused = { inspectorsFileId, unitFileId: null, unsignedReason: "陪同人员不同意第2项" };
      expect(await record(refused, [inspectorsFileId])).toMatchObject({
        status: 200,
        body: { signatures: refused, fileIds: [inspectorsFileId] },
      });
    });
  });

  it("reaches the unit once it took place, the city and the supervisors always, and nobody else", async () => {
    const path = await plan();
    auditor ??= await addOfficer(app, "auditor@inspection.example", "auditor");
    at("2026-12-10T01:30:00Z");
    const supervised = (await auditor.call(path)).status;
    at("2027-03-10T01:30:00Z");
    const statuses = async () =>
      Promise.all([district, city, platform, elsewhere, other].map(async (by) => (await by.call(path)).status));
    expect([supervised, ...(await statuses())]).toEqual([200, 200, 200, 404, 404, 404]);
    const list = async (by: Browser) => (await by.call(`${base}?range=[0,99]`)).body as Inspection[];
    expect((await list(platform)).map(({ id }) => id)).not.toContain(idOf(path));
    await actOn(district, path, "record", failing());
    expect(await statuses()).toEqual([200, 200, 200, 404, 404]);
    const [own] = (await list(platform)).filter(({ id }) => id === idOf(path));
    expect(own).toMatchObject({
      result: "failed",
      resultName: "不合格",
      kindName: "定期检查",
      allowedActs: ["answer"],
    });
    expect(await list(elsewhere)).toEqual([]);
    const filter = encodeURIComponent(JSON.stringify({ kind, state: "carried_out", certificationId }));
    const filtered = (await city.call(`${base}?filter=${filter}&range=[0,99]`)).body as Inspection[];
    expect(new Set(filtered.map(({ state }) => state))).toEqual(new Set(["carried_out"]));
    const ofUnit = async (organizationId: string) => {
      const asked = encodeURIComponent(JSON.stringify({ organizationId }));
      return (await city.call(`${base}?filter=${asked}&range=[0,99]`)).body as Inspection[];
    };
    const unit = own?.organizationId ?? "";
    expect(new Set((await ofUnit(unit)).map(({ organizationId }) => organizationId))).toEqual(new Set([unit]));
    expect(await ofUnit("another")).toEqual([]);
  });

  it("that was not passed is not closed before the unit has answered or had its days; the answer stands beside it", async () => {
    const path = await plan();
    expect(await actOn(district, path, "record", failing())).toMatchObject({
      body: { state: "carried_out", recordedOn: "2027-03-10", answerUntil: "2027-03-20" },
    });
    at("2027-03-20T15:59:59Z");
    expect(await actOn(district, path, "close")).toMatchObject({
      status: 409,
      body: { code: "period_not_ended", detail: expect.stringContaining("2027年3月20日") },
    });
    expect(await actOn(other, path, "answer", { answer: "与我无关" })).toMatchObject({ status: 404 });
    expect(await actOn(city, path, "answer", { answer: "代答" })).toMatchObject({ status: 403 });
    const answer = "三月台账在会计处，已补交复印件。";
    expect(await actOn(platform, path, "answer", { answer })).toMatchObject({
      status: 200,
      body: { answer, answeredOn: "2027-03-20" },
    });
    for (const by of [district, city, platform]) {
      expect((await by.call(path)).body).toMatchObject({ findings: expect.stringContaining("台账缺失"), answer });
    }
    expect(await actOn(district, path, "close")).toMatchObject({ status: 200, body: { state: "closed" } });
    expect(await actOn(platform, path, "answer", { answer: "再补充" })).toMatchObject({
      body: { code: "wrong_state" },
    });
  });

  it("may be closed after the last day's 24:00 without an answer", async () => {
    const path = await plan();
    await actOn(district, path, "record", failing());
    at("2027-03-20T16:00:00Z");
    expect(await actOn(district, path, "close")).toMatchObject({ status: 200, body: { closedOn: "2027-03-21" } });
  });

  it("with something to put right is looked at again first, which is no new inspection", async () => {
    const path = await plan();
    const again = { checkedAgainOn: "2027-03-25", checkedAgain: "台账已补齐。", isRectified: true };
    await actOn(district, path, "record", failing({ rectifyUntil: "2027-03-24" }));
    await actOn(platform, path, "answer", { answer: "已在整改" });
    expect(await actOn(district, path, "close")).toMatchObject({ status: 409, body: { code: "rectification_open" } });
    expect(await actOn(district, path, "check-again", again)).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/checkedAgainOn", code: "too_late" }] },
    });
    at("2027-03-25T01:30:00Z");
    expect(await actOn(district, path, "check-again", { ...again, checkedAgain: "" })).toMatchObject({
      status: 409,
      body: { code: "reasons_required" },
    });
    const photograph = await addPhotograph(app, idOf(path), "after");
    expect(await actOn(district, path, "check-again", { ...again, fileIds: [photograph] })).toMatchObject({
      status: 200,
      body: { isRectified: true, fileIds: [photograph], result: "failed" },
    });
    expect(await actOn(district, path, "close")).toMatchObject({ status: 200 });
    const plain = await plan();
    await actOn(district, plain, "record", recordOf(kind, "2027-03-25"));
    expect(await actOn(district, plain, "check-again", again)).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/checkedAgainOn", code: "not_allowed" }] },
    });
  });

  it("does what is owed for the half in which it took place, on the day on which somebody went there", async () => {
    const own = await addTitle(app, { organizationId, validFrom: "2027-01-10", validTo: "2030-01-10" });
    at("2027-07-02T01:30:00Z");
    await planObligations(services());
    const owedOf = (period: string) => findObligationOf(app.database, { kind, subject: own, period });
    // It was given within the half: the first full one binds, and an inspection before it is welcome.
    expect(await owedOf("2027-H1")).toMatchObject({ state: "not_applicable", exemption: "partial_period" });
    const early = await plan({ certificationId: own });
    await actOn(district, early, "record", recordOf(kind, "2027-06-30"));
    expect(await actOn(district, early, "close")).toMatchObject({ status: 200, body: { period: "2027-H1" } });
    expect(await owedOf("2027-H1")).toMatchObject({ state: "not_applicable" });
    const path = await plan({ certificationId: own });
    expect(await owedOf("2027-H2")).toMatchObject({ state: "due" });
    // What the unit may still answer, and what is to be put right, makes nobody late.
    await actOn(district, path, "record", { ...recordOf(kind, "2027-07-01"), result: "failed", findings: "台账缺失" });
    expect(await owedOf("2027-H2")).toMatchObject({ state: "done", doneOn: "2027-07-01", doneBy: idOf(path) });
  });

  it("that took place before anything was planned of its half has done what is then planned", async () => {
    at("2028-02-10T01:30:00Z");
    const path = await plan();
    await actOn(district, path, "record", recordOf(kind, "2028-02-09"));
    expect(await owed("2028-H1")).toBeNull();
    await planObligations(services());
    expect(await owed("2028-H1")).toMatchObject({ state: "done", doneOn: "2028-02-09", doneBy: idOf(path) });
    expect(await verifyRecords(app.database, ["obligations"])).toMatchObject({ sound: true });
  });

  it("was done for the first half by those above, and every step stands in the trail", async () => {
    expect(await owed("2027-H1")).toMatchObject({ state: "done", doneOn: "2027-03-10" });
    expect(await verifyRecords(app.database, ["inspections", "city_checks"])).toMatchObject({ sound: true });
  });

  it("is no ground of a cancellation, however often it failed; titles entered from papers bring their own checks", async () => {
    const failed = { kind, result: "failed" as const, documentNumber: null, remark: null, source: "档案" };
    const old = "title with checks";
    await insertCertification(
      app.database,
      {
        id: old,
        organizationId,
        platformName: "旧平台",
        platformType: "specialized",
        district: "410105",
        state: "valid",
        applicationId: null,
        roundId: null,
        documentNumber: "郑工信〔2025〕9号",
        certificateNumber: null,
        validFrom: "2025-01-01",
        validTo: "2028-01-01",
        endedOn: null,
        endServedOn: null,
        endDocumentNumber: null,
        endSource: null,
        source: "档案",
        importedBy: "importer",
        confirmedBy: "confirmer",
        createdAt: clock.now(),
      },
      [
        { ...failed, checkedOn: "2025-04-01" },
        { ...failed, checkedOn: "2025-09-01" },
        { ...failed, kind: "spot_check", checkedOn: "2026-01-05" },
        { ...failed, kind: "spot_check", checkedOn: "2026-06-05" },
      ],
    );
    const grounds = async (by: Browser, id: string) => by.call(`/api/v1/certifications/${id}/grounds`);
    expect((await grounds(city, certificationId)).body).toMatchObject({ grounds: [] });
    expect(await grounds(district, old)).toMatchObject({
      status: 200,
      body: {
        checks: [
          { kind },
          { kind },
          { kind: "spot_check", inspectionId: null, source: "档案" },
          { kind: "spot_check" },
        ],
        grounds: [
          {
            ground: "consecutive_failures",
            certainty: "definite",
            article: "第十三条",
            checks: [`${old}/3`, `${old}/4`],
            perKind: { certainty: "definite" },
            merged: { certainty: "definite" },
          },
        ],
        note: expect.stringContaining("由市工信局决定"),
      },
    });
    const expert = await addOfficer(app, "expert@inspection.example", "expert");
    const readers = [platform, elsewhere, other, expert];
    const statuses = await Promise.all(readers.map(async (by) => (await grounds(by, old)).status));
    // That there is such a title is public; how it fares is not.
    expect(statuses).toEqual([200, 404, 404, 403]);
  });
});
