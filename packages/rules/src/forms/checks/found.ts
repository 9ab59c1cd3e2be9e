import type { FormCase } from "../form-case.ts";

/** What one operator found: the figures of its message, and the fields it is about. */
export interface Found {
  readonly params: Readonly<Record<string, string>>;
  readonly fields: readonly string[];
}

/** One operator: a finding for each thing that is not as it should be, none while something it needs is missing. */
export type CheckOperator<Document> = (document: Document, form: FormCase) => readonly Found[];

/** A message names so many and counts the rest. */
const named = 5;

export function spellNames(names: readonly string[]): string {
  const shown = names.slice(0, named).join("、");
  return names.length > named ? `${shown}等${names.length}处` : shown;
}
