import { type StyledText, sliceStyled } from "./styledText.ts";

/** The longest text Telegram takes in one message, in UTF-16 code units. */
export const maximumMessageLength = 4_096;

/** Where a long text is best cut, best first: between paragraphs, lines, sentences, clauses, words. */
const goodEnds = [/\n\n/g, /\n/g, /[。！？!?…]/g, /[；;：，、,]/g, /\s/g];

/** Cuts a text into parts that each fit one message; a part ends where a reader would pause, never inside a character. */
export function splitText(styled: StyledText, limit: number = maximumMessageLength): StyledText[] {
  const parts: StyledText[] = [];
  let start = 0;
  while (start < styled.text.length) {
    const end = styled.text.length - start <= limit ? styled.text.length : cutPoint(styled.text, start, limit);
    const part = sliceStyled(styled, start, end);
    if (part.text !== "") parts.push(part);
    start = end;
  }
  return parts;
}

function cutPoint(text: string, start: number, limit: number): number {
  const window = text.slice(start, start + limit);
  for (const end of goodEnds) {
    // A cut in the first half would leave a stub of a message: a poorer end further on is better.
    const cut = lastEnd(window, end);
    if (cut > limit / 2) return start + cut;
  }
  return start + (isHighSurrogate(window.charCodeAt(limit - 1)) ? limit - 1 : limit);
}

function lastEnd(window: string, pattern: RegExp): number {
  let cut = 0;
  for (const match of window.matchAll(pattern)) cut = match.index + match[0].length;
  return cut;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
