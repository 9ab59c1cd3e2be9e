import { createHash } from "node:crypto";
import { z } from "zod";
import { type Asked, type DecideFault, type ProviderFault, type Reply, startProvider } from "./provider.ts";

const tokenSchema = z.strictObject({
  grant_type: z.literal("client_credential"),
  appid: z.literal("an-appid"),
  secret: z.literal("a-secret"),
  force_refresh: z.boolean(),
});

/** By the letters of a field's name, what WeChat lets stand in it. */
const fieldForms: Readonly<Record<string, RegExp>> = {
  thing: /^[^\p{Cc}]{1,20}$/u,
  time: /^\d{4}年\d{1,2}月\d{1,2}日 ([01]\d|2[0-3]):[0-5]\d$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日$/,
  character_string: /^[\x21-\x7e]{1,32}$/,
};

const noticeSchema = z.strictObject({
  touser: z.string(),
  template_id: z.string(),
  page: z.url().optional(),
  data: z.record(z.string(), z.strictObject({ value: z.string() })),
});

/** A notice that was taken. */
export type ReceivedNotice = z.infer<typeof noticeSchema>;

/** Longer than the numbers that JSON's reader keeps whole. */
const firstMessageNumber = 2_884_903_142_867_017_729n;

/** What the account's settings and the product both know, and what the account is called. */
export const pushToken = "apushtoken2026";
export const accountName = "郑州工信";

const written = ([name, value]: readonly [string, string]) => `<${name}><![CDATA[${value}]]></${name}>`;

/** What WeChat's servers send where somebody writes to the account: signed, by its own reckoning. @param at when it is sent */
export function pushOf(
  openid: string,
  fields: Readonly<Record<string, string>>,
  { at, token = pushToken }: { at: Date; token?: string },
): { query: string; body: string } {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const nonce = "1372623149";
  const signature = createHash("sha1").update([nonce, timestamp, token].toSorted().join(""), "utf8").digest("hex");
  const all = { ToUserName: "gh_account", FromUserName: openid, ...fields };
  return {
    query: `signature=${signature}&timestamp=${timestamp}&nonce=${nonce}&openid=${openid}`,
    body: `<xml>${Object.entries(all).map(written).join("\n")}<CreateTime>${timestamp}</CreateTime><MsgId>7</MsgId></xml>`,
  };
}

/** WeChat's interface for one official account, on this machine. It keeps the notices that it takes. */
export async function startWechat(options: { decideFault?: DecideFault } = {}) {
  const received: ReceivedNotice[] = [];
  const tokenRequests: { isForced: boolean }[] = [];
  const tokenFaults: Reply[] = [];
  let generation = 1;
  const token = () => `token-${generation}`;

  function giveToken({ body }: Asked): Reply {
    const fault = tokenFaults.shift();
    if (fault !== undefined) return fault;
    const asked = tokenSchema.safeParse(body);
    if (!asked.success) return { body: { errcode: 40013, errmsg: "invalid appid" } };
    tokenRequests.push({ isForced: asked.data.force_refresh });
    if (asked.data.force_refresh) generation += 1;
    return { body: { access_token: token(), expires_in: 7_200 } };
  }

  function takeNotice({ query, body }: Asked): Reply {
    if (query.get("access_token") !== token()) return { body: { errcode: 40001, errmsg: "invalid credential" } };
    const notice = noticeSchema.safeParse(body);
    if (!notice.success) return { body: { errcode: 47001, errmsg: "data format error" } };
    for (const [field, { value }] of Object.entries(notice.data.data)) {
      const form = fieldForms[field.replace(/\d+$/, "")];
      if (form?.test(value) !== true)
        return { body: { errcode: 47003, errmsg: `argument invalid! data.${field}.value invalid` } };
    }
    received.push(notice.data);
    const number = firstMessageNumber + BigInt(received.length);
    return { body: `{"errcode":0,"errmsg":"ok","msgid":${number}}` };
  }

  const isMessage = ({ path }: Asked) => path === "/cgi-bin/message/subscribe/bizsend";
  const provider = await startProvider({
    decideFault: options.decideFault,
    isMessage,
    take: (asked) => {
      if (isMessage(asked)) return takeNotice(asked);
      return asked.path === "/cgi-bin/stable_token" ? giveToken(asked) : { status: 404, body: {} };
    },
  });
  return {
    ...provider,
    /** The setting that leads to it. */
    url: `http://an-appid:a-secret@${provider.address}?template=a-template&heading=thing1&due=time2&note=thing3&id=character_string4&token=${pushToken}&name=${encodeURIComponent(accountName)}`,
    received,
    tokenRequests,
    /** Its token is not taken any more, and another one is given. */
    renewToken: () => {
      generation += 1;
    },
    /** Orders what the next questions for a token are answered. */
    failToken: (...faults: readonly Exclude<ProviderFault, string>[]) => {
      tokenFaults.push(...faults);
    },
  };
}
