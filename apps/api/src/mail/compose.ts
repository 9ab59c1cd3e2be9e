import type { Mail } from "./mail.ts";

/** What a message says: paragraphs one below the other, of which a web address alone becomes a link. */
export type Letter = { to: string; subject: string; paragraphs: readonly string[] };

/** A message in both forms, with the same words in the same order; no image, no style, nothing that is fetched from elsewhere. */
export function composeMail({ to, subject, paragraphs }: Letter, { demo }: { demo: boolean }): Mail {
  const said = demo ? [demonstrationNote, ...paragraphs] : paragraphs;
  const body = said.map((paragraph) => `<p>${htmlOf(paragraph)}</p>`).join("\n");
  return {
    to,
    subject: demo ? `【演示】${subject}` : subject,
    text: said.join("\n\n"),
    html: `<!doctype html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>\n<body>\n${body}\n</body>\n</html>\n`,
  };
}

const demonstrationNote = "演示数据，不具效力。";

function htmlOf(paragraph: string): string {
  const text = escaped(paragraph);
  return /^https?:\/\/\S+$/.test(paragraph) ? `<a href="${text}">${text}</a>` : text.replaceAll("\n", "<br>");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
