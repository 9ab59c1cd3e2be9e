import type { AnnexDocument, FormSection, Forms, FormValues } from "@shifan/rules";
import { heading } from "../description/build.ts";
import type { Block, Cover } from "../description/description.ts";
import { blankDay, printedValue } from "./values.ts";

/** The title page of an annex and, on a page of its own, the contents if the form prints them. `values` null: blank. */
export function coverBlocks(
  forms: Forms,
  annex: AnnexDocument,
  section: FormSection,
  values: FormValues | null,
  placesMarked: boolean,
): Block[] {
  const cover: Cover = {
    kind: "cover",
    corner: annex.number,
    title: titleLines(forms, annex),
    entries: section.fields.map((field) => {
      const text = printedValue(field, values?.[field.id]);
      const value = field.type === "date" && text === "" ? blankDay : text;
      return { label: field.label, value, place: placesMarked ? (field.stamp ?? null) : null };
    }),
    imprint: annex.imprint ?? "",
  };
  const { contents } = annex;
  if (contents === null) return [cover];
  const items = contents.items.map(({ number, title }) => heading(2, `${number}、${title}`));
  return [cover, heading(1, contents.heading), ...items];
}

/** What the titles of two annexes begin with is the name of the programme: it has a line of its own. */
function titleLines({ annexes }: Forms, { id, title }: AnnexDocument): string[] {
  const shared = annexes.filter((other) => other.id !== id).map((other) => sharedBeginning(title, other.title));
  const longest = Math.max(0, ...shared);
  return longest < leastShared || longest === title.length ? [title] : [title.slice(0, longest), title.slice(longest)];
}

/** Fewer characters in common are chance. */
const leastShared = 6;

function sharedBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
