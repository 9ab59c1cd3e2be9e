import { keepDrafts, type Shelf } from "@shifan/contract/client";
import type { Written } from "./written.ts";

/** What of a form is typed and not on the server yet, by the part it belongs to. */
type Unsent = Readonly<Record<string, Written>>;

export type EntryDrafts = {
  read(part: string): Written | null;
  /** Null: everything of the part is on the server. */
  write(part: string, written: Written | null): void;
  /** The parts of which something is not on the server. */
  parts(): readonly string[];
  subscribe(listener: () => void): () => void;
};

function isWritten(value: unknown): value is Written {
  const { seen, typed } = (value ?? {}) as Partial<Written>;
  return typeof seen?.revision === "number" && typeof seen.values === "object" && typeof typed === "object";
}

function parseUnsent(kept: unknown): Unsent {
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).filter((each): each is [string, Written] => isWritten(each[1])));
}

/**
 * What one person has typed of one form and what is not on the server: it is there again after a reload. It ends with the tab, since the form
 * names third persons and the device may be anybody's.
 */
export function entryDraftsOn(shelf: () => Shelf, person: string, application: string): EntryDrafts {
  const drafts = keepDrafts(shelf, { prefix: `shifan.entry.${person}.`, parse: parseUnsent });
  let unsent = drafts.read(application);
  let parts: readonly string[] = Object.keys(unsent);
  const listeners = new Set<() => void>();
  return {
    read: (part) => unsent[part] ?? null,
    write: (part, written) => {
      const { [part]: before, ...others } = unsent;
      if (written === null && before === undefined) return;
      unsent = written === null ? others : { ...others, [part]: written };
      if (Object.keys(unsent).length === 0) drafts.forget(application);
      else drafts.write(application, unsent);
      const now = Object.keys(unsent);
      if (now.join() !== parts.join()) parts = now;
      for (const listener of listeners) listener();
    },
    parts: () => parts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
