import type { PolicyDocument } from "../policy/schema.ts";

export type ScoreSheet = PolicyDocument["score_sheet"];

/** What an expert has written of a case so far: points and a comment by item, evidence by direction. */
export interface Scores {
  readonly items: Readonly<Record<string, { readonly points: number | null; readonly comment: string }>>;
  readonly directions: Readonly<Record<string, string>>;
  readonly opinion: string;
}

/** The points that all items give together. */
export function fullMarks({ items }: ScoreSheet): number {
  return items.reduce((sum, { most }) => sum + most, 0);
}

/** The total of a locked sheet; an item that is not scored counts nothing, and a locked sheet has none. */
export function totalOf({ items }: ScoreSheet, scores: Scores): number {
  return items.reduce((sum, { id }) => sum + (scores.items[id]?.points ?? 0), 0);
}

/** What is still missing before a sheet may be locked, by its place: points for each item, and an opinion in words. */
export function missingScores({ items }: ScoreSheet, scores: Scores): readonly string[] {
  return [
    ...items.flatMap(({ id }) => (typeof scores.items[id]?.points === "number" ? [] : [`/items/${id}/points`])),
    ...(scores.opinion.trim() === "" ? ["/opinion"] : []),
  ];
}

/** By how many points the highest total lies above the lowest; 0 for fewer than two. */
export function spreadOf(totals: readonly number[]): number {
  return totals.length < 2 ? 0 : Math.max(...totals) - Math.min(...totals);
}
