import type { Obligation, PublicTitle, Sanction } from "@shifan/contract";
import { announceFile, confirmFile, findCertification } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, morning, policyId, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { addClosedCheck } from "../../testing/checks.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { download } from "../../testing/download.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";
import { planObligations } from "../obligations/plan.ts";

type People = "city" | "second" | "district" | "elsewhere" | "auditor" | "platform" | "stranger";
const base = "/api/v1/sanctions";
const finding = "2026年考核没有参加，经听取没有正当理由";
const evidence = "考核通知签收记录";
const decision = { decision: "资格终止。", documentNumber: "郑工信〔2026〕15号" };
/** The day after the last on which the unit may state its case. */
const heardDay = new Date("2026-06-21T01:30:00Z");
const lastDay = new Date("2026-06-25T01:30:00Z");

/** 取消 and 撤销: what leads to them, what they do to the title, and how the two are kept apart, on either database. */
export const sanctionsSuite = suite("a sanction", (open) => {
  const clock = createSettableClock();
  const people = {} as Record<People, Browser>;
  let app: TestApp;
  let holder = "";
  let next = 0;

  const goTo = (instant: Date) => clock.set(instant);
  /** A title in force of a unit of its own. */
  const add = async (own: { validTo?: string; holder?: string } = {}) => {
    next += 1;
    const uscc = `91410100MA${String(next).padStart(7, "0")}9`;
    const organizationId = await addOrganization(app, uscc, own.holder ?? null);
    const { validTo = "2028-03-01" } = own;
    const certificationId = await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo });
    return { organizationId, certificationId };
  };
  const absence = (certificationId: string) =>
    addClosedCheck(app, {
      certificationId,
      kind: "appraisal",
      carriedOutOn: "2026-05-20",
      result: "absent",
      absenceFinding: "without_reason",
    });
  const propose = (by: Browser, body: object) =>
    by.call(base, {
      body: { kind: "revocation", ground: "unlawful_conduct", finding, evidence, ...body },
      headers: onceKey(),
    });
  const cancellation = { kind: "cancellation", ground: "absent_without_reason" };
  /** A proposal on a title, with the path of its record. */
  const begin = async (own: object, certificationId: string) => {
    if ("kind" in own && own.kind === "cancellation") await absence(certificationId);
    const proposed = await propose(people.city, { ...own, certificationId });
    expect(proposed.status).toBe(201);
    const { id } = proposed.body as Sanction;
    return { id, path: `${base}/${id}` };
  };
  /** As far as the decision, which nobody has confirmed yet. */
  const decide = async (path: string) => {
    await actOn(people.city, path, "notify");
    goTo(heardDay);
    await actOn(people.city, path, "hear", { hearing: "期满没有陈述" });
    return actOn(people.city, path, "decide", decision);
  };
  const titleOf = async (id: string) => (await findCertification(app.database, id)) ?? undefined;
  const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;

  beforeAll(async () => {
    // Signed in on the last day that a test goes to, once for all: a session does not outlast the days between.
    clock.set(lastDay);
    app = await createTestApp({ opened: open(), clock, demo: true });
    people.city = await addOfficer(app, "city@sanction.example", "city");
    people.second = await addOfficer(app, "second@sanction.example", "city");
    people.district = await addOfficer(app, "district@sanction.example", "district", "410105");
    people.elsewhere = await addOfficer(app, "elsewhere@sanction.example", "district", "410171");
    people.auditor = await addOfficer(app, "auditor@sanction.example", "auditor");
    const platform = await signUp(app, "platform@sanction.example");
    people.platform = platform.browser;
    holder = platform.userId;
    people.stranger = (await signUp(app, "stranger@sanction.example")).browser;
  });
  beforeEach(() => goTo(morning));

  describe.each([
    { kind: "cancellation", ground: "absent_without_reason", article: "第十三条", state: "cancelled", act: "cancel" },
    { kind: "revocation", ground: "unlawful_conduct", article: "第十四条", state: "revoked", act: "revoke" },
  ])("of the kind $kind", ({ kind, ground, article, state, act }) => {
    it("goes from the proposal to publication, ends the title, and rests on its own article", async () => {
      const { certificationId } = await add();
      const { id, path } = await begin({ kind, ground }, certificationId);
      const isRevocation = kind === "revocation";
      expect((await people.city.call(path)).body).toMatchObject({
        state: "proposed",
        article,
        consequence: expect.stringContaining(isRevocation ? "3年内不得再次申报" : "没有规定取消以后不得再次申报"),
        allowedActs: ["drop", "notify"],
      });
      const notified = await actOn(people.city, path, "notify");
      expect(notified.body).toMatchObject({ notifiedOn: "2026-06-10", statementUntil: "2026-06-20" });
      goTo(heardDay);
      await actOn(people.city, path, "hear", { hearing: "期满没有陈述" });
      await actOn(people.city, path, "decide", decision);
      expect(await titleOf(certificationId)).toMatchObject({ state: "valid" });
      expect((await actOn(people.second, path, "confirm")).body).toMatchObject({
        state: "effective",
        effectiveOn: "2026-06-21",
        barredUntil: isRevocation ? "2029-06-21" : null,
      });
      expect(await titleOf(certificationId)).toMatchObject({
        state,
        endedOn: "2026-06-21",
        endDocumentNumber: decision.documentNumber,
        endServedOn: null,
      });
      goTo(lastDay);
      const service = { method: "direct", servedOn: "2026-06-24", receipt: "法定代表人签收" };
      expect((await actOn(people.city, path, "serve", service)).body).toMatchObject({
        state: "served",
        barredUntil: isRevocation ? "2029-06-24" : null,
      });
      expect(await titleOf(certificationId)).toMatchObject({ endServedOn: "2026-06-24" });
      const published = { officialUrl: "https://gxj.zhengzhou.gov.cn/1.html", publishedOn: "2026-06-25" };
      expect((await actOn(people.city, path, "publish", published)).body).toMatchObject({ state: "published" });
      const entries = (await trailOf(app.database, id)) as unknown as { act: string; article: string }[];
      expect(entries.map((entry) => [entry.act, entry.article])).toEqual([
        ["propose", article],
        ["notify", "第四条"],
        ["hear", "第四条"],
        ["decide", article],
        ["confirm", article],
        ["serve", "第四条"],
        ["publish", "第十六条"],
      ]);
      expect((await trailOf(app.database, certificationId)).map((entry) => entry.act)).toEqual([act, "serve-end"]);
    });

    it("bars by its kind alone: the record of the unit and of the title", async () => {
      const { certificationId, organizationId } = await add();
      const { path } = await begin({ kind, ground }, certificationId);
      await decide(path);
      await actOn(people.second, path, "confirm");
      const barredUntil = kind === "revocation" ? "2029-06-21" : null;
      const organization = await people.city.call(`/api/v1/organizations/${organizationId}`);
      expect(organization.body).toMatchObject({ barredUntil });
      expect((await people.city.call(`/api/v1/certifications/${certificationId}`)).body).toMatchObject({ barredUntil });
    });
  });

  it("rests on what is on record: a cancellation without a heard absence is not even proposed", async () => {
    const { certificationId } = await add();
    const refused = await propose(people.city, { ...cancellation, certificationId });
    expect(refused).toMatchObject({ status: 409, body: { code: "ground_missing", article: "第十三条" } });
    await addClosedCheck(app, {
      certificationId,
      kind: "appraisal",
      carriedOutOn: "2026-05-20",
      result: "absent",
      absenceFinding: "accepted",
    });
    expect(codeOf(await propose(people.city, { ...cancellation, certificationId }))).toBe("ground_missing");
    const other = { kind: "revocation", ground: "absent_without_reason", certificationId };
    const message = "撤销的情形只能是：有效期内有违法违规行为，经查实";
    expect(await propose(people.city, other)).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/ground", message }] },
    });
  });

  it("names the checks on which it rests by itself, and takes no others", async () => {
    const { certificationId } = await add();
    const check = await absence(certificationId);
    const elsewhere = await absence((await add()).certificationId);
    const wrong = await propose(people.city, { ...cancellation, certificationId, inspectionIds: [elsewhere] });
    expect(wrong.body).toMatchObject({ errors: [{ path: "/inspectionIds/0", code: "unknown_inspection" }] });
    const proposed = await propose(people.district, { ...cancellation, certificationId });
    expect(proposed).toMatchObject({ status: 201, body: { inspectionIds: [check] } });
  });

  it("is hidden from the unit until its notice, and from others always", async () => {
    const { certificationId } = await add({ holder });
    const { path } = await begin(cancellation, certificationId);
    const statuses = async () => {
      const entries = Object.entries(people).map(async ([name, browser]) => [name, (await browser.call(path)).status]);
      return Object.fromEntries(await Promise.all(entries)) as Record<People, number>;
    };
    const staff = { city: 200, second: 200, district: 200, elsewhere: 404, auditor: 200, stranger: 404 };
    const listed = async () => (await people.platform.call(base)).body;
    expect(await statuses()).toEqual({ ...staff, platform: 404 });
    expect(await listed()).toEqual([]);
    await actOn(people.city, path, "notify");
    expect(await statuses()).toEqual({ ...staff, platform: 200 });
    expect(await listed()).toMatchObject([{ finding, evidence, fileIds: [] }]);
    expect((await people.elsewhere.call(base)).body).toEqual([]);
  });

  it("is the city's: district and supervisors read, and the unit states its case", async () => {
    const { certificationId } = await add({ holder });
    const { id, path } = await begin(cancellation, certificationId);
    for (const other of [people.district, people.auditor]) {
      expect(codeOf(await actOn(other, path, "notify"))).toBe("not_permitted");
      expect(codeOf(await actOn(other, path, "drop", { reason: "不办" }))).toBe("not_permitted");
    }
    await actOn(people.city, path, "notify");
    expect(codeOf(await actOn(people.city, path, "state-case", { statement: "代为陈述" }))).toBe("not_permitted");
    expect((await actOn(people.stranger, path, "state-case", { statement: "我" })).status).toBe(404);
    const stated = await actOn(people.platform, path, "state-case", { statement: "当天停电" });
    expect(stated).toMatchObject({ status: 200, body: { statement: "当天停电", statedOn: "2026-06-10" } });
    // Who has stated its case need not be waited for.
    const heard = await actOn(people.city, path, "hear", { hearing: "不采纳" });
    expect(heard.body).toMatchObject({ state: "heard" });
    expect(codeOf(await actOn(people.platform, path, "state-case", { statement: "再说" }))).toBe("wrong_state");
    const decided = await actOn(people.city, path, "decide", decision);
    expect(decided.body).toMatchObject({ decision: decision.decision });
    expect((await people.platform.call(path)).body).toMatchObject({
      state: "heard",
      decision: null,
      documentNumber: null,
    });
    const outcomes = (await trailOf(app.database, id)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome !== "accepted")).toEqual([
      ...Array.from({ length: 5 }, () => "not_permitted"),
      "other_jurisdiction",
      "wrong_state",
    ]);
  });

  it.each([
    ["2026-06-20T15:59:59Z", "period_not_ended"],
    ["2026-06-20T16:00:00Z", undefined],
  ])("waits for the unit until its last day's 24:00 in Beijing: at %s", async (instant, code) => {
    const { certificationId } = await add();
    const { path } = await begin({}, certificationId);
    await actOn(people.city, path, "notify");
    goTo(new Date(instant));
    expect(codeOf(await actOn(people.city, path, "hear", { hearing: "期满没有陈述" }))).toBe(code);
  });

  it("gives the unit no fewer days than the policy does", async () => {
    const { certificationId } = await add();
    const { path } = await begin({}, certificationId);
    const errors = async (statementUntil: string) =>
      (await actOn(people.city, path, "notify", { statementUntil })).body;
    expect(await errors("2026-06-19")).toMatchObject({ errors: [{ path: "/statementUntil", code: "too_early" }] });
    expect(await errors("2026-06-31")).toMatchObject({ errors: [{ code: "no_such_day" }] });
    expect(await errors("2026-06-30")).toMatchObject({ statementUntil: "2026-06-30" });
  });

  it("takes effect by a second person, once, however many confirm at the same moment", async () => {
    const { certificationId } = await add();
    const { id, path } = await begin({}, certificationId);
    await decide(path);
    expect(await actOn(people.city, path, "confirm")).toMatchObject({
      status: 409,
      body: { code: "second_person_required" },
    });
    const third = await addOfficer(app, `third${next}@sanction.example`, "city");
    const answers = await Promise.all([people.second, third].map((each) => actOn(each, path, "confirm")));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, expect.toBeOneOf([409, 412])]);
    expect((await trailOf(app.database, certificationId)).map(({ act, outcome }) => [act, outcome])).toEqual([
      ["revoke", "accepted"],
    ]);
    const confirmed = (await trailOf(app.database, id)).filter(
      ({ act, outcome }) => act === "confirm" && outcome === "accepted",
    );
    expect(confirmed).toHaveLength(1);
  });

  it("stands alone: of two proposals at the same moment one is told that there is another", async () => {
    const { certificationId } = await add();
    const answers = await Promise.all([people.city, people.second].map((each) => propose(each, { certificationId })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(answers.map(codeOf)).toContain("sanction_exists");
    const made = answers.find(({ status }) => status === 201)?.body as Sanction;
    const dropped = await actOn(people.city, `${base}/${made.id}`, "drop", { reason: "证据不足" });
    expect(dropped.body).toMatchObject({ state: "dropped", droppedReason: "证据不足", allowedActs: [] });
    expect((await propose(people.city, { certificationId })).status).toBe(201);
  });

  it("is served from the day of its effect on, never later than today, and once", async () => {
    const { certificationId } = await add();
    const { path } = await begin({}, certificationId);
    const serve = (servedOn: string) =>
      actOn(people.city, path, "serve", { method: "post", servedOn, receipt: "挂号信 XA1" });
    expect(codeOf(await serve("2026-06-10"))).toBe("wrong_state");
    await decide(path);
    await actOn(people.second, path, "confirm");
    expect((await serve("2026-06-20")).body).toMatchObject({ errors: [{ code: "before_effect" }] });
    expect((await serve("2026-06-22")).body).toMatchObject({ errors: [{ code: "in_the_future" }] });
    const chat = { method: "chat", servedOn: "2026-06-21", receipt: "微信已读" };
    expect((await actOn(people.city, path, "serve", chat)).status).toBe(422);
    const publish = (publishedOn: string) =>
      actOn(people.city, path, "publish", { officialUrl: "https://gxj.zhengzhou.gov.cn/2.html", publishedOn });
    // The public is not told before the unit is.
    expect((await people.city.call(path)).body).toMatchObject({ allowedActs: ["serve", "reinstate"] });
    expect(await publish("2026-06-21")).toMatchObject({
      status: 409,
      body: { code: "decision_not_served", article: "第四条" },
    });
    goTo(lastDay);
    expect((await serve("2026-06-23")).body).toMatchObject({ state: "served", servedOn: "2026-06-23" });
    expect((await publish("2026-06-22")).body).toMatchObject({ errors: [{ code: "before_service" }] });
    expect((await publish("2026-06-23")).body).toMatchObject({ state: "published" });
    expect(codeOf(await serve("2026-06-23"))).toBe("wrong_state");
    expect((await people.city.call(path)).body).toMatchObject({ allowedActs: ["reinstate"] });
  });

  it("is answered by its unit, from its service for so many days or later; the answer stands beside it and changes nothing", async () => {
    const { certificationId } = await add({ holder });
    const { id, path } = await begin({}, certificationId);
    const say = (by: Browser, answer = "处罚决定还在复议") => actOn(by, path, "answer", { answer });
    expect((await say(people.platform)).status).toBe(404);
    await actOn(people.city, path, "notify");
    expect(codeOf(await say(people.platform))).toBe("wrong_state");
    goTo(heardDay);
    await actOn(people.city, path, "hear", { hearing: "期满没有陈述" });
    await actOn(people.city, path, "decide", decision);
    // What nobody has confirmed yet is not there to answer.
    expect(codeOf(await say(people.platform))).toBe("wrong_state");
    await actOn(people.second, path, "confirm");
    expect((await people.platform.call(path)).body).toMatchObject({ answerUntil: null, allowedActs: ["answer"] });
    const paper = async () => {
      const { bytes } = await download(app, `${path}/letters/decision`, { browser: people.platform });
      return (await readPdf(bytes)).join("").replace(/\s/g, "");
    };
    const unserved = await paper();
    expect(unserved).toContain("请自送达次日起10天内书面告知");
    expect(unserved).toMatch(/自知道本决定之日起60日内依法申请行政复议，或者6个月内依法提起行政诉讼/);
    goTo(lastDay);
    const service = { method: "post", servedOn: "2026-06-23", receipt: "挂号信 XA9" };
    expect((await actOn(people.city, path, "serve", service)).body).toMatchObject({ answerUntil: "2026-07-03" });
    expect(await paper()).toContain("自送达次日起10天内（到2026年7月3日24:00）");
    for (const other of [people.city, people.district, people.auditor]) {
      expect(codeOf(await say(other))).toBe("not_permitted");
    }
    expect((await say(people.stranger)).status).toBe(404);
    expect((await say(people.platform, " ")).status).toBe(422);
    await actOn(people.city, path, "reinstate", { reason: "证据不实", documentNumber: "郑工信〔2026〕30号" });
    // A withdrawal that nobody has confirmed is not to be told from what the unit may do.
    expect((await people.platform.call(path)).body).toMatchObject({ state: "served", allowedActs: ["answer"] });
    expect((await say(people.platform)).body).toMatchObject({
      state: "served",
      answer: "处罚决定还在复议",
      answeredOn: "2026-06-25",
    });
    expect((await people.city.call(path)).body).toMatchObject({ answer: "处罚决定还在复议" });
    expect(await titleOf(certificationId)).toMatchObject({ state: "revoked" });
    await actOn(people.second, path, "confirm");
    expect(codeOf(await say(people.platform))).toBe("wrong_state");
    const answers = (await trailOf(app.database, id)).filter(
      ({ act, outcome }) => act === "answer" && outcome === "accepted",
    );
    expect(answers).toMatchObject([{ role: "applicant", article: "第四条" }]);
  });

  it("is found by its unit in the states that it is shown, and in no other", async () => {
    const { certificationId } = await add({ holder });
    const { path } = await begin({}, certificationId);
    const found = async (state: string, by = people.platform) => {
      const filter = encodeURIComponent(JSON.stringify({ state, certificationId }));
      const { body, headers } = await by.call(`${base}?filter=${filter}`);
      return [(body as Sanction[]).map((each) => each.state), headers.get("content-range")];
    };
    const one = (state: string) => [[state], "sanctions 0-0/1"];
    const none = [[], "sanctions */0"];
    await decide(path);
    expect([await found("decided"), await found("heard")]).toEqual([none, one("heard")]);
    expect([await found("decided", people.city), await found("heard", people.city)]).toEqual([one("decided"), none]);
    await actOn(people.second, path, "confirm");
    await actOn(people.city, path, "reinstate", { reason: "证据不实", documentNumber: "郑工信〔2026〕31号" });
    expect([await found("reinstatement_decided"), await found("effective")]).toEqual([none, one("effective")]);
    expect(await found("reinstatement_decided", people.city)).toEqual(one("reinstatement_decided"));
    await actOn(people.second, path, "drop", { reason: "证据属实，不撤回" });
    await actOn(people.city, path, "serve", { method: "post", servedOn: "2026-06-21", receipt: "挂号信 XA4" });
    await actOn(people.city, path, "reinstate", { reason: "证据不实", documentNumber: "郑工信〔2026〕32号" });
    expect([await found("effective"), await found("served")]).toEqual([none, one("served")]);
  });

  it("has nothing to end once the title is over: what follows then is open", async () => {
    const { certificationId } = await add({ validTo: "2026-06-15" });
    const { path } = await begin({}, certificationId);
    const decided = await decide(path);
    expect(decided).toMatchObject({ status: 409, body: { code: "title_not_valid" } });
    expect(
      codeOf(await propose(people.city, { certificationId: (await add({ validTo: "2026-06-20" })).certificationId })),
    ).toBe("title_not_valid");
  });

  it("frees the unit of what falls due after it, and its withdrawal brings that back", async () => {
    const { certificationId } = await add();
    await planObligations({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId });
    const owed = async () => {
      const filter = encodeURIComponent(JSON.stringify({ certificationId }));
      const rows = (await people.city.call(`/api/v1/obligations?filter=${filter}`)).body as Obligation[];
      return [...new Set(rows.filter(({ dueOn }) => dueOn >= "2026-06-21").map(({ state }) => state))];
    };
    expect(await owed()).toEqual(["due"]);
    const { path } = await begin({}, certificationId);
    await decide(path);
    await actOn(people.second, path, "confirm");
    expect(await owed()).toEqual(["not_applicable"]);
    await actOn(people.city, path, "reinstate", { reason: "证据不实", documentNumber: "郑工信〔2026〕20号" });
    expect(await titleOf(certificationId)).toMatchObject({ state: "revoked" });
    expect(codeOf(await actOn(people.city, path, "confirm"))).toBe("second_person_required");
    expect((await actOn(people.second, path, "confirm")).body).toMatchObject({
      state: "reinstated",
      barredUntil: null,
      reinstatedOn: "2026-06-21",
      effectiveOn: "2026-06-21",
    });
    expect(await titleOf(certificationId)).toMatchObject({ state: "valid", endedOn: null, endServedOn: null });
    expect(await owed()).toEqual(["due"]);
    expect((await propose(people.city, { certificationId })).status).toBe(201);
    expect((await trailOf(app.database, certificationId)).map(({ act }) => act)).toEqual(["revoke", "reinstate"]);
  });

  it("stays in effect where its withdrawal is given up, and then goes on as before", async () => {
    const { certificationId } = await add({ holder });
    const { path } = await begin({}, certificationId);
    await decide(path);
    await actOn(people.second, path, "confirm");
    await actOn(people.city, path, "reinstate", { reason: "证据不实", documentNumber: "郑工信〔2026〕21号" });
    // What nobody has confirmed the unit does not hear of.
    const unheard = { state: "effective", reinstatement: null, droppedReason: null };
    expect((await people.platform.call(path)).body).toMatchObject(unheard);
    expect((await actOn(people.second, path, "drop", {})).status).toBe(422);
    expect((await actOn(people.second, path, "drop", { reason: "证据属实，不撤回" })).body).toMatchObject({
      state: "effective",
      droppedReason: "证据属实，不撤回",
      allowedActs: ["serve", "reinstate"],
    });
    expect((await people.platform.call(path)).body).toMatchObject(unheard);
    expect(await titleOf(certificationId)).toMatchObject({ state: "revoked" });
    const service = { method: "post", servedOn: "2026-06-21", receipt: "挂号信 XA3" };
    expect((await actOn(people.city, path, "serve", service)).body).toMatchObject({ state: "served" });
    await actOn(people.city, path, "reinstate", { reason: "证据不实", documentNumber: "郑工信〔2026〕22号" });
    await actOn(people.second, path, "drop", { reason: "证据属实，不撤回" });
    expect((await people.city.call(path)).body).toMatchObject({ allowedActs: ["publish", "reinstate"] });
    expect(codeOf(await actOn(people.city, path, "serve", service))).toBe("wrong_state");
  });

  it("keeps its evidence for the office: uploaded for the title, used once, unseen by the unit", async () => {
    const { certificationId } = await add({ holder });
    const file = { sha256: "c".repeat(64), size: 9, mediaType: "application/pdf", name: "通报.pdf" };
    const id = `evidence of ${certificationId}`;
    const at = { target: certificationId, uploadedBy: "officer", uploadedAt: morning, storingSince: morning };
    await announceFile(app.database, { id, ...file, purpose: "sanction", ...at });
    await confirmFile(app.database, id);
    const proposed = await propose(people.city, { certificationId, fileIds: [id] });
    expect(proposed.body).toMatchObject({ fileIds: [id] });
    const path = `${base}/${(proposed.body as Sanction).id}`;
    await actOn(people.city, path, "notify");
    expect((await people.platform.call(path)).body).toMatchObject({ fileIds: [] });
    const read = (browser: Browser) => browser.call(`/api/v1/files/${encodeURIComponent(id)}`);
    expect((await read(people.auditor)).status).toBe(200);
    expect((await read(people.platform)).status).toBe(404);
    const again = await propose(people.city, { certificationId: (await add()).certificationId, fileIds: [id] });
    expect(again.body).toMatchObject({ errors: [{ path: "/fileIds/0", code: "unknown_file" }] });
  });

  it("shows the four ways of false papers side by side, and which are open for a title", async () => {
    const { certificationId } = await add({ validTo: "2026-06-15" });
    const routes = async (query = "", browser = people.city) =>
      (await browser.call(`${base}/false-paper-routes${query}`)).body as {
        id: string;
        isOpen: boolean | null;
        barsApplication: boolean | null;
        article: string;
      }[];
    expect((await routes()).map(({ article, barsApplication }) => [article, barsApplication])).toEqual([
      ["附件3", false],
      ["第十三条", false],
      ["第十四条", true],
      ["第十七条", null],
    ]);
    const openFor = async () =>
      (await routes(`?certificationId=${certificationId}`)).filter(({ isOpen }) => isOpen).map(({ id }) => id);
    expect(await openFor()).toEqual(["at_appraisal", "within_validity"]);
    goTo(heardDay);
    expect(await openFor()).toEqual(["after_expiry"]);
    expect(codeOf({ body: await routes("", people.platform) })).toBe("not_permitted");
    expect((await people.elsewhere.call(`${base}/false-paper-routes?certificationId=${certificationId}`)).status).toBe(
      404,
    );
  });

  it("has its papers, each with article and consequence; a cancellation's say that no ban follows", async () => {
    const { certificationId } = await add({ holder });
    const { path } = await begin(cancellation, certificationId);
    const paper = async (letter: string, browser = people.platform) => {
      const { status, bytes } = await download(app, `${path}/letters/${letter}`, { browser });
      return status === 200 ? (await readPdf(bytes)).join("").replace(/\s/g, "") : String(status);
    };
    expect(await paper("prior_notice", people.city)).toBe("404");
    await actOn(people.city, path, "notify");
    const notice = await paper("prior_notice");
    expect(notice).toContain("取消资格事先告知书");
    expect(notice).toContain("请在2026年6月20日24:00前");
    expect(notice).toContain("取消以后没有不得再次申报的年限");
    expect(notice).toContain("第十三条");
    goTo(heardDay);
    await actOn(people.city, path, "hear", { hearing: "期满没有陈述" });
    await actOn(people.city, path, "decide", decision);
    expect(await paper("decision", people.city)).toBe("404");
    await actOn(people.second, path, "confirm");
    const decided = await paper("decision");
    expect(decided).toContain(decision.documentNumber);
    expect(decided).toMatch(/从2026年6月21日起取消贵单位.*取消以后没有不得再次申报的年限/);
    expect(await paper("service_receipt", people.city)).toContain("送达回证");
    expect(await paper("withdrawal", people.city)).toBe("404");
    await actOn(people.city, path, "reinstate", { reason: "通知没有送达", documentNumber: "郑工信〔2026〕20号" });
    await actOn(people.second, path, "confirm");
    expect(await paper("withdrawal")).toMatch(/撤回决定书.*通知没有送达.*资格恢复，有效期仍到2028年3月1日24:00/);
    expect(await paper("decision", people.auditor)).toBe("403");
    expect(await paper("decision", people.elsewhere)).toBe("404");
  });

  it("of a revocation prints until when it bars", async () => {
    const { certificationId } = await add();
    const { path } = await begin({}, certificationId);
    await decide(path);
    await actOn(people.second, path, "confirm");
    await actOn(people.city, path, "serve", { method: "left", servedOn: "2026-06-21", receipt: "见证人签字" });
    const { bytes } = await download(app, `${path}/letters/decision`, { browser: people.city });
    expect((await readPdf(bytes)).join("").replace(/\s/g, "")).toMatch(/撤销资格决定书.*到2029年6月21日为止，含当天/);
  });

  it("is told of in the public register by the title's end, with the right word", async () => {
    const { certificationId } = await add();
    const { path } = await begin(cancellation, certificationId);
    await decide(path);
    await actOn(people.second, path, "confirm");
    const filter = encodeURIComponent(JSON.stringify({ standing: "cancelled" }));
    const register = (await createBrowser(app).call(`/api/v1/public/platforms?filter=${filter}`)).body as {
      platforms: PublicTitle[];
    };
    const title = await titleOf(certificationId);
    expect(register.platforms.find(({ platformName }) => platformName === title?.platformName)).toMatchObject({
      standingText: "已于2026年6月21日取消",
    });
  });

  it("leaves a trail that holds for every sanction", async () => {
    expect(await verifyRecords(app.database, ["sanctions", "obligations"])).toMatchObject({ sound: true });
  });
});
