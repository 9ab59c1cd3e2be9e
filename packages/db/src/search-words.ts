import { and, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./database.ts";
import { rowsOf } from "./rows.ts";
import { applicationWords } from "./schema/index.ts";

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

/** The words of what is searched for, each once and as far as the indexes hold it: of a long run of Chinese one piece behind the other. */
export function piecesOf(searched: string): string[] {
  const pieces = wordsOf(searched).flatMap((word) => {
    const characters = [...word];
    const starts = unspaced.test(word) ? Math.ceil(characters.length / indexedLength) : 1;
    return Array.from({ length: starts }, (_, at) =>
      characters.slice(at * indexedLength, (at + 1) * indexedLength).join(""),
    );
  });
  return [...new Set(pieces)];
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

/** So far it is counted how many hold each of several words. */
const rarity = 1_000;

/** What the index of words has of what is searched for, and whether that is so little that all of it may be looked at. */
export type FoundByWords = { readonly isFound: SQL | undefined; readonly isLittle: boolean };

/**
 * The condition on the index of words that an application holds everything that is searched for: the rarest word is looked up, others are
 * looked at where it was found. Holds for one row of an application at most. Null where nothing is searched for.
 */
export async function foundByWords(database: Database, searched: string): Promise<FoundByWords | null> {
  const [rarest, ...others] = await rarestFirst(database, applicationWords, [...new Set(wordsOf(searched))]);
  if (rarest === undefined) return null;
  const isWhole = others.length === 0 && [...rarest.word].length <= indexedLength;
  const isFound = and(
    heldIn(applicationWords, rarest.word),
    isWhole ? undefined : holdsWords(applicationWords.search, searched),
  );
  return { isFound, isLittle: rarest.count !== null && rarest.count < rarity };
}

/** The words of records: one row for each place of a text at which a word may begin. */
type WordsTable = PgTable & { beginning: PgColumn; repeated: PgColumn };

/** The range of an index of words in which a word, as far as the index holds it, stands once for each record. */
export function heldIn(
  { beginning, repeated }: Pick<WordsTable, "beginning" | "repeated">,
  word: string,
): SQL | undefined {
  const characters = [...word].slice(0, indexedLength);
  const indexed = characters.join("");
  return and(
    sql`${beginning} >= ${indexed}`,
    sql`${beginning} < ${indexed + lastCharacter}`,
    sql`${repeated} < ${characters.length}`,
  );
}

/** Words by how many records hold each, counted no further than it matters; a single one is not counted. */
export async function rarestFirst(
  database: Database,
  table: WordsTable,
  words: readonly string[],
): Promise<{ word: string; count: number | null }[]> {
  if (words.length < 2) return words.map((word) => ({ word, count: null }));
  const counts = words.map(
    (word, at) =>
      sql`(select count(*) from (select 1 from ${table} where ${heldIn(table, word)} limit ${sql.raw(String(rarity))}) as held) as ${sql.identifier(String(at))}`,
  );
  const [row] = rowsOf<Record<string, string | number>>(
    await database.execute(sql`select ${sql.join(counts, sql`, `)}`),
  );
  const counted = words.map((word, at) => ({ word, count: Number(row?.[String(at)]) }));
  return counted.toSorted((left, right) => left.count - right.count);
}
