import { afterEach, describe, expect, it } from "vitest";
import { startMailServer } from "../../testing/mail-server.ts";
import { readSettings } from "../settings.ts";
import { composeMail } from "./compose.ts";
import { createSmtpSender } from "./smtp.ts";

const servers: Awaited<ReturnType<typeof startMailServer>>[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function open(options: Parameters<typeof startMailServer>[0] = {}, credentials = "") {
  const server = await startMailServer(options);
  servers.push(server);
  const { mailServer } = readSettings({ SMTP_URL: server.url.replace("smtp://", `smtp://${credentials}`) });
  if (mailServer === null) throw new Error("the setting names no server");
  return { server, sender: createSmtpSender(mailServer) };
}

const letter = {
  to: "zhang@example.org",
  subject: "重设密码",
  paragraphs: ["第一段 <b>&", "https://example.org/a?b=1&c=2#d"],
};

describe("mail", () => {
  it("arrives with the same words as text and as HTML, in which only a whole address is a link", async () => {
    const { server, sender } = await open();
    await sender.send(composeMail(letter, { demo: false }));
    expect(await server.next("zhang@example.org")).toEqual({
      from: "noreply@example.org",
      to: "zhang@example.org",
      messageId: expect.stringMatching(/^<.+@example\.org>$/),
      subject: "重设密码",
      text: "第一段 <b>&\n\nhttps://example.org/a?b=1&c=2#d\n",
      html: expect.stringContaining(
        '<p>第一段 &lt;b&gt;&amp;</p>\n<p><a href="https://example.org/a?b=1&amp;c=2#d">https://example.org/a?b=1&amp;c=2#d</a></p>',
      ),
    });
    await sender.close();
  });

  it("of the demonstration says in the subject and first of all that it has no effect", async () => {
    const { subject, text, html } = composeMail(letter, { demo: true });
    expect(subject).toBe("【演示】重设密码");
    expect(text).toMatch(/^演示数据，不具效力。\n\n第一段/);
    expect(html).toContain("<body>\n<p>演示数据，不具效力。</p>");
  });

  it("goes to one mailbox, whatever the address looks like", async () => {
    const { server, sender } = await open();
    const to = "zhang@example.org, li@example.org";
    await sender.send(composeMail({ ...letter, to }, { demo: false })).catch(() => {});
    expect(server.received.flatMap((mail) => mail.to.split(","))).not.toContain("li@example.org");
    await sender.close();
  });

  it("tells its sender that the server did not take it", async () => {
    const { sender } = await open({ refuses: true });
    await expect(sender.send(composeMail(letter, { demo: false }))).rejects.toThrow("no such mailbox");
    await sender.close();
  });

  it("shows no password to a server that does not encrypt", async () => {
    const { server, sender } = await open({}, "an-id:a-secret@");
    await expect(sender.send(composeMail(letter, { demo: false }))).rejects.toThrow(/TLS/i);
    expect(server.received).toEqual([]);
    await sender.close();
  });

  it("that is under way is handed over before the sender closes", async () => {
    const { server, sender } = await open();
    const sent = sender.send(composeMail(letter, { demo: false }));
    await sender.close();
    expect(server.received).toHaveLength(1);
    await sent;
  });
});
