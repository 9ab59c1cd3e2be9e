import type { CancellationGrounds, Complaint, Inspection, Obligation } from "@shifan/contract";
import { findObligationOf } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { planCheck, plannedCheck, recordOf } from "../../testing/inspections.ts";
import { actOn } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";

const base = "/api/v1/inspections";
const announcement = {
  noticeText: "现场核对服务台账、收费和满意度；请准备本年度服务台账。",
  takesPlaceOn: "2027-04-30",
};

/** What holds for the city's spot checks and appraisals on either database. */
export const cityChecksSuite = suite("a check by the city", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let city: Browser;
  let secondCity: Browser;
  let district: Browser;
  let platform: Browser;
  let organizationId = "";

  const at = (day: string) => clock.set(new Date(`${day}T01:30:00Z`));
  const idOf = (path: string) => path.split("/").at(-1) ?? "";
  const addOwnTitle = () => addTitle(app, { organizationId, validFrom: "2026-11-20", validTo: "2029-11-20" });
  const plan = (kind: string, certificationId: string, own: object = {}) =>
    plannedCheck(city, { kind, certificationId, plannedOn: clock.today(), ...own });
  const groundsOf = async (certificationId: string) =>
    ((await city.call(`/api/v1/certifications/${certificationId}/grounds`)).body as CancellationGrounds).grounds;
  const attendance = (certificationId: string, path: string) =>
    findObligationOf(app.database, { kind: "appraisal", subject: certificationId, period: idOf(path) });

  /** What the unit owes because of appraisals, as it reads it. */
  const owed = async (certificationId: string, standing?: string) => {
    const filter = JSON.stringify({ kind: "appraisal", certificationId, standing });
    return (await platform.call(`/api/v1/obligations?filter=${encodeURIComponent(filter)}`)).body as Obligation[];
  };

  /** An appraisal that was announced on 10 April 2027 for the 30th. */
  const announced = async (certificationId: string) => {
    at("2027-04-10");
    const path = await plan("appraisal", certificationId);
    expect(await actOn(city, path, "notify", announcement)).toMatchObject({ status: 200 });
    return path;
  };
  /** A closed spot check with a result. */
  const spotCheck = async (certificationId: string, day: string, result: string) => {
    at(day);
    const path = await plan("spot_check", certificationId);
    await actOn(city, path, "record", recordOf("spot_check", day, { result }));
    await actOn(platform, path, "answer", { answer: "已知悉" });
    expect(await actOn(city, path, "close")).toMatchObject({ status: 200 });
    return path;
  };
  /** A closed appraisal with a result. */
  const appraisal = async (certificationId: string, result: string) => {
    const path = await announced(certificationId);
    at("2027-04-30");
    await actOn(city, path, "record", recordOf("appraisal", "2027-04-30", { result }));
    await actOn(platform, path, "answer", { answer: "已知悉" });
    expect(await actOn(city, path, "close")).toMatchObject({ status: 200 });
    return path;
  };

  beforeAll(async () => {
    at("2027-03-10");
    app = await createTestApp({ opened: open(), clock, demo: true });
    city = await addOfficer(app, "city@check.example", "city");
    secondCity = await addOfficer(app, "city2@check.example", "city");
    district = await addOfficer(app, "district@check.example", "district", "410105");
    const holder = await signUp(app, "holder@check.example");
    platform = holder.browser;
    organizationId = await addOrganization(app, "91410100MA2000001A", holder.userId);
  });

  describe("at random", () => {
    it("is the city's alone, unannounced, and never says what has led to it", async () => {
      at("2027-03-10");
      const certificationId = await addOwnTitle();
      const complaint = { subject: "platform", target: "金水服务平台", content: "另收介绍费", name: "", contact: "" };
      await createBrowser(app, "203.0.113.77").call("/api/v1/public/complaints", { body: complaint });
      const [row] = (await city.call("/api/v1/complaints")).body as Complaint[];
      const body = { kind: "spot_check", certificationId, plannedOn: "2027-03-12" };
      expect(await planCheck(district, body)).toMatchObject({ status: 403 });
      const path = await plannedCheck(city, { ...body, complaintId: row?.id });
      for (const told of [platform, district]) {
        expect((await told.call(path)).status).toBe(404);
        const listed = (await told.call("/api/v1/inspections?range=[0,99]")).body as { id: string }[];
        expect(listed.map(({ id }) => id)).not.toContain(path.split("/").at(-1));
      }
      expect((await city.call(path)).body).toMatchObject({ complaintId: row?.id });
      expect(await actOn(city, path, "notify", announcement)).toMatchObject({
        status: 409,
        body: { code: "wrong_state" },
      });
      expect(await actOn(district, path, "record", recordOf("spot_check", "2027-03-10"))).toMatchObject({
        status: 404,
      });
      await actOn(city, path, "record", recordOf("spot_check", "2027-03-10"));
      expect((await district.call(path)).body).toMatchObject({ complaintId: null, allowedActs: [] });
      expect((await platform.call(path)).body).toMatchObject({ result: "passed", complaintId: null, drawId: null });
      expect(
        await actOn(city, path, "hear", { heardOn: "2027-03-10", hearing: "无", finding: "accepted" }),
      ).toMatchObject({ status: 409, body: { code: "wrong_state" } });
      expect(await actOn(city, path, "close")).toMatchObject({ status: 200 });
      // Complaints about staff are not the city's to know of.
      const staff = { ...complaint, subject: "staff", target: "某科" };
      await createBrowser(app, "203.0.113.78").call("/api/v1/public/complaints", { body: staff });
      const auditor = await addOfficer(app, "auditor@check.example", "auditor");
      at("2026-12-10");
      const [about] = (await auditor.call("/api/v1/complaints?filter={%22subject%22:%22staff%22}")).body as Complaint[];
      at("2027-03-10");
      expect(about).toBeDefined();
      expect(await planCheck(city, { ...body, complaintId: about?.id })).toMatchObject({ status: 422 });
    });

    it("is recorded by one of two officers at once", async () => {
      at("2027-03-10");
      const path = await plan("spot_check", await addOwnTitle());
      const etag = (await city.call(path)).headers.get("etag") ?? "";
      const record = (by: Browser) =>
        by.call(`${path}/record`, { body: recordOf("spot_check", "2027-03-10"), headers: { "if-match": etag } });
      const both = await Promise.all([record(city), record(secondCity)]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    });
  });

  describe("by appraisal", () => {
    it("is announced in time, and then owed by the unit", async () => {
      at("2027-04-10");
      const certificationId = await addOwnTitle();
      const path = await plan("appraisal", certificationId);
      expect((await city.call(path)).body).toMatchObject({ allowedActs: ["edit", "notify", "call-off"] });
      expect(await actOn(city, path, "record", recordOf("appraisal", "2027-04-10"))).toMatchObject({
        status: 409,
        body: { code: "wrong_state" },
      });
      expect((await platform.call(path)).status).toBe(404);
      expect(await actOn(city, path, "notify", { ...announcement, takesPlaceOn: "2027-04-24" })).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/takesPlaceOn", code: "too_early", message: "不早于2027年4月25日" }] },
      });
      const ending = await plan(
        "appraisal",
        await addTitle(app, { organizationId, validFrom: "2024-04-29", validTo: "2027-04-29" }),
      );
      expect(await actOn(city, ending, "notify", announcement)).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/takesPlaceOn", code: "too_late", message: "不晚于2027年4月29日" }] },
      });
      expect(await actOn(district, path, "notify", announcement)).toMatchObject({ status: 404 });
      expect(await actOn(city, path, "notify", { ...announcement, takesPlaceOn: "2027-04-25" })).toMatchObject({
        status: 200,
        body: { state: "notified", notifiedOn: "2027-04-10", allowedActs: ["record", "call-off"] },
      });
      expect((await platform.call(path)).body).toMatchObject({ takesPlaceOn: "2027-04-25", allowedActs: [] });
      expect(await attendance(certificationId, path)).toMatchObject({ state: "due", dueOn: "2027-04-25" });
      expect(await actOn(city, path, "edit", { plannedOn: "2027-05-01" })).toMatchObject({
        body: { code: "wrong_state" },
      });
      at("2027-04-24");
      expect(
        await actOn(city, path, "record", recordOf("appraisal", "2027-04-24", { result: "absent" })),
      ).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/carriedOutOn", code: "too_early" }] },
      });
      at("2027-04-25");
      expect(await actOn(city, path, "record", recordOf("appraisal", "2027-04-25"))).toMatchObject({ status: 200 });
      expect(await attendance(certificationId, path)).toMatchObject({ state: "done", doneOn: "2027-04-25" });
    });

    it("that is called off is owed no more", async () => {
      const certificationId = await addOwnTitle();
      const path = await announced(certificationId);
      expect(await actOn(city, path, "call-off", { reason: "考核改期，另行通知" })).toMatchObject({ status: 200 });
      expect(await attendance(certificationId, path)).toMatchObject({
        state: "not_applicable",
        exemption: "called_off",
      });
      expect((await platform.call(path)).body).toMatchObject({ state: "called_off", reason: "考核改期，另行通知" });
    });

    it("which the city holds or records later than announced makes no unit late that attended it", async () => {
      const certificationId = await addOwnTitle();
      const path = await announced(certificationId);
      at("2027-05-06");
      const [waiting] = await owed(certificationId, "due");
      expect(waiting).toMatchObject({ standingText: "考核定在2027年4月30日，结果还没有登记", allowedActs: [] });
      expect(await owed(certificationId, "late")).toEqual([]);
      const reason = { reason: "考核没有举行" };
      expect(await actOn(platform, `/api/v1/obligations/${waiting?.id}`, "mark-late-reason", reason)).toMatchObject({
        status: 409,
      });
      expect(await actOn(city, path, "record", recordOf("appraisal", "2027-05-05"))).toMatchObject({ status: 200 });
      expect(await owed(certificationId, "done")).toMatchObject([
        { standing: "done", dueOn: "2027-04-30", doneOn: "2027-05-05" },
      ]);
      expect(await owed(certificationId, "done_late")).toEqual([]);
    });

    it("from which the unit stayed away is late as soon as that is recorded, and its unit may say why", async () => {
      const certificationId = await addOwnTitle();
      const path = await announced(certificationId);
      at("2027-05-06");
      await actOn(city, path, "record", recordOf("appraisal", "2027-04-30", { result: "absent", checklist: [] }));
      expect(await owed(certificationId, "due")).toEqual([]);
      const [late] = await owed(certificationId, "late");
      expect(late).toMatchObject({ standing: "late", allowedActs: ["mark-late-reason"] });
      const reason = { reason: "负责人出差" };
      expect(await actOn(platform, `/api/v1/obligations/${late?.id}`, "mark-late-reason", reason)).toMatchObject({
        status: 200,
        body: { standing: "late", lateReason: "负责人出差" },
      });
    });

    it("which the unit did not attend is heard before anything is found, and found without reason is a ground", async () => {
      const certificationId = await addOwnTitle();
      const path = await announced(certificationId);
      at("2027-04-30");
      const absent = recordOf("appraisal", "2027-04-30", {
        result: "absent",
        checklist: [],
        findings: "当天没有人到场。",
      });
      expect(await actOn(city, path, "record", { ...absent, rectifyUntil: "2027-05-30" })).toMatchObject({
        status: 422,
      });
      expect(await actOn(city, path, "record", absent)).toMatchObject({
        status: 200,
        body: { resultName: "未参加", answerUntil: "2027-05-10", allowedActs: ["hear"] },
      });
      expect(await attendance(certificationId, path)).toMatchObject({ state: "due" });
      const hearing = { heardOn: "2027-04-30", hearing: "单位称忘记，没有证明。", finding: "without_reason" };
      expect(await actOn(city, path, "close")).toMatchObject({ status: 409, body: { code: "hearing_required" } });
      expect(await actOn(city, path, "hear", hearing)).toMatchObject({
        status: 409,
        body: { code: "period_not_ended" },
      });
      expect(await groundsOf(certificationId)).toEqual([]);
      at("2027-05-11");
      expect(await actOn(city, path, "hear", { ...hearing, hearing: "" })).toMatchObject({
        status: 409,
        body: { code: "reasons_required" },
      });
      for (const [own, where] of [
        [{ finding: "falsified" }, "/finding"],
        [{ result: "failed" }, "/result"],
        [{ heardOn: "2027-04-29" }, "/heardOn"],
        [{ heardOn: "2027-05-12" }, "/heardOn"],
      ] as const) {
        expect(await actOn(city, path, "hear", { ...hearing, ...own })).toMatchObject({
          status: 422,
          body: { errors: [{ path: where }] },
        });
      }
      expect(await actOn(district, path, "hear", hearing)).toMatchObject({ status: 403 });
      expect(await actOn(city, path, "hear", hearing)).toMatchObject({
        status: 200,
        body: {
          state: "heard",
          absenceFinding: "without_reason",
          foundOn: "2027-05-11",
          findingAnswerUntil: "2027-05-21",
        },
      });
      expect(await groundsOf(certificationId)).toMatchObject([
        { ground: "absent_without_reason", certainty: "definite", checks: [idOf(path)] },
      ]);
      // What is found against the unit may be answered, too.
      expect(await actOn(city, path, "close")).toMatchObject({ status: 409, body: { code: "period_not_ended" } });
      at("2027-05-12");
      expect(await actOn(platform, path, "answer", { answer: "当天停电，有供电公司通知。" })).toMatchObject({
        status: 200,
      });
      expect(await actOn(city, path, "close")).toMatchObject({ status: 200, body: { state: "closed" } });
    });

    it("with a reason that is accepted is no ground and stands in no sequence", async () => {
      const certificationId = await addOwnTitle();
      const first = await spotCheck(certificationId, "2027-03-15", "failed");
      const path = await announced(certificationId);
      at("2027-04-30");
      await actOn(city, path, "record", recordOf("appraisal", "2027-04-30", { result: "absent", checklist: [] }));
      await actOn(platform, path, "answer", { answer: "负责人住院，附证明。" });
      const hearing = { heardOn: "2027-04-30", hearing: "有住院证明。", finding: "accepted" };
      expect(await actOn(city, path, "hear", hearing)).toMatchObject({
        status: 200,
        body: { absenceFinding: "accepted", findingAnswerUntil: null },
      });
      // The law asks about 无故不参加 alone: what was owed does not apply any more, and is never late.
      expect(await attendance(certificationId, path)).toMatchObject({
        state: "not_applicable",
        exemption: "absence_accepted",
      });
      at("2027-05-20");
      expect(await owed(certificationId)).toMatchObject([{ standing: "not_applicable", allowedActs: [] }]);
      expect(await actOn(city, path, "close")).toMatchObject({ status: 200 });
      expect(await groundsOf(certificationId)).toEqual([]);
      const second = await spotCheck(certificationId, "2027-06-15", "failed");
      expect(await groundsOf(certificationId)).toMatchObject([
        { ground: "consecutive_failures", certainty: "definite", checks: [idOf(first), idOf(second)] },
      ]);
    });

    it("whose papers are said to be falsified is heard: what stands is a ground, what does not has its own result", async () => {
      const certificationId = await addOwnTitle();
      const falsified = async () => {
        const path = await announced(certificationId);
        at("2027-04-30");
        await actOn(city, path, "record", recordOf("appraisal", "2027-04-30", { result: "falsified" }));
        await actOn(platform, path, "answer", { answer: "复印时装订有误。" });
        return path;
      };
      const cleared = await falsified();
      const hearing = { heardOn: "2027-04-30", hearing: "核对原件，确系装订有误。", finding: "not_falsified" };
      expect(await actOn(city, cleared, "hear", hearing)).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/result", code: "required" }] },
      });
      expect(await actOn(city, cleared, "hear", { ...hearing, result: "passed" })).toMatchObject({
        status: 200,
        body: { result: "passed", isFalsified: false, findingAnswerUntil: null },
      });
      expect(await actOn(city, cleared, "close")).toMatchObject({ status: 200 });
      expect(await groundsOf(certificationId)).toEqual([]);
      const found = await falsified();
      expect(
        await actOn(city, found, "hear", { ...hearing, hearing: "原件与复印件不同。", finding: "falsified" }),
      ).toMatchObject({
        status: 200,
        body: { result: "falsified", isFalsified: true, findingAnswerUntil: "2027-05-10" },
      });
      expect(await groundsOf(certificationId)).toMatchObject([
        { ground: "falsified_appraisal", checks: [idOf(found)], perKind: null },
      ]);
    });
  });

  describe("in a row", () => {
    it("of either kind failed, which one reading counts, is undetermined and asks for an interpretation", async () => {
      const certificationId = await addOwnTitle();
      const first = await spotCheck(certificationId, "2027-03-15", "failed");
      const second = await appraisal(certificationId, "failed");
      expect(await groundsOf(certificationId)).toMatchObject([
        {
          ground: "consecutive_failures",
          title: "连续两次抽查或考核不合格",
          certainty: "undetermined",
          checks: [idOf(first), idOf(second)],
          perKind: { certainty: "none" },
          merged: { certainty: "definite" },
          doubts: ["readings_differ"],
          explanation: expect.stringContaining("第十七条"),
        },
      ]);
    });

    it("with one of another kind passed in between, which the other reading counts, is undetermined as well", async () => {
      const certificationId = await addOwnTitle();
      await spotCheck(certificationId, "2027-03-15", "failed");
      await appraisal(certificationId, "passed");
      await spotCheck(certificationId, "2027-06-15", "failed");
      expect(await groundsOf(certificationId)).toMatchObject([
        { certainty: "undetermined", perKind: { certainty: "definite" }, merged: { certainty: "none" } },
      ]);
    });

    it("is not told before the second is closed", async () => {
      const certificationId = await addOwnTitle();
      await spotCheck(certificationId, "2027-03-15", "failed");
      at("2027-04-15");
      const path = await plan("spot_check", certificationId);
      await actOn(city, path, "record", recordOf("spot_check", "2027-04-15", { result: "failed" }));
      expect(await groundsOf(certificationId)).toMatchObject([
        { certainty: "undetermined", doubts: ["check_not_closed"], explanation: expect.stringContaining("还没有办结") },
      ]);
      at("2027-04-26");
      await actOn(city, path, "close");
      expect(await groundsOf(certificationId)).toMatchObject([{ certainty: "definite", doubts: [] }]);
    });
  });

  it("that papers tell of is no ground before a second officer has confirmed the title", async () => {
    at("2027-03-10");
    const id = await addTitle(app, {
      organizationId,
      validFrom: "2026-11-20",
      validTo: "2029-11-20",
      confirmedBy: null,
    });
    await app.database.execute(
      `insert into certification_checks (certification_id, n, kind, checked_on, result, source) values ('${id}', 1, 'appraisal', '2026-12-01', 'absent', '档案')`,
    );
    const path = `/api/v1/certifications/${id}`;
    expect((await city.call(`${path}/grounds`)).body).toMatchObject({
      checks: [{ result: "absent" }],
      grounds: [],
      note: expect.stringContaining("确认以前不据此列出任何情形（第十四条）"),
    });
    expect(await actOn(secondCity, path, "confirm")).toMatchObject({ status: 200 });
    expect(await groundsOf(id)).toMatchObject([{ ground: "absent_without_reason" }]);
  });

  it("is listed by kind and result, and every step stands in the trail", async () => {
    const list = async (filter: object) =>
      (await city.call(`${base}?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,99]`))
        .body as Inspection[];
    const absent = await list({ kind: "appraisal", result: "absent" });
    const findings = absent.flatMap(({ absenceFinding }) => absenceFinding ?? []);
    expect(findings.toSorted()).toEqual(["accepted", "without_reason"]);
    const trail = await trailOf(app.database, absent[0]?.id ?? "");
    expect(new Set(trail.map(({ resource }) => resource))).toEqual(new Set(["city_checks"]));
    const kinds = ["inspections", "city_checks", "obligations"];
    expect(await verifyRecords(app.database, kinds)).toMatchObject({ sound: true });
    await app.database.execute(`update inspections set result = 'passed' where id = '${absent[0]?.id}'`);
    expect(await verifyRecords(app.database, kinds)).toMatchObject({ sound: false });
  });
});
