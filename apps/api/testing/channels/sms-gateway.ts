import { z } from "zod";
import { type DecideFault, startProvider } from "./provider.ts";

/** The protocol of docs/operations.md, as a gateway sees it. */
const smsSchema = z.strictObject({
  to: z.string(),
  text: z.string().refine((text) => text.length + "【】".length + 16 <= 134 && !text.startsWith("【")),
  id: z.string(),
});

/** A short message that was taken. */
export type ReceivedSms = z.infer<typeof smsSchema>;

/** An SMS gateway on this machine. It keeps what it takes, and knows every number but those that end in 0000. */
export async function startSmsGateway(options: { decideFault?: DecideFault } = {}) {
  const received: ReceivedSms[] = [];
  const authorizations: (string | undefined)[] = [];
  const provider = await startProvider({
    decideFault: options.decideFault,
    take: ({ method, path, headers, body }) => {
      authorizations.push(headers.authorization);
      const sms = smsSchema.safeParse(body);
      if (method !== "POST" || path !== "/send") return { status: 404, body: {} };
      if (!sms.success) return { status: 400, body: { code: "bad_request" } };
      if (sms.data.to.endsWith("0000")) return { status: 404, body: { code: "unknown_number" } };
      received.push(sms.data);
      return { body: { reference: `sms-${received.length}` } };
    },
  });
  return {
    ...provider,
    /** The setting that leads to it. */
    url: `http://a-token@${provider.address}/send`,
    received,
    authorizations,
  };
}
