import { type PGlite, protocol } from "@electric-sql/pglite";
import type { Parameter, Runner } from "../statements.ts";

const { messages, serialize } = protocol;

type Prepared = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly dataTypeID: number }[];
};

/**
 * Runs statements on an embedded database as prepared ones. Its own `query` reads, describes and plans a statement anew each time, in five
 * round trips, which takes longer than running it. Each statement text stays prepared as long as the database is open: only for texts that
 * are constants.
 */
export function createPreparedRunner(client: PGlite): Runner {
  const known = new Map<string, Prepared>();

  async function prepare(text: string): Promise<Prepared> {
    const name = `prepared_${known.size + 1}`;
    const answers = await client.execProtocolStream(
      Buffer.concat([serialize.parse({ name, text }), serialize.describe({ type: "S", name }), serialize.sync()]),
    );
    const columns = answers.find((answer) => answer instanceof messages.RowDescriptionMessage)?.fields ?? [];
    const prepared = { name, columns };
    known.set(text, prepared);
    return prepared;
  }

  async function run(text: string, parameters: readonly Parameter[]): Promise<Record<string, unknown>[]> {
    const { name, columns } = known.get(text) ?? (await prepare(text));
    const values = parameters.map((parameter) => (parameter === null ? null : String(parameter)));
    const answers = await client.execProtocolStream(
      Buffer.concat([serialize.bind({ statement: name, values }), serialize.execute({}), serialize.sync()]),
    );
    return answers
      .filter((answer) => answer instanceof messages.DataRowMessage)
      .map(({ fields }) => readRow(fields, columns, client.parsers));
  }

  return async (text, parameters) => {
    await client._checkReady();
    // What the engine's own `query` goes through as well: without the first a statement would run inside somebody's transaction.
    return client._runExclusiveTransaction(() => client.runExclusive(() => run(text, parameters)));
  };
}

function readRow(fields: readonly (string | null)[], columns: Prepared["columns"], parsers: PGlite["parsers"]) {
  const row: Record<string, unknown> = {};
  for (const [at, { name, dataTypeID }] of columns.entries()) {
    const text = fields[at] ?? null;
    row[name] = text === null ? null : (parsers[dataTypeID]?.(text, dataTypeID) ?? text);
  }
  return row;
}
