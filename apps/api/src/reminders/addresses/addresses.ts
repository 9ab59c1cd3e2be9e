import { type ContactChannel, emailSchema } from "@shifan/contract";
import type { ReminderChannel } from "@shifan/rules";

/** A mobile telephone of the mainland: the only ones that short messages of ours reach. */
const mobile = /^1[3-9]\d{9}$/;

/** What somebody wrote as an address, in the one spelling in which it is kept; null where nobody is reached by it. */
export function readAddress(channel: ContactChannel, text: string): string | null {
  if (channel === "mail") {
    const read = emailSchema.safeParse(text.normalize("NFKC").trim().toLowerCase());
    return read.success ? read.data : null;
  }
  const digits = text
    .normalize("NFKC")
    .replaceAll(/[\s\-–—()]/g, "")
    .replace(/^(\+|00)?86(?=1)/, "");
  return mobile.test(digits) ? digits : null;
}

/** How an address is shown: its owner knows it again, and nobody else can write to it. No asterisks: two of them begin bold words in a chat. */
export function hideAddress(channel: ReminderChannel, address: string): string {
  if (channel === "sms") return `${address.slice(0, 3)}…${address.slice(-4)}`;
  if (channel !== "mail") return "已连接";
  const at = address.lastIndexOf("@");
  return `${address.slice(0, Math.min(2, at - 1))}…${address.slice(at)}`;
}
