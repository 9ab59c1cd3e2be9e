import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { createBrowser, goodPassword, signIn } from "../../testing/accounts.ts";
import { call, createSettableClock, createTestApp } from "../../testing/app.ts";
import { beginTestChat } from "../../testing/chat.ts";
import { createClock } from "../clock.ts";
import { sweep } from "./sweep.ts";

const opened = await openEmbeddedTestDatabase();
afterAll(() => opened.close());

describe("what is kept no longer", () => {
  it("are self-checks so many days after their last input, and not before", async () => {
    const clock = createSettableClock(new Date("2026-01-01T23:59:00+08:00"));
    const app = await createTestApp({ opened, clock });
    const chats = [await beginTestChat(app), await beginTestChat(app), await beginTestChat(app)];
    const [unused, used] = chats;
    if (unused === undefined || used === undefined) throw new Error("no chat");
    clock.set(new Date("2026-01-02T00:01:00+08:00"));
    await used.send({ action: "start" });

    const services = { database: opened.database, clock, chatRetentionDays: 180 };
    clock.set(new Date("2026-06-30T12:00:00+08:00"));
    expect(await sweep(services, 1)).toMatchObject({ sessions: 0 });
    clock.set(new Date("2026-07-01T00:00:00+08:00"));
    expect(await sweep(services, 1)).toMatchObject({ sessions: 2 });
    expect((await call(app, unused.path, { token: unused.token })).status).toBe(404);
    expect((await call(app, used.path, { token: used.token })).status).toBe(200);
    clock.set(new Date("2026-07-02T00:00:00+08:00"));
    expect(await sweep(services)).toMatchObject({ sessions: 1 });
  });

  it("are keys of beginnings after a day", async () => {
    const clock = createSettableClock();
    const app = await createTestApp({ opened, clock });
    const begin = () =>
      call(app, "/api/v1/chat/sessions", { body: {}, headers: { "idempotency-key": "kept-for-a-day" } });
    const first = await begin();
    const services = { database: opened.database, clock, chatRetentionDays: 180 };
    clock.forward(24 * 60 * 60);
    expect(await sweep(services)).toMatchObject({ keys: 0 });
    expect((await begin()).body).toEqual(first.body);
    clock.forward(1);
    expect(await sweep(services)).toMatchObject({ keys: 1, sessions: 0 });
    expect((await begin()).body).not.toEqual(first.body);
  });

  it("are sessions that have ended, and slowed attempts after an hour", async () => {
    const machine = createClock({ from: "machine" });
    const clock = createSettableClock(machine.now());
    const app = await createTestApp({ opened, clock });
    const browser = createBrowser(app);
    const body = { name: "王五", email: "swept@example.org", password: goodPassword };
    await browser.call("/api/v1/auth/sign-up/email", { body });
    await signIn(createBrowser(app), "swept@example.org", "a wrong password");
    const services = { database: opened.database, clock, chatRetentionDays: 180 };
    expect(await sweep(services)).toMatchObject({ signIns: 0 });
    clock.forward(60 * 60 + 1);
    expect(await sweep(services)).toMatchObject({ signIns: 1 });
    clock.forward(11 * 60 * 60);
    expect(await sweep(services)).toMatchObject({ signIns: 1 });
    expect((await browser.call("/api/v1/me")).status).toBe(401);
  });
});
