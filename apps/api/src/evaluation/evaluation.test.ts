import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { type Assessment, assessmentSchema } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import { afterAll, describe, expect, it } from "vitest";
import { call, createSettableClock, createTestApp, policyId } from "../../testing/app.ts";

const opened = await openEmbeddedTestDatabase();
afterAll(() => opened.close());
const evaluate = `/api/v1/policies/${policyId}/evaluate`;
const facts = { total_assets_prev_year_end_yuan: "1499999.99", service_staff_count: 12 };

describe("the evaluation", () => {
  it("gives one applicant the whole assessment", async () => {
    const answer = await call(await createTestApp({ opened }), evaluate, { body: { facts } });
    expect(answer.status).toBe(200);
    const assessment = assessmentSchema.parse(answer.body);
    expect(assessment).toMatchObject({ asOf: "2026-06-10", policy: { id: policyId, version: 1 }, verdict: "not_met" });
    const assets = assessment.criteria.find(({ id }) => id === "art6_2_assets");
    expect(assets).toMatchObject({ status: "not_met", actual: "1499999.99", gap: "0.01" });
  });

  it("gives many the same as each alone, in their order", async () => {
    const app = await createTestApp({ opened });
    const items = [{ facts }, { facts: {}, asOf: "2025-12-31" }, { facts: { service_staff_count: 11 } }];
    const together = (await call(app, evaluate, { body: { items } })).body as { items: Assessment[] };
    const alone = await Promise.all(items.map(async (item) => (await call(app, evaluate, { body: item })).body));
    expect(together.items).toEqual(alone);
  });

  it("takes 500 at once", async () => {
    const items = Array.from({ length: 500 }, () => ({ facts }));
    const answer = await call(await createTestApp({ opened }), evaluate, { body: { items } });
    expect((answer.body as { items: unknown[] }).items).toHaveLength(500);
  });

  it("keeps what is declared unknown open, also where leaving it out is a statement", async () => {
    const app = await createTestApp({ opened });
    const fact = "individual_businesses_in_served";
    const count = async (body: object) => {
      const assessment = (await call(app, evaluate, { body })).body as Assessment;
      return assessment.criteria.find(({ id }) => id === "art6_3_sme_count")?.status;
    };
    expect(await count({ facts: { smes_served_prev_year: 96 } })).toBe("met");
    expect(await count({ facts: { smes_served_prev_year: 96 }, unknown: [fact] })).toBe("undetermined");
  });

  it("takes today in Shanghai for the day of reference, also around midnight", async () => {
    const clock = createSettableClock(new Date("2026-09-25T15:59:59Z"));
    const app = await createTestApp({ opened, clock });
    const day = async () => ((await call(app, evaluate, { body: { facts: {} } })).body as Assessment).asOf;
    expect(await day()).toBe("2026-09-25");
    clock.forward(1);
    expect(await day()).toBe("2026-09-26");
  });

  it("follows the version that is in force on the day", async () => {
    const [shipped] = shippedPolicies;
    if (shipped === undefined) throw new Error("no policy is shipped");
    const later = {
      ...shipped,
      id: "versions",
      version: 2,
      selectable_from: { ...shipped.selectable_from, date: "2026-07-01" },
    };
    const app = await createTestApp({ opened, documents: [...shippedPolicies, { ...shipped, id: "versions" }, later] });
    const version = async (asOf: string) => {
      const answer = await call(app, "/api/v1/policies/versions/evaluate", { body: { facts: {}, asOf } });
      return (answer.body as Assessment).policy.version;
    };
    expect(await version("2026-06-30")).toBe(1);
    expect(await version("2026-07-01")).toBe(2);
  });

  it("takes 120 requests a minute from an address, a batch as one", async () => {
    const app = await createTestApp({ opened });
    const ask = (address: string, body: object = { items: [{ facts: {} }, { facts: {} }] }) =>
      call(app, evaluate, { body, headers: { "x-forwarded-for": address } });
    for (let request = 0; request < 120; request += 1) expect((await ask("10.0.0.1")).status).toBe(200);
    app.clock.forward(15);
    const refused = await ask("10.0.0.1");
    expect(refused).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(refused.headers.get("retry-after")).toBe("45");
    expect((await ask("10.0.0.2")).status).toBe(200);
    app.clock.forward(45);
    expect((await ask("10.0.0.1")).status).toBe(200);
  });
});
