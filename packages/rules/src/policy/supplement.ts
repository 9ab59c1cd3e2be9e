import type { PolicyDocument } from "./schema.ts";

type Json = Readonly<Record<string, unknown>>;

/** A published document with what it lacked of the procedure, and where that stands: `lifecycle.parameters.score_spread`. */
export interface Supplemented {
  readonly document: unknown;
  readonly added: readonly string[];
}

/** Parts about how a case goes on. What is asked and judged (facts, criteria, materials …) is not among them: a version keeps it for ever. */
const wholeParts = [
  "score_sheet",
  "forms",
  "supervision",
  "reminders",
  "functions_of",
  "proofs",
  "article_search",
] as const;

/**
 * Completes a document that was published before the procedure had all its acts, from a later edition of the same version: figures, articles of acts
 * and of refusals, words, score sheet, forms, supervision, reminders, which material proves what, and the readings that those use. What it states
 * stands, whatever the edition says, and no verdict changes: nothing can have been done by a part that it lacks.
 *
 * @param kept as it was published
 * @param edition the shipped document of the same policy and version
 */
export function supplementDocument(kept: unknown, edition: PolicyDocument): Supplemented {
  const document = { ...(kept as Json) };
  const added: string[] = [];
  for (const part of wholeParts) {
    if (part in document) continue;
    document[part] = edition[part];
    added.push(part);
  }
  document.settings = withItems(document.settings, edition.settings, "settings", added);
  document.texts = withEntries(document.texts, edition.texts, "texts", added);
  document.lifecycle = supplementLifecycle((document.lifecycle ?? {}) as Json, edition.lifecycle, added);
  return { document, added };
}

function supplementLifecycle(kept: Json, edition: PolicyDocument["lifecycle"], added: string[]): Json {
  return {
    ...withEntries(kept, edition, "lifecycle", added, ["parameters", "acts", "refusals"]),
    parameters: withItems(kept.parameters, edition.parameters, "lifecycle.parameters", added),
    acts: withEntries(kept.acts, edition.acts, "lifecycle.acts", added),
    refusals: withEntries(kept.refusals, edition.refusals, "lifecycle.refusals", added),
  };
}

type Item = { readonly id: string };

/** The items of one with those that only the other has, known by their ids. */
function withItems(kept: unknown, edition: readonly Item[], path: string, added: string[]): readonly Item[] {
  const own = (kept ?? []) as readonly Item[];
  const stated = new Set(own.map(({ id }) => id));
  const lacking = edition.filter(({ id }) => !stated.has(id));
  added.push(...lacking.map(({ id }) => `${path}.${id}`));
  return [...own, ...lacking];
}

/** The entries of one with those that only the other has. */
function withEntries(
  kept: unknown,
  edition: Json,
  path: string,
  added: string[],
  elsewhere: readonly string[] = [],
): Json {
  const own = (kept ?? {}) as Json;
  const lacking = Object.entries(edition).filter(([key]) => !Object.hasOwn(own, key) && !elsewhere.includes(key));
  added.push(...lacking.map(([key]) => `${path}.${key}`));
  return { ...own, ...Object.fromEntries(lacking) };
}
