import type { SavedQuery } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { trailOf } from "../../testing/trail.ts";

const base = "/api/v1/saved-queries";
const query = {
  list: "applications",
  name: "金水区待受理",
  filter: { state: ["submitted"], q: "示范服务" },
  sort: { field: "changedAt", isDescending: true },
};

/** How people in office look at their lists, kept for each of them, on either database. */
export const savedQueriesSuite = suite("a saved query", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let next = 0;

  const newOfficer = async () => {
    next += 1;
    return addOfficer(app, `officer${next}@query.example`, "city");
  };
  const save = (by: Browser, own: object = {}) => by.call(base, { body: { ...query, ...own }, headers: onceKey() });
  const listed = async (by: Browser, list = "applications") =>
    (await by.call(`${base}?list=${list}`)).body as SavedQuery[];
  const pathOf = ({ body }: { body: unknown }) => `${base}/${(body as SavedQuery).id}`;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true, clock });
  });

  it("brings back filters and order by its name, in the list that it was saved for, and is another person's never", async () => {
    const [officer, colleague] = [await newOfficer(), await newOfficer()];
    const saved = await save(officer);
    expect(saved).toMatchObject({ status: 201, body: query });
    clock.forward(1);
    await save(officer, { name: "全部", filter: {}, sort: null });
    await save(officer, { list: "certifications" });
    expect((await listed(officer)).map(({ name, sort }) => [name, sort])).toEqual([
      [query.name, query.sort],
      ["全部", null],
    ]);
    expect(await listed(officer, "certifications")).toHaveLength(1);
    expect((await officer.call(base)).body).toHaveLength(3);
    expect(await listed(colleague)).toEqual([]);
    expect(await colleague.call(pathOf(saved))).toMatchObject({ status: 404 });
    for (const act of ["rename", "remove"]) {
      expect(await actOn(colleague, pathOf(saved), act, act === "rename" ? { name: "别人的" } : {})).toMatchObject({
        status: 404,
      });
    }
  });

  it("is renamed and removed by whom it belongs to, who has seen it as it is", async () => {
    const officer = await newOfficer();
    const saved = await save(officer);
    const path = pathOf(saved);
    expect(await actOn(officer, path, "rename", { name: "待受理" })).toMatchObject({
      status: 200,
      body: { name: "待受理" },
    });
    const stale = { body: { name: "又一个" }, headers: { "if-match": '"1"' } };
    expect(await officer.call(`${path}/rename`, stale)).toMatchObject({ status: 412 });
    expect(await actOn(officer, path, "remove")).toMatchObject({ status: 200 });
    expect(await listed(officer)).toEqual([]);
    expect(await actOn(officer, path, "remove")).toMatchObject({ status: 404 });
  });

  it("has a name of its own in its list", async () => {
    const officer = await newOfficer();
    const first = await save(officer);
    const second = await save(officer, { name: "另一个" });
    const taken = { status: 422, body: { errors: [{ path: "/name", code: "taken" }] } };
    expect(await save(officer)).toMatchObject(taken);
    expect(await actOn(officer, pathOf(second), "rename", { name: query.name })).toMatchObject(taken);
    expect(await actOn(officer, pathOf(first), "rename", { name: query.name })).toMatchObject({ status: 200 });
    const [one, other] = await Promise.all([save(officer, { name: "同时" }), save(officer, { name: "同时" })]);
    expect([one.status, other.status].toSorted()).toEqual([201, 422]);
  });

  it("is one of twenty at most, also of two at the same moment", async () => {
    const officer = await newOfficer();
    for (let n = 1; n < 20; n += 1) expect((await save(officer, { name: `第${n}个` })).status).toBe(201);
    const last = await Promise.all([save(officer, { name: "第二十个" }), save(officer, { name: "第二十一个" })]);
    expect(last.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(await listed(officer)).toHaveLength(20);
    expect((await save(officer, { list: "sanctions" })).status).toBe(201);
  });

  it.each([
    ["a name that is empty", { name: " " }],
    ["a name that is too long", { name: "名".repeat(31) }],
    ["a list that is none", { list: "../users" }],
    ["a filter that is no object", { filter: ["state"] }],
    ["a filter with what is no text", { filter: { q: "a\0b" } }],
    ["a filter with half of a pair", { filter: { state: ["\ud800"] } }],
    ["a filter by what is no text", { filter: { "a\0": "b" } }],
    ["a filter that is too long", { filter: { q: "字".repeat(4_000) } }],
    ["an order by what is no field", { sort: { field: "id; drop", isDescending: false } }],
  ])("is refused with %s", async (_, own) => {
    expect(await save(await newOfficer(), own)).toMatchObject({ status: 422 });
  });

  it("is for whoever is in office, and the trail says who kept one and nothing of what they look for", async () => {
    const { browser } = await signUp(app, "applicant@query.example");
    expect(await save(browser)).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    expect(await browser.call(base)).toMatchObject({ status: 403 });
    expect(await createBrowser(app).call(base)).toMatchObject({ status: 401 });
    const auditor = await addOfficer(app, "auditor@query.example", "auditor");
    const saved = await save(auditor);
    await actOn(auditor, pathOf(saved), "remove");
    const trail = await trailOf(app.database, (saved.body as SavedQuery).id);
    expect(trail.map(({ act, outcome, role }) => `${act} ${outcome} ${role}`)).toEqual([
      "save accepted auditor",
      "remove accepted auditor",
    ]);
    expect(JSON.stringify(trail)).not.toContain("示范服务");
  });
});
