import type { Interpretation, PublicInterpretation, Sanction } from "@shifan/contract";
import { findCertification, listPolicyVersions } from "@shifan/db";
import { type HeldDatabase, holdCommits, suite } from "@shifan/db/testing";
import type { Assessment } from "@shifan/rules";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, morning, policyId, type TestApp } from "../../testing/app.ts";
import { addOpenRound, addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { addClosedCheck } from "../../testing/checks.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { download } from "../../testing/download.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";
import { findCited } from "../sanctions/grounds.ts";

const base = "/api/v1/interpretations";
const words = {
  article: "第六条（六）",
  question: "“学历和职称”是有其一，还是两者都有？",
  answer: "两者都有。",
  documentNumber: "郑工信函〔2026〕6号",
};
const staffRatio = { settingId: "staff_ratio_reading", settingValue: "intersection" };
/** Ten of twelve have a degree or a title, three have both: the two readings differ. */
const facts = { service_staff_count: 12, staff_degree_or_title_count: 10, staff_degree_and_title_count: 3 };
const heardDay = new Date("2026-06-21T01:30:00Z");

/** The city's answers to unclear passages (第十七条), on either database. */
export const interpretationsSuite = suite("an interpretation", (open) => {
  const clock = createSettableClock();
  let held: HeldDatabase;
  let app: TestApp;
  let city: Browser;
  let second: Browser;
  let others: Record<"district" | "auditor" | "platform", Browser>;

  const create = (body: object, by = city) => by.call(base, { body: { ...words, ...body }, headers: onceKey() });
  const draft = async (body: object = {}) => {
    const created = await create(body);
    expect(created.status).toBe(201);
    const { id } = created.body as Interpretation;
    return { id, path: `${base}/${id}` };
  };
  const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;
  const errorsOf = ({ body }: { body: unknown }) =>
    (body as { errors?: { path: string; code: string }[] }).errors?.map(({ path, code }) => `${path} ${code}`);
  const versions = async () =>
    (await listPolicyVersions(app.database))
      .filter(({ document }) => document.id === policyId)
      .map(({ inForceFrom, document }) => `${document.version} ${inForceFrom}`);
  const assess = async (asOf: string) =>
    (await createBrowser(app).call(`/api/v1/policies/${policyId}/evaluate`, { body: { facts, asOf } }))
      .body as Assessment;

  beforeAll(async () => {
    clock.set(heardDay);
    held = holdCommits(open());
    app = await createTestApp({ opened: held.opened, clock, demo: true });
    city = await addOfficer(app, "city@interpretation.example", "city");
    second = await addOfficer(app, "second@interpretation.example", "city");
    others = {
      district: await addOfficer(app, "district@interpretation.example", "district", "410105"),
      auditor: await addOfficer(app, "auditor@interpretation.example", "auditor"),
      platform: (await signUp(app, "platform@interpretation.example")).browser,
    };
  });
  beforeEach(() => clock.set(morning));

  it("is drafted by one officer of the city and issued by another, and then anybody reads and prints it", async () => {
    const { id, path } = await draft();
    const anybody = createBrowser(app);
    const open = async () => (await anybody.call("/api/v1/public/interpretations")).body as PublicInterpretation[];
    expect((await open()).map((each) => each.id)).not.toContain(id);
    expect((await anybody.call(`/api/v1/public/interpretations/${id}`)).status).toBe(404);
    expect((await download(app, `/api/v1/public/interpretations/${id}/document`)).status).toBe(404);
    for (const other of [others.district, others.platform]) expect((await other.call(path)).status).toBe(404);
    expect((await others.auditor.call(path)).status).toBe(200);
    expect(await actOn(city, path, "issue")).toMatchObject({ status: 409, body: { code: "second_person_required" } });
    expect((await actOn(second, path, "issue")).body).toMatchObject({
      state: "issued",
      issuedOn: "2026-06-10",
      fromOn: "2026-06-10",
    });
    expect((await open()).find((each) => each.id === id)).toMatchObject({ answer: words.answer, effect: "" });
    const { bytes } = await download(app, `/api/v1/public/interpretations/${id}/document`);
    const paper = (await readPdf(bytes)).join("").replace(/\s/g, "");
    expect(paper).toMatch(/第六条（六）的解释.*郑工信函〔2026〕6号.*两者都有。.*从2026年6月10日起适用.*不溯及以前/);
    expect((await trailOf(app.database, id)).map(({ act, outcome }) => `${act} ${outcome}`)).toEqual([
      "create accepted",
      "issue second_person_required",
      "issue accepted",
    ]);
  });

  it("is the city's alone", async () => {
    for (const other of Object.values(others)) expect(codeOf(await create({}, other))).toBe("not_permitted");
    const { path } = await draft();
    expect(codeOf(await actOn(others.auditor, path, "issue"))).toBe("not_permitted");
  });

  it("is issued whole, and by another than whoever wrote it last", async () => {
    const { path } = await draft({ answer: "" });
    expect((await city.call(path)).body).toMatchObject({
      settingTitle: null,
      settingLabel: null,
      effect: "只有文字答复，不改办法里的口径。",
    });
    expect(codeOf(await actOn(second, path, "issue"))).toBe("interpretation_incomplete");
    await actOn(second, path, "edit", { answer: "都要有。" });
    expect(codeOf(await actOn(second, path, "issue"))).toBe("second_person_required");
    expect((await actOn(city, path, "issue")).body).toMatchObject({ answer: "都要有。", state: "issued" });
    expect(codeOf(await actOn(second, path, "edit", { answer: "改" }))).toBe("wrong_state");
  });

  it.each([
    [{ article: "第九十九条" }, "/article unknown_article"],
    [{ fromOn: "2026-06-31" }, "/fromOn no_such_day"],
    [{ settingId: "staff_ratio_reading" }, "/settingValue required"],
    [{ settingId: "none", settingValue: "x" }, "/settingId unknown_setting"],
    [{ ...staffRatio, settingValue: "both" }, "/settingValue not_allowed"],
    [{ recordId: "none" }, "/recordId unknown_record"],
    [{ supersedesId: "none" }, "/supersedesId unknown_interpretation"],
  ])("is refused with what cannot be: %o", async (body, error) => {
    expect(errorsOf(await create(body))).toEqual([error]);
  });

  it("never reaches back: not to a day before it is issued", async () => {
    const { path } = await draft({ fromOn: "2026-06-09" });
    expect(errorsOf(await actOn(second, path, "issue"))).toEqual(["/fromOn too_early"]);
    await actOn(city, path, "edit", { fromOn: "2026-06-10" });
    expect((await actOn(second, path, "issue")).status).toBe(200);
  });

  it("changes a reading of the policy from its day on, and nothing that was judged before", async () => {
    const round = await addOpenRound(app);
    const before = await assess("2026-06-10");
    const ratioOf = ({ criteria }: Assessment) => criteria.find(({ id }) => id === "art6_6_staff_ratio")?.status;
    const { id, path } = await draft({ ...staffRatio, fromOn: "2026-06-15" });
    const earlier = await versions();
    expect((await city.call(path)).body).toMatchObject({
      settingTitle: "“学历和职称”的“和”",
      settingLabel: "两者都有（交集）",
      effect: expect.stringMatching(/^发布以后成为办法的新版本，从2026年6月15日起.*办法现在按“.+”。$/),
    });
    expect((await actOn(second, path, "issue")).body).toMatchObject({
      effect: expect.stringMatching(/^已成为办法的新版本，从2026年6月15日起/),
    });
    expect(await versions()).toEqual([...earlier, "2 2026-06-15"]);
    expect(await assess("2026-06-10")).toEqual(before);
    expect(await assess("2026-06-14")).toMatchObject({ policy: { version: 1 } });
    const after = await assess("2026-06-15");
    expect([ratioOf(before), ratioOf(after)]).toEqual(["met", "not_met"]);
    expect(after.policy.version).toBe(2);
    const setting = async (asOf: string) => {
      const { body } = await createBrowser(app).call(`/api/v1/policies/${policyId}?asOf=${asOf}`);
      const { settings } = body as { settings: { id: string; value: string; ground: string }[] };
      return settings.find((each) => each.id === "staff_ratio_reading");
    };
    expect(await setting("2026-06-14")).toMatchObject({ value: "union" });
    expect(await setting("2026-06-15")).toMatchObject({
      value: "intersection",
      ground: expect.stringContaining(words.documentNumber),
    });
    // A round that is open keeps the version that it was opened with.
    clock.set(heardDay);
    expect((await city.call(`/api/v1/rounds/${round}`)).body).toMatchObject({ policyVersion: 1 });
    const shown = (await createBrowser(app).call(`/api/v1/public/interpretations/${id}`)).body;
    expect(shown).toMatchObject({ effect: expect.stringContaining("以前作出的结论不变") });
  });

  it("does not come before the newest version of the policy, which would undo it", async () => {
    const { path } = await draft({ ...staffRatio, fromOn: "2026-06-14" });
    expect(errorsOf(await actOn(second, path, "issue"))).toEqual(["/fromOn too_early"]);
  });

  it("of two that are issued at the same moment each gets a version of its own", async () => {
    const drafts = await Promise.all([
      draft({ ...staffRatio, fromOn: "2026-06-20" }),
      draft({ settingId: "equipment_list_price", settingValue: "unit_price", fromOn: "2026-06-20" }),
    ]);
    const answers = await Promise.all(drafts.map(({ path }) => actOn(second, path, "issue")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await versions()).slice(-2)).toEqual(["3 2026-06-20", "4 2026-06-20"]);
    const newest = (await listPolicyVersions(app.database)).findLast(({ document }) => document.id === policyId);
    const values = newest?.document.settings.filter(({ id }) =>
      ["staff_ratio_reading", "equipment_list_price"].includes(id),
    );
    expect(values?.map(({ value }) => value).toSorted()).toEqual(["intersection", "unit_price"]);
  });

  it("is superseded by one that was drafted for it, which is issued in the same moment", async () => {
    const old = await draft();
    await actOn(second, old.path, "issue");
    const next = await draft({ supersedesId: old.id, answer: "有其一。" });
    expect(errorsOf(await create({ supersedesId: old.id }))).toEqual(["/supersedesId on_record"]);
    expect(errorsOf(await actOn(second, old.path, "supersede", { byId: "none" }))).toEqual([
      "/byId unknown_interpretation",
    ]);
    expect(codeOf(await actOn(city, old.path, "supersede", { byId: next.id }))).toBe("second_person_required");
    expect((await second.call(old.path)).body).toMatchObject({ allowedActs: ["supersede"] });
    expect((await actOn(second, old.path, "supersede", { byId: next.id })).body).toMatchObject({
      state: "superseded",
      supersededById: next.id,
    });
    expect((await city.call(next.path)).body).toMatchObject({ state: "issued", supersedesId: old.id });
    const listed = (await createBrowser(app).call("/api/v1/public/interpretations")).body as PublicInterpretation[];
    expect(
      listed
        .filter(({ id }) => [old.id, next.id].includes(id))
        .map(({ isSuperseded }) => isSuperseded)
        .toSorted(),
    ).toEqual([false, true]);
    expect((await trailOf(app.database, old.id)).at(-1)).toMatchObject({ act: "supersede", outcome: "accepted" });
  });

  it("is not superseded by a draft that is being changed at the same moment as it was before the change", async () => {
    const older = await draft();
    await actOn(second, older.path, "issue");
    const newer = await draft({ supersedesId: older.id, documentNumber: "郑工信函〔2026〕16号" });
    const tagOf = async (path: string) => (await city.call(path)).headers.get("etag") ?? "";
    const [newerTag, olderTag] = [await tagOf(newer.path), await tagOf(older.path)];
    const [edited, superseded] = await held.overlap(
      () => city.call(`${newer.path}/edit`, { body: { fromOn: "2020-01-01" }, headers: { "if-match": newerTag } }),
      () => second.call(`${older.path}/supersede`, { body: { byId: newer.id }, headers: { "if-match": olderTag } }),
    );
    expect([edited.status, superseded.status, errorsOf(superseded)]).toEqual([200, 422, ["/byId too_early"]]);
    expect((await city.call(older.path)).body).toMatchObject({ state: "issued" });
  });

  it("supersedes likewise where its draft is issued", async () => {
    const old = await draft();
    await actOn(second, old.path, "issue");
    const next = await draft({ supersedesId: old.id });
    expect((await actOn(second, next.path, "issue")).status).toBe(200);
    expect((await city.call(old.path)).body).toMatchObject({ state: "superseded", supersededById: next.id });
  });

  it("decides a ground that holds by one reading alone, for the case that cites it; without it the decision is refused", async () => {
    const organizationId = await addOrganization(app, "91410100MA00000179", null);
    const certificationId = await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2028-03-01" });
    // A spot check and an appraisal: two in a row only where both kinds are counted together.
    const failed = { certificationId, result: "failed" as const };
    await addClosedCheck(app, { ...failed, kind: "spot_check", carriedOutOn: "2026-04-01" });
    await addClosedCheck(app, { ...failed, kind: "appraisal", carriedOutOn: "2026-05-01" });
    const proposal = {
      kind: "cancellation",
      certificationId,
      ground: "consecutive_failures",
      finding: "两次不合格",
      evidence: "抽查、考核记录",
    };
    const proposed = await city.call("/api/v1/sanctions", { body: proposal, headers: onceKey() });
    expect(proposed).toMatchObject({ status: 201, body: { needsInterpretation: true } });
    const { id } = proposed.body as Sanction;
    const path = `/api/v1/sanctions/${id}`;
    await actOn(city, path, "notify");
    clock.set(heardDay);
    await actOn(city, path, "hear", { hearing: "期满没有陈述" });
    const decision = { decision: "取消资格。", documentNumber: "郑工信〔2026〕15号" };
    expect(await actOn(city, path, "decide", decision)).toMatchObject({
      status: 409,
      body: { code: "interpretation_required", article: "第十七条" },
    });
    const answer = { article: "第十三条", settingId: "consecutive_failures_reading", recordId: id };
    const apart = await draft({ ...answer, settingValue: "per_kind" });
    expect((await city.call(apart.path)).body).toMatchObject({
      effect: expect.stringMatching(/^只就这一件作出：.*办法里的口径不变。$/),
    });
    const cite = (interpretationId: string) => actOn(city, path, "decide", { ...decision, interpretationId });
    expect(errorsOf(await cite(apart.id))).toEqual(["/interpretationId unknown_interpretation"]);
    const before = await versions();
    await actOn(second, apart.path, "issue");
    // Told for this case alone, it leaves the policy as it is.
    expect(await versions()).toEqual(before);
    expect(codeOf(await cite(apart.id))).toBe("ground_missing");
    const other = await draft({ article: "第十四条" });
    await actOn(second, other.path, "issue");
    expect(errorsOf(await cite(other.id))).toEqual(["/interpretationId unknown_interpretation"]);
    const together = await draft({ ...answer, settingValue: "merged", supersedesId: apart.id });
    await actOn(second, together.path, "issue");
    expect(errorsOf(await cite(apart.id))).toEqual(["/interpretationId unknown_interpretation"]);
    expect((await cite(together.id)).body).toMatchObject({ state: "decided", interpretationId: together.id });
    // One that no longer counts on the day of the confirmation, which is that of the decision, supports it no more.
    const back = await draft({ ...answer, settingValue: "per_kind", supersedesId: together.id });
    expect((await actOn(second, back.path, "issue")).status).toBe(200);
    expect(await actOn(second, path, "confirm")).toMatchObject({
      status: 409,
      body: { code: "interpretation_required" },
    });
    expect(await findCertification(app.database, certificationId)).toMatchObject({ state: "valid" });
  });

  it("in words says nothing of a check that may still end either way: the decision waits until that is closed", async () => {
    const organizationId = await addOrganization(app, "91410100MA00000189", null);
    const certificationId = await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2028-03-01" });
    const failed = { certificationId, kind: "appraisal", result: "failed" } as const;
    await addClosedCheck(app, { ...failed, carriedOutOn: "2026-04-01" });
    const last = await addClosedCheck(app, { ...failed, carriedOutOn: "2026-05-01" });
    const isClosed = (value: boolean) =>
      app.database.execute(
        `update inspections set state = '${value ? "closed" : "carried_out"}', closed_on = ${value ? "'2026-05-20'" : "null"} where id = '${last}'`,
      );
    await isClosed(false);
    const proposal = { kind: "cancellation", certificationId, ground: "consecutive_failures" };
    const words = { finding: "两次不合格", evidence: "考核记录" };
    const proposed = await city.call("/api/v1/sanctions", { body: { ...proposal, ...words }, headers: onceKey() });
    const path = `/api/v1/sanctions/${(proposed.body as Sanction).id}`;
    await actOn(city, path, "notify");
    clock.set(heardDay);
    await actOn(city, path, "hear", { hearing: "期满没有陈述" });
    const told = await draft({ article: "第十三条" });
    await actOn(second, told.path, "issue");
    const decide = () =>
      actOn(city, path, "decide", {
        decision: "取消资格。",
        documentNumber: "郑工信〔2026〕16号",
        interpretationId: told.id,
      });
    expect(codeOf(await decide())).toBe("ground_missing");
    await isClosed(true);
    expect((await decide()).body).toMatchObject({ state: "decided" });
  });

  it("counts until the first day of what takes its place: no day lies between the two", async () => {
    clock.set(heardDay);
    const old = await draft({ article: "第十三条" });
    await actOn(second, old.path, "issue");
    const next = await draft({ article: "第十三条", supersedesId: old.id, fromOn: "2026-06-22" });
    expect((await actOn(second, next.path, "issue")).status).toBe(200);
    const shown = async () =>
      (await createBrowser(app).call(`/api/v1/public/interpretations/${old.id}`)).body as PublicInterpretation;
    expect(await shown()).toMatchObject({ isSuperseded: false, supersededById: next.id });
    const countsOn = async (today: string) =>
      (await findCited(app.database, { today, interpretationId: old.id }))?.id ?? null;
    expect([await countsOn("2026-06-21"), await countsOn("2026-06-22")]).toEqual([old.id, null]);
    clock.set(new Date("2026-06-21T16:00:00Z"));
    expect(await shown()).toMatchObject({ isSuperseded: true, supersededById: next.id });
  });

  it("leaves a trail that holds for every interpretation", async () => {
    expect(await verifyRecords(app.database, ["interpretations", "sanctions"])).toMatchObject({ sound: true });
  });
});
