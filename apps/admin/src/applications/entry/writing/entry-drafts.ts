import { keepDrafts, type Shelf } from "@shifan/contract/client";
import { randomKey } from "../../../api/random-key.ts";
import type { Written } from "./written.ts";

/** What was sent of a part that is made by it, and the key that it was sent with. */
type Sent = { readonly content: string; readonly key: string };

/** What of a form is typed and not on the server yet, by the part it belongs to. */
type Unsent = Readonly<Record<string, Written & { readonly sent?: Sent }>>;

export type EntryDrafts = {
  read(part: string): Written | null;
  /** Null: everything of the part is on the server. */
  write(part: string, written: Written | null): void;
  /** The key of what is made of a part: the same for the same content until the server has taken it, also over a reload. */
  keyOf(part: string, body: unknown): string;
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
  const keep = (next: Unsent) => {
    unsent = next;
    if (Object.keys(unsent).length === 0) drafts.forget(application);
    else drafts.write(application, unsent);
  };
  return {
    read: (part) => {
      const { sent: _, ...written } = unsent[part] ?? {};
      return isWritten(written) ? written : null;
    },
    write: (part, written) => {
      const { [part]: before, ...others } = unsent;
      if (written === null && before === undefined) return;
      const sent = before?.sent === undefined ? {} : { sent: before.sent };
      keep(written === null ? others : { ...others, [part]: { ...written, ...sent } });
      const now = Object.keys(unsent);
      if (now.join() !== parts.join()) parts = now;
      for (const listener of listeners) listener();
    },
    keyOf: (part, body) => {
      const content = JSON.stringify(body);
      const written = unsent[part];
      if (written?.sent?.content === content) return written.sent.key;
      const key = randomKey();
      if (written !== undefined) keep({ ...unsent, [part]: { ...written, sent: { content, key } } });
      return key;
    },
    parts: () => parts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
