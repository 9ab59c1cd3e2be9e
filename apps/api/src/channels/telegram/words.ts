import type { Reminders } from "@shifan/contract";
import type { Choice, Message } from "@shifan/dialog";
import { daysAfter } from "@shifan/rules";
import { linkingMinutes } from "../../reminders/addresses/linking-code.ts";
import { spellDay } from "../../reminders/spell.ts";
import { actions, consentLabel } from "./commands.ts";

/** What is said about reminders in a chat of Telegram. */

const say = (lines: readonly string[], choices: readonly Choice[] = []): Message => ({
  text: lines.join("\n"),
  choices: [...choices],
  files: [],
});

const todo: Choice = { label: "我的待办", action: "todo" };
const settings: Choice = { label: "我的提醒", action: "reminders" };
const remind: Choice = { label: "提醒我", action: "remind" };
const mute: Choice = { label: "暂停一周", action: "mute 7天" };
const unmute: Choice = { label: "恢复提醒", action: "unmute" };
const unlink: Choice = { label: "解除连接", action: "unlink" };
export const remindChoice = remind;

/** How somebody with an account gets a code. */
export const howToLink = (publicUrl: string): Message =>
  say(
    [
      "**连接账号后，到期的事、缺的材料在这里提醒您。**",
      `登录 ${publicUrl}/reminders ，点“连接 Telegram”，把得到的8位编码发到这里，${linkingMinutes}分钟内有效，只能用一次。`,
      "没有账号、只做过自查的，点“提醒我”。",
    ],
    [remind],
  );

export const linkedWords = (name: string, isReplaced: boolean): Message =>
  say(
    [
      `**已连接${name}的账号。**`,
      ...(isReplaced ? ["这个聊天原来连接的是别人，那边不再往这里发。"] : []),
      "到期前在这里提醒您，每件事写明期限和条文；晚上和休息日不发，截止前来不及的除外。",
      "材料不从聊天里传。想停，发 /mute 或 /unlink。",
    ],
    [todo, settings],
  );

export const unusableCodeWords = (): Message =>
  say(["这个编码不能用了：可能写错、用过，或过了10分钟。", "请在登录后的页面重新取一个，发到这里。"]);

export const slowDownWords = (seconds: number): Message =>
  say([`试的次数太多了，请过${seconds < 90 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`}再发编码。`]);

/** What would be sent and how it ends: said before anything is kept. */
export const consentWords = ({ from, until }: { from: string; until: string }): Message =>
  say(
    [
      "**到日子在这里提醒您。**",
      "· 会发：申报开始、截止、延期；只差时间的，够时间那天；今年还能补的，年底前。每件事到时候发一次。",
      `· 不发：广告；晚上${from}到早上${until}也不发，截止前来不及的除外。`,
      "· 保存：这个聊天的编号，加密，只用来发提醒；连同您的自查答案。",
      "· 想停：发 /unlink，马上不再发。",
      "同意吗？",
    ],
    [
      { label: consentLabel, action: actions.consent },
      { label: "不用了", action: actions.decline },
    ],
  );

export const consentedWords = (): Message =>
  say(["**好了，到日子在这里提醒您。**", "发 /reminders 查看，发 /mute 暂停，发 /unlink 停止。"], [settings]);
export const declinedWords = (): Message => say(["好的，不提醒，也没有保存什么。想要时发“提醒我”。"]);
export const alreadyLinkedWords = (): Message => say(["这里已经开通提醒。"], [settings, unlink]);

export const unlinkedWords = (wasLinked: boolean): Message =>
  wasLinked
    ? say(["**已解除连接，不再往这里发。**", "站内“提醒”里还看得到。想再要，发“提醒我”或 /link。"])
    : say(["这里没有连接，不会发提醒。"], [remind]);

export const notLinkedWords = (): Message => say(["这里还没有开通提醒。"], [remind]);

export const mutedWords = (until: string, today: string): Message =>
  say(
    [
      `**已暂停到${spellDay(until, today)}（含当天），${spellDay(daysAfter(until, 1), today)}起恢复。**`,
      "暂停期间到日子的事只放在站内“提醒”里，不补发。期限不变。",
    ],
    [unmute],
  );
export const muteNotUnderstood = (): Message =>
  say(["暂停多久没看明白。可以写：/mute 3天、/mute 一周、/mute 直到9月1日，最长一年。"], [mute]);
export const unmutedWords = (): Message => say(["**已恢复提醒。**"], [settings]);

/** What comes next, and how to change it. */
export function settingsWords({ upcoming, pausedUntil, stopped }: Reminders, today: string): Message {
  return say(
    [
      "**这里已经开通提醒。**",
      ...(pausedUntil === null || pausedUntil < today ? [] : [`现在暂停到${spellDay(pausedUntil, today)}。`]),
      ...(upcoming.length === 0
        ? ["接下来没有已经排定的提醒；有了新的事，到日子提醒您。"]
        : [
            "接下来：",
            ...upcoming
              .slice(0, 5)
              .map(
                ({ on, title, dueOn, article }) =>
                  `· ${spellDay(on, today)} ${title}${dueOn === null ? "" : `，${spellDay(dueOn, today)}到期`}（${article}）`,
              ),
          ]),
      ...(stopped.length === 0 ? [] : ["不再提醒的：", ...stopped.slice(0, 5).map(({ title }) => `· ${title}`)]),
    ],
    [
      pausedUntil === null || pausedUntil < today ? mute : unmute,
      ...stopped.slice(0, 5).map(({ title, deliveryId }) => ({
        label: `恢复：${title}`,
        action: actions.answer("resume", deliveryId),
      })),
      unlink,
    ],
  );
}

export const notYoursWords = (): Message =>
  say(["这条提醒已经不在了，或不是发给您的。发 /todo 看现在要办的。"], [todo]);
export const answeredWords = (says: string, act: string, deliveryId: string): Message =>
  say(
    [says],
    act === "stop" || act === "done" ? [{ label: "恢复提醒此事", action: actions.answer("resume", deliveryId) }] : [],
  );

export const noFilesWords = (): Message =>
  say([
    "文件、图片、语音和位置我这里不收，材料也不通过聊天软件传送。",
    "请直接打字回答；金额、日期随手写就行，比如“150万”“2023年3月”。",
    "发 /continue 回到刚才的问题。",
  ]);

/** Where papers are handed in instead. */
export const uploadWords = (links: readonly { title: string; url: string }[], minutes: number): Message =>
  say([
    "材料不从聊天里收，请从这里上传：",
    ...links.map(({ title, url }) => `· ${title}：${url}`),
    `链接${minutes}分钟内有效，请不要转发。刚才发来的文件没有保存。`,
  ]);
