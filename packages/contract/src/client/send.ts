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
  method: "GET" | "POST";
  path: string;
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
};

/**
 * One call. Resolves with the answer's JSON, rejects with a `Problem` when the server refused, and with whatever fetch throws when it could
 * not be reached.
 */
export async function send<Answer>(connection: Connection, call: Call): Promise<Answer> {
  const headers: Record<string, string> = { accept: "application/json", ...call.headers };
  if (call.token !== undefined) headers.authorization = `Bearer ${call.token}`;
  if (call.body !== undefined) headers["content-type"] = "application/json";
  const response = await (connection.fetch ?? fetch)(`${connection.baseUrl}${call.path}`, {
    method: call.method,
    headers,
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(connection.signal === undefined ? {} : { signal: connection.signal }),
  });
  if (!response.ok) throw await readProblem(response);
  try {
    return (await response.json()) as Answer;
  } catch {
    throw new Problem(response.status, {}, null);
  }
}
