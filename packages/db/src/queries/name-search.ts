import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import { certifications, organizations, organizationWords, titleWords } from "../schema/index.ts";
import { heldIn, piecesOf, rarestFirst } from "../search-words.ts";
import { countRows } from "./page-of-rows.ts";

/** The words of names, and whose they are. */
const searched = {
  organizations: { words: organizationWords, owner: organizationWords.organizationId, record: organizations.id },
  titles: { words: titleWords, owner: titleWords.certificationId, record: certifications.id },
};

/** From so many on, looking through the records in their order fills a page sooner than sorting what is found. */
const many = 2_000;

/**
 * What is found of records by words of their names.
 *
 * @param narrowing a condition on the words: whose district they are of, whether they are confirmed
 * @returns how many are found, as far as was asked for, and the condition that a record is one of them
 */
export async function searchNames(
  database: Database,
  records: keyof typeof searched,
  { q, narrowing, upTo }: { q: string; narrowing: SQL | undefined; upTo: number | null },
): Promise<{ total: number; isFound: SQL }> {
  const { words, owner, record } = searched[records];
  const rarestOnes = await rarestFirst(database, words, piecesOf(q));
  const [rarest, ...others] = rarestOnes.map(({ word }) => word);
  if (rarest === undefined) return { total: 0, isFound: sql`false` };
  const other = alias(words, "other");
  const ofOther = sql`${other}.${sql.identifier(owner.name)}`;
  const found = and(
    heldIn(words, rarest),
    narrowing,
    ...others.map(
      (word) => sql`exists (select 1 from ${words} other where ${ofOther} = ${owner} and ${heldIn(other, word)})`,
    ),
  );
  const rows = database.select({ one: sql`1` }).from(words).where(found);
  const total = await countRows(database, rows, upTo);
  // The planner cannot know how many there are: so it is told.
  const isFound =
    total < many
      ? sql`${record} = any(array(select ${owner} from ${words} where ${found}))`
      : sql`exists (select 1 from ${words} where ${eq(owner, record)} and ${found})`;
  return { total, isFound };
}
