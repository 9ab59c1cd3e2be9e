import { type PGlite, protocol } from "@electric-sql/pglite";
import type { Parameter, Runner } from "../statements.ts";

const { messages, serialize } = protocol;

/**
 * Runs statements on an embedded database as prepared ones. Its own `query` reads, describes and plans a statement anew each time, in five
 * round trips, which takes longer than running it. Each statement text stays prepared as long as the database is open: only for texts that
 * are constants.
 */
export function createPreparedRunner(client: PGlite): Runner {
  const names = new Map<string, string>();

  async function prepare(text: string): Promise<string> {
    const name = `prepared_${names.size + 1}`;
    await client.execProtocolStream(Buffer.concat([serialize.parse({ name, text }), serialize.sync()]));
    names.set(text, name);
    return name;
  }

  async function run(text: string, parameters: readonly Parameter[]): Promise<Record<string, unknown>[]> {
    const statement = names.get(text) ?? (await prepare(text));
    const values = parameters.map((parameter) => (parameter === null ? null : String(parameter)));
    const answers = await client.execProtocolStream(
      Buffer.concat([
        serialize.bind({ statement, values }),
        serialize.describe({ type: "P" }),
        serialize.execute({}),
        serialize.sync(),
      ]),
    );
    return readRows(answers, client.parsers);
  }

  return async (text, parameters) => {
    await client._checkReady();
    // What the engine's own `query` goes through as well: without the first a statement would run inside somebody's transaction.
    return client._runExclusiveTransaction(() => client.runExclusive(() => run(text, parameters)));
  };
}

type Answers = Awaited<ReturnType<PGlite["execProtocolStream"]>>;

function readRows(answers: Answers, parsers: PGlite["parsers"]): Record<string, unknown>[] {
  const columns = answers.find((answer) => answer instanceof messages.RowDescriptionMessage)?.fields ?? [];
  return answers
    .filter((answer) => answer instanceof messages.DataRowMessage)
    .map(({ fields }) => {
      const values = columns.map(({ name, dataTypeID }, at) => {
        const text = fields[at] ?? null;
        return [name, text === null ? null : (parsers[dataTypeID]?.(text, dataTypeID) ?? text)] as const;
      });
      return Object.fromEntries(values);
    });
}
