import { randomUUID } from "node:crypto";
import type { Expert } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, addExpert, make } from "../../testing/reviews.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";

const path = "/api/v1/experts";
const listed = (browser: Browser, filter: object = {}) =>
  browser.call(`${path}?${new URLSearchParams({ filter: JSON.stringify(filter), sort: '["name","ASC"]' })}`);
const namesOf = ({ body }: { body: unknown }) => (body as Expert[]).map(({ name }) => name);

/** What holds for the pool of experts on either database. */
export const expertsSuite = suite("the pool of experts", (open) => {
  let app: TestApp;
  let city: Browser;
  let auditor: Browser;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    city = await addOfficer(app, "city@pool.example", "city");
    auditor = await addOfficer(app, "auditor@pool.example", "auditor");
  });

  it("is kept by the city, read by the auditor, and shows to an expert the own entry alone", async () => {
    const first = await addExpert(app, city, { name: "甲一", fields: ["信息技术"] });
    const second = await addExpert(app, city, { name: "甲二", fields: ["财务"] });
    expect(namesOf(await listed(city, { q: "甲" }))).toEqual(["甲一", "甲二"]);
    expect(namesOf(await listed(auditor, { field: "财务" }))).toEqual(["甲二"]);
    expect(namesOf(await listed(first.browser))).toEqual(["甲一"]);
    expect(await first.browser.call(`${path}/${second.id}`)).toMatchObject({ status: 404 });
    expect(await first.browser.call(`${path}/${first.id}`)).toMatchObject({ body: { name: "甲一", allowedActs: [] } });
    const made = await make(auditor, path, { name: "外人", employer: "某单位" });
    expect(made).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    const district = await addOfficer(app, "district@pool.example", "district", "410105");
    expect(await listed(district)).toMatchObject({ status: 200, body: [] });
  });

  it("is read by the page, deep ones by cursor", async () => {
    for (const n of [1, 2, 3]) await make(city, path, { name: `页${n}`, employer: "某单位" });
    const query = { filter: '{"q":"页"}', sort: '["name","DESC"]', range: "[0,1]" };
    const page = await city.call(`${path}?${new URLSearchParams(query)}`);
    expect([namesOf(page), page.headers.get("content-range")]).toEqual([["页3", "页2"], "experts 0-1/3"]);
    const cursor = page.headers.get("next-cursor") ?? "";
    const next = await city.call(`${path}?${new URLSearchParams({ ...query, cursor })}`);
    expect([namesOf(next), next.headers.get("content-range")]).toEqual([["页1"], "experts 2-2/3"]);
  });

  it("takes in once for a key", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const body = { name: "一次", employer: "某单位" };
    const [first, again] = [await city.call(path, { body, headers }), await city.call(path, { body, headers })];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect((first.body as Expert).id).toBe((again.body as Expert).id);
  });

  it("takes an account that has the role of an expert, for one expert", async () => {
    const email = "taken@pool.example";
    await addOfficer(app, email, "expert");
    const body = { name: "乙一", employer: "某单位", email };
    expect(await make(city, path, body)).toMatchObject({ status: 201, body: { email } });
    const wrong: readonly (readonly [string, string])[] = [
      [email, "account_taken"],
      ["city@pool.example", "unknown_account"],
      ["nobody@pool.example", "unknown_account"],
    ];
    for (const [other, code] of wrong) {
      expect(await make(city, path, { ...body, email: other })).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/email", code }] },
      });
    }
  });

  it("gives one account once, to whoever of two is first", async () => {
    const email = "race@pool.example";
    await addOfficer(app, email, "expert");
    const both = await Promise.all(
      ["丙一", "丙二"].map((name) => make(city, path, { name, employer: "某单位", email })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  });

  it.each([
    [{ name: "", employer: "某单位" }, "/name"],
    [{ name: "丁", employer: " " }, "/employer"],
    [{ name: "丁", employer: "某单位", fields: ["财务", "财务"] }, "/fields/1"],
    [{ name: "丁", employer: "某单位", phone: "1" }, "/phone"],
  ])("takes nothing that cannot be: %o", async (body, place) => {
    expect(await make(city, path, body)).toMatchObject({ status: 422, body: { errors: [{ path: place }] } });
  });

  it("is changed by the city, who comes second looks again; who has left comes back", async () => {
    const { id } = await addExpert(app, city, { name: "戊" });
    const own = `${path}/${id}`;
    const { headers } = await city.call(own);
    const seen = { "if-match": headers.get("etag") ?? "" };
    const edit = { body: { employer: "另一单位" }, headers: seen };
    expect(await city.call(`${own}/edit`, edit)).toMatchObject({ body: { name: "戊", employer: "另一单位" } });
    expect(await city.call(`${own}/edit`, edit)).toMatchObject({ status: 412, body: { code: "stale" } });
    expect(await actOn(auditor, own, "retire", { reason: "调离" })).toMatchObject({ status: 403 });
    expect(await actOn(city, own, "retire", {})).toMatchObject({ status: 422 });
    expect(await actOn(city, own, "retire", { reason: "调离" })).toMatchObject({
      body: { state: "retired", allowedActs: ["reinstate"] },
    });
    expect(await actOn(city, own, "edit", { name: "己" })).toMatchObject({
      status: 409,
      body: { code: "wrong_state" },
    });
    expect(await actOn(city, own, "reinstate")).toMatchObject({ body: { state: "active" } });
    const trail = await trailOf(app.database, id);
    expect(trail.map(({ act, outcome }) => [act, outcome])).toEqual([
      ["create", "accepted"],
      ["edit", "accepted"],
      ["retire", "not_permitted"],
      ["retire", "accepted"],
      ["edit", "wrong_state"],
      ["reinstate", "accepted"],
    ]);
  });

  it("is as the trail says, and what was changed behind its back is found", async () => {
    const { id } = await addExpert(app, city, { name: "庚" });
    expect(await verifyRecords(app.database, ["experts"])).toMatchObject({ sound: true });
    await app.database.execute(`update experts set employer = '改过' where id = '${id}'`);
    const found = { code: "record_changed", resource: "experts", recordId: id };
    expect(await verifyRecords(app.database, ["experts"])).toMatchObject({ sound: false, found });
    await app.database.execute(`update experts set employer = '某大学' where id = '${id}'`);
  });
});
