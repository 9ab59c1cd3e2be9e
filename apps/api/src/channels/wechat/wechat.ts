import {
  type Channel,
  createChannel,
  type OutgoingMessage,
  patienceMilliseconds,
  type SendOutcome,
} from "../channel.ts";
import { busy, gone, misconfigured, refused, retry, unanswered } from "../outcomes.ts";
import { outcomeOfStatus, postJson, readAnswer } from "../post.ts";
import type { WechatAccount } from "../settings.ts";
import { templateData } from "./fields.ts";
import { createWechatToken } from "./token.ts";

type WechatTime = { patience?: number; elapsed?: () => number };

/** Notices of an official account to those who subscribed to them (订阅通知, message/subscribe/bizsend). */
export function createWechatChannel(
  account: WechatAccount,
  { patience = patienceMilliseconds, elapsed = () => performance.now() }: WechatTime = {},
): Channel {
  const { url, template, fields, perSecond } = account;
  const wechatToken = createWechatToken(account, { patience, elapsed });

  /** Null: the token is not taken any more. */
  async function post(token: string, body: unknown): Promise<SendOutcome | null> {
    const answer = await postJson({
      url: `${url}/cgi-bin/message/subscribe/bizsend?access_token=${encodeURIComponent(token)}`,
      body,
      patience,
    });
    if (answer.kind === "unanswered") return answer.outcome;
    return outcomeOfStatus(answer, "WECHAT_URL") ?? outcomeOfAnswer(answer.text);
  }

  return createChannel({ id: "wechat", perSecond }, async (message: OutgoingMessage) => {
    const data = templateData(fields, message);
    if (data === null) return refused("模板要求填日期，这条没有日期", fields.due ?? "");
    const [link] = message.links;
    const page = link === undefined ? {} : { page: link.url };
    const body = { touser: message.to, template_id: template, ...page, data };
    const first = await wechatToken.current();
    if ("outcome" in first) return first.outcome;
    const outcome = await post(first.token, body);
    if (outcome !== null) return outcome;
    const second = await wechatToken.after(first.token);
    if ("outcome" in second) return second.outcome;
    return (
      (await post(second.token, body)) ?? retry("微信不接受刚发的凭证，稍后再试", 40001, { afterMilliseconds: 60_000 })
    );
  });
}

const staleToken = [40001, 40014, 42001];
const goneCodes = new Map([
  [43101, "已退订，或没有订阅"],
  [43004, "已取消关注公众号"],
  [40003, "不是这个公众号的用户"],
]);
const refusedCodes = new Map([
  [40037, "模板编号不对，请核对设置 WECHAT_URL"],
  [47003, "内容不合模板的要求，请核对设置 WECHAT_URL"],
  [45168, "内容含有微信不收的词"],
]);
/** The account itself: its id, its secret, its right to this interface, the address of this machine. */
const settingCodes = [40013, 40125, 40164, 48001, 50002, 43107];

/** What WeChat says by its code. Its words are not passed on: they are English, and name addresses. */
function outcomeOfAnswer(text: string): SendOutcome | null {
  const { errcode: code } = readAnswer(text);
  if (typeof code !== "number") return unanswered("读不懂的回复");
  if (code === 0) return { kind: "sent", reference: messageNumber(text) };
  if (staleToken.includes(code)) return null;
  // The day's count begins anew at midnight, the minute's with the minute.
  if (code === 45009) return retry("今天的发送次数已用完，稍后再试", code, { afterMilliseconds: 3_600_000 });
  if (code === 45011) return busy(code, { afterMilliseconds: 60_000 });
  if (code === -1 || code === 43108) return busy(code);
  const goneWords = goneCodes.get(code);
  if (goneWords !== undefined) return gone(goneWords, code);
  if (settingCodes.includes(code)) return misconfigured("WECHAT_URL", code);
  return refused(refusedCodes.get(code) ?? "微信不收这条通知", code);
}

/** As a text: the number is longer than those that JSON's reader keeps whole. */
const messageNumber = (text: string) => /"msgid"\s*:\s*"?(\d+)/.exec(text)?.[1] ?? null;
