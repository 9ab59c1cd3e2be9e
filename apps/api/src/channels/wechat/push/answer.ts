import { type LinkingServices, linkChat, unlinkChat, wechatReader } from "../../../reminders/addresses/linking.ts";
import { readLinkingCode } from "../../../reminders/addresses/linking-code.ts";
import { personOf } from "../../../reminders/reader/person.ts";
import * as words from "./words.ts";

export type PushServices = LinkingServices & Parameters<typeof personOf>[0] & { publicUrl: string; demo: boolean };

/** What a reader writes to be left alone, on whichever keyboard. */
const ending = /^(解除|解除连接|退订|停止|td|unlink|\/unlink)$/iu;

/**
 * Answers what came from the official account. The same again comes to the same: WeChat repeats what was not answered in time.
 *
 * @returns null where nothing is said
 */
export async function answerPush(services: PushServices, message: ReadonlyMap<string, string>): Promise<string | null> {
  const openid = message.get("FromUserName") ?? "";
  if (openid === "") return null;
  const reader = wechatReader(openid);
  const kind = message.get("MsgType");
  if (kind === "event") {
    const event = message.get("Event");
    if (event === "unsubscribe") await unlinkChat(services, reader, "gone");
    return event === "subscribe" ? words.howToLink(services.publicUrl) : null;
  }
  const said = kind === "text" ? (message.get("Content") ?? "").normalize("NFKC").trim() : "";
  if (ending.test(said)) return words.unlinkedWords(await unlinkChat(services, reader));
  const code = readLinkingCode(said);
  if (code === null) return words.howToLink(services.publicUrl);
  const outcome = await linkChat(services, reader, code);
  if (outcome.kind === "unusable") return words.unusableCodeWords;
  if (outcome.kind === "slow_down") return words.slowDownWords(outcome.seconds);
  const { recipient, replaced } = outcome.linked;
  const person = await personOf(services, recipient, services.demo);
  return person === null ? words.unusableCodeWords : words.linkedWords(person.account.name, replaced);
}
