import { type PGlite, protocol, type QueryOptions } from "@electric-sql/pglite";

const { messages, serialize } = protocol;

/** What a statement asks for and what it answers, as the database described it. */
type Prepared = {
  readonly name: string;
  readonly parameterTypes: readonly number[];
  readonly columns: readonly { readonly name: string; readonly dataTypeID: number }[];
  runs: number;
};

/** How the values of an answer are read, and whether a row is a list of them or an object; as the engine's own `query` takes it. */
export type Reading = Pick<QueryOptions, "rowMode" | "parsers">;

export type Answer = {
  readonly rows: readonly unknown[];
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
};

/** Runs one statement. The caller sees to it that nothing else runs meanwhile. @throws DatabaseError what the database refuses */
export type RunPrepared = (text: string, parameters: readonly unknown[], reading?: Reading) => Promise<Answer>;

/** What is kept of statements that were run. */
export type Keeping = {
  /** So many statements stay prepared, those used last. */
  readonly most: number;
  /** A longer text is a list of many values, seldom of the same length again: it is prepared for one run. */
  readonly longest: number;
  /** After so many runs a statement is prepared anew, since its plan is as old and the tables have grown. */
  readonly runs: number;
};

const usualKeeping: Keeping = { most: 1_000, longest: 4_000, runs: 200 };

/**
 * Runs statements on an embedded database as prepared ones. Its own `query` reads, describes and plans a statement anew each time, in five
 * round trips, which takes longer than running it.
 */
export function prepareStatements(client: PGlite, keeping: Keeping = usualKeeping): RunPrepared {
  const known = new Map<string, Prepared>();
  let made = 0;

  async function prepare(text: string): Promise<Prepared> {
    const isKept = text.length <= keeping.longest;
    if (isKept) made += 1;
    // The statement without a name is the next one's as well.
    const name = isKept ? `prepared_${made}` : "";
    const answers = await send(
      client,
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
      serialize.sync(),
    );
    const described = answers.find((answer) => answer instanceof messages.ParameterDescriptionMessage);
    const columns = answers.find((answer) => answer instanceof messages.RowDescriptionMessage)?.fields ?? [];
    const prepared = { name, parameterTypes: described?.dataTypeIDs ?? [], columns, runs: 0 };
    if (!isKept) return prepared;
    known.set(text, prepared);
    const [oldest] = known;
    if (known.size > keeping.most && oldest !== undefined) await forget(...oldest);
    return prepared;
  }

  async function forget(text: string, { name }: Prepared): Promise<void> {
    known.delete(text);
    await send(client, serialize.close({ type: "S", name }), serialize.sync());
  }

  async function find(text: string): Promise<Prepared> {
    const prepared = known.get(text);
    if (prepared === undefined) return prepare(text);
    if (prepared.runs >= keeping.runs) {
      await forget(text, prepared);
      return prepare(text);
    }
    // Whoever was used last is the last to go.
    known.delete(text);
    known.set(text, prepared);
    return prepared;
  }

  return async (text, parameters, { rowMode, parsers = {} } = {}) => {
    const prepared = await find(text);
    prepared.runs += 1;
    const { name, parameterTypes, columns } = prepared;
    const values = parameters.map((parameter, at) => writeValue(client, parameter, parameterTypes[at]));
    const run = [serialize.bind({ statement: name, values }), serialize.execute({}), serialize.sync()];
    const readers = columns.map(({ dataTypeID }) => parsers[dataTypeID] ?? client.parsers[dataTypeID]);
    const rows = (await send(client, ...run))
      .filter((answer) => answer instanceof messages.DataRowMessage)
      .map(({ fields }) => {
        const row = fields.map((text, at) => readValue(text, columns[at]?.dataTypeID ?? 0, readers[at]));
        return rowMode === "array" ? row : Object.fromEntries(columns.map((column, at) => [column.name, row[at]]));
      });
    return { rows, fields: columns };
  };
}

function writeValue(client: PGlite, parameter: unknown, type: number | undefined): string | null {
  if (parameter === null || parameter === undefined) return null;
  const write = type === undefined ? undefined : client.serializers[type];
  return write === undefined ? String(parameter) : write(parameter);
}

function readValue(text: string | null, type: number, read: PGlite["parsers"][number] | undefined): unknown {
  return text === null || read === undefined ? text : read(text, type);
}

/** Sends messages in one go. Within a transaction the files need not follow. */
function send(client: PGlite, ...parts: readonly Uint8Array[]) {
  return client.execProtocolStream(Buffer.concat(parts), { syncToFs: !client.isInTransaction() });
}
