import { afterEach, describe, expect, it } from "vitest";
import { reminder } from "../../../testing/channels/message.ts";
import { startWechat } from "../../../testing/channels/wechat.ts";
import { readSettings } from "../../settings.ts";
import { createWechatChannel } from "./wechat.ts";

let wechat: Awaited<ReturnType<typeof startWechat>>;
afterEach(() => wechat.stop());

async function open() {
  wechat = await startWechat();
  const { wechatAccount } = readSettings({ WECHAT_URL: wechat.url });
  if (wechatAccount === null) throw new Error("the setting names no account");
  let now = 0;
  const channel = createWechatChannel(wechatAccount, { elapsed: () => now });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { channel, pass, send: () => channel.send(reminder({ to: "an-openid" })) };
}

const forced = { isForced: true };
const unforced = { isForced: false };

describe("notices by WeChat", () => {
  it("fill the template, lead to the first address and are found by WeChat's number, to its last digit", async () => {
    const { send } = await open();
    expect(await send()).toEqual({ kind: "sent", reference: "2884903142867017730" });
    expect(wechat.received).toEqual([
      {
        touser: "an-openid",
        template_id: "a-template",
        page: "https://sme.example.cn/my/applications/42",
        data: {
          thing1: { value: "信用报告快过月了" },
          time2: { value: "2026年9月30日 23:59" },
          thing3: { value: "第3项材料是9月15日办的，只适用于9…" },
          character_string4: { value: "018f6a2e7c117abc9def0123456789ab" },
        },
      },
    ]);
  });

  it("ask for one token, however many are under way, and for the next in the last minutes of the first", async () => {
    const { pass, send } = await open();
    await Promise.all([send(), send(), send()]);
    pass(6_899_999);
    await send();
    expect(wechat.tokenRequests).toEqual([unforced]);
    pass(1);
    await send();
    expect(wechat.tokenRequests).toEqual([unforced, unforced]);
    expect(wechat.received).toHaveLength(5);
  });

  it("ask once for another token where theirs is not taken any more", async () => {
    const { send } = await open();
    await send();
    wechat.renewToken();
    const outcomes = await Promise.all([send(), send(), send()]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["sent", "sent", "sent"]);
    expect(wechat.tokenRequests).toEqual([unforced, unforced]);
  });

  it.each([40001, 40014, 42001])(
    "force a token where WeChat gives again the one that it refuses by %d",
    async (errcode) => {
      const { send } = await open();
      wechat.fail({ body: { errcode } });
      expect(await send()).toMatchObject({ kind: "sent" });
      expect(wechat.tokenRequests).toEqual([unforced, unforced, forced]);
    },
  );

  it("force a token no more often than WeChat lets them in a day", async () => {
    const { pass, send } = await open();
    const refusal = { body: { errcode: 40001 } };
    wechat.fail(refusal, refusal, refusal);
    expect(await send()).toMatchObject({ kind: "retry", afterMilliseconds: 60_000 });
    expect(await send()).toMatchObject({ kind: "retry", afterMilliseconds: 4_320_000 });
    pass(4_320_000);
    wechat.fail(refusal);
    expect(await send()).toMatchObject({ kind: "sent" });
    expect(wechat.tokenRequests.filter(({ isForced }) => isForced)).toHaveLength(2);
  });

  it.each([
    [{ body: { errcode: 40125 } }, 600_000, "对方不接受本系统的凭证或地址，请核对设置 WECHAT_URL（40125）"],
    [
      { body: { errcode: 40164, errmsg: "invalid ip 10.0.0.1" } },
      600_000,
      "对方不接受本系统的凭证或地址，请核对设置 WECHAT_URL（40164）",
    ],
    [{ body: { errcode: 45009 } }, 60_000, "对方服务器忙，稍后再试（45009）"],
    [{ body: { errcode: -1 } }, null, "对方服务器忙，稍后再试（-1）"],
    [{ body: "<html>" }, null, "对方服务器忙，稍后再试（无凭证）"],
    [{ status: 502, body: {} }, null, "对方服务器忙，稍后再试（HTTP 502）"],
  ])("wait where there is no token, and nothing has arrived: %j", async (reply, afterMilliseconds, fault) => {
    const { send } = await open();
    wechat.failToken(reply);
    expect(await send()).toEqual({ kind: "retry", afterMilliseconds, mayHaveArrived: false, fault });
    expect(await send()).toMatchObject({ kind: "sent" });
  });

  it.each([
    [43101, { kind: "gone", fault: "已退订，或没有订阅（43101）" }],
    [43004, { kind: "gone", fault: "已取消关注公众号（43004）" }],
    [40003, { kind: "gone" }],
    [40037, { kind: "refused", fault: "模板编号不对，请核对设置 WECHAT_URL（40037）" }],
    [47003, { kind: "refused" }],
    [99999, { kind: "refused", fault: "微信不收这条通知（99999）" }],
    [45009, { kind: "retry", afterMilliseconds: 3_600_000, mayHaveArrived: false }],
    [45011, { kind: "retry", afterMilliseconds: 60_000 }],
    [-1, { kind: "retry", afterMilliseconds: null, mayHaveArrived: false, fault: "对方服务器忙，稍后再试（-1）" }],
    [40164, { kind: "retry", afterMilliseconds: 600_000 }],
  ])("end with errcode %d as it means", async (errcode, outcome) => {
    const { send } = await open();
    wechat.fail({ body: { errcode, errmsg: "token-1 of an-openid" } });
    const met = await send();
    expect(met).toMatchObject(outcome);
    expect(JSON.stringify(met)).not.toMatch(/token-1|openid/);
  });

  it("may have arrived where the answer cannot be read", async () => {
    const { send } = await open();
    wechat.fail({ body: "<html>" });
    expect(await send()).toMatchObject({ kind: "retry", mayHaveArrived: true });
  });

  it("are not sent with a time that nobody gave", async () => {
    const { channel } = await open();
    expect(await channel.send(reminder({ dueDay: null }))).toEqual({
      kind: "refused",
      fault: "模板要求填日期，这条没有日期（time2）",
    });
    expect(wechat.received).toEqual([]);
  });
});
