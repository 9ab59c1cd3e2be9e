import { randomUUID } from "node:crypto";
import type { ActResult, Application, Round } from "@shifan/contract";
import { findApplication, findRecommendationOf, updateRound } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import type { ApplicationState } from "@shifan/rules";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, morning, type TestApp } from "../../testing/app.ts";
import { addOpenRound, putIntoState } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer, createActor, surveyCase } from "../../testing/cases.ts";
import { trailOf } from "../../testing/trail.ts";

/** What the city does with recommended cases, up to the list. */
export const cityActsSuite = suite("the city's acts on cases", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let city: Browser;
  let secondCity: Browser;
  let district: Browser;
  let next = 0;
  let year = 2027;

  const makeRound = async () => {
    year += 1;
    const id = await addOpenRound(app, year);
    await updateRound(app.database, id, { state: "in_review" });
    return id;
  };
  const makeCase = async (roundId: string, state: ApplicationState) => {
    next += 1;
    const id = await addAcceptedCase(app, { roundId, uscc: `9141010000000C00${String(next).padStart(2, "0")}` });
    if (state !== "accepted") await putIntoState(app, id, state);
    return id;
  };
  const stateOf = async (id: string) => (await findApplication(app.database, id))?.state;
  const revisionOf = async (id: string) => (await findApplication(app.database, id))?.revision ?? 0;
  const actOn = async (id: string, act: string, body: unknown = {}, browser = city, seen?: number) =>
    browser.call(`/api/v1/applications/${encodeURIComponent(id)}/${act}`, {
      body,
      headers: { "if-match": `"${seen ?? (await revisionOf(id))}"` },
    });
  const actOnRound = async (id: string, act: string) => {
    const { headers } = await city.call(`/api/v1/rounds/${id}`);
    return city.call(`/api/v1/rounds/${id}/${act}`, { body: {}, headers: { "if-match": headers.get("etag") ?? "" } });
  };
  const many = async (body: object, browser = city) => browser.call("/api/v1/applications/acts", { body });

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true, clock });
    city = await addOfficer(app, "city@selection.example", "city");
    secondCity = await addOfficer(app, "city2@selection.example", "city");
    district = await addOfficer(app, "district@selection.example", "district", "410105");
  });

  it("receives a case whose papers were not all found in order with a reason, and names the papers without one", async () => {
    const id = await makeCase(await makeRound(), "recommended");
    const refused = await actOn(id, "receive");
    expect(refused.body).toMatchObject({ code: "materials_unchecked", article: "第十条" });
    expect((refused.body as { detail: string }).detail).toContain("M06");
    const received = await actOn(id, "receive", { reason: "纸质原件已当面核对" });
    expect(received.body).toMatchObject({ state: "received", reason: "纸质原件已当面核对" });
    const acts = (await trailOf(app.database, id)).filter(({ act }) => act === "receive");
    expect(acts.map(({ outcome }) => outcome)).toEqual(["materials_unchecked", "accepted"]);
  });

  it("receives without a reason what the district has found in order paper by paper", async () => {
    const id = await makeCase(await makeRound(), "accepted");
    for (let number = 1; number <= 14; number += 1) {
      const material = `M${String(number).padStart(2, "0")}`;
      const judged = await actOn(id, "judge-material", { material, verdict: "accepted" }, district);
      expect([material, judged.status]).toEqual([material, 200]);
    }
    await putIntoState(app, id, "recommended");
    expect((await actOn(id, "receive")).body).toMatchObject({ state: "received", reason: null });
  });

  it("sends a case back with its reasons; it comes again in another letter", async () => {
    const roundId = await makeRound();
    const id = await makeCase(roundId, "accepted");
    await surveyCase(createActor(district, id));
    const letter = { documentNumber: "金工信〔2026〕1号", issuedOn: "2026-06-10", rank: 1, opinion: "同意" };
    const recommend = (own: object) => actOn(id, "recommend", { ...letter, reasons: "已核实", ...own }, district);
    expect((await recommend({})).status).toBe(200);
    expect((await actOn(id, "send-back", { reason: "" })).status).toBe(422);
    const back = await actOn(id, "send-back", { reason: "测评表缺3家的答复日期" });
    expect(back.body).toMatchObject({ state: "surveyed", reason: "测评表缺3家的答复日期" });
    const seen = await district.call(`/api/v1/applications/${encodeURIComponent(id)}`);
    expect((seen.body as Application).reason).toBe("测评表缺3家的答复日期");
    expect((await recommend({ rank: 2 })).body).toMatchObject({ errors: [{ path: "/documentNumber" }] });
    clock.set(new Date(morning.getTime() + 60_000));
    expect((await recommend({ documentNumber: "金工信〔2026〕2号" })).status).toBe(200);
    expect((await findRecommendationOf(app.database, id))?.documentNumber).toBe("金工信〔2026〕2号");
  });

  it("is the city's alone", async () => {
    const id = await makeCase(await makeRound(), "recommended");
    expect((await actOn(id, "receive", { reason: "代收" }, district)).body).toMatchObject({ code: "not_permitted" });
    expect(await stateOf(id)).toBe("recommended");
  });

  it("of two officers at the same moment one lists a case, and the other is told how it stands", async () => {
    const id = await makeCase(await makeRound(), "reviewed");
    const seen = await revisionOf(id);
    const officers = [city, secondCity];
    const both = await Promise.all(officers.map((officer) => actOn(id, "propose", {}, officer, seen)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(both.find(({ status }) => status === 412)?.body).toMatchObject({ present: { state: "proposed" } });
  });

  it("acts on many cases with a result each: one that is refused does not stop the others, and nothing is done twice", async () => {
    const roundId = await makeRound();
    const [first, second, third] = [
      await makeCase(roundId, "reviewed"),
      await makeCase(roundId, "received"),
      await makeCase(roundId, "reviewed"),
    ];
    const seen = async (id: string) => ({ id, revision: await revisionOf(id) });
    const body = {
      act: "propose",
      applications: [await seen(first), await seen(second), { id: "none", revision: 1 }, await seen(third)],
    };
    const done = await many(body);
    expect(done.status).toBe(200);
    const { results } = done.body as { results: ActResult[] };
    expect(results.map(({ applicationId }) => applicationId)).toEqual([first, second, "none", third]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["accepted", "wrong_state", "unknown_record", "accepted"]);
    const again = (await many(body)).body as { results: ActResult[] };
    expect(again.results.map(({ outcome }) => outcome)).toEqual(["stale", "wrong_state", "unknown_record", "stale"]);
    const against = { act: "not-propose", applications: [{ ...(await seen(third)), reason: "未进入本轮名额" }] };
    expect((await many(against, district)).body).toMatchObject({ results: [{ outcome: "not_permitted" }] });
    expect((await many(against)).body).toMatchObject({ results: [{ outcome: "accepted" }] });
    expect(await stateOf(third)).toBe("not_selected");
    expect((await many({ act: "withdraw", applications: [await seen(first)] })).status).toBe(422);
    expect((await many({ act: "not-propose", applications: [await seen(first)] })).body).toMatchObject({
      errors: [{ path: "/applications/0/reason" }],
    });
  });

  it("draws up the list when every case is decided on, within its number, and takes it back until it is published", async () => {
    const roundId = await makeRound();
    const [first, second] = [await makeCase(roundId, "proposed"), await makeCase(roundId, "reviewed")];
    const early = await actOnRound(roundId, "propose-list");
    expect(early.body).toMatchObject({ status: 409, code: "cases_undecided", article: "第十一条" });
    expect((early.body as { detail: string }).detail).toContain("1件");
    expect((await actOn(second, "propose")).status).toBe(200);
    await updateRound(app.database, roundId, { quota: 1 });
    expect((await actOnRound(roundId, "propose-list")).body).toMatchObject({ code: "quota_exceeded" });
    expect((await actOn(second, "not-propose", { reason: "未进入本轮名额" })).status).toBe(200);
    expect((await actOnRound(roundId, "propose-list")).body).toMatchObject({ state: "list_proposed" });
    expect((await actOn(first, "not-propose", { reason: "再议" })).body).toMatchObject({ code: "wrong_state" });
    expect((await actOnRound(roundId, "revise-list")).body).toMatchObject({
      state: "in_review",
    } satisfies Partial<Round>);
    expect((await actOn(first, "not-propose", { reason: "再议" })).status).toBe(200);
    expect((await actOnRound(roundId, "propose-list")).status).toBe(200);
    expect((await actOnRound(roundId, "decide")).body).toMatchObject({ state: "decided" });
    expect((await actOnRound(roundId, "archive")).body).toMatchObject({ state: "archived" });
  });

  it("rejects a case for false papers with its finding, from any state after the draft", async () => {
    const id = await makeCase(await makeRound(), "proposed");
    expect((await actOn(id, "reject", { reason: " " })).status).toBe(422);
    expect((await actOn(id, "reject", { reason: "审计报告不是该事务所出具" })).body).toMatchObject({
      state: "rejected",
    });
    expect((await actOn(id, "reject", { reason: "再次" })).body).toMatchObject({ code: "wrong_state" });
    const [entry] = (await trailOf(app.database, id)).filter(
      ({ act, outcome }) => act === "reject" && outcome === "accepted",
    );
    expect(entry?.fields).toContain("reason");
  });

  it("tells who may not see a case that there is none", async () => {
    const expert = await addOfficer(app, `expert-${randomUUID()}@selection.example`, "expert");
    const id = await makeCase(await makeRound(), "recommended");
    expect((await actOn(id, "receive", { reason: "代收" }, expert)).status).toBe(404);
  });
});
