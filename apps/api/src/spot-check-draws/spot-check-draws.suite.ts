import { createHash } from "node:crypto";
import type { Inspection, SpotCheckDraw } from "@shifan/contract";
import { type HeldDatabase, holdCommits, suite } from "@shifan/db/testing";
import { drawSpotChecks } from "@shifan/rules";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";

const base = "/api/v1/spot-check-draws";
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest();

/** What holds for draws of spot checks on either database. */
export const spotCheckDrawsSuite = suite("a draw of spot checks", (open) => {
  const clock = createSettableClock(new Date("2027-03-10T01:30:00Z"));
  let held: HeldDatabase;
  let app: TestApp;
  let city: Browser;
  let secondCity: Browser;
  let district: Browser;
  let platform: Browser;
  let organizationId = "";

  const commit = (by: Browser, body: object = {}, headers: Record<string, string> = onceKey()) =>
    by.call(base, { body, headers });
  const committed = async (body: object = {}) => {
    const answer = await commit(city, body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as SpotCheckDraw;
  };
  const draw = (by: Browser, id: string, plannedOn = "2027-03-20") => actOn(by, `${base}/${id}`, "draw", { plannedOn });
  const addTitles = async (of: string, count: number) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const days = { validFrom: "2026-11-20", validTo: "2029-11-20" };
      ids.push(await addTitle(app, { organizationId, district: of, ...days }));
    }
    return ids;
  };
  const checksOf = async (by: Browser, drawId: string) => {
    const filter = encodeURIComponent(JSON.stringify({ drawId }));
    return (await by.call(`/api/v1/inspections?filter=${filter}&range=[0,99]`)).body as Inspection[];
  };

  beforeAll(async () => {
    held = holdCommits(open());
    app = await createTestApp({ opened: held.opened, clock, demo: true });
    city = await addOfficer(app, "city@draw.example", "city");
    secondCity = await addOfficer(app, "city2@draw.example", "city");
    district = await addOfficer(app, "district@draw.example", "district", "410105");
    const holder = await signUp(app, "holder@draw.example");
    platform = holder.browser;
    organizationId = await addOrganization(app, "91410100MA3000001A", holder.userId);
  });

  it("has nothing to draw from before there is a title that stands, and stays as it was", async () => {
    const { id } = await committed();
    await addTitle(app, { organizationId, validFrom: "2027-03-11", validTo: "2030-03-11" });
    await addTitle(app, { organizationId, validFrom: "2024-03-09", validTo: "2027-03-09" });
    await addTitle(app, { organizationId, validFrom: "2026-11-20", validTo: "2029-11-20", confirmedBy: null });
    expect(await draw(city, id)).toMatchObject({ status: 409, body: { code: "nothing_to_draw", article: "第十三条" } });
    expect((await city.call(`${base}/${id}`)).body).toMatchObject({ state: "committed", population: null });
  });

  it("is committed to with the figures of the policy or others, by the city, once for a key", async () => {
    const headers = onceKey();
    const first = await commit(city, {}, headers);
    expect(first).toMatchObject({
      status: 201,
      body: {
        year: 2027,
        state: "committed",
        seed: null,
        share: "0.1",
        leastOfDistrict: 1,
        population: null,
        drawn: null,
      },
    });
    expect(await commit(city, {}, headers)).toMatchObject({ body: { id: (first.body as SpotCheckDraw).id } });
    expect(await committed({ share: "0.35", leastOfDistrict: 0 })).toMatchObject({ share: "0.35", leastOfDistrict: 0 });
    for (const share of ["0", "1.5", "10%", "0.0000001"]) {
      expect(await commit(city, { share })).toMatchObject({ status: 422, body: { errors: [{ path: "/share" }] } });
    }
    for (const by of [district, platform]) expect(await commit(by)).toMatchObject({ status: 403 });
  });

  it("can be done again by anybody from its record, and has planned its checks in the same moment", async () => {
    const { id, commitment } = await committed({ share: "0.3", leastOfDistrict: 1 });
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    // The titles come on record after the commitment: nobody could have chosen the seed for them.
    const own = [
      ...(await addTitles("410105", 6)),
      ...(await addTitles("410102", 3)),
      ...(await addTitles("410171", 1)),
    ];
    expect(await draw(city, id, "2027-03-09")).toMatchObject({
      status: 422,
      body: { errors: [{ code: "too_early" }] },
    });
    const answer = await draw(city, id);
    expect(answer).toMatchObject({ status: 200, body: { state: "drawn", allowedActs: [] } });
    const { seed, population, drawn, share, leastOfDistrict } = answer.body as SpotCheckDraw;
    if (seed === null || population === null || drawn === null) throw new Error("the draw is not whole");
    expect(population.map(({ certificationId }) => certificationId).toSorted()).toEqual(own.toSorted());
    expect(sha256(seed).toString("hex")).toBe(commitment);
    expect(drawn).toHaveLength(3);
    expect(drawSpotChecks({ seed, population, share, leastOfDistrict }, sha256)).toEqual(drawn);
    // By hand, as the record describes it.
    const queue = population
      .map((each) => ({ ...each, hash: sha256(`${seed}\n${each.certificationId}`).toString("hex") }))
      .toSorted((left, right) => (left.hash < right.hash ? -1 : 1));
    const firsts = ["410105", "410102", "410171"].map((of) => queue.find(({ district: its }) => its === of));
    expect(new Set(drawn)).toEqual(new Set(firsts.map((each) => each?.certificationId)));
    const checks = await checksOf(city, id);
    expect(checks.map(({ certificationId }) => certificationId).toSorted()).toEqual(drawn.toSorted());
    expect(checks).toMatchObject(
      drawn.map(() => ({ kind: "spot_check", state: "planned", plannedOn: "2027-03-20", drawId: id })),
    );
    expect(await draw(city, id)).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });

  it("is made by one of two officers at once, and plans nothing twice", async () => {
    const { id } = await committed();
    const etag = (await city.call(`${base}/${id}`)).headers.get("etag") ?? "";
    const both = await Promise.all(
      [city, secondCity].map((by) =>
        by.call(`${base}/${id}/draw`, { body: { plannedOn: "2027-03-20" }, headers: { "if-match": etag } }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await checksOf(city, id)).toHaveLength(3);
  });

  it("draws no title that is being ended at the same moment", async () => {
    const { id } = await committed({ share: "1" });
    const [ending = ""] = await addTitles("410105", 1);
    const [, drawn] = await held.overlap(
      () =>
        held.opened.database.transaction((transaction) =>
          transaction.execute(
            `update certifications set state = 'cancelled', ended_on = '2027-03-10' where id = '${ending}'`,
          ),
        ),
      () => draw(city, id),
    );
    expect(drawn.status).toBe(200);
    const { drawn: chosen } = drawn.body as SpotCheckDraw;
    expect([chosen?.length, chosen?.includes(ending)]).toEqual([10, false]);
  });

  it("is not for the platforms to know of, nor for the districts; the trail has who tried", async () => {
    const { id } = await committed();
    await draw(city, id);
    for (const by of [district, platform]) {
      expect((await by.call(`${base}/${id}`)).status).toBe(404);
      expect((await by.call(base)).body).toEqual([]);
    }
    expect(await draw(district, id)).toMatchObject({ status: 404 });
    expect(await checksOf(platform, id)).toEqual([]);
    expect((await city.call(`${base}?range=[0,99]`)).body).toHaveLength(7);
    const entries = await trailOf(app.database, id);
    expect(entries.map(({ act, role, outcome }) => [act, role, outcome])).toEqual([
      ["commit", "city", "accepted"],
      ["draw", "city", "accepted"],
      ["draw", "district", "other_jurisdiction"],
    ]);
  });

  it("stands in the trail with its checks, and cannot be changed without being found out", async () => {
    const kinds = ["spot_check_draws", "city_checks"];
    expect(await verifyRecords(app.database, kinds)).toMatchObject({ sound: true });
    await app.database.execute("update spot_check_draws set drawn = '[]' where state = 'drawn'");
    expect(await verifyRecords(app.database, kinds)).toMatchObject({ sound: false });
  });
});
