import { afterEach, describe, expect, it } from "vitest";
import { reminder } from "../../testing/channels/message.ts";
import type { ProviderFault } from "../../testing/channels/provider.ts";
import { startSmsGateway } from "../../testing/channels/sms-gateway.ts";
import { startWechat } from "../../testing/channels/wechat.ts";
import { startWecom } from "../../testing/channels/wecom.ts";
import { readSettings } from "../settings.ts";
import type { Channel } from "./channel.ts";
import { createSmsChannel } from "./sms.ts";
import { createWechatChannel } from "./wechat/wechat.ts";
import { createWecomChannel } from "./wecom.ts";

type Opened = {
  channel: Channel;
  provider: { received: unknown[]; fail: (...faults: ProviderFault[]) => void; stop: () => Promise<void> };
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function given<Value>(value: Value | null): Value {
  if (value === null) throw new Error("the setting names nothing");
  return value;
}

const openSms = async (patience?: number): Promise<Opened> => {
  const provider = await startSmsGateway();
  return { provider, channel: createSmsChannel(given(readSettings({ SMS_URL: provider.url }).smsGateway), patience) };
};
const openWechat = async (patience?: number): Promise<Opened> => {
  const provider = await startWechat();
  const account = given(readSettings({ WECHAT_URL: provider.url }).wechatAccount);
  return { provider, channel: createWechatChannel(account, patience === undefined ? {} : { patience }) };
};
const openWecom = async (patience?: number): Promise<Opened> => {
  const provider = await startWecom();
  const robots = given(readSettings({ WECOM_URL: provider.url }).wecomRobots);
  return { provider, channel: createWecomChannel(robots, patience === undefined ? {} : { patience }) };
};

describe.each([
  ["sms", "SMS_URL", openSms],
  ["wechat", "WECHAT_URL", openWechat],
  ["wecom", "WECOM_URL", openWecom],
] as const)("the channel %s", (id, setting, open) => {
  const message = reminder({ to: id === "wecom" ? "a-secret-key" : "13800000001" });

  async function meet(fault: ProviderFault, patience?: number) {
    const { channel, provider } = await open(patience);
    stops.push(provider.stop);
    provider.fail(fault);
    const outcome = await channel.send(message);
    expect(JSON.stringify(outcome)).not.toMatch(/a-secret|a-token|token-|an-appid|127\.0\.0\.1/);
    return { outcome, received: provider.received, channel };
  }

  it("hands a message over, and the same one again on a second try", async () => {
    const { channel, provider } = await open();
    stops.push(provider.stop);
    expect(channel.id).toBe(id);
    expect([await channel.send(message), await channel.send(message)]).toMatchObject([
      { kind: "sent" },
      { kind: "sent" },
    ]);
    const [first, second] = provider.received;
    expect(second).toEqual(first);
    expect(JSON.stringify(first).replaceAll("-", "")).toContain(message.id.replaceAll("-", ""));
  });

  it.each([
    [{ status: 429, headers: { "retry-after": "30" }, body: {} }, 30_000, false],
    [{ status: 503, headers: { "retry-after": "0" }, body: {} }, 0, false],
    [{ status: 429, headers: { "retry-after": "soon" }, body: {} }, null, false],
    [{ status: 500, body: "<h1>a-secret</h1>" }, null, true],
    [{ status: 504, body: {} }, null, true],
  ])("tries again after %j", async (fault, afterMilliseconds, mayHaveArrived) => {
    const { outcome, received } = await meet(fault);
    expect(outcome).toEqual({
      kind: "retry",
      afterMilliseconds,
      mayHaveArrived,
      fault: `对方服务器忙，稍后再试（HTTP ${fault.status}）`,
    });
    expect(received).toEqual([]);
  });

  it("holds an instant to try again at against the provider's own clock", async () => {
    const headers = { date: "Thu, 01 Jan 2026 00:00:00 GMT", "retry-after": "Thu, 01 Jan 2026 00:02:00 GMT" };
    expect((await meet({ status: 429, headers, body: {} })).outcome).toMatchObject({ afterMilliseconds: 120_000 });
  });

  it.each([
    ["lost", 0],
    ["cut", 1],
  ] as const)("knows that a message may have arrived whose connection was %s", async (fault, taken) => {
    const { outcome, received, channel } = await meet(fault);
    expect(outcome).toMatchObject({ kind: "retry", mayHaveArrived: true });
    expect(received).toHaveLength(taken);
    expect(await channel.send(message)).toMatchObject({ kind: "sent" });
  });

  it("waits for an answer as long as its patience, and the message may have arrived", async () => {
    expect((await meet("silent", 1_500)).outcome).toEqual({
      kind: "retry",
      afterMilliseconds: null,
      mayHaveArrived: true,
      fault: "对方没有回音，可能已经收到，稍后再试（超时）",
    });
  });

  it("knows that nothing has arrived where nobody listens", async () => {
    const { channel, provider } = await open();
    await provider.stop();
    expect(await channel.send(message)).toEqual({
      kind: "retry",
      afterMilliseconds: null,
      mayHaveArrived: false,
      fault: "连不上对方服务器，稍后再试（ECONNREFUSED）",
    });
  });

  it.each([401, 403, 404, 302, 307])("loses no message for a setting that HTTP %d speaks of", async (status) => {
    const other = await startWecom();
    stops.push(other.stop);
    const location = `${other.url}/cgi-bin/webhook/send?key=elsewhere`;
    const { outcome } = await meet({ status, headers: { location }, body: {} });
    expect(outcome).toEqual({
      kind: "retry",
      afterMilliseconds: 600_000,
      mayHaveArrived: false,
      fault: `对方不接受本系统的凭证或地址，请核对设置 ${setting}（HTTP ${status}）`,
    });
    // No redirection is followed: neither the number nor the credentials go anywhere else.
    expect(other.received).toEqual([]);
  });

  it("never takes again a message of which a status says that it is bad", async () => {
    expect((await meet({ status: 400, body: { code: "bad text, a-secret" } })).outcome).toMatchObject(
      id === "sms" ? { kind: "refused", fault: "短信网关不收这条内容（HTTP 400）" } : { kind: "retry" },
    );
  });

  it("reads no more than a provider has to say", async () => {
    const { outcome } = await meet({ status: 400, body: "x".repeat(10_000_000) });
    expect(outcome.kind).toBe(id === "sms" ? "refused" : "retry");
  });

  it("ends once what is under way is settled", async () => {
    const { channel, provider } = await open();
    stops.push(provider.stop);
    const sending = channel.send(message);
    await channel.close();
    expect(provider.received).toHaveLength(1);
    expect(await sending).toMatchObject({ kind: "sent" });
  });
});
