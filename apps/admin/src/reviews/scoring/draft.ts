import type { Review, WriteScores } from "@shifan/contract";

export type Sheet = Review["sheet"];

/** A sheet as it is being written: points are what was typed, until they are read as a number. */
export type Draft = {
  readonly points: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly directions: Readonly<Record<string, string>>;
  readonly opinion: string;
};

/** The draft of what stands on the server. */
export function draftOf(scores: Review["scores"]): Draft {
  const items = Object.entries(scores?.items ?? {});
  return {
    points: Object.fromEntries(items.map(([id, { points }]) => [id, points === null ? "" : String(points)])),
    comments: Object.fromEntries(items.map(([id, { comment }]) => [id, comment])),
    directions: scores?.directions ?? {},
    opinion: scores?.opinion ?? "",
  };
}

/** Typed points as a number; null where nothing is typed, undefined where it is no whole number up to the most. */
export function readPoints(text: string | undefined, most: number): number | null | undefined {
  const plain = (text ?? "").normalize("NFKC").trim();
  if (plain === "") return null;
  if (!/^\d{1,4}$/.test(plain)) return undefined;
  return Number(plain) <= most ? Number(plain) : undefined;
}

/** The body that saves a draft; null while some points cannot be read, for it would then be kept otherwise than it is shown. */
export function scoresOf(draft: Draft, sheet: Sheet): WriteScores | null {
  const items: WriteScores["items"] = {};
  for (const { id, most } of sheet.items) {
    const points = readPoints(draft.points[id], most);
    if (points === undefined) return null;
    items[id] = { points, comment: draft.comments[id] ?? "" };
  }
  return { items, directions: draft.directions, opinion: draft.opinion };
}

/** What has no points or words yet, by its title. @param opinion what the general opinion is called */
export function missingOf(draft: Draft, sheet: Sheet, opinion: string): readonly string[] {
  const unscored = sheet.items.filter(({ id, most }) => typeof readPoints(draft.points[id], most) !== "number");
  return [...unscored.map(({ title }) => title), ...(draft.opinion.trim() === "" ? [opinion] : [])];
}

/** The points given so far. */
export function sumOf(draft: Draft, sheet: Sheet): number {
  return sheet.items.reduce((sum, { id, most }) => sum + (readPoints(draft.points[id], most) ?? 0), 0);
}

/** Where two drafts differ, by title. */
export function differencesOf(one: Draft, other: Draft, sheet: Sheet, opinion: string): readonly string[] {
  const differs = (part: "points" | "comments" | "directions", id: string) =>
    (one[part][id] ?? "").trim() !== (other[part][id] ?? "").trim();
  return [
    ...sheet.items.filter(({ id }) => differs("points", id) || differs("comments", id)).map(({ title }) => title),
    ...sheet.directions.filter(({ id }) => differs("directions", id)).map(({ title }) => title),
    ...(one.opinion.trim() === other.opinion.trim() ? [] : [opinion]),
  ];
}
