import type { FormSection } from "@shifan/rules";

/** What stands in a line of a form: its own words, a field, a list. */
export type LinePiece = { readonly words: string } | { readonly field: string } | { readonly list: string };

/** A label of the form with what is written beside it. */
export interface LabelledPieces {
  readonly label: string;
  readonly pieces: readonly LinePiece[];
}

/** The pieces of a line such as "从业人数{employees}人；其中：…". */
export function readLine(line: string): LinePiece[] {
  return line
    .split(/(\{[a-z0-9_:]+\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const [, list, field] = /^\{(?:list:(\w+)|(\w+))\}$/.exec(part) ?? [];
      if (list !== undefined) return { list };
      return field === undefined ? { words: part } : { field };
    });
}

/** A line cut at its semicolons: each piece has the words up to its first field as its label. */
export function readLabelled(line: string): LabelledPieces[] {
  return line.split("；").map((part) => {
    const [first, ...rest] = readLine(part);
    if (first === undefined || !("words" in first)) return { label: "", pieces: readLine(part) };
    return { label: first.words.trim().replace(/：$/, ""), pieces: rest };
  });
}

/** The long text that a line asks for, if it does. */
export function longTextOf(line: string, section: FormSection): string | null {
  const found = readLine(line).find(
    (piece) => "field" in piece && section.fieldsById.get(piece.field)?.type === "long_text",
  );
  return found !== undefined && "field" in found ? found.field : null;
}
