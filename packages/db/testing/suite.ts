import type { OpenDatabase } from "../src/database.ts";

/** Tests that hold on either engine. `open` gives the database of the suite: migrated, empty at its beginning, and its own. */
export type Suite = { subject: string; tests: (open: () => OpenDatabase) => void };

export function suite(subject: string, tests: Suite["tests"]): Suite {
  return { subject, tests };
}
