import { suite } from "@shifan/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addStaff, createBrowser, enrol, goodPassword, machine, signIn, totpOf } from "../../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../../testing/app.ts";
import { startMailServer } from "../../../testing/mail-server.ts";
import { trailOf } from "../../../testing/trail.ts";
import type { MailSender } from "../../mail/mail.ts";
import { createSmtpSender } from "../../mail/smtp.ts";
import { readSettings } from "../../settings.ts";

const newPassword = "another-good-password";

/** What holds for forgotten passwords on either database. */
export const forgottenPasswordSuite = suite("a forgotten password", (open) => {
  let mailServer: Awaited<ReturnType<typeof startMailServer>>;
  let mail: MailSender;
  let app: TestApp;
  beforeAll(async () => {
    mailServer = await startMailServer();
    const setting = readSettings({ SMTP_URL: mailServer.url }).mailServer;
    if (setting === null) throw new Error("the setting names no server");
    mail = createSmtpSender(setting);
    app = await createTestApp({ opened: open(), mail });
  });
  afterAll(async () => {
    await mail.close();
    await mailServer.stop();
  });

  const post = (browser: ReturnType<typeof createBrowser>, path: string, body: object) =>
    browser.call(`/api/v1/auth/${path}`, { body });
  const ask = (email: string, address = "203.0.113.1", on = app) =>
    post(createBrowser(on, address), "request-password-reset", { email });
  const reset = (token: string, password = newPassword) =>
    post(createBrowser(app), "reset-password", { token, newPassword: password });

  /** A person who has registered. */
  async function register(email: string) {
    const browser = createBrowser(app);
    const { body } = await post(browser, "sign-up/email", { name: "王五", email, password: goodPassword });
    return { browser, id: (body as { user: { id: string } }).user.id };
  }

  /** The token of the link in the next message to a mailbox. */
  async function tokenTo(email: string): Promise<string> {
    const { text, html } = await mailServer.next(email);
    const [link = "", token = ""] = /http:\/\/localhost:3000\/forgot-password#(\S+)/.exec(text ?? "") ?? [];
    expect(html).toContain(`<a href="${link}">${link}</a>`);
    return token;
  }

  const linksOf = async (userId: string) => {
    const found: unknown = await app.database.execute(`select * from verifications where value = '${userId}'`);
    return (Array.isArray(found) ? found : (found as { rows: unknown[] }).rows) as { identifier: string }[];
  };

  it("is set anew by a link that works once; every session ends, and the trail says so", async () => {
    const email = "forgets@example.org";
    const { browser, id } = await register(email);
    expect(await ask("Forgets@Example.org")).toMatchObject({ status: 200, body: {} });
    const token = await tokenTo(email);
    expect((await browser.call("/api/v1/me")).status).toBe(200);
    expect(await reset(token)).toMatchObject({ status: 200, body: {} });
    expect((await browser.call("/api/v1/me")).status).toBe(401);
    expect((await signIn(createBrowser(app), email)).status).toBe(401);
    expect((await signIn(createBrowser(app), email, newPassword)).status).toBe(200);
    expect(await reset(token, "a-third-good-password")).toMatchObject({
      status: 404,
      body: { code: "unknown_reset_link" },
    });
    expect((await signIn(createBrowser(app), email, newPassword)).status).toBe(200);
    expect(await trailOf(app.database, id)).toMatchObject([
      { resource: "users", act: "reset-password", outcome: "accepted", role: "public", fields: ["password"] },
    ]);
  });

  it("is answered alike whether there is an account or not, and only the account's mailbox gets something", async () => {
    await register("there@example.org");
    const answers = [];
    for (const email of ["there@example.org", "not-there@example.org"]) {
      const { status, body } = await ask(email);
      answers.push({ status, body });
    }
    expect(answers[1]).toEqual(answers[0]);
    await tokenTo("there@example.org");
    expect(mailServer.received).toEqual([]);
  });

  it("has a link that lives as many minutes as its mail says, of which the database keeps no more than a hash", async () => {
    const { id } = await register("late@example.org");
    const before = machine.now().getTime();
    await ask("late@example.org");
    const { text } = await mailServer.next("late@example.org");
    const [, token = ""] = /#(\S+)/.exec(text ?? "") ?? [];
    const said = Number(/共(\d+)分钟/.exec(text ?? "")?.[1]);
    const [link] = (await linksOf(id)) as { identifier: string; expires_at: string | Date }[];
    expect(JSON.stringify(link)).not.toContain(token);
    const minutes = (new Date(link?.expires_at ?? 0).getTime() - before) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(said - 0.1);
    expect(minutes).toBeLessThan(said + 1);
    await app.database.execute(
      `update verifications set expires_at = '${new Date(before - 1).toISOString()}' where value = '${id}'`,
    );
    expect(await reset(token)).toMatchObject({ status: 404, body: { code: "unknown_reset_link" } });
    expect((await signIn(createBrowser(app), "late@example.org")).status).toBe(200);
  });

  it("takes a new password by the rules of the account, and a refused one does not use the link up", async () => {
    const id = await addStaff(app, "strict@example.org");
    await ask("strict@example.org");
    const token = await tokenTo("strict@example.org");
    for (const [password, code] of [
      ["eleven-lon", "too_short"],
      ["strict-and-long", "like_email"],
    ] as const) {
      expect(await reset(token, password)).toMatchObject({
        status: 422,
        body: { errors: [{ path: "/newPassword", code }] },
      });
    }
    expect((await reset(token)).status).toBe(200);
    expect(await linksOf(id)).toEqual([]);
  });

  it("leaves the second factor of staff as it is, and sign-ins that wait for a code are void", async () => {
    const email = "officer-forgets@example.org";
    await addStaff(app, email);
    const browser = createBrowser(app);
    await signIn(browser, email);
    const { totpUri } = await enrol(browser);
    const waiting = createBrowser(app);
    await signIn(waiting, email);
    await ask(email);
    const message = await mailServer.next(email);
    expect(message.text).toContain("验证器和恢复码不变");
    const [, token = ""] = /#(\S+)/.exec(message.text ?? "") ?? [];
    expect((await reset(token)).status).toBe(200);
    const code = totpOf(totpUri, new Date(machine.now().getTime() + 30_000));
    const verify = (by: ReturnType<typeof createBrowser>) => post(by, "two-factor/verify-totp", { code });
    expect(await verify(waiting)).toMatchObject({ status: 401, body: { code: "sign_in_expired" } });
    const again = createBrowser(app);
    expect((await signIn(again, email, newPassword)).body).toEqual({ user: null, secondFactor: "code_needed" });
    expect((await verify(again)).status).toBe(200);
  });

  it("lets one of two have the link who come with it at the same moment", async () => {
    await register("twice@example.org");
    await ask("twice@example.org");
    const token = await tokenTo("twice@example.org");
    const both = await Promise.all([reset(token, "the-first-password"), reset(token, "the-second-password")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  it("makes every other link of the account void", async () => {
    await register("several@example.org");
    await ask("several@example.org");
    await ask("several@example.org");
    const tokens = [await tokenTo("several@example.org"), await tokenTo("several@example.org")];
    expect((await reset(tokens[1] ?? "")).status).toBe(200);
    expect((await reset(tokens[0] ?? "")).status).toBe(404);
  });

  it("sends nothing to an account that is closed or was never opened", async () => {
    const { id } = await register("closed@example.org");
    await register("closing@example.org");
    await ask("closing@example.org");
    const token = await tokenTo("closing@example.org");
    const at = app.clock.now().toISOString();
    await app.database.execute(
      `update users set disabled_at = '${at}' where email in ('closed@example.org', 'closing@example.org')`,
    );
    await app.database.execute(
      `insert into users (id, name, email, kind, created_at, updated_at) values ('invited', '李四', 'invited@example.org', 'staff', '${at}', '${at}')`,
    );
    for (const email of ["closed@example.org", "invited@example.org", "applicant@demo.shifan"]) {
      expect((await ask(email)).status).toBe(200);
    }
    expect(await linksOf(id)).toEqual([]);
    expect(await linksOf("invited")).toEqual([]);
    expect((await reset(token)).status).toBe(404);
  });

  it("can be asked for so often from one address, and a mailbox gets so many whoever asks", async () => {
    const { id } = await register("flooded@example.org");
    const statuses = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await ask("flooded@example.org", "192.0.2.50")).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await ask("flooded@example.org", "192.0.2.51")).status).toBe(200);
    expect(await linksOf(id)).toHaveLength(5);
    app.clock.forward(60);
    expect((await ask("flooded@example.org", "192.0.2.52")).status).toBe(200);
    expect(await linksOf(id)).toHaveLength(6);
    for (let count = 0; count < 6; count += 1) await mailServer.next("flooded@example.org");
  });

  it("lets whoever guessed wrong before sign in at once with the new password", async () => {
    const email = "guessed-wrong@example.org";
    await register(email);
    for (let count = 0; count < 5; count += 1) await signIn(createBrowser(app), email, "not the password");
    expect((await signIn(createBrowser(app), email, "not the password")).status).toBe(429);
    await ask(email);
    await reset(await tokenTo(email));
    expect((await signIn(createBrowser(app), email, newPassword)).status).toBe(200);
  });

  it("is not offered where no mail goes out", async () => {
    const without = await createTestApp({ opened: open() });
    const ways = (on: TestApp) => createBrowser(on).call("/api/v1/auth/password-reset-ways");
    expect(await ways(app)).toMatchObject({ status: 200, body: { byMail: true } });
    expect(await ways(without)).toMatchObject({ status: 200, body: { byMail: false } });
    expect(await ask("there@example.org", "203.0.113.1", without)).toMatchObject({
      status: 409,
      body: { code: "mail_not_set_up" },
    });
  });

  it("stays as it was when the trail cannot take the entry", async () => {
    await register("untold@example.org");
    const recordEntry = () => Promise.reject(new Error("the trail is full"));
    const mute = await createTestApp({ opened: open(), mail, recordEntry });
    await ask("untold@example.org");
    const token = await tokenTo("untold@example.org");
    expect((await post(createBrowser(mute), "reset-password", { token, newPassword })).status).toBe(500);
    expect((await signIn(createBrowser(app), "untold@example.org")).status).toBe(200);
    expect((await reset(token)).status).toBe(200);
  });
});
