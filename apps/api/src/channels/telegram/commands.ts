import type { ChatInput } from "@shifan/contract";
import { readLinkingCode } from "../../reminders/addresses/linking-code.ts";
import { readReminderCommand } from "../../reminders/chat/commands.ts";
import { type DeliveryAnswerAct, deliveryAnswers } from "../../reminders/reader/answers.ts";

type PlainCommand = "remind" | "consent" | "decline" | "unlink" | "unmute" | "reminders" | "todo" | "case" | "file";

/** What somebody in a chat of Telegram may ask that is no part of the self-check. */
export type TelegramCommand =
  /** Null: without a code, or with something that is none. */
  | { kind: "link"; code: string | null }
  | { [Kind in PlainCommand]: { kind: Kind } }[PlainCommand]
  /** For how long, as it was said. */
  | { kind: "mute"; said: string }
  | { kind: "answer"; act: DeliveryAnswerAct; deliveryId: string }
  /** What a message told of, one by one. */
  | { kind: "each"; messageId: string };

/** The actions of our buttons. The id of a delivery fits the 48 bytes that an action may have. */
export const actions = {
  consent: "r:yes",
  decline: "r:no",
  file: "r:file",
  answer: (act: DeliveryAnswerAct, deliveryId: string) => `r:${lettersOf[act]}:${deliveryId}`,
  each: (messageId: string) => `r:e:${messageId}`,
};
const lettersOf: Readonly<Record<DeliveryAnswerAct, string>> = { snooze: "s", done: "d", stop: "x", resume: "r" };

export const consentLabel = "好的，提醒我";
const plain = ["remind", "unlink", "unmute", "reminders", "todo", "case"] as const;

/** A command; null where the input is the self-check's. */
export function readTelegramCommand({ text, action }: ChatInput): TelegramCommand | null {
  if (action !== undefined) return ofAction(action);
  return text === undefined ? null : ofText(text);
}

function ofAction(action: string): TelegramCommand | null {
  if (action === actions.consent) return { kind: "consent" };
  if (action === actions.decline) return { kind: "decline" };
  if (action === actions.file) return { kind: "file" };
  const [, letter, id = ""] = /^r:([a-z]):([\w-]{1,40})$/.exec(action) ?? [];
  if (letter === "e") return { kind: "each", messageId: id };
  const act = deliveryAnswers.find((each) => lettersOf[each] === letter);
  if (act !== undefined) return { kind: "answer", act, deliveryId: id };
  return ofWords(action);
}

/** The name of a command and what stands behind it. */
function ofWords(words: string): TelegramCommand | null {
  const [, name = "", said = ""] = /^(\w+)(?:\s+(.*))?$/su.exec(words) ?? [];
  if (name === "link") return { kind: "link", code: readLinkingCode(said) };
  // A link of ours into the bot brings its code along; any other is a beginning like every other.
  if (name === "start") return readLinkingCode(said) === null ? null : { kind: "link", code: readLinkingCode(said) };
  if (name === "mute") return { kind: "mute", said };
  const known = plain.find((each) => each === name);
  return known === undefined ? null : { kind: known };
}

function ofText(text: string): TelegramCommand | null {
  const said = text
    .normalize("NFKC")
    .trim()
    .replace(/[。.!！~\s]+$/u, "");
  const code = readLinkingCode(said);
  if (code !== null) return { kind: "link", code };
  if (said === consentLabel.normalize("NFKC")) return { kind: "consent" };
  if (/^(?:看|看看|查看)?我的(?:事项|申报|事)(?:到哪(?:一步)?了?)?$|^办到哪(?:一步)?了$/u.test(said)) {
    return { kind: "case" };
  }
  if (/^(?:连接|绑定)账号$/u.test(said)) return { kind: "link", code: null };
  const [, muted] = /^(?:暂停|先?停)(?:提醒)?(.{1,12})$/u.exec(said) ?? [];
  if (muted !== undefined && /[天周月日]|星期|礼拜/u.test(muted)) return { kind: "mute", said: muted };
  const command = readReminderCommand({ text });
  return command === null ? null : command === "mute" ? { kind: "mute", said: "" } : { kind: command };
}
