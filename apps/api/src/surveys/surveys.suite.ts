import { createHash } from "node:crypto";
import type { CallSheet, Survey } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser, goodPassword } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer, answer, assessment, createActor, surveyCase } from "../../testing/cases.ts";
import { trailOf, verifySurveys } from "../../testing/trail.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const surveyOf = ({ body }: { body: unknown }) => body as Survey;

/** What holds for the survey of an application on either database. */
export const surveysSuite = suite("the survey", (open) => {
  let app: TestApp;
  let roundId: string;
  let officer: Browser;
  let colleague: Browser;
  let elsewhere: Browser;
  let city: Browser;
  let applicant: Browser;
  let next = 0;

  /** A case of its own for a test, and its officer. */
  const begin = async (own: { served?: number; unsatisfied?: number } = {}) => {
    next += 1;
    const uscc = `9141010000000000${String(next).padStart(2, "0")}`;
    const id = await addAcceptedCase(app, { roundId, uscc, ...own });
    return { id, ...createActor(officer, id) };
  };

  beforeAll(async () => {
    const organizations = ["91410100000000000"].flatMap((start) =>
      Array.from({ length: 30 }, (_, n) => `organization ${start.slice(0, 16)}${String(n).padStart(2, "0")}`),
    );
    app = await createTestApp({
      opened: open(),
      demo: true,
      organizationsOf: async () => organizations.map((id) => ({ id, name: id, isPlatform: false })),
    });
    roundId = await addOpenRound(app);
    officer = await addOfficer(app, "officer@survey.example", "district", "410105");
    colleague = await addOfficer(app, "colleague@survey.example", "district", "410105");
    elsewhere = await addOfficer(app, "elsewhere@survey.example", "district", "410171");
    city = await addOfficer(app, "city@survey.example", "city");
    applicant = createBrowser(app);
    const account = { name: "王五", email: "applicant@survey.example", password: goodPassword };
    await applicant.call("/api/v1/auth/sign-up/email", { body: account });
  });

  it("is drawn so that anybody can draw again from the record, with the commitment on record before", async () => {
    const { id, act } = await begin();
    const drawn = await act("draw-sample");
    expect(drawn.status).toBe(200);
    const { draw, sampled, progress } = surveyOf(drawn);
    if (draw === null) throw new Error("nothing was drawn");
    expect(draw.commitment).toBe(sha256(draw.seed));
    expect(draw.seed).toMatch(/^[0-9a-f]{64}$/);
    // The last enterprise stands in two rows and is drawn from once.
    expect(draw.population).toHaveLength(60);
    const again = draw.population.toSorted((left, right) =>
      sha256(`${draw.seed}\n${left}`) < sha256(`${draw.seed}\n${right}`) ? -1 : 1,
    );
    expect(draw.order).toEqual(again);
    expect(sampled.map(({ place, rowId }) => [place, rowId])).toEqual(
      again.slice(0, 10).map((rowId, index) => [index + 1, rowId]),
    );
    expect(progress).toEqual({ answered: 0, waiting: 10, replaced: 0, remaining: 50, minimum: 10 });

    const trail = (await trailOf(app.database, id)).filter(({ act: done }) => done === "draw-sample");
    expect(trail.map(({ resource, fields, ground }) => [resource, fields, ground])).toEqual([
      ["surveys", ["commitment"], `种子的SHA-256：${draw.commitment}`],
      ["surveys", ["state", "seed", "population", "sampled"], `种子的SHA-256：${draw.commitment}`],
      ["applications", ["state", "seed", "population", "sampled"], `种子的SHA-256：${draw.commitment}`],
    ]);
    expect(JSON.stringify(trail)).not.toContain(draw.seed);
    expect(await act("draw-sample")).toMatchObject({ status: 409, body: { code: "sample_exists", article: "附件1" } });
  });

  it.each([
    [9, 60, "现在是9家，至少要10家。"],
    [61, 60, "现在是60家，至少要61家。"],
    [undefined, 8, "现在是8家，至少要10家。"],
  ])("draws no fewer than the law asks for and no more than there are: %s of %s", async (count, served, detail) => {
    const { act } = await begin({ served });
    expect(await act("draw-sample", count === undefined ? {} : { count })).toMatchObject({
      status: 409,
      body: { code: "sample_too_small", article: "附件1", detail },
    });
  });

  it("is hidden from the applicant and from other districts, and the trail says who tried", async () => {
    const { id, act, path } = await begin();
    const etag = (await act("draw-sample")).headers.get("etag") ?? "";
    for (const browser of [applicant, elsewhere]) {
      expect(await browser.call(`${path}/survey`)).toMatchObject({ status: 404, body: { code: "unknown_record" } });
      expect(await browser.call(`${path}/survey/call-sheet`)).toMatchObject({ status: 404 });
    }
    expect(await createActor(elsewhere, id).act("record-answer", answer(1), etag)).toMatchObject({ status: 404 });
    // Nor is anybody else told what of an input does not fit the record.
    expect(await createActor(elsewhere, id).act("record-answer", answer(99), etag)).toMatchObject({ status: 404 });
    expect(await createActor(applicant, id).act("record-answer", answer(1), etag)).toMatchObject({
      status: 403,
      body: { code: "not_permitted" },
    });
    expect(await createActor(city, id).act("record-answer", answer(1), etag)).toMatchObject({ status: 403 });
    expect(await createBrowser(app).call(`${path}/survey`)).toMatchObject({ status: 401 });
    expect((await trailOf(app.database, id)).map(({ outcome }) => outcome)).toContain("other_jurisdiction");
  });

  it("ends with ten answers and not with nine, and only with an assessment", async () => {
    const { act, read } = await begin();
    expect(await act("complete-survey")).toMatchObject({ status: 409, body: { code: "survey_incomplete" } });
    await act("draw-sample");
    for (let place = 1; place <= 9; place += 1) {
      expect(await act("record-answer", answer(place))).toMatchObject({ status: 200, body: { state: "accepted" } });
    }
    await act("assess-operation", assessment());
    expect(await act("complete-survey")).toMatchObject({
      status: 409,
      body: { code: "sample_too_small", article: "附件1", detail: "现在是9家，至少要10家。" },
    });
    await act("record-answer", answer(10, "dissatisfied"));
    expect(await act("complete-survey")).toMatchObject({ status: 200, body: { state: "surveyed" } });
    expect(surveyOf(await read()).satisfaction).toMatchObject({
      measured: { satisfied: 9, completed: 10, share: "9/10" },
      claimed: { satisfied: 60, dissatisfied: 0, listed: 60, share: "60/60" },
      line: "0.9",
      isBelowLine: false,
      crossesLine: false,
    });
    expect(await act("record-answer", answer(10))).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });

  it.each([
    ["below the line", {}, 2, { isBelowLine: true, crossesLine: true }],
    ["on the other side than the claimed one", { unsatisfied: 7 }, 0, { isBelowLine: false, crossesLine: true }],
  ])("has to explain a satisfaction %s", async (_, own, dissatisfied, conflict) => {
    const { act, read } = await begin(own);
    await act("draw-sample");
    for (let place = 1; place <= 10; place += 1) {
      await act("record-answer", answer(place, place <= dissatisfied ? "dissatisfied" : "basically_satisfied"));
    }
    await act("assess-operation", assessment());
    expect(surveyOf(await read()).satisfaction).toMatchObject(conflict);
    expect(await act("complete-survey")).toMatchObject({
      status: 409,
      body: { code: "survey_incomplete", article: "第十条" },
    });
    await act("assess-operation", assessment({ satisfactionExplanation: "两家反映回访不及时，已整改" }));
    expect(await act("complete-survey")).toMatchObject({ status: 200 });
  });

  it("replaces whoever cannot be asked by the next of the drawn order, with the reason, and nobody who has answered", async () => {
    const { id, act } = await begin({ served: 11 });
    const { draw } = surveyOf(await act("draw-sample"));
    await act("record-answer", answer(1));
    expect(await act("replace-sampled", { place: 1, reason: "想换一家" })).toMatchObject({ status: 422 });
    expect(await act("replace-sampled", { place: 2, reason: "" })).toMatchObject({ status: 422 });
    const replaced = surveyOf(await act("replace-sampled", { place: 2, reason: "电话停机，上门无人" }));
    expect(replaced.sampled[1]).toMatchObject({ state: "replaced", replacedReason: "电话停机，上门无人" });
    expect(replaced.sampled[10]).toMatchObject({ place: 11, state: "drawn", rowId: draw?.order[10] });
    for (const place of [2, 12]) {
      expect(await act("record-answer", answer(place))).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/place" }] },
      });
    }
    expect(await act("replace-sampled", { place: 3, reason: "已注销" })).toMatchObject({
      status: 409,
      body: { code: "sample_too_small", article: "附件1", detail: "现在是1家，至少要10家。" },
    });
    const trail = await trailOf(app.database, id);
    expect(trail.find(({ act: done }) => done === "replace-sampled")?.ground).toBe("电话停机，上门无人");
  });

  it("takes a correction of an answer while it is open, and notes it as one", async () => {
    const { id, act } = await begin();
    await act("draw-sample");
    await act("record-answer", answer(1));
    const corrected = await act("record-answer", { ...answer(1, "dissatisfied"), remark: "听错了" });
    expect(surveyOf(corrected).sampled[0]).toMatchObject({ rating: "dissatisfied", remark: "听错了" });
    const grounds = (await trailOf(app.database, id))
      .filter(({ act: done, resource }) => done === "record-answer" && resource === "surveys")
      .map(({ ground }) => ground);
    expect(grounds).toEqual([null, "改正第1家的答复"]);
  });

  it.each([
    [{ phone: "12345" }, "/phone"],
    [{ answeredOn: "2026-06-09" }, "/answeredOn"],
    [{ answeredOn: "2026-06-11" }, "/answeredOn"],
    [{ answeredOn: "2026-02-30" }, "/answeredOn"],
    [{ rating: "fine" }, "/rating"],
  ])("takes no answer that cannot be: %o", async (own, path) => {
    const { act } = await begin();
    await act("draw-sample");
    expect(await act("record-answer", { ...answer(1), ...own })).toMatchObject({
      status: 422,
      body: { code: "invalid_input", errors: [{ path }] },
    });
  });

  it("takes a finding on each article that the law names, once", async () => {
    const { act } = await begin();
    expect(await act("assess-operation", assessment())).toMatchObject({
      status: 409,
      body: { code: "survey_incomplete" },
    });
    await act("draw-sample");
    const whole = assessment();
    const [first] = whole.finding;
    for (const finding of [
      whole.finding.slice(1),
      [...whole.finding, first],
      [...whole.finding, { ...first, article: "第九条" }],
    ]) {
      expect(await act("assess-operation", { ...whole, finding })).toMatchObject({ status: 422 });
    }
    const findingArticles = whole.finding.map(({ article }) => article);
    expect(await act("assess-operation", whole)).toMatchObject({
      status: 200,
      body: { assessment: whole, findingArticles },
    });
  });

  it("lets one of two officers at the same moment through, and shows the other the present state", async () => {
    const { id, act } = await begin();
    const etag = (await act("draw-sample")).headers.get("etag") ?? "";
    const answers = await Promise.all(
      [officer, colleague].map((browser) => createActor(browser, id).act("record-answer", answer(1), etag)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const late = answers.find(({ status }) => status === 412);
    expect(late?.body).toMatchObject({ code: "stale", present: { state: "accepted" } });
    expect(
      await createActor(colleague, id).act("record-answer", answer(1), late?.headers.get("etag") ?? ""),
    ).toMatchObject({
      status: 200,
    });
    expect(
      await officer.call(`/api/v1/applications/${encodeURIComponent(id)}/record-answer`, { body: answer(1) }),
    ).toMatchObject({
      status: 428,
    });
  });

  it("stands in the audit trail whole: an answer changed behind the product's back is found", async () => {
    const { id, act } = await begin();
    await act("draw-sample");
    await act("record-answer", answer(1));
    await act("record-answer", answer(2));
    expect(await verifySurveys(app.database)).toMatchObject({ sound: true });
    const rate = (rating: string) =>
      app.database.execute(`update sampled set rating = '${rating}' where application_id = '${id}' and place = 1`);
    await rate("dissatisfied");
    expect(await verifySurveys(app.database)).toMatchObject({
      sound: false,
      found: { code: "record_changed", resource: "surveys", recordId: id },
    });
    await rate("very_satisfied");
    expect(await verifySurveys(app.database)).toMatchObject({ sound: true });
  });

  it("shows telephone numbers to the district alone, and notes who read them", async () => {
    const { id, act, read, path } = await begin();
    await act("draw-sample");
    await act("record-answer", answer(1));
    expect(surveyOf(await read()).sampled[0]).toMatchObject({ interviewee: "王小明", phone: "13800138000" });
    expect(surveyOf(await city.call(`${path}/survey`)).sampled[0]).toMatchObject({ phone: "138****8000" });
    const sheet = (await officer.call(`${path}/survey/call-sheet`)).body as CallSheet;
    expect(sheet.map(({ place }) => place)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(sheet[0]).toMatchObject({ contact: expect.stringMatching(/^联系人/), serviceSummary: "管理咨询" });
    expect(sheet[0]?.phone).toMatch(/^138\d{8}$/);
    expect(((await city.call(`${path}/survey/call-sheet`)).body as CallSheet)[0]?.phone).toMatch(/^138\*{4}\d{4}$/);
    const reads = (await trailOf(app.database, id)).filter(({ act: done }) => done === "read");
    const seen = (role: string) =>
      new Set(reads.filter((entry) => entry.role === role).flatMap(({ fields }) => fields));
    expect(seen("district")).toContain("sampled.phone");
    expect(seen("district")).toContain("served.phone");
    expect([...seen("city")].toSorted()).toEqual(["sampled.interviewee", "sampled.position", "served.contact"]);
    expect(JSON.stringify(await trailOf(app.database, id))).not.toMatch(/王小明|13800138000/);
  });

  it("leads to a decision not to recommend only with reasons", async () => {
    const actor = await begin();
    await surveyCase(actor);
    expect(await actor.act("not-recommend", {})).toMatchObject({ status: 422 });
    expect(await actor.act("not-recommend", { reason: "服务场地与申报不符（第六条（四））" })).toMatchObject({
      status: 200,
      body: { state: "not_recommended" },
    });
  });
});
