import type { RecordActs } from "@shifan/contract";
import { updateRound } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, morning, type TestApp } from "../../testing/app.ts";
import { addOpenRound, addOrganization, putIntoState, signUp } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer, answer, assessment, createActor } from "../../testing/cases.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf } from "../../testing/trail.ts";

/** What is said of an act beforehand is what the act itself would say, on either database. */
export const recordActsSuite = suite("what may be done to a record", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let roundId: string;
  let people: Record<"district" | "elsewhere" | "city" | "auditor" | "applicant" | "expert" | "admin", Browser>;
  let next = 0;

  const actsOf = async (by: Browser, resource: string, id: string) => {
    const { status, body } = await by.call(`/api/v1/acts/${resource}/records/${encodeURIComponent(id)}`);
    expect(status).toBe(200);
    return body as RecordActs;
  };
  const standing = async (by: Browser, resource: string, id: string, act: string) =>
    (await actsOf(by, resource, id)).acts.find((each) => each.act === act);
  const codes = (each: { obstacles: { code: string }[] } | undefined) => each?.obstacles.map(({ code }) => code);
  const addCase = (own: { served?: number } = {}) => {
    next += 1;
    return addAcceptedCase(app, { roundId, uscc: `9141010000000D00${String(next).padStart(2, "0")}`, ...own });
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true, clock });
    roundId = await addOpenRound(app);
    people = {
      district: await addOfficer(app, "district@acts.example", "district", "410105"),
      elsewhere: await addOfficer(app, "elsewhere@acts.example", "district", "410171"),
      city: await addOfficer(app, "city@acts.example", "city"),
      auditor: await addOfficer(app, "auditor@acts.example", "auditor"),
      applicant: (await signUp(app, "applicant@acts.example")).browser,
      expert: await addOfficer(app, "expert@acts.example", "expert"),
      admin: await addOfficer(app, "admin@acts.example", "administrator"),
    };
  });
  beforeEach(() => clock.set(morning));

  describe("of a case in its survey", () => {
    it("names what is missing with figures and article, until nothing is and the act is taken", async () => {
      const id = await addCase();
      const { act } = createActor(people.district, id);
      const complete = () => standing(people.district, "applications", id, "complete-survey");
      expect(await complete()).toMatchObject({
        label: "测评完成",
        article: "第十条",
        isOpen: false,
        obstacles: [{ code: "survey_incomplete", article: "第十条" }],
      });
      await act("draw-sample");
      await act("record-answer", answer(1));
      expect((await complete())?.obstacles).toMatchObject([
        { code: "sample_too_small", title: "测评的家数还不够", detail: "现在是1家，至少要10家。", article: "附件1" },
        { code: "survey_incomplete" },
      ]);
      for (let place = 2; place <= 10; place += 1) await act("record-answer", answer(place));
      expect(codes(await complete())).toEqual(["survey_incomplete"]);
      await act("assess-operation", assessment());
      expect(await complete()).toMatchObject({ isOpen: true, obstacles: [], demands: [] });
      expect((await act("complete-survey")).status).toBe(200);
      // What it is refused with is kept in the trail; asking leaves nothing there.
      expect((await trailOf(app.database, id)).filter(({ outcome }) => outcome !== "accepted")).toEqual([]);
    });

    it("is refused, when it is tried, with the first of what it was said to miss", async () => {
      const id = await addCase({ served: 8 });
      const { act } = createActor(people.district, id);
      const { acts } = await actsOf(people.district, "applications", id);
      const shut = acts.filter(({ isOpen }) => !isOpen);
      expect(shut.map(({ act: name, obstacles }) => `${name} ${obstacles[0]?.code}`)).toEqual([
        "draw-sample sample_too_small",
        "record-answer survey_incomplete",
        "replace-sampled survey_incomplete",
        "assess-operation survey_incomplete",
        "complete-survey survey_incomplete",
      ]);
      const bodies: Readonly<Record<string, object>> = {
        "record-answer": answer(1),
        "replace-sampled": { place: 1, reason: "电话停机" },
        "assess-operation": assessment(),
      };
      for (const { act: name, obstacles } of shut) {
        const [first] = obstacles;
        expect((await act(name, bodies[name] ?? {})).body, name).toMatchObject({
          status: 409,
          code: first?.code,
          detail: first?.detail,
          article: first?.article,
        });
      }
    });

    it("leaves out what was done already: a sample is drawn once", async () => {
      const id = await addCase();
      await createActor(people.district, id).act("draw-sample");
      expect(await standing(people.district, "applications", id, "draw-sample")).toBeUndefined();
      expect(await standing(people.district, "applications", id, "record-answer")).toMatchObject({ isOpen: true });
    });

    it("tells of reasons that the form has to give, and of papers without a verdict, apart from what nobody can fill in", async () => {
      const id = await addCase();
      expect(await standing(people.district, "applications", id, "not-recommend")).toMatchObject({
        isOpen: true,
        obstacles: [],
        demands: [{ code: "reasons_required", article: "第四条" }],
      });
      await putIntoState(app, id, "recommended");
      const receive = await standing(people.city, "applications", id, "receive");
      expect(receive).toMatchObject({ isOpen: true, obstacles: [], demands: [{ code: "materials_unchecked" }] });
      expect(receive?.demands[0]?.detail).toContain("M06");
    });
  });

  it("of a received case names the experts who are missing, and nobody by name", async () => {
    const id = await addCase();
    await putIntoState(app, id, "received");
    const { acts } = await actsOf(people.city, "applications", id);
    expect(acts.filter(({ isOpen }) => !isOpen).map(({ act, obstacles }) => [act, obstacles[0]?.code])).toEqual([
      ["assign-experts", "experts_not_enough"],
      ["finish-review", "experts_not_enough"],
    ]);
    expect(JSON.stringify(acts)).not.toContain("expert@acts.example");
  });

  it("of a reviewed case says that the round is waited for, as the refused act does", async () => {
    const id = await addCase();
    await putIntoState(app, id, "reviewed");
    const { acts } = await actsOf(people.city, "applications", id);
    const propose = acts.find(({ act }) => act === "propose");
    expect(propose).toMatchObject({ isOpen: false, obstacles: [{ code: "wrong_state" }] });
    expect(propose?.obstacles[0]?.detail).toContain("这一轮开始评审以后");
    const { body } = await actOn(people.city, `/api/v1/applications/${encodeURIComponent(id)}`, "propose");
    expect(body).toMatchObject({ code: "wrong_state", detail: propose?.obstacles[0]?.detail });
  });

  it("says whose turn it is to whoever reads in the course of office", async () => {
    const id = await addCase();
    await putIntoState(app, id, "submitted");
    expect((await actsOf(people.city, "applications", id)).next).toEqual([
      { act: "return", label: "退回", article: "第十条", roles: ["district"], who: "区县推荐部门" },
      { act: "accept", label: "受理", article: "第十条", roles: ["district"], who: "区县推荐部门" },
    ]);
    expect((await actsOf(people.district, "applications", id)).next).toEqual([]);
    const { acts, next: others } = await actsOf(people.auditor, "applications", id);
    expect([acts, others.map(({ act }) => act)]).toEqual([[], ["return", "accept"]]);
    await putIntoState(app, id, "returned");
    expect((await actsOf(people.city, "applications", id)).next).toMatchObject([{ act: "resubmit", who: "申报单位" }]);
  });

  it("is told of no record that the caller may not know of, and to nobody without an account", async () => {
    const id = await addCase();
    for (const stranger of [people.elsewhere, people.applicant, people.expert, people.admin]) {
      const path = `/api/v1/acts/applications/records/${encodeURIComponent(id)}`;
      expect(await stranger.call(path)).toMatchObject({ status: 404, body: { code: "unknown_record" } });
    }
    expect(await people.city.call("/api/v1/acts/applications/records/none")).toMatchObject({ status: 404 });
    expect(await people.city.call("/api/v1/acts/holidays/records/2026")).toMatchObject({ status: 422 });
    expect(await createBrowser(app).call(`/api/v1/acts/applications/records/${id}`)).toMatchObject({ status: 401 });
  });

  it("of a round names the cases that nobody has decided on, and its window by its day", async () => {
    const round = await addOpenRound(app, 2031);
    const id = await addAcceptedCase(app, { roundId: round, uscc: "9141010000000D2031" });
    await putIntoState(app, id, "reviewed");
    await updateRound(app.database, round, { state: "in_review" });
    expect((await standing(people.city, "rounds", round, "propose-list"))?.obstacles).toMatchObject([
      { code: "cases_undecided", detail: "还有1件没有结论，请逐件办完；到期不办不等于不予认定。" },
    ]);
    await updateRound(app.database, round, { state: "list_proposed" });
    expect(codes(await standing(people.city, "rounds", round, "publish-list"))).toEqual(["nothing_proposed"]);
    expect(await standing(people.city, "rounds", round, "revise-list")).toMatchObject({ isOpen: true });
  });

  describe("where another person has to confirm", () => {
    const secondOf = async (by: Browser, resource: string, act: string, record?: string) =>
      (await by.call(`/api/v1/acts/${resource}/${act}/second-person${record === undefined ? "" : `?record=${record}`}`))
        .body;
    const proposeSanction = async () => {
      next += 1;
      const organizationId = await addOrganization(app, `91410100MB${String(next).padStart(7, "0")}9`, null);
      const certificationId = await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2028-03-01" });
      const body = { kind: "revocation", ground: "unlawful_conduct", finding: "查实", evidence: "处罚决定书" };
      const proposed = await people.city.call("/api/v1/sanctions", {
        body: { ...body, certificationId },
        headers: onceKey(),
      });
      return (proposed.body as { id: string }).id;
    };

    it("says before anything is begun whether somebody is there, and who holds another role does not count", async () => {
      const needed = { act: "confirm", isThere: false };
      for (const act of ["create", "propose", "decide", "reinstate", "confirm"]) {
        expect(await secondOf(people.city, "sanctions", act), act).toMatchObject(needed);
      }
      expect(await secondOf(people.city, "interpretations", "create")).toMatchObject({ act: "issue", isThere: false });
      expect(await secondOf(people.city, "certifications", "import")).toMatchObject(needed);
      // A change that a district reports may be accepted by the city as well.
      expect(await secondOf(people.district, "organization-changes", "report")).toMatchObject({
        act: "accept",
        isThere: true,
      });
      expect(await secondOf(people.city, "sanctions", "serve")).toEqual({ act: null, label: null, isThere: false });
    });

    it("is refused to who may not do the act, and for what is no act", async () => {
      expect(await secondOf(people.district, "sanctions", "decide")).toMatchObject({ code: "not_permitted" });
      expect(await secondOf(people.applicant, "interpretations", "create")).toMatchObject({ code: "not_permitted" });
      expect(await secondOf(people.city, "sanctions", "burn")).toMatchObject({ code: "unknown_path" });
      expect(await secondOf(people.city, "sanctions", "decide", "none")).toMatchObject({ code: "unknown_record" });
    });

    it("names it as what is in the way of who has decided, and counts a colleague from the day on which there is one", async () => {
      const id = await proposeSanction();
      const path = `/api/v1/sanctions/${id}`;
      await actOn(people.city, path, "notify");
      expect((await standing(people.city, "sanctions", id, "hear"))?.obstacles).toMatchObject([
        { code: "period_not_ended", detail: expect.stringContaining("6月20日") },
      ]);
      clock.set(new Date("2026-06-21T01:30:00Z"));
      const city = createBrowser(app);
      await city.call("/api/v1/auth/sign-in/email", {
        body: { email: "city@acts.example", password: "correct-horse-battery" },
      });
      await actOn(city, path, "hear", { hearing: "期满没有陈述" });
      await actOn(city, path, "decide", { decision: "资格终止。", documentNumber: "郑工信〔2026〕15号" });
      expect(codes(await standing(city, "sanctions", id, "confirm"))).toEqual(["second_person_required"]);
      expect(await secondOf(city, "sanctions", "confirm", id)).toMatchObject({ act: "confirm", isThere: false });
      const second = await addOfficer(app, "second@acts.example", "city");
      expect(await secondOf(city, "sanctions", "confirm", id)).toMatchObject({ isThere: true });
      expect(await standing(second, "sanctions", id, "confirm")).toMatchObject({ isOpen: true });
      expect((await actOn(second, path, "confirm")).status).toBe(200);
    });
  });
});
