import type { MessageEntity } from "grammy/types";

/** Text as Telegram shows it, with the stretches set in bold; offsets count UTF-16 code units, as Telegram does. */
export type StyledText = { text: string; bold: readonly Bold[] };
export type Bold = { offset: number; length: number };

/** What the conversation sets in bold: a whole line, or the words a line begins with. */
const emphasis = /^\*\*((?:(?!\*\*).)+)\*\*/;

/**
 * Turns what lines begin with between ** into bold stretches. Everything else stays exactly as it is: it may be what
 * a user typed, so no markup language is ever applied to it.
 */
export function styleText(source: string): StyledText {
  const bold: Bold[] = [];
  const lines: string[] = [];
  let offset = 0;
  for (const line of source.split("\n")) {
    const [whole = "", inner = ""] = emphasis.exec(line) ?? [];
    const shown = inner + line.slice(whole.length);
    if (inner !== "") bold.push({ offset, length: inner.length });
    lines.push(shown);
    offset += shown.length + 1;
  }
  return { text: lines.join("\n"), bold };
}

/** The part from `start` to `end`, trimmed as Telegram would trim it, with its bold stretches moved along. */
export function sliceStyled(styled: StyledText, start: number, end: number): StyledText {
  const raw = styled.text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const text = raw.trim();
  const to = from + text.length;
  const bold = styled.bold.flatMap((stretch) => {
    const first = Math.max(stretch.offset, from);
    const last = Math.min(stretch.offset + stretch.length, to);
    return last > first ? [{ offset: first - from, length: last - first }] : [];
  });
  return { text, bold };
}

export function boldEntities(bold: readonly Bold[]): MessageEntity[] {
  return bold.map((stretch) => ({ type: "bold", ...stretch }));
}
