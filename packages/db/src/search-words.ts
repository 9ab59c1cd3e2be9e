import { and, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "./database.ts";
import { rowsOf } from "./rows.ts";
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

/** So far it is counted how many hold each of several words. */
const rarity = 2_000;

/**
 * The condition on the index of words that an application holds everything that is searched for: the rarest word is looked up, others are
 * looked at where it was found. Holds for one row of an application at most. Undefined where nothing is searched for.
 */
export async function foundByWords(database: Database, searched: string): Promise<SQL | undefined> {
  const [word, ...others] = await rarestFirst(database, [...new Set(wordsOf(searched))]);
  if (word === undefined) return undefined;
  const isWhole = others.length === 0 && [...word].length <= indexedLength;
  return and(
    found(word),
    isWhole
      ? undefined
      : sql`exists (select 1 from ${applications} where ${applications.id} = ${applicationWords.applicationId} and ${holdsWords(applications.search, searched)})`,
  );
}

/** The range of the index in which a word, as far as the index holds it, stands once for each application. */
function found(word: string): SQL | undefined {
  const characters = [...word].slice(0, indexedLength);
  const indexed = characters.join("");
  const { beginning, repeated } = applicationWords;
  return and(
    sql`${beginning} >= ${indexed}`,
    sql`${beginning} < ${indexed + lastCharacter}`,
    sql`${repeated} < ${characters.length}`,
  );
}

async function rarestFirst(database: Database, words: readonly string[]): Promise<string[]> {
  if (words.length < 2) return [...words];
  const held = words.map(
    (word) =>
      sql`(select count(*) from (select 1 from ${applicationWords} where ${found(word)} limit ${rarity}) as held)`,
  );
  const [row] = rowsOf<Record<string, string | number>>(
    await database.execute(
      sql`select ${sql.join(
        held.map((count, at) => sql`${count} as ${sql.identifier(String(at))}`),
        sql`, `,
      )}`,
    ),
  );
  const counted = words.map((word, at) => ({ word, count: Number(row?.[String(at)]) }));
  return counted.toSorted((left, right) => left.count - right.count).map(({ word }) => word);
}
