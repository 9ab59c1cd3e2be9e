import { spellDate } from "@shifan/rules";
import type { OutgoingMessage } from "../channel.ts";
import { cutTo, sentencesOf } from "../sentences.ts";
import type { WechatFields } from "../settings.ts";

type TemplateData = Record<string, { value: string }>;

const longestThing = 20;
const longestCharacters = 32;
const sizeOf = (text: string) => text.length;
/** One line, of which every character can be seen. */
const thing = (text: string) => cutTo(text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim(), longestThing, sizeOf);

/**
 * What a template is filled with, each field as long and in the form that WeChat takes; it takes none that is empty.
 *
 * @returns null where the template asks for a time and the message has none
 */
export function templateData(fields: WechatFields, message: OutgoingMessage): TemplateData | null {
  const { id, heading, paragraphs, dueDay } = message;
  const data: TemplateData = { [fields.heading]: { value: thing(heading) } };
  if (fields.due !== null) {
    const due = spellDue(fields.due, dueDay);
    if (due === null) return null;
    data[fields.due] = { value: due };
  }
  if (fields.note !== null) {
    const [first] = sentencesOf(paragraphs);
    data[fields.note] = { value: thing(first?.text ?? "") || "请打开查看" };
  }
  // Without its dashes a UUID has 32 characters.
  if (fields.id !== null) data[fields.id] = { value: id.replaceAll("-", "").slice(0, longestCharacters) };
  return data;
}

/** A day ends at 24:00, which a clock of WeChat's does not know. */
function spellDue(field: string, day: string | null): string | null {
  if (field.startsWith("thing")) return day === null ? "没有固定日期" : `${spellDate(day)}24:00前`;
  if (day === null) return null;
  return field.startsWith("time") ? `${spellDate(day)} 23:59` : spellDate(day);
}
