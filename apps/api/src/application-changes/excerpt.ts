/** Longer texts are cut around the place where they begin to differ. */
const longest = 300;
/** Characters left before that place. */
const lead = 40;

/** Two texts for showing side by side: whole where they are short, else from shortly before they differ. */
export function excerpts(before: string | null, after: string | null): { before: string | null; after: string | null } {
  if ((before?.length ?? 0) <= longest && (after?.length ?? 0) <= longest) return { before, after };
  const from = Math.max(0, commonBeginning(before ?? "", after ?? "") - lead);
  return { before: cut(before, from), after: cut(after, from) };
}

function commonBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function cut(text: string | null, from: number): string | null {
  if (text === null) return null;
  const part = text.slice(from, from + longest).toWellFormed();
  return `${from > 0 ? "……" : ""}${part}${from + longest < text.length ? "……" : ""}`;
}
