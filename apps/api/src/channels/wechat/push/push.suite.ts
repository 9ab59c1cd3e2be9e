import type { LinkingCode, Reminders } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../../../testing/app.ts";
import { addOfficer } from "../../../../testing/cases.ts";
import { accountName, pushOf, pushToken, startWechat } from "../../../../testing/channels/wechat.ts";
import { readSettings } from "../../../settings.ts";
import type { WechatAccount } from "../../settings.ts";
import { createWechatChannel } from "../wechat.ts";
import { readFlatXml } from "./flat-xml.ts";

const path = "/api/v1/channels/wechat/messages";
const openid = "oABC-xyz_123";

/** Readers of an official account of WeChat are linked to their accounts by what they write to it. */
export const wechatPushSuite = suite("an official account of WeChat", (open) => {
  const clock = createSettableClock();
  let wechat: Awaited<ReturnType<typeof startWechat>>;
  let app: TestApp;
  let officer: Browser;
  let colleague: Browser;

  const push = async (
    from: string,
    fields: Readonly<Record<string, string>>,
    own: { at?: Date; token?: string } = {},
  ) => {
    const { query, body } = pushOf(from, fields, { at: clock.now(), ...own });
    const response = await app.app.request(`${path}?${query}`, {
      method: "POST",
      headers: { "content-type": "text/xml" },
      body,
    });
    const text = await response.text();
    return { status: response.status, text, message: Object.fromEntries(readFlatXml(text)) };
  };
  const write = async (from: string, content: string) =>
    (await push(from, { MsgType: "text", Content: content })).message;
  const event = (from: string, name: string) => push(from, { MsgType: "event", Event: name });
  const codeFor = async (by: Browser) =>
    (await by.call("/api/v1/reminders/codes", { body: { channel: "wechat" } })).body as LinkingCode;
  const remindersOf = async (by: Browser) => (await by.call("/api/v1/reminders")).body as Reminders;
  const waysOf = async (by: Browser) => (await remindersOf(by)).ways.map(({ channel }) => channel);

  beforeAll(async () => {
    wechat = await startWechat();
    const account = readSettings({ WECHAT_URL: wechat.url }).wechatAccount as WechatAccount;
    app = await createTestApp({
      opened: open(),
      clock,
      demo: true,
      channels: [createWechatChannel(account, { elapsed: () => clock.now().getTime() })],
      ...(account.push === null ? {} : { wechatPush: account.push }),
    });
    officer = await addOfficer(app, "officer@wechat.example", "city");
    colleague = await addOfficer(app, "colleague@wechat.example", "city");
  });
  afterAll(() => wechat.stop());

  it("proves to WeChat that it is here, and takes nothing that WeChat has not signed just now", async () => {
    const asked = (own: object = {}) => {
      const { query } = pushOf(openid, {}, { at: clock.now(), ...own });
      return app.app.request(`${path}?${query}&echostr=4711`);
    };
    const proven = await asked();
    expect([proven.status, await proven.text()]).toEqual([200, "4711"]);
    expect((await asked({ token: "another" })).status).toBe(401);
    const long = { at: new Date(clock.now().getTime() - 11 * 60_000) };
    expect((await asked(long)).status).toBe(401);
    const fields = { MsgType: "text", Content: "你好" };
    expect((await push(openid, fields, { token: "another" })).status).toBe(401);
    expect((await push(openid, fields, long)).status).toBe(401);
    expect((await app.app.request(path, { method: "POST", body: "{}" })).status).toBe(415);
  });

  it("is not there where none is set up: nobody is offered it, and no code is given", async () => {
    const without = await createTestApp({ opened: open(), clock, demo: true });
    const { query, body } = pushOf(openid, { MsgType: "text", Content: "你好" }, { at: clock.now(), token: pushToken });
    const headers = { "content-type": "text/xml" };
    const answer = await without.app.request(`${path}?${query}`, { method: "POST", headers, body });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, "channel_not_set_up"]);
    const there = await addOfficer(without, "without@wechat.example", "city");
    expect((await remindersOf(there)).offered).not.toContain("wechat");
    expect(await there.call("/api/v1/reminders/codes", { body: { channel: "wechat" } })).toMatchObject({ status: 409 });
  });

  it("greets who follows it and tells whoever asks how to link, and keeps nothing of either", async () => {
    const { message, status } = await event(openid, "subscribe");
    expect([status, message.ToUserName, message.FromUserName, message.MsgType]).toEqual([
      200,
      openid,
      "gh_account",
      "text",
    ]);
    expect(message.Content).toContain("/reminders");
    expect((await write(openid, "申报什么时候截止？")).Content).toContain("8位编码");
    expect((await push(openid, { MsgType: "image", PicUrl: "https://example.org/1.jpg" })).message.Content).toContain(
      "材料不从这里传",
    );
    expect((await event(openid, "LOCATION")).text).toBe("success");
    expect((await push("", { MsgType: "text", Content: "你好" })).text).toBe("success");
    expect(await waysOf(officer)).toEqual([]);
  });

  it("is opened by the code of the page, once, and answers the same where WeChat asks again", async () => {
    expect((await remindersOf(officer)).offered).toContain("wechat");
    const { code, account, deepLink } = await codeFor(officer);
    expect([account, deepLink]).toEqual([accountName, null]);
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    expect((await write(openid, typed)).Content).toContain("已连接李四的账号");
    expect((await write(openid, code)).Content).toContain("已连接李四的账号");
    expect((await write("oSomebodyElse", code)).Content).toContain("不能用了");
    expect(await waysOf(officer)).toEqual(["wechat"]);
  });

  it("tells apart readers whose numbers differ in a hyphen or a capital letter alone", async () => {
    for (const other of ["oABC_xyz_123", "oABCxyz123", "oabc-xyz_123"]) {
      expect((await write(other, "解除")).Content).toContain("没有连接");
    }
    expect(await waysOf(officer)).toEqual(["wechat"]);
  });

  it("belongs to whoever linked it last, and to nobody after 解除 or once its reader has left", async () => {
    const { code } = await codeFor(colleague);
    expect((await write(openid, code)).Content).toContain("原来连接的是别人");
    expect([await waysOf(officer), await waysOf(colleague)]).toEqual([[], ["wechat"]]);
    expect((await write(openid, "解除")).Content).toContain("已解除连接");
    expect(await waysOf(colleague)).toEqual([]);
    const { code: again } = await codeFor(officer);
    await write(openid, again);
    expect((await event(openid, "unsubscribe")).text).toBe("success");
    expect(await waysOf(officer)).toEqual([]);
  });

  it("slows whoever guesses, and takes no code that has run out", async () => {
    const { code } = await codeFor(colleague);
    clock.forward(601);
    expect((await write(openid, code)).Content).toContain("不能用了");
    const said: string[] = [];
    for (let guess = 0; guess < 8; guess += 1)
      said.push((await write("oGuesser", `AB3DEF7${"HJKLMNPQ"[guess]}`)).Content ?? "");
    expect(said.at(-1)).toContain("试的次数太多了");
    expect(await createBrowser(app).call("/api/v1/reminders/codes", { body: { channel: "wechat" } })).toMatchObject({
      status: 401,
    });
  });
});
