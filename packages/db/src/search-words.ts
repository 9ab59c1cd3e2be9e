import { and, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { applications, applicationWords } from "./schema/index.ts";

/** What stands between words and inside codes for the eye only. */
const separators = /[\s\p{P}\p{S}]+/u;

/** Scripts written without spaces, from the radicals of Chinese on: a word begins at each character. The trigger `applications_words` says the same. */
const unspaced = /^[\u2e80-\u{10ffff}]/u;
const runs = /[\u2e80-\u{10ffff}]+|[^\u2e80-\u{10ffff}]+/gu;

/** As many characters of a word as the index holds: a name's usual length, and a whole code. */
const indexedLength = 20;
const lastCharacter = "\u{10ffff}";

/** The words of a text in its order: runs of Chinese and of other characters, 郑州ABC科技 being three. */
function wordsOf(text: string): string[] {
  const parts = text.normalize("NFKC").toLowerCase().split(separators);
  return parts.flatMap((part) => part.match(runs) ?? []);
}

/**
 * The text kept with a record to be searched. A search finds Chinese words of any length wherever they stand in it, two characters, the most common,
 * among them; other words and codes by their beginning.
 */
export function searchTextOf(...texts: readonly string[]): string {
  return wordsOf(texts.join(" ")).join(" ");
}

/** The condition that a searched text holds everything that is searched for, looked at row by row. */
export function holdsWords(text: PgColumn | SQL, searched: string): SQL | undefined {
  return and(
    ...wordsOf(searched).map((word) =>
      unspaced.test(word) ? sql`position(${word} in ${text}) > 0` : sql`position(${` ${word}`} in ' ' || ${text}) > 0`,
    ),
  );
}

/**
 * The condition on the index of words that an application holds everything that is searched for: the longest word is looked up, others are
 * looked at where it was found. Holds for one row of an application at most. Undefined where nothing is searched for.
 */
export function foundByWords(searched: string): SQL | undefined {
  const [word, ...others] = wordsOf(searched).toSorted((left, right) => [...right].length - [...left].length);
  if (word === undefined) return undefined;
  const characters = [...word];
  const indexed = characters.slice(0, indexedLength).join("");
  const { applicationId, beginning, repeated } = applicationWords;
  const isWhole = others.length === 0 && characters.length <= indexedLength;
  return and(
    sql`${beginning} >= ${indexed}`,
    sql`${beginning} < ${indexed + lastCharacter}`,
    sql`${repeated} < ${Math.min(characters.length, indexedLength)}`,
    isWhole
      ? undefined
      : sql`exists (select 1 from ${applications} where ${applications.id} = ${applicationId} and ${holdsWords(applications.search, searched)})`,
  );
}
