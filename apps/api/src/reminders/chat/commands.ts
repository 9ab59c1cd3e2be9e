import type { DialogInput } from "@shifan/dialog";

/** What somebody in a chat may ask about reminders, in the words of a button or their own. */
export type ReminderCommand = "remind" | "reminders" | "mute" | "unmute" | "unlink";

/** Whole messages only, as with the commands of the self-check: inside an answer these words are part of it. */
const patterns: readonly (readonly [RegExp, ReminderCommand])[] = [
  [/^(?:请|麻烦|到时(?:候)?|年底前)?提醒(?:一?下)?我(?:一?下|吧)?$|^(?:开通|设置|我要)提醒$/u, "remind"],
  [/^(?:看|看看|查看)?(?:我的)?提醒(?:设置)?$/u, "reminders"],
  [/^(?:暂停|停一?下|先停)(?:发)?提醒$/u, "mute"],
  [/^(?:恢复|继续)提醒$/u, "unmute"],
  [/^(?:解除|取消|关闭|停用|不要(?:再)?|别(?:再)?)提醒(?:我)?(?:了)?$/u, "unlink"],
];
const commands: readonly string[] = ["remind", "reminders", "mute", "unmute", "unlink"] satisfies ReminderCommand[];

/** A command about reminders; null where the input is anything else, and the self-check's. */
export function readReminderCommand(input: DialogInput): ReminderCommand | null {
  if ("facts" in input) return null;
  const text =
    "action" in input
      ? input.action
      : input.text
          .normalize("NFKC")
          .trim()
          .replace(/[。.!！~\s]+$/u, "");
  const name = "action" in input ? text : /^\/(\w+)$/.exec(text)?.[1];
  if (name !== undefined) return commands.includes(name) ? (name as ReminderCommand) : null;
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
