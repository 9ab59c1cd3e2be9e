import { afterEach, describe, expect, it } from "vitest";
import { reminder } from "../../testing/channels/message.ts";
import { type MailFault, startMailServer } from "../../testing/mail-server.ts";
import { createSmtpSender } from "../mail/smtp.ts";
import { readSettings } from "../settings.ts";
import { createMailChannel } from "./mail.ts";

const servers: Awaited<ReturnType<typeof startMailServer>>[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function open({ patience, credentials = "" }: { patience?: number; credentials?: string } = {}) {
  const server = await startMailServer();
  servers.push(server);
  const { mailServer } = readSettings({ SMTP_URL: server.url.replace("smtp://", `smtp://${credentials}`) });
  if (mailServer === null) throw new Error("the setting names no server");
  const channel = createMailChannel(createSmtpSender(mailServer, patience), { perSecond: 10, demo: false });
  return { server, channel };
}

const to = "zhang@example.org";

describe("reminders by mail", () => {
  it("carry their words, their addresses and the same Message-ID on every attempt", async () => {
    const { server, channel } = await open();
    const reference = "<018f6a2e-7c11-7abc-9def-0123456789ab@example.org>";
    expect(await channel.send(reminder({ to }))).toEqual({ kind: "sent", reference });
    expect(await channel.send(reminder({ to }))).toEqual({ kind: "sent", reference });
    const [first, second] = server.received;
    expect(first).toMatchObject({
      to,
      subject: "信用报告快过月了",
      messageId: reference,
      text: expect.stringMatching(/还有2天。\n\n.*\n\n打开草稿\n\nhttps:\/\/sme\.example\.cn\/my\/applications\/42\n/),
    });
    expect(second).toEqual(first);
  });

  it("have a Message-ID that no id can break out of", async () => {
    const { server, channel } = await open();
    await channel.send(reminder({ to, id: "a>\r\nBcc: <li@example.org" }));
    expect(server.received).toMatchObject([{ to, messageId: "<a%3E%0D%0ABcc%3A%20%3Cli%40example.org@example.org>" }]);
  });

  it.each([
    [
      { at: "mailbox", code: 451, said: "greylisted" },
      { kind: "retry", fault: "对方服务器忙，稍后再试（451）" },
    ],
    [
      { at: "message", code: 452, said: "full" },
      { kind: "retry", fault: "对方服务器忙，稍后再试（452）" },
    ],
    [
      { at: "mailbox", code: 550, said: "5.1.1 no such mailbox" },
      { kind: "gone", fault: "没有这个邮箱，或已停用（550）" },
    ],
    [
      { at: "mailbox", code: 550, said: "5.7.1 blocked" },
      { kind: "refused", fault: "对方邮件服务器不收这封邮件（550）" },
    ],
    [{ at: "message", code: 550, said: "looks like spam" }, { kind: "refused" }],
    [
      { at: "mailbox", code: 554, said: "no" },
      { kind: "refused", fault: "对方邮件服务器不收这封邮件（554）" },
    ],
    [
      { at: "mailbox", code: 530, said: "sign in first" },
      { kind: "retry", afterMilliseconds: 600_000 },
    ],
  ] as const satisfies [MailFault, object][])("end with %j as it means", async (fault, outcome) => {
    const { server, channel } = await open();
    server.fail(fault);
    const met = await channel.send(reminder({ to }));
    expect(met).toMatchObject(outcome);
    if (met.kind === "retry") expect(met.mayHaveArrived).toBe(false);
    expect(server.received).toEqual([]);
    expect(await channel.send(reminder({ to }))).toMatchObject({ kind: "sent" });
  });

  it.each([
    ["", "gone"],
    ["nobody", "refused"],
    ["a b@c", "refused"],
  ])("are tried once with what is no address: %j", async (name, kind) => {
    const { server, channel } = await open();
    expect(await channel.send(reminder({ to: name }))).toMatchObject({ kind });
    expect(server.received).toEqual([]);
  });

  it("may have arrived where the connection broke after the message, and come again under the same number", async () => {
    const { server, channel } = await open();
    server.fail("cut");
    expect(await channel.send(reminder({ to }))).toMatchObject({ kind: "retry", mayHaveArrived: true });
    expect(await channel.send(reminder({ to }))).toMatchObject({ kind: "sent" });
    const [first, second] = server.received;
    expect(second?.messageId).toBe(first?.messageId);
  });

  it("may have arrived where no answer came to the message", async () => {
    const { server, channel } = await open({ patience: 1_500 });
    server.fail("silent");
    expect(await channel.send(reminder({ to }))).toEqual({
      kind: "retry",
      afterMilliseconds: null,
      mayHaveArrived: true,
      fault: "对方没有回音，可能已经收到，稍后再试（超时）",
    });
  });

  it("have not arrived where nobody listens", async () => {
    const { server, channel } = await open();
    await server.stop();
    servers.pop();
    expect(await channel.send(reminder({ to }))).toEqual({
      kind: "retry",
      afterMilliseconds: null,
      mayHaveArrived: false,
      fault: "连不上对方服务器，稍后再试（ECONNREFUSED）",
    });
  });

  it("show no password to a server that does not encrypt, nor to the reader of the fault", async () => {
    const { channel } = await open({ credentials: "an-id:a-secret@" });
    const met = await channel.send(reminder({ to }));
    expect(met).toMatchObject({ kind: "retry", afterMilliseconds: 600_000, mayHaveArrived: false });
    expect(JSON.stringify(met)).not.toMatch(/a-secret|an-id/);
  });
});
