/** A text of the policy with {names} in it, taken apart once. */
export interface Template {
  /** Texts and names by turns, a text first. */
  readonly pieces: readonly string[];
  /** Whether the year of the round is all that it needs to be filled. */
  readonly needsYearAlone: boolean;
  /** What it says for a year, where that is all it needs: at most one text for each year that a fact may hold. */
  readonly byYear: Map<number, string>;
}

const yearNames: ReadonlySet<string> = new Set([
  "round_year",
  "base_year",
  "year_before",
  "two_years_before",
  "next_round_year",
  "base_year_end",
  "next_base_year_end",
]);

export function compileTemplate(text: string): Template {
  const pieces = text.split(/\{([a-z_]+)\}/);
  const names = pieces.filter((_, index) => index % 2 === 1);
  return { pieces, needsYearAlone: names.every((name) => yearNames.has(name)), byYear: new Map() };
}

/** Fills a template. A name without a value is left out rather than shown raw. */
export function fillTemplate({ pieces }: Template, textOf: (name: string) => string | null): string {
  let text = pieces[0] as string;
  for (let index = 1; index < pieces.length; index += 2) {
    text += (textOf(pieces[index] as string) ?? "") + (pieces[index + 1] as string);
  }
  return text;
}
