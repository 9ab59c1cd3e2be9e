import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound } from "../../testing/applications.ts";
import { addAcceptedCase, addOfficer } from "../../testing/cases.ts";
import { entriesFor } from "../../testing/histories.ts";
import { actOn } from "../../testing/reviews.ts";

/** The entries of the trail as a list, to each role what it may read. */
export const auditEntriesSuite = suite("the list of entries", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  const people: Record<string, Browser> = {};
  const by = (name: string) => people[name] as Browser;
  const ids: string[] = [];
  const path = (at: number) => `/api/v1/applications/${encodeURIComponent(ids[at] ?? "")}`;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    const roundId = await addOpenRound(app);
    people.city = await addOfficer(app, "city@entries.example", "city");
    people.auditor = await addOfficer(app, "auditor@entries.example", "auditor");
    people.administrator = await addOfficer(app, "administrator@entries.example", "administrator");
    people.east = await addOfficer(app, "east@entries.example", "district", "410105");
    people.west = await addOfficer(app, "west@entries.example", "district", "410102");
    ids.push(await addAcceptedCase(app, { roundId, uscc: "91410100000000081X" }));
    ids.push(await addAcceptedCase(app, { roundId, uscc: "91410100000000082X", district: "410102" }));
    await actOn(by("east"), path(0), "judge-material", { material: "M06", verdict: "accepted" });
    clock.forward(24 * 60 * 60);
    await actOn(by("west"), path(1), "judge-material", { material: "M06", verdict: "defective", reason: "缺页" });
    // Nothing was measured: refused, and in the trail all the same.
    await actOn(by("west"), path(1), "recommend", {
      documentNumber: "〔2026〕1号",
      issuedOn: "2026-06-11",
      rank: 1,
      opinion: "同意",
    });
    const grants = [{ role: "expert" }];
    const staff = { name: "新同事", email: "new@entries.example", grants };
    const headers = { "idempotency-key": "entries-1" };
    expect(await by("administrator").call("/api/v1/users", { body: staff, headers })).toMatchObject({ status: 201 });
  });

  it("tells who, what, when and on which ground in words, and leads to the record's page", async () => {
    const { entries } = await entriesFor(by("auditor"), { act: "judge-material", resource: "applications" });
    expect(entries.map(({ recordId }) => recordId)).toEqual(ids.toReversed());
    expect(entries[0]).toMatchObject({
      at: "2026-06-11T09:30:00+08:00",
      resourceLabel: "申报",
      recordName: "示例服务中心082X",
      actLabel: "核对材料",
      outcomeLabel: "已办",
      ground: "缺页",
      actor: { roleLabel: "区县推荐部门", district: "410102", onBehalfOf: null },
      page: { resource: "applications", id: ids[1] },
    });
    expect(entries[0]?.article).toMatch(/^第/);
  });

  it("shows a district its own records, the city its domain, the administrator accounts and no case, the auditor all", async () => {
    const resourcesFor = async (name: string) =>
      new Set((await entriesFor(by(name), {}, "&range=[0,199]")).entries.map(({ resource }) => resource));
    for (const [name, own] of [
      ["east", 0],
      ["west", 1],
    ] as const) {
      const { entries } = await entriesFor(by(name), { resource: "applications" });
      expect(new Set(entries.map(({ recordId }) => recordId))).toEqual(new Set([ids[own]]));
    }
    expect(await resourcesFor("city")).toContain("applications");
    expect(await resourcesFor("city")).not.toContain("users");
    expect(await resourcesFor("administrator")).toEqual(new Set(["users"]));
    expect(await resourcesFor("auditor")).toEqual(new Set(["applications", "application_materials", "users"]));
  });

  it("is filtered by record, kind, act, person, district, day and outcome, and read on by cursor", async () => {
    const count = async (filter: object) => (await entriesFor(by("auditor"), filter)).entries.length;
    expect(await count({ recordId: ids[0] })).toBeGreaterThan(0);
    expect(await count({ district: "410102", act: "judge-material" })).toBe(2);
    expect(await count({ day: "2026-06-10", act: "judge-material" })).toBe(2);
    expect(await count({ day: "2026-06-12" })).toBe(0);
    const refused = await entriesFor(by("auditor"), { outcome: "refused", resource: "applications" });
    expect(refused.entries).toMatchObject([{ act: "recommend", isRefused: true }]);
    expect(refused.entries[0]?.outcomeLabel).toMatch(/[\u4e00-\u9fff]/);
    const first = await entriesFor(by("auditor"), {}, "&range=[0,1]");
    const next = first.headers.get("next-cursor") ?? "";
    const second = await entriesFor(by("auditor"), {}, `&range=[0,1]&cursor=${encodeURIComponent(next)}`);
    const seen = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(new Set(seen).size).toBe(4);
    for (const day of ["2026-02-30", "0000-01-01", "0001-01-01"]) {
      expect((await entriesFor(by("auditor"), { day })).status).toBe(422);
    }
    expect((await entriesFor(by("auditor"), { day: "9999-12-31" })).status).toBe(200);
    expect((await entriesFor(by("auditor"), { password: "x" })).status).toBe(422);
  });

  it("names the record by where it lies now: whoever does not reach it any more reads that something was done, and not to what", async () => {
    const namesFor = async (name: string) =>
      (await entriesFor(by(name), { resource: "applications", recordId: ids[0] })).entries.map(
        (each) => each.recordName,
      );
    expect(new Set(await namesFor("east"))).toEqual(new Set(["示例服务中心081X"]));
    await app.database.execute(`update applications set district = '410102' where id = '${ids[0]}'`);
    expect(new Set(await namesFor("east"))).toEqual(new Set([null]));
    expect(new Set(await namesFor("auditor"))).toEqual(new Set(["示例服务中心081X"]));
  });

  it("names a part by its whole, an account by its person", async () => {
    const nameOf = async (filter: object) => (await entriesFor(by("auditor"), filter)).entries[0]?.recordName;
    expect(await nameOf({ resource: "application_materials" })).toBe("示例服务中心082X");
    const { entries } = await entriesFor(by("administrator"), { resource: "users" });
    expect(entries.map((each) => each.recordName)).toContain("新同事");
  });
});
