import type { OutgoingMessage } from "./channel.ts";
import { cutTo, sentencesOf } from "./sentences.ts";

/** Plain text, which WeChat shows as well as WeCom; WeChat has no eyes for WeCom's markdown. */
const longestText = 2_048;
const sizeOf = (text: string) => Buffer.byteLength(text);

/**
 * What a robot says: the heading, as many sentences as fit, the addresses whole, and the number by which a message that came twice is known.
 * At most 2,048 bytes of UTF-8.
 */
export function wecomText({ id, heading, paragraphs, links }: Omit<OutgoingMessage, "to">): string {
  const number = `\n编号：${id}`;
  let left = longestText - sizeOf(number);
  const addresses = links.flatMap(({ label, url }) => {
    const line = `\n${label}：${url}`;
    // An address that leaves no room for what it is about is left out whole.
    if (sizeOf(line) > left / 2) return [];
    left -= sizeOf(line);
    return [line];
  });
  const title = cutTo(heading, left, sizeOf);
  return [title, ...fittingSentences(paragraphs, left - sizeOf(title)), ...addresses, number].join("");
}

const omission = "\n……";

/** Each paragraph on lines of its own; a sign where sentences are left out. */
function fittingSentences(paragraphs: readonly string[], room: number): string[] {
  const pieces = sentencesOf(paragraphs).map(({ text, paragraph }, index, all) =>
    all[index - 1]?.paragraph === paragraph ? text : `\n${text}`,
  );
  if (sizeOf(pieces.join("")) <= room) return pieces;
  let left = room - sizeOf(omission);
  if (left < 0) return [];
  const firstLeftOut = pieces.findIndex((piece) => {
    left -= sizeOf(piece);
    return left < 0;
  });
  return [...pieces.slice(0, firstLeftOut), omission];
}
