import { linkingMinutes } from "../../../reminders/addresses/linking-code.ts";

/** What is said to a reader of the official account: short, since WeChat shows it as one message. */

export const howToLink = (publicUrl: string): string =>
  [
    "连接账号后，到期要办的事会用订阅通知提醒您。",
    `登录 ${publicUrl}/reminders ，点“用微信提醒”，把得到的8位编码发到这里，${linkingMinutes}分钟内有效，只能用一次。`,
    "材料不从这里传；有问题请看网站上的联系电话。",
  ].join("\n");

export const linkedWords = (name: string, isReplaced: boolean): string =>
  [
    `已连接${name}的账号。`,
    ...(isReplaced ? ["这个微信原来连接的是别人，那边不再往这里发。"] : []),
    "还要在公众号里同意接收订阅通知，提醒才发得出；没有同意的，提醒放在网站的“提醒”里。",
    "晚上和休息日不发，截止前来不及的除外。想停，发“解除”。",
  ].join("\n");

export const unusableCodeWords =
  "这个编码不能用了：可能写错、用过，或过了10分钟。请在登录后的页面重新取一个，发到这里。";

export const slowDownWords = (seconds: number): string =>
  `试的次数太多了，请过${seconds < 90 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`}再发编码。`;

export const unlinkedWords = (wasLinked: boolean): string =>
  wasLinked ? "已解除连接，不再往这里发。网站的“提醒”里还看得到。" : "这里没有连接，不会发提醒。";
