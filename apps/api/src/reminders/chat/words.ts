import type { ContactChannel } from "@shifan/contract";
import { reminderChannelLabels } from "@shifan/contract";
import type { Choice, DialogContext, Message } from "@shifan/dialog";
import { codeMinutes } from "../addresses/contact-code.ts";
import { spellDay } from "../spell.ts";

/** What is said about reminders in a chat. */

const say = (lines: readonly string[], choices: readonly Choice[] = []): Message => ({
  text: lines.join("\n"),
  choices: [...choices],
  files: [],
});

export const noThanks: Choice = { label: "不用了", action: "remind:no" };
export const remindChoice: Choice = { label: "提醒我", action: "remind" };
const back: Choice = { label: "看结果", action: "result" };
const wayLabels: Readonly<Record<ContactChannel, string>> = { mail: "发邮件", sms: "发短信" };

/** What would be sent, how often, and how to end it: said before anything is asked. */
export function consentWords(
  { policy, today, round }: Pick<DialogContext, "policy" | "today" | "round">,
  offered: readonly ContactChannel[],
): Message {
  const { quiet_hours: quiet } = policy.document.reminders;
  const year = Number(today.slice(0, 4));
  const dates =
    round === null
      ? "申报时间公布、截止、延期"
      : `${round.year}年度申报截止（${spellDay(round.submissionDeadline, today)}24:00）、延期，下一年度申报时间公布`;
  return say(
    [
      "**到日子提醒您。**",
      `· 会发：${dates}；只差时间的，够时间那天；今年还能补的，年底前。每件事到时候发一次。`,
      `· 不发：广告；晚上${quiet.from}到早上${quiet.until}也不发，截止前来不及的除外。`,
      "· 想停：在这里回“解除提醒”，或打开消息里的“提醒设置”。",
      `· 保存：联系方式加密，只用来发提醒；停用即不再使用；以后不再来，这份自查最晚保存到${year + 1}年12月31日。`,
      "同意的话，选一种方式：",
    ],
    [...offered.map((channel) => ({ label: wayLabels[channel], action: `remind:${channel}` })), noThanks],
  );
}

/** Where nothing can be sent from, the dates are where they are published. */
export const noWayWords = (): Message =>
  say(["这里还不能发提醒。", "申报时间公布、截止、延期，都登在本站“公示和公告”，首页也看得到还有几天。"]);

export const addressWords = (channel: ContactChannel, lead: readonly string[] = []): Message =>
  say(
    [
      ...lead,
      channel === "mail"
        ? "提醒发到哪个邮箱？请写在这里，例如 name@example.org。"
        : "提醒发到哪个手机号？请写11位手机号。",
    ],
    [noThanks],
  );

export const notAnAddress = (channel: ContactChannel): string =>
  channel === "mail" ? "这不像一个邮箱，请再核对。" : "这不像一个手机号，请再核对。";

export const codeWords = (address: string, lead: readonly string[] = []): Message =>
  say(
    [...lead, `收到的6位验证码是多少？已发到${address}，${codeMinutes}分钟内有效，填对才开通。`],
    [{ label: "没收到，重发", action: "remind:again" }, noThanks],
  );

/** The page has it at its foot; words of a chat are no links. */
const settingsLine = "改设置、看提醒过什么，在本站“提醒”页，页面最下方有入口。";

export const openedWords = (channel: ContactChannel, address: string): Message =>
  say(
    [
      `**好了，提醒会${wayLabels[channel]}到${address}。**`,
      "随时可以回“我的提醒”查看，回“暂停提醒”或“解除提醒”停下。",
      settingsLine,
    ],
    [back],
  );

export const declinedWords = (): Message => say(["好的，不提醒。想要时回“提醒我”。"], [back]);

export const unlinkedWords = (): Message =>
  say(["**已解除，不再发提醒。**", "联系方式不再使用。想再要提醒，回“提醒我”。"], [remindChoice, back]);

export const nothingOpenWords = (canOpen: boolean): Message =>
  say(["现在没有开通提醒。"], canOpen ? [remindChoice, back] : [back]);

export const mutedWords = (until: string, today: string): Message =>
  say(
    [`**已暂停到${spellDay(until, today)}。**`, "暂停期间到日子的事只放在站内“提醒”里，不补发。"],
    [{ label: "恢复提醒", action: "unmute" }, back],
  );

export const unmutedWords = (): Message => say(["**已恢复提醒。**"], [back]);

/** How somebody is reminded now. */
export function statusWords(
  ways: readonly { channel: keyof typeof reminderChannelLabels; address: string; isPreferred: boolean }[],
  upcoming: readonly { title: string; on: string }[],
  { pausedUntil, today }: { pausedUntil: string | null; today: string },
): Message {
  const lines = ways.map(
    ({ channel, address, isPreferred }) =>
      `· ${reminderChannelLabels[channel]} ${address}${isPreferred && ways.length > 1 ? "（提醒发到这里）" : ""}`,
  );
  const next = upcoming.slice(0, 3).map(({ title, on }) => `· ${spellDay(on, today)} ${title}`);
  return say(
    [
      "**提醒已开通：**",
      ...lines,
      ...(pausedUntil === null ? [] : [`现在暂停到${spellDay(pausedUntil, today)}。`]),
      ...(next.length === 0 ? [] : ["接下来：", ...next]),
      settingsLine,
    ],
    [
      pausedUntil === null ? { label: "暂停提醒", action: "mute" } : { label: "恢复提醒", action: "unmute" },
      { label: "解除提醒", action: "unlink" },
      back,
    ],
  );
}

export const waitWords = (seconds: number): string =>
  `验证码发得太勤了，请过${seconds < 90 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`}再试。`;
export const notSentWords = "验证码没有发出去，请核对后再写一次，或换一种方式。";
export const wrongCodeWords = "验证码不对，请核对刚收到的6位数字。";
export const goneCodeWords = "这个验证码已经不能用了，请点“没收到，重发”。";

const actionLabels: Readonly<Record<string, string>> = {
  remind: remindChoice.label,
  reminders: "我的提醒",
  mute: "暂停提醒",
  unmute: "恢复提醒",
  unlink: "解除提醒",
  "remind:mail": wayLabels.mail,
  "remind:sms": wayLabels.sms,
  "remind:again": "没收到，重发",
  "remind:no": noThanks.label,
};

/** What the person's own bubble shows for a tap. */
export const labelOfReminderAction = (action: string): string => actionLabels[action] ?? "（按钮）";
