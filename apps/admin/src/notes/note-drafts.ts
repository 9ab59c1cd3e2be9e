import { type Drafts, keepDrafts, type Shelf } from "@shifan/contract/client";

/** What one person has typed of notes and not left yet, by record: there again after another tab of the page, or a reload. It ends with the tab. */
export function noteDraftsOn(shelf: () => Shelf, person: string): Drafts<string> {
  const parse = (kept: unknown) => (typeof kept === "string" ? kept : "");
  return keepDrafts(shelf, { prefix: `shifan.note.${person}.`, parse });
}
