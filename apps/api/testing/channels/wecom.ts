import { z } from "zod";
import { type DecideFault, startProvider } from "./provider.ts";

const saidSchema = z.strictObject({
  msgtype: z.literal("text"),
  text: z.strictObject({ content: z.string().min(1) }),
});

const longestText = 2_048;

/** What a robot has said. */
export type ReceivedGroupMessage = { key: string; content: string };

/** WeCom's address for the robots of groups, on this machine. It keeps what they say, and knows every key but those that begin with "removed". */
export async function startWecom(options: { decideFault?: DecideFault } = {}) {
  const received: ReceivedGroupMessage[] = [];
  const provider = await startProvider({
    decideFault: options.decideFault,
    take: ({ path, query, body }) => {
      const key = query.get("key") ?? "";
      if (path !== "/cgi-bin/webhook/send" || key === "" || key.startsWith("removed")) {
        return { body: { errcode: 93000, errmsg: `invalid webhook url, key ${key}` } };
      }
      const said = saidSchema.safeParse(body);
      if (!said.success) return { body: { errcode: 40008, errmsg: "invalid message type" } };
      const { content } = said.data.text;
      if (Buffer.byteLength(content) > longestText)
        return { body: { errcode: 40058, errmsg: "content exceeds max length" } };
      received.push({ key, content });
      return { body: { errcode: 0, errmsg: "ok" } };
    },
  });
  return {
    ...provider,
    /** The setting that leads to it. */
    url: `http://${provider.address}`,
    received,
  };
}
