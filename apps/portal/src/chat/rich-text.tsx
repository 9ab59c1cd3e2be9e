import type { ReactNode } from "react";
import { numbered } from "../shell/numbered.ts";

/** What is wrapped in ** is the conclusion and is shown bold. Everything stays text: nothing the service says becomes markup. */
export function richLine(line: string): ReactNode[] {
  const pieces = line.split("**");
  return numbered(pieces).map(({ key, item }) => {
    if (key % 2 === 0) return item;
    const closed = key < pieces.length - 1;
    return closed ? <strong key={key}>{item}</strong> : `**${item}`;
  });
}

/** What begins a line of a list; the rest of such a line hangs beside it. */
const listLine = /^([·•✗✓✔✘○●◆]|[①-⑳]|\d{1,2}[.、．])\s*(.+)$/u;

/** What goes on under a line of a list is set in. */
const setIn = /^　+/;

function Line({ line, question }: { line: string; question: boolean }) {
  if (question) return <p className="question-line">{richLine(line)}</p>;
  if (setIn.test(line)) return <p className="list-line">{richLine(line.replace(setIn, ""))}</p>;
  const [, marker, rest] = listLine.exec(line) ?? [];
  if (marker === undefined || rest === undefined) {
    return <p className={line.trim() === "" ? "gap-line" : undefined}>{richLine(line)}</p>;
  }
  return (
    <p className="list-line">
      <span className="marker">{marker} </span>
      {richLine(rest)}
    </p>
  );
}

/** Which line asks: the first with a question mark, else the first. */
function askingLine(lines: readonly string[]): number {
  const marked = lines.findIndex((line) => line.includes("？"));
  return marked === -1 ? 0 : marked;
}

/** A message of several lines. The line that asks stands out. */
export function RichText({ text, question = false }: { text: string; question?: boolean }) {
  const lines = text.split("\n");
  const asking = question ? askingLine(lines) : -1;
  return numbered(lines).map(({ key, item }) => <Line key={key} line={item} question={key === asking} />);
}
