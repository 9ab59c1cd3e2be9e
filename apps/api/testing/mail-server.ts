import { once } from "node:events";
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** A message as its reader has it: its words, not their encoding. */
export type ReceivedMail = Pick<Email, "subject" | "text" | "html" | "messageId"> & { from: string; to: string };

/** What goes wrong with one message. */
export type MailFault =
  /** It is not taken, and told so: when the mailbox is named, or once the whole message has come. */
  | { at: "mailbox" | "message"; code: number; said: string }
  /** It is taken, and the connection breaks instead of the answer. */
  | "cut"
  /** It is taken, and no answer ever comes. */
  | "silent";

type MailServerOptions = {
  refuses?: boolean;
  /** Whether something goes wrong with a message to a mailbox; asked after those faults that were ordered by `fail`. */
  decideFault?: (mailbox: string) => MailFault | null;
  /** Told of every message that is taken, as it is taken. */
  onTaken?: (mail: ReceivedMail, fault: MailFault | null) => void;
};

/** A mail server that others wrote, on this machine. It keeps what it takes. */
export async function startMailServer({
  refuses = false,
  decideFault = () => null,
  onTaken = () => {},
}: MailServerOptions = {}) {
  const received: ReceivedMail[] = [];
  const ordered: MailFault[] = [];
  const faults = new WeakMap<SMTPServerSession, MailFault | null>();
  let heard = Promise.withResolvers<void>();
  const server = new SMTPServer({
    authOptional: true,
    // Without encryption, as a relay inside a house.
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo: ({ address }, session, answer) => {
      const fault = ordered.shift() ?? decideFault(address);
      faults.set(session, fault);
      if (refuses) answer(new Error("no such mailbox"));
      else answer(refusalAt("mailbox", fault));
    },
    onData: (stream, session, answer) => {
      const take = async (bytes: Buffer) => {
        const fault = faults.get(session) ?? null;
        const refusal = refusalAt("message", fault);
        if (refusal !== null) return answer(refusal);
        const { subject, text, html, messageId } = await PostalMime.parse(bytes);
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        const mail = { subject, text, html, messageId, from, to: rcptTo.map(({ address }) => address).join() };
        received.push(mail);
        onTaken(mail, fault);
        heard.resolve();
        heard = Promise.withResolvers();
        if (fault === null) answer();
        if (fault === "cut")
          for (const each of server.connections) if (each.session === session) each._socket.destroy();
      };
      // Whoever is gone in the middle of a message has handed nothing over.
      void collect(stream).then(take, () => {});
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}?from=noreply@example.org`,
    received,
    /** Orders what goes wrong with the next messages, one after the other. */
    fail: (...faults: readonly MailFault[]) => {
      ordered.push(...faults);
    },
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

function refusalAt(at: "mailbox" | "message", fault: MailFault | null): Error | null {
  if (fault === null || typeof fault === "string" || fault.at !== at) return null;
  return Object.assign(new Error(fault.said), { responseCode: fault.code });
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
