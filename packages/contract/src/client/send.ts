import { Problem, readProblem } from "./problem.ts";

/** How a client reaches the server. */
export type Connection = {
  /** Where the API is, for example "http://127.0.0.1:3000"; empty in a browser that was served by it. */
  baseUrl: string;
  /** Instead of the global one, for tests. */
  fetch?: typeof fetch;
  /** Gives up every call of this client when aborted. */
  signal?: AbortSignal;
};

export type Call = {
  method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  /** Instead of a body in JSON: a file, sent as it is with its own type. */
  file?: Blob;
  token?: string;
  headers?: Record<string, string>;
  /** What is expected: JSON, or a file that is answered with as a Blob. */
  answer?: "json" | "file";
  /** Of a file: how many bytes have come, and of how many; null where the server has not said. */
  onBytes?: (received: number, total: number | null) => void;
};

/** What the server answered: its JSON, and the headers with the state of a record or the place of a page. */
export type ServerAnswer<Body> = { body: Body; headers: Headers };

/**
 * One call. Resolves with the answer, rejects with a `Problem` when the server refused, and with whatever fetch throws when it could not be
 * reached. An answer without content has the body null.
 */
export async function exchange<Body>(connection: Connection, call: Call): Promise<ServerAnswer<Body>> {
  const headers: Record<string, string> = {
    accept: call.answer === "file" ? "*/*" : "application/json",
    ...call.headers,
  };
  if (call.token !== undefined) headers.authorization = `Bearer ${call.token}`;
  if (call.body !== undefined) headers["content-type"] = "application/json";
  const content = call.file ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const response = await (connection.fetch ?? fetch)(`${connection.baseUrl}${call.path}`, {
    method: call.method,
    headers,
    ...(content === undefined ? {} : { body: content }),
    ...(connection.signal === undefined ? {} : { signal: connection.signal }),
  });
  if (!response.ok) throw await readProblem(response);
  if (response.status === 204 || call.method === "HEAD") return { body: null as Body, headers: response.headers };
  if (call.answer === "file") return { body: (await readFile(response, call)) as Body, headers: response.headers };
  try {
    return { body: (await response.json()) as Body, headers: response.headers };
  } catch {
    throw new Problem(response.status, {}, null);
  }
}

/** A file as it comes. */
async function readFile(response: Response, { onBytes }: Call): Promise<Blob> {
  if (onBytes === undefined || response.body === null) return response.blob();
  const length = Number.parseInt(response.headers.get("content-length") ?? "", 10);
  // What was packed on the way is longer than its Content-Length says.
  const isPacked = response.headers.has("content-encoding");
  const total = Number.isNaN(length) || isPacked ? null : length;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value);
    received += read.value.byteLength;
    onBytes(received, total);
  }
  return new Blob(pieces, { type: response.headers.get("content-type") ?? "" });
}

/** The same for whoever wants the answer's JSON alone. */
export async function send<Answer>(connection: Connection, call: Call): Promise<Answer> {
  return (await exchange<Answer>(connection, call)).body;
}
