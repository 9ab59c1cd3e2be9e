import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { call, createSettableClock, createTestApp } from "../../testing/app.ts";
import { createClock } from "../clock.ts";

const opened = await openEmbeddedTestDatabase();
afterAll(() => opened.close());
/** A clock that goes as the machine's does. */
const realClock = () => createSettableClock(createClock({ from: "machine" }).now());

describe("what supervisors ask", () => {
  it("says that the process lives", async () => {
    expect(await call(await createTestApp({ opened }), "/healthz")).toMatchObject({
      status: 200,
      body: { status: "ok" },
    });
  });

  it("says that it can serve when the database answers, is migrated, and the clocks agree", async () => {
    const answer = await call(await createTestApp({ opened, clock: realClock() }), "/readyz");
    expect(answer).toMatchObject({ status: 200, body: { status: "ready" } });
  });

  it("says that it cannot when the clocks are apart", async () => {
    const clock = realClock();
    const app = await createTestApp({ opened, clock });
    clock.forward(60);
    const answer = await call(app, "/readyz");
    expect(answer).toMatchObject({ status: 503, body: { status: "not_ready", checks: { clock: { ok: false } } } });
  });

  it("says that it cannot when a migration is missing", async () => {
    const app = await createTestApp({ opened, clock: realClock() });
    await opened.database.execute("update schema_migrations set name = 'other' where name like '0001%'");
    expect(await call(app, "/readyz")).toMatchObject({ status: 503, body: { checks: { migrations: { ok: false } } } });
    await opened.database.execute(
      "update schema_migrations set name = '0001_append_only_policy_versions' where name = 'other'",
    );
  });

  it("says that it cannot when the database does not answer", async () => {
    const gone = await openEmbeddedTestDatabase();
    const app = await createTestApp({ opened: gone });
    await gone.close();
    const answer = await call(app, "/readyz");
    expect(answer).toMatchObject({ status: 503, body: { checks: { database: { ok: false } } } });
    expect((await call(app, "/healthz")).status).toBe(200);
  });

  it("counts the answers by route and status", async () => {
    const app = await createTestApp({ opened });
    await call(app, "/api/v1/policies/nowhere");
    const { body } = await call(app, "/metrics");
    expect(body).toContain(
      'http_requests_total{method="GET",route="/api/v1/policies/:policyId",status="404",ok="false"} 1',
    );
  });
});
