import { sql } from "drizzle-orm";
import type { Database, OpenDatabase } from "../src/database.ts";

export type HeldDatabase = {
  readonly opened: OpenDatabase;
  /**
   * Does the first thing up to where its transaction would be committed, begins the second, and commits the first once the second waits for a lock, or
   * is done without one. @returns what both came to
   */
  overlap<First, Second>(first: () => Promise<First>, second: () => Promise<Second>): Promise<[First, Second]>;
};

/** A database in which the order of two transactions at the same moment is the test's. On the embedded engine the second begins when the first is over. */
export function holdCommits(opened: OpenDatabase): HeldDatabase {
  let held: { reached: PromiseWithResolvers<void>; released: PromiseWithResolvers<void> } | null = null;
  const database = new Proxy(opened.database, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name !== "transaction") return member.bind(target);
      return (run: (transaction: Database) => Promise<unknown>, ...more: unknown[]) => {
        const hold = held;
        held = null;
        const running = async (transaction: Database) => {
          const result = await run(transaction);
          hold?.reached.resolve();
          await hold?.released.promise;
          return result;
        };
        return member.call(target, running, ...more);
      };
    },
  });
  return {
    opened: { ...opened, database },
    overlap: async (first, second) => {
      const hold = { reached: Promise.withResolvers<void>(), released: Promise.withResolvers<void>() };
      held = hold;
      const one = first();
      // What is answered without a transaction holds nothing, nor may anything that comes later be held in its stead.
      await Promise.race([hold.reached.promise, one]);
      held = null;
      let isOver = false;
      const other = second().finally(() => {
        isOver = true;
      });
      if (opened.engine === "postgresql") while (!isOver && !(await isLockWaitedFor(opened.database)));
      hold.released.resolve();
      return [await one, await other];
    },
  };
}

async function isLockWaitedFor(database: Database): Promise<boolean> {
  const waiting = await database.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return [...(waiting as unknown as Iterable<unknown>)].length > 0;
}
