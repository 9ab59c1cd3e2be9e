import type { FieldError } from "@shifan/contract";
import { commonPasswords } from "./common-passwords.ts";

const shortest = { staff: 12, applicant: 10 } as const;
const longest = 128;
/** A shorter name of a mailbox would turn up in good passwords by chance. */
const shortestTelling = 4;

/** What keeps a text from being a password of the account, for the field at `path`. */
export function passwordFaults(
  password: string,
  account: { email: string; kind: "staff" | "applicant" },
  path: string,
): FieldError[] {
  const fault = (code: string, message: string): FieldError[] => [{ path, code, message }];
  const length = [...password].length;
  const minimum = shortest[account.kind];
  if (length < minimum) return fault("too_short", `密码至少${minimum}个字符`);
  if (length > longest) return fault("too_long", `密码最多${longest}个字符`);
  const lowered = password.toLowerCase();
  const [mailbox = ""] = account.email.toLowerCase().split("@");
  if (mailbox.length >= shortestTelling && lowered.includes(mailbox)) {
    return fault("like_email", "密码里不要有邮箱的名字");
  }
  if (commonPasswords.has(lowered) || new Set(lowered).size < 4) {
    return fault("too_common", "这个密码太常见，容易被猜到，请换一个");
  }
  return [];
}
