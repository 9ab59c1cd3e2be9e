import { spellDate } from "@shifan/rules";
import type { OutgoingMessage } from "./channel.ts";
import { cutTo, sentencesOf } from "./sentences.ts";

/** A text of more than one SMS is carried in pieces of 67 characters, and counted by them; two are enough. */
const longestText = 2 * 67;

/**
 * Every SMS in China begins with its sender's name in 【】. The gateway puts it there, and counts it: 16 characters at most. A text that begins
 * with such brackets itself would be taken for somebody else's.
 */
const signature = 16 + "【】".length;
const plain = (text: string) => text.replaceAll("【", "“").replaceAll("】", "”");

/** With less room than this beside it an address is left out: a text must say what it is about. */
const leastBesideLink = 40;

const sizeOf = (text: string) => text.length;

/** The heading, the day by which it is due, as many sentences more as fit, and one address, which is never cut. */
export function smsText({ heading, paragraphs, dueDay, links: [link] }: Omit<OutgoingMessage, "id" | "to">): string {
  const room = longestText - signature;
  const address = link !== undefined && link.url.length + leastBesideLink < room ? ` ${link.url}` : "";
  return `${said(heading, paragraphs, dueDay, room - address.length)}${address}`;
}

function said(heading: string, paragraphs: readonly string[], dueDay: string | null, room: number): string {
  const sentences = sentencesOf(paragraphs).map(({ text }) => plain(/[。！？]/.test(text) ? text : `${text}。`));
  const dueAt = dueDay === null ? -1 : sentences.findIndex((sentence) => namesDay(sentence, dueDay));
  const shortDue = dueDay === null ? "" : `最迟${spellDate(dueDay)}。`;
  const title = `${cutTo(plain(heading).replace(/^“(.*)”$/, "$1"), room - shortDue.length - 1, sizeOf)}。`;
  const withDue = sentences[dueAt];
  const isDueWhole = withDue !== undefined && title.length + withDue.length <= room;
  let left = room - title.length - (isDueWhole ? withDue.length : shortDue.length);
  const others = sentences.map((sentence, index) => {
    if (isDueWhole && index === dueAt) return sentence;
    left -= sentence.length;
    return left >= 0 ? sentence : "";
  });
  return [title, isDueWhole ? "" : shortDue, ...others].join("");
}

/** Whether a sentence names the day, in whichever year; 1月3日 is not 11月3日. */
function namesDay(sentence: string, day: string): boolean {
  const [, month, date] = day.split("-").map(Number);
  return new RegExp(`(?<!\\d)${month}月${date}日`).test(sentence);
}
