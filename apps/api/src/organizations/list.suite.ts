import { insertOrganizationName } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, morning, type TestApp } from "../../testing/app.ts";
import { addOrganization, signInStaff, signUp } from "../../testing/applications.ts";

const codes = ["91410100MA0000005E", "91410100MA0000006F", "91410100MA0000007G", "91410100MA0000008H"] as const;

/** The list of organizations: by page, sorted, filtered, and of what the reader reaches alone. */
export const organizationListSuite = suite("the list of organizations", (open) => {
  let app: TestApp;
  let city: Browser;
  let applicant: Browser;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    const { browser, userId } = await signUp(app, "applicant@example.org");
    applicant = browser;
    for (const [at, code] of codes.entries()) {
      const id = await addOrganization(app, code, at === 0 ? userId : null);
      if (at !== 2) continue;
      const change = { fromOn: "2025-01-01", name: "洛水检测ABC有限公司", source: "执照", recordedAt: morning };
      await insertOrganizationName(app.database, { organizationId: id, ...change });
    }
    city = await signInStaff(app, "city@example.org", "city");
  });

  const list = (by: Browser, query: Record<string, unknown> = {}) => {
    const parts = Object.entries(query).map(
      ([name, value]) => `${name}=${encodeURIComponent(typeof value === "string" ? value : JSON.stringify(value))}`,
    );
    return by.call(`/api/v1/organizations?${parts.join("&")}`);
  };
  const found = async (by: Browser, query: Record<string, unknown> = {}) =>
    ((await list(by, query)).body as { uscc: string }[]).map(({ uscc }) => uscc);

  it("comes by page with its range and total, in either order, and goes on behind a cursor", async () => {
    const first = await list(city, { range: [0, 1] });
    expect(first.headers.get("content-range")).toBe("organizations 0-1/4");
    expect(await found(city, { range: [2, 3] })).toEqual(codes.slice(2));
    expect(await found(city, { sort: ["uscc", "DESC"] })).toEqual(codes.toReversed());
    for (const sort of [
      ["uscc", "ASC"],
      ["createdAt", "DESC"],
    ]) {
      const one = await list(city, { sort, range: [0, 2] });
      const cursor = one.headers.get("next-cursor") ?? "";
      const rest = await found(city, { sort, range: [0, 2], cursor });
      const all = [...(one.body as { uscc: string }[]).map(({ uscc }) => uscc), ...rest];
      expect(all.toSorted()).toEqual(codes);
    }
  });

  it("is filtered by district, by code or its beginning, and by words of a present or former name", async () => {
    expect(await found(city, { filter: { district: "410172" } })).toEqual([]);
    expect(await found(city, { filter: { uscc: codes[1] } })).toEqual([codes[1]]);
    expect(await found(city, { filter: { q: "检测 abc" } })).toEqual([codes[2]]);
    expect(await found(city, { filter: { q: "郑州测试" } })).toEqual(codes);
    expect(await found(city, { filter: { q: "91410100ma0000008" } })).toEqual([codes[3]]);
    expect(await found(city, { filter: { q: "0008h" } })).toEqual([]);
    expect(await found(city, { filter: { q: "%" } })).toEqual([]);
    expect((await list(city, { filter: { name: "甲" } })).status).toBe(422);
    expect((await list(city, { sort: ["district", "ASC"] })).status).toBe(422);
  });

  it("offers what may have been meant instead of finding nobody by a code that cannot be", async () => {
    const answer = await list(city, { filter: { uscc: "91410100MA9K1234B4" } });
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid_input", errors: [{ path: "/filter/uscc" }] } });
    expect(JSON.stringify(answer.body)).toContain("91410100MA9K12344B");
    await addOrganization(app, "91410100MA9K12344B", null);
    expect(await found(city, { filter: { uscc: " 91410100ma9k12344b" } })).toEqual(["91410100MA9K12344B"]);
  });

  it("holds what the reader reaches, and counts nothing else", async () => {
    const own = await list(applicant);
    expect([own.headers.get("content-range"), own.body]).toMatchObject(["organizations 0-0/1", [{ uscc: codes[0] }]]);
    const elsewhere = await signInStaff(app, "district@example.org", "district", "410172");
    expect((await list(elsewhere)).headers.get("content-range")).toBe("organizations */0");
  });
});
