import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** What stands between words and inside codes for the eye only. */
const separators = /[\s\p{P}\p{S}]+/u;
const chinese = /\p{Script=Han}/u;

/**
 * The words under which a text is found: each two neighbouring Chinese characters, each single one, and other words whole. Two-character
 * words, the most common in Chinese, are thus found exactly, which three-letter indexes cannot do.
 */
export function searchWords(text: string): string[] {
  const parts = text.normalize("NFKC").toLowerCase().split(separators);
  return [...new Set(parts.flatMap(wordsOf))];
}

function wordsOf(part: string): string[] {
  return runsOf(part).flatMap((run) => {
    if (!chinese.test(run)) return run === "" ? [] : [run];
    const characters = [...run];
    const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
    return [...characters, ...pairs];
  });
}

/** Runs of Chinese and of other characters: 郑州ABC科技 is three. */
function runsOf(part: string): string[] {
  return part.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [];
}

/** The vector kept with a record. */
export function searchVectorOf(...texts: readonly string[]): SQL<string> {
  return sql<string>`array_to_tsvector(array[${joined(searchWords(texts.join(" ")))}]::text[])`;
}

/** The condition that a vector holds everything that is searched for: pairs where there are pairs, a single character by itself. */
export function matchesSearch(vector: PgColumn, searched: string): SQL {
  const words = searchWords(searched);
  const longest = words.filter((word) => [...word].length > 1 || !chinese.test(word));
  const asked = longest.length > 0 ? withLoneCharacters(searched, longest) : words;
  if (asked.length === 0) return sql`true`;
  // Words hold no punctuation, so none can end its quotes.
  return sql`${vector} @@ ${asked.map((word) => `'${word}'`).join(" & ")}::tsquery`;
}

/** Beside the pairs, Chinese characters that stand alone between separators. */
function withLoneCharacters(searched: string, pairs: readonly string[]): string[] {
  const alone = searched
    .normalize("NFKC")
    .toLowerCase()
    .split(separators)
    .flatMap(runsOf)
    .filter((run) => chinese.test(run) && [...run].length === 1);
  return [...new Set([...pairs, ...alone])];
}

function joined(words: readonly string[]): SQL {
  return sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
}
