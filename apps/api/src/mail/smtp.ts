import { createTransport } from "nodemailer";
import type { MailServer } from "../settings.ts";
import type { MailSender } from "./mail.ts";

/** Longer than a busy mail server takes, shorter than a stop of ours may. */
const patienceMilliseconds = 15_000;

/** Sends through a mail server by SMTP. A password never goes over a connection that is not encrypted. */
export function createSmtpSender(
  { host, port, secure, credentials, from }: MailServer,
  patience = patienceMilliseconds,
): MailSender {
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: credentials !== null,
    ...(credentials === null ? {} : { auth: { user: credentials.user, pass: credentials.password } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A message is what we composed: nothing in it may name a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.indexOf("@") + 1);
  const underWay = new Set<Promise<{ messageId: string }>>();
  return {
    send: async ({ to, subject, text, html, id }) => {
      const messageId = id === undefined ? {} : { messageId: `<${encodeURIComponent(id)}@${domain}>` };
      // As an object the address is taken as it is, and never as a list.
      const sending = transport.sendMail({ from, to: { name: "", address: to }, subject, text, html, ...messageId });
      underWay.add(sending);
      try {
        return (await sending).messageId;
      } finally {
        underWay.delete(sending);
      }
    },
    close: async () => {
      await Promise.allSettled(underWay);
      transport.close();
    },
  };
}
