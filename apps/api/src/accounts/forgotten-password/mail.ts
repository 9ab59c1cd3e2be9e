import { formatInstant } from "../../clock.ts";
import { composeMail } from "../../mail/compose.ts";
import type { Mail } from "../../mail/mail.ts";
import { resetLinkMinutes } from "./link-life.ts";

/**
 * The message with the link for a new password. It names nobody: the name of an account is whatever was typed at its registration. The token
 * stands behind the #, so that no server and no log sees it.
 */
export function resetLinkMail(
  link: { to: string; token: string; until: Date; twoFactorEnabled: boolean },
  { publicUrl, demo }: { publicUrl: string; demo: boolean },
): Mail {
  const { to, token, until, twoFactorEnabled } = link;
  const [, month = "", day = "", time = ""] = /-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(formatInstant(until)) ?? [];
  return composeMail(
    {
      to,
      subject: "重设密码",
      paragraphs: [
        "打开下面的链接，写一个新密码：",
        `${publicUrl}/forgot-password#${token}`,
        `链接到${Number(month)}月${Number(day)}日${time}有效（北京时间，共${resetLinkMinutes}分钟），只能用一次。改好以后，这个账号在各处的登录都会退出。`,
        ...(twoFactorEnabled ? ["验证器和恢复码不变，登录时照常输入验证码。"] : []),
        "不是您申请的，不用理会：密码没有变，没有这封信的人改不了。",
        "郑州市中小企业公共服务示范平台。本信由系统发出，请不要回复。",
      ],
    },
    { demo },
  );
}
