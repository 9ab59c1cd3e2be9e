import { once } from "node:events";
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A message as its reader has it: its words, not their encoding. */
export type ReceivedMail = Pick<Email, "subject" | "text" | "html"> & { from: string; to: string };

/** A mail server that others wrote, on this machine. It keeps what it takes. */
export async function startMailServer(options: { refuses?: boolean } = {}) {
  const received: ReceivedMail[] = [];
  let heard = Promise.withResolvers<void>();
  const server = new SMTPServer({
    authOptional: true,
    // Without encryption, as a relay inside a house.
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo: (_address, _session, answer) => answer(options.refuses ? new Error("no such mailbox") : null),
    onData: (stream, session, answer) => {
      void collect(stream).then(async (bytes) => {
        const { subject, text, html } = await PostalMime.parse(bytes);
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        received.push({ subject, text, html, from, to: rcptTo.map(({ address }) => address).join() });
        heard.resolve();
        heard = Promise.withResolvers();
        answer();
      });
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}?from=noreply@example.org`,
    received,
    /** The first message to a mailbox after those that were looked at before; waits until there is one. */
    next: async (to: string): Promise<ReceivedMail> => {
      for (;;) {
        const at = received.findIndex((mail) => mail.to === to);
        const [found] = at < 0 ? [] : received.splice(at, 1);
        if (found !== undefined) return found;
        await heard.promise;
      }
    },
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
