import { randomUUID } from "node:crypto";
import type { ActResult, Recommendation } from "@shifan/contract";
import { findApplication } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import type { Actor } from "@shifan/rules";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser, goodPassword } from "../../testing/accounts.ts";
import { createTestApp, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { addOpenRound, signInStaff } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer, answer, assessment, createActor, surveyCase } from "../../testing/cases.ts";
import { trailOf, verifySurveys } from "../../testing/trail.ts";
import { readRecommendationForm } from "../application-documents/recommendation-form.ts";

const reasons = "申请表个别栏目未填，已当面核实";
type OwnCase = { met?: string; unsatisfied?: number; district?: string; browser?: Browser };
const revisionIn = (etag: string) => Number(etag.replaceAll('"', ""));

/** What holds for letters of recommendation on either database. */
export const recommendationsSuite = suite("the recommendation", (open) => {
  let app: TestApp;
  let roundId: string;
  let officer: Browser;
  let elsewhere: Browser;
  let next = 0;

  /** A case that is surveyed, with what is asked of it in a letter. */
  const survey = async ({ unsatisfied = 0, district = "410105", browser = officer, ...own }: OwnCase = {}) => {
    next += 1;
    const uscc = `9141010000000000${String(next).padStart(2, "0")}`;
    const id = await addAcceptedCase(app, { roundId, uscc, unsatisfied, district });
    const actor = createActor(browser, id);
    const etag = await surveyCase(actor, { ...own, satisfactionExplanation: "与申报单位核对过" });
    return { id, etag, revision: revisionIn(etag), ...actor };
  };
  const letter = (documentNumber: string, applications: unknown[], own: object = {}) => ({
    documentNumber,
    issuedOn: "2026-06-10",
    applications,
    ...own,
  });
  const post = (body: unknown, browser = officer, key: string = randomUUID()) =>
    browser.call("/api/v1/recommendations", { body, headers: { "idempotency-key": key } });
  const asked = ({ id, revision }: { id: string; revision: number }, rank: number, own: object = {}) => ({
    id,
    revision,
    rank,
    opinion: "同意推荐",
    reasons,
    ...own,
  });

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    roundId = await addOpenRound(app, 2027);
    officer = await addOfficer(app, "officer@letters.example", "district", "410105");
    elsewhere = await addOfficer(app, "elsewhere@letters.example", "district", "410171");
  });

  it("fills annex 1 from the survey and the letter, for the district and not for the applicant", async () => {
    const one = await survey();
    const { database, catalog, clock } = app;
    const services = { database, catalog, clock, defaultPolicy: policyId, personalKeys: testPersonalKeys };
    const grant = { role: "district" as const, district: "410105", organizations: [], onBehalfOf: null };
    const formFor = async (grants: Actor["grants"]) => {
      const application = await findApplication(database, one.id);
      return application && readRecommendationForm(services, application, { userId: "reader", grants });
    };
    expect((await formFor([grant]))?.sections.recommendation).toEqual({
      influence: assessment().influence,
      opinion: null,
      opinion_dated_on: null,
    });
    expect((await post(letter("金工信〔2026〕81号", [asked(one, 1)]))).status).toBe(201);
    const form = await formFor([grant]);
    expect(form?.sections).toMatchObject({
      recommendation_cover: { recommending_district: "410105", filled_on: "2026-06-10" },
      survey: { survey_methods: assessment().methods },
      recommendation: { opinion: "同意推荐", opinion_dated_on: "2026-06-10" },
    });
    expect(form?.lists.sampled).toHaveLength(10);
    const { interviewee, position, rating } = answer(1);
    expect(form?.lists.sampled?.[0]).toMatchObject({ interviewee, position, phone: "13800138000", rating });
    expect(await formFor([{ ...grant, role: "applicant", district: null }])).toBeNull();
  });

  it("takes many cases in one letter, with a result each: one that is refused does not stop the others", async () => {
    const [first, second, third] = [await survey(), await survey({ met: "no" }), await survey()];
    const body = letter("金工信〔2026〕1号", [
      asked(first, 2),
      asked(second, 1, { reasons: "" }),
      asked({ id: "none", revision: 1 }, 4),
      asked({ ...third, revision: third.revision - 1 }, 3),
    ]);
    const key = randomUUID();
    const made = await post(body, officer, key);
    expect(made.status).toBe(201);
    const { id, applications, results } = made.body as Recommendation & { results: ActResult[] };
    expect(applications).toMatchObject([{ applicationId: first.id, rank: 2, reasons }]);
    expect(results).toMatchObject([
      { applicationId: first.id, outcome: "accepted", revision: first.revision + 1 },
      { applicationId: second.id, outcome: "reasons_required", article: "第四条" },
      { applicationId: "none", outcome: "unknown_record" },
      { applicationId: third.id, outcome: "stale", revision: third.revision },
    ]);
    expect((await first.read()).body).toMatchObject({ state: "recommended" });
    expect((await second.read()).body).toMatchObject({ state: "surveyed" });

    const again = await post(body, officer, key);
    expect(again).toMatchObject({ status: 201, body: { id, results: [{ applicationId: first.id }] } });
    // What was refused goes into the same letter once it is put right.
    const later = await post(letter("金工信〔2026〕1号", [asked(second, 1)]));
    expect(later).toMatchObject({ status: 201, body: { id, applications: [{ rank: 1 }, { rank: 2 }] } });
    expect((await officer.call(`/api/v1/recommendations/${id}`)).body).toMatchObject({ id, district: "410105" });
    expect(await elsewhere.call(`/api/v1/recommendations/${id}`)).toMatchObject({ status: 404 });
    const trail = await trailOf(app.database, id);
    expect(trail.map(({ act, outcome }) => [act, outcome])).toEqual([
      ["create", "accepted"],
      ["create", "accepted"],
    ]);
    expect(trail[0]?.state_hash).not.toBe(trail[1]?.state_hash);
  });

  it("makes no letter where nothing can be recommended, and says why of each", async () => {
    const one = await survey({ met: "no" });
    const refused = await post(letter("金工信〔2026〕2号", [asked(one, 1, { reasons: "" })]));
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/applications/0", code: "reasons_required" }] },
    });
    expect((await trailOf(app.database, one.id)).at(-1)).toMatchObject({
      act: "recommend",
      outcome: "reasons_required",
    });
    expect(await post(letter("金工信〔2026〕2号", [asked(one, 1)]), elsewhere)).toMatchObject({
      status: 422,
      body: { errors: [{ code: "unknown_record" }] },
    });
  });

  it("has each rank once, and a day that exists and has come", async () => {
    const one = await survey();
    const twice = letter("金工信〔2026〕3号", [asked(one, 1), asked({ id: "none", revision: 1 }, 1)]);
    expect(await post(twice)).toMatchObject({ status: 422, body: { errors: [{ path: "/applications/1/rank" }] } });
    for (const issuedOn of ["2026-06-11", "2026-06-31", "2026-06-09"]) {
      const early = await post(letter("金工信〔2026〕3号", [asked(one, 1)], { issuedOn }));
      expect(early).toMatchObject({ status: 422, body: { errors: [{ path: "/issuedOn" }] } });
    }
    const body = { documentNumber: "金工信〔2026〕3号", issuedOn: "2026-06-10", rank: 1, opinion: "同意推荐", reasons };
    const done = await one.act("recommend", body);
    expect(done).toMatchObject({ status: 200, body: { applications: [{ applicationId: one.id, rank: 1 }] } });
    expect(revisionIn(done.headers.get("etag") ?? "")).toBe(one.revision + 1);
    const other = await survey();
    expect(await other.act("recommend", body)).toMatchObject({ status: 422, body: { errors: [{ path: "/rank" }] } });
    expect(await other.act("recommend", { ...body, rank: 2, issuedOn: "2026-06-10" })).toMatchObject({
      status: 200,
      body: { id: (done.body as Recommendation).id },
    });
  });

  it.each([
    ["a finding of the district", { met: "no" }],
    ["a verdict from the applicant's own form", { unsatisfied: 7 }],
  ])("needs reasons against %s", async (_, own) => {
    const one = await survey(own);
    const body = { documentNumber: `金工信〔2026〕4号${one.id}`, issuedOn: "2026-06-10", rank: 1, opinion: "同意推荐" };
    expect(await one.act("recommend", body)).toMatchObject({
      status: 409,
      body: { code: "reasons_required", article: "第四条" },
    });
    expect(await createActor(elsewhere, one.id).act("recommend", { ...body, reasons }, one.etag)).toMatchObject({
      status: 404,
    });
    expect(await one.act("recommend", { ...body, reasons })).toMatchObject({ status: 200 });
    const again = await one.act("recommend", { ...body, reasons });
    expect(again).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });

  it("needs no reasons where nothing speaks against it, doubts of the district included", async () => {
    const one = await survey({ met: "doubtful" });
    const body = { documentNumber: "金工信〔2026〕5号", issuedOn: "2026-06-10", rank: 1, opinion: "同意推荐" };
    expect(await one.act("recommend", body)).toMatchObject({ status: 200 });
  });

  it("is of one district and of one day under its number", async () => {
    const both = await addOfficer(app, "both@letters.example", "district", "410102", "410103");
    const [first, second] = [
      await survey({ district: "410102", browser: both }),
      await survey({ district: "410103", browser: both }),
    ];
    const made = await post(letter("联工信〔2026〕1号", [asked(first, 1), asked(second, 2)]), both);
    expect(made).toMatchObject({
      status: 201,
      body: {
        district: "410102",
        results: [
          { outcome: "accepted" },
          { outcome: "invalid_input", errors: [{ path: "/id", code: "other_letter" }] },
        ],
      },
    });
    const third = await survey({ district: "410102", browser: both });
    app.clock.forward(86_400);
    const later = await post(letter("联工信〔2026〕1号", [asked(third, 3)], { issuedOn: "2026-06-11" }), both);
    app.clock.forward(-86_400);
    expect(later).toMatchObject({ status: 422, body: { errors: [{ path: "/issuedOn", code: "other_letter" }] } });
  });

  it("puts cases of two officers at the same moment into one letter", async () => {
    const cases = [await survey(), await survey()];
    const made = await Promise.all(
      cases.map((each, index) => post(letter("金工信〔2026〕6号", [asked(each, index + 1)]))),
    );
    const ids = made.map(({ body }) => (body as Recommendation).id);
    expect(ids[0]).toBe(ids[1]);
    const { body } = await officer.call(`/api/v1/recommendations/${ids[0]}`);
    expect((body as Recommendation).applications.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(await verifySurveys(app.database)).toMatchObject({ sound: true });
  });

  it("is listed for its district and for the city, the latest first, with how many cases it recommends", async () => {
    // The clock of a test stands still: each letter has a minute of its own.
    app.clock.forward(60);
    const one = await post(letter("金工信〔2026〕71号", [asked(await survey(), 1), asked(await survey(), 2)]));
    app.clock.forward(60);
    const two = await post(letter("金工信〔2026〕72号", [asked(await survey(), 1)]));
    const ids = [two, one].map(({ body }) => (body as Recommendation).id);
    const list = async (by: Browser, query: Record<string, unknown> = {}) => {
      const parts = Object.entries({ sort: ["createdAt", "DESC"], range: [0, 1], ...query });
      const asText = parts.map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`);
      return by.call(`/api/v1/recommendations?${asText.join("&")}`);
    };
    const city = await signInStaff(app, "city@letters.example", "city");
    for (const reader of [officer, city]) {
      expect(await list(reader)).toMatchObject({
        status: 200,
        body: [
          { id: ids[0], documentNumber: "金工信〔2026〕72号", year: 2027, caseCount: 1, district: "410105" },
          { id: ids[1], caseCount: 2 },
        ],
      });
    }
    const first = await list(officer, { range: [0, 0] });
    expect(first.headers.get("content-range")).toMatch(/^recommendations 0-0\/[1-9]\d*$/);
    const total = Number(first.headers.get("content-range")?.split("/")[1]);
    const cursor = first.headers.get("next-cursor") ?? "";
    const next = await officer.call(
      `/api/v1/recommendations?sort=["createdAt","DESC"]&range=[0,0]&cursor=${encodeURIComponent(cursor)}`,
    );
    expect(next).toMatchObject({ body: [{ id: ids[1] }] });
    expect((await list(officer, { filter: { year: 2027 } })).headers.get("content-range")).toContain(`/${total}`);
    expect((await list(officer, { filter: { year: 2026 } })).body).toEqual([]);
    expect((await list(officer, { filter: { year: 99_999_999_999 } })).status).toBe(422);
    expect((await list(city, { filter: { district: "410171" } })).body).toEqual([]);
    expect((await list(elsewhere)).body).toEqual([]);
  });

  it("is not for applicants, and the trail says that one tried", async () => {
    const applicant = createBrowser(app);
    const account = { name: "王五", email: "applicant@letters.example", password: goodPassword };
    await applicant.call("/api/v1/auth/sign-up/email", { body: account });
    expect(await post(letter("1号", [asked({ id: "none", revision: 1 }, 1)]), applicant)).toMatchObject({
      status: 403,
      body: { code: "not_permitted", article: "第三条" },
    });
  });
});
