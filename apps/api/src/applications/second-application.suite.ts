import { randomUUID } from "node:crypto";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound, addOrganization, signInStaff, signUp, trailOf } from "../../testing/applications.ts";

const ground = "另有一个检测服务平台，服务对象和场所不同";

/** One live application of an organization in a round; a second by the city's exception (Art. 2), and no third. */
export const secondApplicationSuite = suite("a second application of one organization in a round", (open) => {
  let app: TestApp;
  let roundId: string;
  let organizationId: string;
  let applicant: Browser;
  let city: Browser;
  let district: Browser;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    roundId = await addOpenRound(app);
    const { browser, userId } = await signUp(app, "applicant@example.org");
    applicant = browser;
    organizationId = await addOrganization(app, "91410100MA0000003C", userId);
    city = await signInStaff(app, "city@example.org", "city");
    district = await signInStaff(app, "district@example.org", "district", "410105");
  });

  const begin = (by = applicant, more: object = {}) =>
    by.call("/api/v1/applications", {
      headers: { "idempotency-key": randomUUID() },
      body: { roundId, organizationId, ...more },
    });
  const path = () => `/api/v1/organizations/${organizationId}`;
  const allow = async (by: Browser, body: object) => {
    const tag = (await by.call(path())).headers.get("etag") ?? '"1"';
    return by.call(`${path()}/allow-second-application`, { headers: { "if-match": tag }, body });
  };
  const withdraw = async ({ body }: { body: unknown }) => {
    const { id, revision } = body as { id: string; revision: number };
    return applicant.call(`/api/v1/applications/${id}/withdraw`, {
      headers: { "if-match": `"${revision}"` },
      body: { reason: "改由另一个平台申报" },
    });
  };

  it("of two begun at the same moment one is made, and the other is told that there is one", async () => {
    const both = await Promise.all([begin(), begin(district, { receivedOn: "2026-06-09" })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      code: "application_exists",
      article: "第二条",
    });
  });

  it("is not what an applicant or a district can give themselves", async () => {
    expect((await begin(applicant, { exceptionGround: ground })).status).toBe(422);
    expect((await allow(applicant, { roundId, ground })).status).toBe(403);
    expect((await allow(district, { roundId, ground })).status).toBe(403);
  });

  it("is the city's to allow, with a ground, for a round that there is", async () => {
    expect((await allow(city, { roundId, ground: " " })).body).toMatchObject({ errors: [{ path: "/ground" }] });
    expect((await allow(city, { roundId: "none", ground })).body).toMatchObject({ errors: [{ path: "/roundId" }] });
    const allowed = await allow(city, { roundId, ground });
    expect(allowed).toMatchObject({ status: 200, body: { exceptions: [{ roundId, ground }] } });
    expect((await allow(city, { roundId, ground })).body).toMatchObject({ code: "exception_exists", status: 409 });
    const entries = await trailOf(app, organizationId);
    expect(entries.filter(({ act }) => act === "allow-second-application")).toMatchObject([
      { outcome: "not_permitted" },
      { outcome: "not_permitted" },
      { outcome: "accepted", fields: ["exceptions"], revision: 2 },
      { outcome: "exception_exists" },
    ]);
  });

  it("is begun once: there is no third, also of two begun at the same moment", async () => {
    const both = await Promise.all([begin(), begin()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await begin()).body).toMatchObject({ code: "application_exists" });
  });

  it("leaves its place when it is taken back", async () => {
    const listed = await applicant.call(`/api/v1/applications?filter=${JSON.stringify({ organizationId })}`);
    for (const each of listed.body as object[]) expect((await withdraw({ body: each })).status).toBe(200);
    expect([(await begin()).status, (await begin()).status, (await begin()).status]).toEqual([201, 201, 409]);
  });
});
