import { maskTelephones } from "../reviews/telephones.ts";
import {
  type Channel,
  createChannel,
  type OutgoingMessage,
  patienceMilliseconds,
  type SendOutcome,
} from "./channel.ts";
import { busy, gone, refused, retry, unanswered } from "./outcomes.ts";
import { outcomeOfStatus, postJson, readAnswer } from "./post.ts";
import { createRateWindow, type RateWindow } from "./rate-window.ts";
import type { WecomRobots } from "./settings.ts";
import { wecomText } from "./wecom-text.ts";

type WecomTime = { patience?: number; elapsed?: () => number };

/** WeCom takes 20 messages a minute from a robot. */
const ofOneRobot = { places: 20, milliseconds: 60_000 };

/**
 * Robots of WeCom groups, which only speak. A robot that has said its twenty of a minute is not waited for: the message comes back, to be tried when
 * there is room again, so that the other groups are not kept waiting.
 */
export function createWecomChannel(
  { url }: WecomRobots,
  { patience = patienceMilliseconds, elapsed = () => performance.now() }: WecomTime = {},
): Channel {
  const windows = new Map<string, RateWindow>();
  const windowOf = (key: string) => {
    const window = windows.get(key) ?? createRateWindow(ofOneRobot, elapsed);
    windows.set(key, window);
    return window;
  };

  // Each robot has its own count; for all of them together WeCom names none.
  return createChannel({ id: "wecom", perSecond: 20 }, async (message: OutgoingMessage): Promise<SendOutcome> => {
    const { to: key } = message;
    if (!/^[\w-]{1,64}$/.test(key)) return gone("这不是群机器人的密钥", "未发送");
    const window = windowOf(key);
    const wait = window.take();
    if (wait > 0)
      return retry("这个群一分钟内的消息已满，稍后再试", "每分钟20条", { afterMilliseconds: Math.ceil(wait) });
    const answer = await postJson({
      url: `${url}/cgi-bin/webhook/send?key=${key}`,
      body: { msgtype: "text", text: { content: wecomText(withoutTelephones(message)) } },
      patience,
    });
    if (answer.kind === "unanswered") return answer.outcome;
    const outcome = outcomeOfStatus(answer, "WECOM_URL");
    if (outcome !== null) return outcome;
    const { errcode: code } = readAnswer(answer.text);
    if (code === 45009) window.fill();
    return outcomeOfCode(code);
  });
}

/** Everybody in the group reads along. Addresses stay as they are: the digits in them are nobody's telephone. */
function withoutTelephones(message: OutgoingMessage): OutgoingMessage {
  const { heading, paragraphs } = message;
  return { ...message, heading: maskTelephones(heading), paragraphs: paragraphs.map(maskTelephones) };
}

/** What WeCom says by its code. Its words are not passed on: they are English, and name addresses. */
function outcomeOfCode(code: unknown): SendOutcome {
  if (typeof code !== "number") return unanswered("读不懂的回复");
  if (code === 0) return { kind: "sent", reference: null };
  if (code === 45009) return busy(code, { afterMilliseconds: ofOneRobot.milliseconds });
  if (code === -1 || code === 45033) return busy(code);
  if (code === 93000) return gone("群机器人已移除，或密钥已更换", code);
  return refused("企业微信不收这条消息", code);
}
