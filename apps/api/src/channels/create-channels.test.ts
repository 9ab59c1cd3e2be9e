import { afterEach, describe, expect, it } from "vitest";
import { reminder } from "../../testing/channels/message.ts";
import { startWecom } from "../../testing/channels/wecom.ts";
import { startMailServer } from "../../testing/mail-server.ts";
import { createSmtpSender } from "../mail/smtp.ts";
import { readSettings } from "../settings.ts";
import { createChannels } from "./create-channels.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function open(environment: Record<string, string>, time: { elapsed?: () => number } = {}) {
  const settings = readSettings(environment);
  const mail = settings.mailServer === null ? null : createSmtpSender(settings.mailServer);
  return createChannels(settings, { mail, ...time });
}

describe("the channels", () => {
  it("are those that the settings open, at the rate that they say", () => {
    expect([...open({})]).toEqual([]);
    const channels = open({
      SMTP_URL: "smtp://127.0.0.1?from=noreply@example.org&rate=3",
      SMS_URL: "https://a-token@sms.example.org/send?rate=50",
      WECHAT_URL: "https://an-appid:a-secret@api.weixin.qq.com?template=T&heading=thing1",
      WECOM_URL: "https://qyapi.weixin.qq.com",
    });
    expect([...channels].map(([id, channel]) => [id, channel.id, channel.perSecond])).toEqual([
      ["mail", "mail", 3],
      ["sms", "sms", 50],
      ["wechat", "wechat", 20],
      ["wecom", "wecom", 20],
    ]);
  });

  it("count by the time that they are given, even where it is set back", async () => {
    const wecom = await startWecom();
    stops.push(wecom.stop);
    let now = 1_000_000;
    const robots = open({ WECOM_URL: wecom.url }, { elapsed: () => now }).get("wecom");
    const say = () => robots?.send(reminder({ to: "a-key" }));
    for (let count = 0; count < 20; count += 1) await say();
    expect(await say()).toMatchObject({ kind: "retry", afterMilliseconds: 60_000 });
    now = 0;
    expect(await say()).toMatchObject({ kind: "sent" });
  });

  it("of the demonstration say first of all that nothing of it counts", async () => {
    const [wecom, mailServer] = [await startWecom(), await startMailServer()];
    stops.push(wecom.stop, mailServer.stop);
    const channels = open({ DEMO: "1", WECOM_URL: wecom.url, SMTP_URL: mailServer.url });
    await channels.get("wecom")?.send(reminder({ to: "a-key" }));
    await channels.get("mail")?.send(reminder({ to: "zhang@example.org" }));
    expect(wecom.received[0]?.content).toMatch(/^演示，不具效力：信用报告快过月了\n/);
    expect(mailServer.received[0]?.text).toMatch(/^演示数据，不具效力。/);
  });
});
