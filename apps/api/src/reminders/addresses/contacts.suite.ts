import type { Reminders } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { createBrowser } from "../../../testing/accounts.ts";
import { call, createSettableClock, createTestApp, type TestApp } from "../../../testing/app.ts";
import { signUp } from "../../../testing/applications.ts";
import { createKeepingChannel } from "../../../testing/channels.ts";
import { beginTestChat } from "../../../testing/chat.ts";
import type { Mail } from "../../mail/mail.ts";
import { sweep } from "../../retention/sweep.ts";

const root = "/api/v1/reminders";

/** How people open, choose and end the ways to them. */
export const contactsSuite = suite("ways that are opened by a code", (open) => {
  const clock = createSettableClock(new Date("2026-06-01T09:00:00+08:00"));
  const sms = createKeepingChannel("sms");
  const mails: Mail[] = [];
  const mail = { send: async (each: Mail) => String(mails.push(each)), close: async () => {} };
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({
      opened: open(),
      clock,
      mail,
      channels: [createKeepingChannel("mail").channel, sms.channel],
    });
  });

  /** Somebody who did a self-check, by its token. */
  const prospect = async () => {
    const chat = await beginTestChat(app);
    const ask = (path: string, options: Parameters<typeof call>[2] = {}) =>
      call(app, `${root}${path}`, { ...options, token: chat.token, headers: { "chat-session": chat.id } });
    return { id: chat.id, ask };
  };
  type Asking = (path: string, options?: Parameters<typeof call>[2]) => ReturnType<typeof call>;
  const begin = (ask: Asking, address: string, channel = "mail") => ask("/contacts", { body: { channel, address } });
  const confirm = (ask: Asking, code: string, channel = "mail") =>
    ask("/contacts/confirm", { body: { channel, code } });
  const mailedCode = () => /验证码：(\d{6})/.exec(mails.splice(0).at(-1)?.text ?? "")?.[1] ?? "";
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  const shown = async (ask: Asking) => (await ask("")).body as Reminders;

  it("are nobody's without an account or the token of a self-check", async () => {
    const { id } = await prospect();
    const other = await beginTestChat(app);
    expect((await call(app, root)).status).toBe(401);
    const foreign = await call(app, root, { token: other.token, headers: { "chat-session": id } });
    expect(foreign).toMatchObject({ status: 401, body: { code: "not_signed_in" } });
  });

  it("open once the code is repeated, show the address in part, and end when their owner wants it", async () => {
    const { ask } = await prospect();
    expect(await shown(ask)).toMatchObject({ kind: "prospect", ways: [], offered: ["mail", "sms"] });
    const begun = await begin(ask, "Zhang.San@Example.org");
    expect(begun).toMatchObject({ status: 200, body: { address: "zh…@example.org" } });
    expect(mails.map(({ to }) => to)).toEqual(["zhang.san@example.org"]);
    const code = mailedCode();
    expect(await confirm(ask, wrong(code))).toMatchObject({ status: 409, body: { code: "contact_code_wrong" } });
    expect((await confirm(ask, code)).status).toBe(200);
    const [way, ...others] = (await shown(ask)).ways;
    expect(others).toEqual([]);
    expect(way).toMatchObject({ channel: "mail", address: "zh…@example.org", isPreferred: true });
    expect(await confirm(ask, code)).toMatchObject({ body: { code: "contact_code_gone" } });
    expect((await ask(`/ways/${way?.id}`, { method: "DELETE" })).status).toBe(200);
    expect((await shown(ask)).ways).toEqual([]);
    expect((await ask(`/ways/${way?.id}`, { method: "DELETE" })).status).toBe(404);
  });

  it("take a number however it is written, and the way that was chosen is the one that is used", async () => {
    const { ask } = await prospect();
    await begin(ask, "+86 138-1234-5678", "sms");
    const [message] = sms.look();
    expect(message?.to).toBe("13812345678");
    const code = /(\d{6})/.exec(message?.paragraphs.join() ?? "")?.[1] ?? "";
    expect((await confirm(ask, code, "sms")).status).toBe(200);
    await begin(ask, "li@example.org");
    await confirm(ask, mailedCode());
    const preferred = async () => (await shown(ask)).ways.find(({ isPreferred }) => isPreferred)?.channel;
    clock.forward(1);
    expect((await ask("", { method: "PATCH", body: { preferredChannel: "sms" } })).status).toBe(200);
    expect(await preferred()).toBe("sms");
    expect(await ask("", { method: "PATCH", body: { preferredChannel: "telegram" } })).toMatchObject({ status: 422 });
    expect(await ask("", { method: "PATCH", body: { pausedUntil: "2026-05-31" } })).toMatchObject({ status: 422 });
    await ask("", { method: "PATCH", body: { pausedUntil: "2026-06-09" } });
    expect((await shown(ask)).pausedUntil).toBe("2026-06-09");
    await ask("", { method: "PATCH", body: { pausedUntil: null } });
    expect((await shown(ask)).pausedUntil).toBeNull();
  });

  it.each(["nobody", "a@b", "1381234567", "", "23812345678"])("refuse %j as no address", async (address) => {
    const { ask } = await prospect();
    for (const channel of ["mail", "sms"]) expect((await begin(ask, address, channel)).status).toBe(422);
    expect(mails).toEqual([]);
  });

  it("take a code of the last ten minutes, the newest, and not after five wrong ones", async () => {
    const { ask } = await prospect();
    await begin(ask, "late@example.org");
    const late = mailedCode();
    clock.forward(10 * 60);
    expect(await confirm(ask, late)).toMatchObject({ body: { code: "contact_code_gone" } });
    await begin(ask, "late@example.org");
    const older = mailedCode();
    await begin(ask, "other@example.org");
    const newest = mailedCode();
    if (older !== newest) expect(await confirm(ask, older)).toMatchObject({ body: { code: "contact_code_wrong" } });
    for (let tries = 1; tries < 5; tries += 1) await confirm(ask, wrong(newest));
    expect(await confirm(ask, newest)).toMatchObject({ status: 409, body: { code: "contact_code_gone" } });
  });

  it("are somebody else's business nowhere: a code opens a way for its asker alone", async () => {
    const [one, other] = [await prospect(), await prospect()];
    await begin(one.ask, "mine@example.org");
    const code = mailedCode();
    expect(await confirm(other.ask, code)).toMatchObject({ body: { code: "contact_code_gone" } });
    expect((await confirm(one.ask, code)).status).toBe(200);
    await begin(other.ask, "mine@example.org");
    expect(mails.at(-1)?.to).toBe("mine@example.org");
  });

  it("send only so many codes to one address whoever asks, and to one asker", async () => {
    clock.forward(60 * 60);
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      statuses.push((await begin((await prospect()).ask, "flooded@example.org")).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const { ask } = await prospect();
    const own: number[] = [];
    for (let count = 0; count < 6; count += 1) own.push((await begin(ask, `address${count}@example.org`)).status);
    expect(own).toEqual([200, 200, 200, 200, 200, 429]);
    mails.length = 0;
  });

  it("keep a code as a hash, and neither it nor the address in the clear", async () => {
    const { ask } = await prospect();
    clock.forward(60 * 60);
    await begin(ask, "secret@example.org");
    const code = mailedCode();
    const found = await app.database.execute("select * from reminder_codes");
    const text = JSON.stringify(found);
    expect(text).not.toContain(`"${code}"`);
    expect(text).not.toContain("secret@example.org");
    await confirm(ask, code);
    expect(JSON.stringify(await app.database.execute("select * from reminder_addresses"))).not.toContain("secret@");
  });

  it("are offered only where they exist", async () => {
    const bare = await createTestApp({ opened: open(), clock });
    const browser = createBrowser(bare);
    await browser.call("/api/v1/auth/sign-up/email", {
      body: { name: "王五", email: "bare@example.org", password: "correct-horse-battery" },
    });
    expect((await browser.call(root)).body).toMatchObject({
      kind: "person",
      offered: [],
      accountMailbox: "bare@example.org",
    });
    const refused = await browser.call(`${root}/contacts`, { body: { channel: "mail", address: "bare@example.org" } });
    expect(refused).toMatchObject({ status: 409, body: { code: "channel_not_set_up" } });
  });

  it("of an account are its own, whatever browser it comes from", async () => {
    const { browser } = await signUp(app, "holder@contact.example");
    const ask: Asking = (path, options) => browser.call(`${root}${path}`, options);
    await begin(ask, "holder@contact.example");
    expect((await confirm(ask, mailedCode())).status).toBe(200);
    expect((await shown(ask)).ways).toMatchObject([{ channel: "mail", address: "ho…@contact.example" }]);
  });

  it("keep a self-check on record as long as something may still be told, and no longer once they are ended", async () => {
    const [asked, other] = [await prospect(), await prospect()];
    await begin(asked.ask, "kept@example.org");
    await confirm(asked.ask, mailedCode());
    const services = { database: app.database, clock, chatRetentionDays: 180 };
    clock.set(new Date("2027-12-31T12:00:00+08:00"));
    await sweep(services);
    expect((await other.ask("")).status).toBe(401);
    const [way] = (await shown(asked.ask)).ways;
    await asked.ask(`/ways/${way?.id}`, { method: "DELETE" });
    await sweep(services);
    expect((await asked.ask("")).status).toBe(401);
  });

  it("do not keep a self-check beyond the end of the year after its last use", async () => {
    clock.set(new Date("2028-06-01T09:00:00+08:00"));
    const { ask } = await prospect();
    await begin(ask, "gone@example.org");
    await confirm(ask, mailedCode());
    const services = { database: app.database, clock, chatRetentionDays: 180 };
    clock.set(new Date("2029-12-31T23:00:00+08:00"));
    await sweep(services);
    expect((await ask("")).status).toBe(200);
    clock.set(new Date("2030-01-01T00:00:00+08:00"));
    await sweep(services);
    expect((await ask("")).status).toBe(401);
  });
});
