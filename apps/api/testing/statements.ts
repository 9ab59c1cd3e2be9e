import type { Database, OpenDatabase } from "@shifan/db";

const statementMakers: ReadonlySet<string | symbol> = new Set([
  "select",
  "selectDistinct",
  "selectDistinctOn",
  "insert",
  "update",
  "delete",
  "execute",
]);

export type CountedStatements = { readonly opened: OpenDatabase; count(): number };

/** A database whose statements are counted, inside of transactions as well. */
export function countStatements(opened: OpenDatabase): CountedStatements {
  let count = 0;
  const counting = (database: Database): Database =>
    new Proxy(database, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        if (name === "transaction") {
          return (run: (transaction: Database) => unknown, ...more: unknown[]) =>
            member.call(target, (transaction: Database) => run(counting(transaction)), ...more);
        }
        return (...given: unknown[]) => {
          if (statementMakers.has(name)) count += 1;
          return member.apply(target, given);
        };
      },
    });
  return { opened: { ...opened, database: counting(opened.database) }, count: () => count };
}
