import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { applicationAt, fillApplications } from "../testing/many-applications.ts";
import { suite } from "../testing/suite.ts";
import { readMigrations } from "./open/migrate.ts";
import { applications, applicationWords } from "./schema/index.ts";
import { foundByWords, holdsWords, searchTextOf } from "./search-words.ts";

const id = applicationAt(0).id;

export const searchWordsSuite = suite("the index of words", (open) => {
  beforeAll(() => fillApplications(open().database, 1));

  const write = (text: string) =>
    open()
      .database.update(applications)
      .set({ search: searchTextOf(text) })
      .where(eq(applications.id, id));
  /** How often the index has it, and whether it is there when one looks. */
  const search = async (q: string) => {
    const { database } = open();
    const found = await database
      .select()
      .from(applicationWords)
      .where((await foundByWords(database, q))?.isFound);
    const seen = await database
      .select({ id: applications.id })
      .from(applications)
      .where(holdsWords(applications.search, q));
    return { found: found.length, seen: seen.length };
  };
  const once = { found: 1, seen: 1 };
  const never = { found: 0, seen: 0 };

  it.each([
    ["two characters anywhere", "郑州鼎晟检测", "晟检", once],
    ["a single one", "郑州鼎晟检测", "测", once],
    ["characters in another order", "郑州鼎晟检测", "晟鼎", never],
    ["what stands there twice, once", "郑州郑州银行", "郑州", once],
    ["what stands there twice and goes on", "中原郑州中原银行", "中原银行", once],
    ["several words, whatever their order", "郑州鼎晟检测 91410100MA9K12344B", "检测 郑州", once],
    ["several words of which one is missing", "郑州鼎晟检测", "检测 开封", never],
    ["a name between brackets", "鼎晟（河南）检测", "鼎晟(河南)", once],
    ["other letters by their beginning, small or capital", "郑州ABC科技", "ab", once],
    ["other letters from their middle on", "郑州ABC科技", "bc", never],
    ["a word that ends another and is begun with as well", "abc bc", "bc", once],
    ["a code by its beginning", "鼎晟 91410100MA9K12344B", "91410100ma9k", once],
    [
      "words longer than the index holds",
      `${"甲乙丙丁戊己庚辛壬癸".repeat(2)}子丑寅卯`,
      `${"甲乙丙丁戊己庚辛壬癸".repeat(2)}子丑寅`,
      once,
    ],
    [
      "a long word that ends otherwise",
      `${"甲乙丙丁戊己庚辛壬癸".repeat(2)}子丑寅卯`,
      `${"甲乙丙丁戊己庚辛壬癸".repeat(2)}子丑辰`,
      never,
    ],
    ["a character beyond the basic ones", "郑州𠮷野家", "𠮷野", once],
  ])("finds %s", async (_, text, q, expected) => {
    await write(text);
    expect(await search(q)).toEqual(expected);
  });

  it("looks the rarest word up first", async () => {
    const { database } = open();
    await write("郑州鼎晟 郑州银行");
    const query = database
      .select()
      .from(applicationWords)
      .where((await foundByWords(database, "郑州 没有这家"))?.isFound);
    expect(query.toSQL().params[0]).toBe("没有这家");
  });

  it("is not asked where nothing but signs is searched for", async () => {
    const { database } = open();
    expect([await foundByWords(database, "% _"), holdsWords(applications.search, "% _")]).toEqual([null, undefined]);
  });

  it.each(["郑州鼎晟（河南）检测有限公司", "ABC·科技２０", "中原-Ａ座 “甲”〔乙〕"])(
    "is written by the migration for what was there before: %s",
    async (name) => {
      const { database } = open();
      await database.execute(sql`update organization_names set name = ${name}`);
      await database.update(applications).set({ search: "" }).where(eq(applications.id, id));
      const statements = readMigrations().find(({ name }) => name.endsWith("_search_by_words"))?.statements ?? [];
      await database.execute(sql.raw(statements.at(-1) ?? ""));
      const [kept] = await database.select({ search: applications.search }).from(applications);
      expect(kept?.search).toBe(searchTextOf(name, applicationAt(0).uscc));
    },
  );

  it("has a text at most once, and where one sees it when looking", async () => {
    const texts = fc.string({ unit: fc.constantFrom("甲", "乙", "a", "b", " "), minLength: 1, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(texts, texts, async (text, q) => {
        if (holdsWords(applications.search, q) === undefined) return;
        await write(text);
        const { found, seen } = await search(q);
        expect(found).toBe(seen);
      }),
      { numRuns: 150, seed: 20260610 },
    );
  });

  it("has of an application what lists are narrowed and ordered by, also after a change", async () => {
    const { database } = open();
    const changedAt = new Date("2026-06-11T01:30:00Z");
    const change = { district: "410185", state: "withdrawn", changedAt } as const;
    await database.update(applications).set(change).where(eq(applications.id, id));
    const others = await database
      .select({ place: applicationWords.place })
      .from(applicationWords)
      .innerJoin(applications, eq(applications.id, applicationWords.applicationId))
      .where(
        sql`(${applicationWords.district}, ${applicationWords.state}, ${applicationWords.roundId}, ${applicationWords.createdAt}, ${applicationWords.changedAt})
            is distinct from (${applications.district}, ${applications.state}, ${applications.roundId}, ${applications.createdAt}, ${applications.changedAt})`,
      );
    expect(others).toEqual([]);
    expect((await database.select().from(applicationWords).limit(1))[0]?.district).toBe("410185");
  });

  it("has nothing of an application before it is handed in, and all of it from then on", async () => {
    const { database } = open();
    const setHandedIn = async (isHandedIn: boolean) => {
      const change = { isHandedIn, state: "draft", receivedOn: null, search: "鼎晟" } as const;
      await database.update(applications).set(change).where(eq(applications.id, id));
      const words = await database.select().from(applicationWords).where(eq(applicationWords.applicationId, id));
      return words.map(({ beginning }) => beginning).toSorted();
    };
    expect(await setHandedIn(false)).toEqual([]);
    expect(await setHandedIn(true)).toEqual(["晟", "鼎晟"]);
  });
});
