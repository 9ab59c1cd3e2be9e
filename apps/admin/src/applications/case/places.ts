import type { FormPart } from "@shifan/contract";

export type PlaceInForm = { readonly part: string; readonly field: string; readonly text: string };

/** The parts of a form and their fields, in words: 一、基本情况：法定代表人. The part as a whole comes first. */
export function placesOf(parts: readonly FormPart[]): readonly PlaceInForm[] {
  const places = parts.flatMap(({ title, fields }) => [
    { part: title, field: title, text: title },
    ...fields.map(({ name }) => ({ part: title, field: name, text: `${title}：${name}` })),
  ]);
  // Two fields of one name in one part are one place to whoever reads the letter.
  return [...new Map(places.map((place) => [place.text, place])).values()];
}
