import type { Notice, Objection, ReceiptIssued } from "@shifan/contract";
import {
  announceFile,
  confirmFile,
  eraseMap,
  findApplication,
  findCasePublicity,
  findObjection,
  updateApplication,
  updateObjection,
} from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { type Browser, createBrowser, signIn } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type SettableClock, type TestApp } from "../../testing/app.ts";
import { signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import {
  actOn,
  addProposedList,
  fileObjection,
  objector,
  onceKey,
  publication,
  publishList,
} from "../../testing/publicity.ts";
import { trailOf, verifyPublicity } from "../../testing/trail.ts";
import { addShippedHolidayYears } from "../holidays/shipped-years.ts";

const monday = new Date("2026-11-16T01:30:00Z");
/** After the days in which the organization may answer. */
const laterOn = new Date("2026-11-23T01:30:00Z");
const extract = "反映上年度服务企业数与申报不一致";

/** What holds for objections to published cases on either database. */
export const objectionsSuite = suite("an objection", (open) => {
  let app: TestApp;
  let clock: SettableClock;
  let city: Browser;
  let auditor: Browser;
  let district: Browser;
  let applicant: Browser;
  const owned: string[] = [];
  let year = 1990;

  const anybody = () => createBrowser(app, `198.51.100.${(year % 200) + 1}`);
  const signInLater = async (email: string) => {
    const browser = createBrowser(app);
    await signIn(browser, email);
    return browser;
  };

  /** A published list, with the paths of its first case and of an objection to it that has just been filed. */
  const begin = async () => {
    year += 1;
    const { roundId, cases } = await addProposedList(app, { year, count: 2 });
    owned.push(...cases.map(({ organizationId }) => organizationId));
    const notice = (await publishList(app, city, roundId)).body as Notice;
    const applicationId = notice.cases[0]?.applicationId ?? "";
    const stateOfCase = async () => (await findApplication(app.database, applicationId))?.state;
    const file = async () => {
      const filed = await fileObjection(anybody(), notice.id, 1);
      expect(filed.status).toBe(201);
      const query = encodeURIComponent(JSON.stringify({ applicationId }));
      const sort = encodeURIComponent('["createdAt","DESC"]');
      const rows = (await city.call(`/api/v1/objections?filter=${query}&sort=${sort}`)).body as Objection[];
      const { receiptNumber } = filed.body as ReceiptIssued;
      const row = rows.find((each) => each.receiptNumber === receiptNumber);
      return { path: `/api/v1/objections/${row?.id}`, id: row?.id ?? "", receiptNumber };
    };
    return { notice, applicationId, stateOfCase, file };
  };

  beforeAll(async () => {
    clock = createSettableClock(monday);
    app = await createTestApp({
      opened: open(),
      demo: true,
      clock,
      organizationsOf: async () => owned.map((id) => ({ id, name: id, isPlatform: false })),
    });
    await addShippedHolidayYears({ database: app.database, clock });
    city = await addOfficer(app, "city@objection.example", "city");
    auditor = await addOfficer(app, "auditor@objection.example", "auditor");
    district = await addOfficer(app, "district@objection.example", "district", "410105");
    applicant = (await signUp(app, "applicant@objection.example")).browser;
  });
  beforeEach(() => clock.set(monday));

  it("is filed by anybody, blocks the certification at once, holds the case once admitted, and lets it go when dismissed", async () => {
    const { notice, applicationId, stateOfCase, file } = await begin();
    const { path, receiptNumber } = await file();
    expect(receiptNumber).toMatch(/^(\d{4}-){3}\d{4}$/);
    expect(await findCasePublicity(app.database, applicationId)).toMatchObject({ openObjections: 1 });
    expect(await stateOfCase()).toBe("in_publicity");
    expect(await actOn(city, path, "admit", { extract })).toMatchObject({
      status: 200,
      body: { state: "admitted", answerUntil: "2026-11-21", admitBy: "2026-11-19", position: 1, noticeId: notice.id },
    });
    expect(await stateOfCase()).toBe("objected");
    expect(await actOn(applicant, path, "answer", { answer: "台账属实" })).toMatchObject({
      status: 200,
      body: { answer: "台账属实", answeredOn: "2026-11-16" },
    });
    expect(await actOn(city, path, "dismiss", { finding: "经查台账属实" })).toMatchObject({ status: 200 });
    expect(await stateOfCase()).toBe("in_publicity");
    expect(await findCasePublicity(app.database, applicationId)).toMatchObject({ openObjections: 0 });
    expect(await actOn(city, path, "reply", { reply: "您反映的问题经查不成立。" })).toMatchObject({
      status: 200,
      body: { state: "replied", outcome: "dismissed", repliedOn: "2026-11-16" },
    });
    expect(await anybody().call(`/api/v1/public/receipts/${receiptNumber}`)).toMatchObject({
      body: { status: "已书面答复：经查证不成立", reply: "您反映的问题经查不成立。", repliedOn: "2026-11-16" },
    });
    expect((await trailOf(app.database, applicationId)).map(({ act }) => act)).toEqual([
      "publish",
      "object",
      "clear-objection",
    ]);
  });

  it.each([
    ["2026-11-20T15:59:59Z", 201, undefined],
    ["2026-11-20T16:00:00Z", 409, "deadline_passed"],
  ])("is in time until the last day's 24:00 in Beijing: %s", async (instant, status, code) => {
    const { notice } = await begin();
    clock.set(new Date(instant));
    const answer = await fileObjection(anybody(), notice.id, 1);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(answer.body).toMatchObject({ code, detail: "截止时间是2026年11月20日24:00。" });
  });

  it("is not taken before the publicity has begun", async () => {
    year += 1;
    const { roundId } = await addProposedList(app, { year, count: 1 });
    const later = { ...publication, startsOn: "2026-11-17" };
    const notice = (await publishList(app, city, roundId, later)).body as Notice;
    expect(await fileObjection(anybody(), notice.id, 1)).toMatchObject({
      status: 409,
      body: { code: "publicity_not_running" },
    });
  });

  it.each([
    [{ position: 3 }, "/position", "not_listed"],
    [{ position: 0 }, "/position", "too_small"],
    [{ name: "赵" }, "/name", "too_small"],
    [{ name: undefined }, "/name", "required"],
    [{ phone: "12345" }, "/phone", "phone"],
    [{ content: " " }, "/content", "too_small"],
    [{ evidence: undefined }, "/evidence", "required"],
    [{ content: "a\ud800" }, "/content", "invalid"],
    [{ account: "x" }, "/account", "unknown_field"],
  ])("is refused with what cannot be: %o", async (own, path, code) => {
    const { notice } = await begin();
    const answer = await fileObjection(anybody(), notice.id, 1, own);
    expect(answer).toMatchObject({ status: 422 });
    const { errors } = answer.body as { errors: { path: string; code: string }[] };
    expect(errors).toContainEqual(expect.objectContaining({ path, code }));
  });

  it("is taken once for a key, and ten times a minute from one address", async () => {
    const { notice } = await begin();
    const path = `/api/v1/public/notices/${notice.id}/objections`;
    const browser = createBrowser(app, "192.0.2.99");
    const headers = { "idempotency-key": "the-same-click" };
    const body = { position: 2, ...objector };
    const first = await browser.call(path, { body, headers });
    expect((await browser.call(path, { body, headers })).body).toEqual(first.body);
    expect(await browser.call(path, { body: { ...body, position: 1 }, headers })).toMatchObject({
      status: 422,
      body: { code: "idempotency_key_reused" },
    });
    for (let n = 4; n <= 10; n += 1) await browser.call(path, { body: {} });
    const slowed = await browser.call(path, { body });
    expect(slowed).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(Number(slowed.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("decides with the last one that is closed: of two, one dismissed and one upheld, the case ends", async () => {
    const { stateOfCase, file, applicationId } = await begin();
    const upheld = await file();
    const dismissed = await file();
    await actOn(city, upheld.path, "admit", { extract });
    await actOn(city, dismissed.path, "admit", { extract });
    await actOn(city, upheld.path, "inquire", { until: "2026-11-25" });
    // The organization has days to answer in: until then nothing is held against it.
    expect(await actOn(city, upheld.path, "uphold", { finding: "服务企业不足60家" })).toMatchObject({
      status: 409,
      body: { code: "period_not_ended" },
    });
    clock.set(laterOn);
    city = await signInLater("city@objection.example");
    expect(await actOn(city, upheld.path, "uphold", { finding: "服务企业不足60家" })).toMatchObject({ status: 200 });
    expect(await stateOfCase()).toBe("objected");
    expect(await actOn(city, dismissed.path, "dismiss", { finding: "另一项属实" })).toMatchObject({ status: 200 });
    expect(await findApplication(app.database, applicationId)).toMatchObject({
      state: "rejected",
      reason: "服务企业不足60家",
    });
    expect(await findCasePublicity(app.database, applicationId)).toMatchObject({
      openObjections: 0,
      upheldObjections: 1,
    });
  });

  it("that is refused is kept as a lead, holds nothing, and is answered as well", async () => {
    const { stateOfCase, file, applicationId } = await begin();
    const { path } = await file();
    expect(await actOn(city, path, "refuse", { ground: " " })).toMatchObject({ status: 422 });
    expect(await actOn(city, path, "refuse", { ground: "没有具体事实" })).toMatchObject({
      status: 200,
      body: { state: "inadmissible", outcome: "inadmissible", finding: "没有具体事实" },
    });
    expect(await stateOfCase()).toBe("in_publicity");
    expect(await findCasePublicity(app.database, applicationId)).toMatchObject({ openObjections: 0 });
    expect(await actOn(city, path, "admit", { extract })).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    expect(await actOn(city, path, "reply", { reply: "不予受理的理由" })).toMatchObject({ status: 200 });
    const leads = `/api/v1/objections?filter=${encodeURIComponent('{"outcome":"inadmissible"}')}`;
    expect(((await city.call(leads)).body as Objection[]).length).toBeGreaterThan(0);
  });

  it("to a case that has ended meanwhile is not admitted any more", async () => {
    const { file, applicationId } = await begin();
    const { path } = await file();
    await updateApplication(app.database, applicationId, monday, { state: "withdrawn" });
    expect(await actOn(city, path, "admit", { extract })).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    expect(await actOn(city, path, "refuse", { ground: "申报已撤回" })).toMatchObject({ status: 200 });
  });

  it.each([
    ["admit", { extract: "赵铁柱反映数量不实" }, "/extract", "names_objector"],
    ["admit", { extract: "来电 138-3712-3456 反映" }, "/extract", "names_objector"],
    ["admit", { extract, answerUntil: "2026-11-16" }, "/answerUntil", "too_early"],
    ["admit", { extract, answerUntil: "2026-11-31" }, "/answerUntil", "no_such_day"],
    ["admit", { extract: "" }, "/extract", "too_small"],
    ["inquire", { until: "2026-12-02" }, "/until", "too_late"],
    ["inquire", { until: "2026-11-15" }, "/until", "too_early"],
    ["dismiss", { finding: "赵铁柱所说不实" }, "/finding", "names_objector"],
    ["reply", { reply: "赵铁柱同志：经查不成立。" }, "/reply", "names_objector"],
  ])("is not handled with what cannot be: %s %o", async (act, body, path, code) => {
    const { file } = await begin();
    const filed = await file();
    if (act !== "admit") await actOn(city, filed.path, "admit", { extract });
    if (act === "reply") await actOn(city, filed.path, "dismiss", { finding: "经查台账属实" });
    const answer = await actOn(city, filed.path, act, body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path, code }] } });
  });

  it("hides who objects, and their words, from everybody but the handling officers, whose reading is noted", async () => {
    const { notice, file, applicationId } = await begin();
    const { path, id, receiptNumber } = await file();
    // Before it is admitted the organization does not know of it.
    expect(await applicant.call(path)).toMatchObject({ status: 404 });
    expect(await applicant.call("/api/v1/objections")).not.toMatchObject({ body: [{ id }] });
    await actOn(city, path, "admit", { extract });
    await actOn(applicant, path, "answer", { answer: "台账属实" });
    await actOn(city, path, "dismiss", { finding: "经查台账属实" });
    await actOn(city, path, "reply", { reply: "您反映的问题经查不成立。" });
    expect(await applicant.call(path)).toMatchObject({
      body: { extract, channel: null, finding: null, reply: null, receiptNumber: null, answer: "台账属实" },
    });
    const shown = [
      ...(await Promise.all(
        [applicant, auditor].flatMap((each) => [each.call(path), each.call("/api/v1/objections")]),
      )),
      await anybody().call(`/api/v1/public/receipts/${receiptNumber}`),
      await anybody().call(`/api/v1/public/notices/${notice.id}`),
      await applicant.call(`/api/v1/applications/${applicationId}`),
      await city.call(path),
    ];
    const hidden = [objector.name, "13837123456", objector.content, objector.evidence];
    for (const { body } of shown.slice(0, -1)) {
      for (const words of hidden) expect(JSON.stringify(body)).not.toContain(words);
    }
    // Nor in the officers' own view: it is read apart.
    for (const words of hidden) expect(JSON.stringify(shown.at(-1)?.body)).not.toContain(words);
    expect(await applicant.call(`${path}/identity`)).toMatchObject({ status: 403 });
    expect(await auditor.call(`${path}/identity`)).toMatchObject({ status: 403 });
    expect(await district.call(`${path}/identity`)).toMatchObject({ status: 404 });
    expect(await anybody().call(`${path}/identity`)).toMatchObject({ status: 401 });
    expect((await city.call(`${path}/identity`)).body).toEqual({ ...objector, phone: "13837123456", fileIds: [] });
    const trail = await trailOf(app.database, id);
    expect(trail.filter(({ act }) => act === "read-identity")).toMatchObject([{ role: "city", outcome: "accepted" }]);
    for (const words of hidden) expect(JSON.stringify(trail)).not.toContain(words);
  });

  it("is refused to whoever may not handle it", async () => {
    const { file } = await begin();
    const { path } = await file();
    await actOn(city, path, "admit", { extract });
    for (const act of ["dismiss", "uphold"]) {
      const body = { finding: "试一试" };
      const headers = { "if-match": '"2"' };
      expect(await applicant.call(`${path}/${act}`, { body, headers })).toMatchObject({ status: 403 });
      expect(await auditor.call(`${path}/${act}`, { body, headers })).toMatchObject({ status: 403 });
      expect(await district.call(`${path}/${act}`, { body, headers })).toMatchObject({ status: 404 });
    }
    const answer = { body: { answer: "代答" }, headers: { "if-match": '"2"' } };
    expect(await city.call(`${path}/answer`, answer)).toMatchObject({ status: 403 });
  });

  it("that came by letter is entered with the day on which it came, also after the end", async () => {
    const { notice, applicationId } = await begin();
    const path = `/api/v1/notices/${notice.id}/objections`;
    const letter = { ...objector, position: 1, channel: "letter", receivedOn: "2026-11-16" };
    const enter = (browser: Browser, own: object = {}) =>
      browser.call(path, { body: { ...letter, ...own }, headers: onceKey() });
    expect(await enter(applicant)).toMatchObject({ status: 403 });
    expect(await enter(city, { receivedOn: "2026-11-17" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/receivedOn", code: "in_the_future" }] },
    });
    expect(await enter(city, { fileIds: ["nothing"] })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/fileIds/0", code: "unknown_file" }] },
    });
    expect(await enter(city, { receivedOn: "2026-11-15" })).toMatchObject({
      status: 409,
      body: { code: "publicity_not_running" },
    });
    clock.set(laterOn);
    city = await signInLater("city@objection.example");
    expect(await enter(city, { receivedOn: "2026-11-21" })).toMatchObject({
      status: 409,
      body: { code: "deadline_passed" },
    });
    // Nobody's name and no number: it is entered all the same, and refused with that ground.
    expect(await enter(city, { receivedOn: "2026-11-20", name: "", phone: "", evidence: "" })).toMatchObject({
      status: 201,
      body: { channel: "letter", receivedOn: "2026-11-20", state: "filed" },
    });
    expect(await findCasePublicity(app.database, applicationId)).toMatchObject({ openObjections: 1 });
  });

  it("has the scans of its letter read by the handling officers alone, each reading noted", async () => {
    const { notice } = await begin();
    const sha256 = "b".repeat(64);
    const scan = { sha256, size: 9, mediaType: "application/pdf", name: "来信.pdf", purpose: "objection" as const };
    const { user } = (await city.call("/api/v1/me")).body as { user: { id: string } };
    const at = { target: notice.id, uploadedBy: user.id, uploadedAt: monday, storingSince: monday };
    await announceFile(app.database, { id: `scan of ${notice.id}`, ...scan, ...at });
    await confirmFile(app.database, `scan of ${notice.id}`);
    const fileIds = [`scan of ${notice.id}`];
    const letter = { ...objector, position: 1, channel: "letter", receivedOn: "2026-11-16", fileIds };
    const path = `/api/v1/notices/${notice.id}/objections`;
    const entered = await city.call(path, { body: letter, headers: onceKey() });
    expect(entered).toMatchObject({ status: 201, body: { hasFiles: true } });
    expect(await city.call(path, { body: letter, headers: onceKey() })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/fileIds/0", code: "repeated" }] },
    });
    const { id } = entered.body as Objection;
    await actOn(city, `/api/v1/objections/${id}`, "admit", { extract });
    const file = `/api/v1/files/${encodeURIComponent(fileIds[0] ?? "")}`;
    for (const browser of [applicant, auditor, district])
      expect(await browser.call(file)).toMatchObject({ status: 404 });
    expect(await city.call(file)).toMatchObject({ status: 200 });
    const noted = (await trailOf(app.database, id)).filter(({ act }) => act === "read-identity");
    expect(noted.map(({ fields }) => fields)).toEqual([[`fileIds.${fileIds[0]}`]]);
  });

  it("can be forgotten: erased, it leaves the trail sound", async () => {
    const { file } = await begin();
    const { path, id } = await file();
    const found = await findObjection(app.database, id);
    if (found === null) throw new Error("there is no objection");
    expect(await verifyPublicity(app.database)).toMatchObject({ sound: true });
    await app.database.transaction((transaction) =>
      updateObjection(transaction, id, { personal: eraseMap(found.objection.personal) }),
    );
    await app.database.execute(`update objections set revision = revision - 1 where id = '${id}'`);
    expect(await verifyPublicity(app.database)).toMatchObject({ sound: true });
    expect((await city.call(`${path}/identity`)).body).toEqual({
      name: null,
      phone: null,
      content: null,
      evidence: null,
      fileIds: [],
    });
  });

  it("is looked after by its number, in words and days, and an unknown number is said to be one", async () => {
    const { file } = await begin();
    const { path, receiptNumber } = await file();
    const look = (number: string) => anybody().call(`/api/v1/public/receipts/${encodeURIComponent(number)}`);
    expect(await look(receiptNumber.replaceAll("-", " "))).toMatchObject({
      status: 200,
      body: { kind: "objection", status: "已收到，正在决定是否受理", receivedOn: "2026-11-16", decidedOn: null },
    });
    await actOn(city, path, "refuse", { ground: "没有具体事实" });
    expect((await look(receiptNumber)).body).toMatchObject({
      status: "不予受理，作为监督线索留存，将书面答复",
      decidedOn: "2026-11-16",
    });
    const wrong = `${receiptNumber.slice(0, -1)}${(Number(receiptNumber.at(-1)) + 1) % 10}`;
    for (const number of [wrong, "1", "𠮷", "0000-0000-0000-0000"]) {
      expect(await look(number)).toMatchObject({ status: 404, body: { code: "unknown_receipt" } });
    }
  });
});
