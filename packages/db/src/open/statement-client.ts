import type { PGlite } from "@electric-sql/pglite";
import { prepareStatements, type RunPrepared } from "./prepared.ts";

/** Runs statements, alone or in a transaction. */
export type StatementClient = {
  query: RunPrepared;
  transaction<Result>(run: (transaction: { query: RunPrepared }) => Promise<Result>): Promise<Result>;
};

/** An embedded database of which every statement is run as a prepared one. */
export function createStatementClient(client: PGlite): StatementClient {
  const run = prepareStatements(client);
  return {
    query: async (...statement) => {
      await client._checkReady();
      // What the engine's own `query` goes through as well: without the first a statement would run inside somebody's transaction.
      return client._runExclusiveTransaction(() => client.runExclusive(() => run(...statement)));
    },
    transaction: (within) =>
      client.transaction((transaction) =>
        within({
          query: async (...statement) => {
            if (transaction.closed) throw new Error("the transaction is over");
            return client.runExclusive(() => run(...statement));
          },
        }),
      ),
  };
}
