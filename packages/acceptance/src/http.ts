import { type ProblemDocument, problemDocumentSchema } from "@shifan/contract";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Sent {
  readonly method?: string;
  /** Sent as JSON; `text` and `bytes` instead are sent as they are. */
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  /** The body of the answer as it came, for papers and archives. */
  readonly asBytes?: true;
}

/** One request, and its answer whatever it is. */
export async function request(url: string, sent: Sent = {}): Promise<Answer> {
  const body = sent.bytes ?? sent.text ?? (sent.json === undefined ? undefined : JSON.stringify(sent.json));
  const response = await fetch(url, {
    method: sent.method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(sent.token === undefined ? {} : { authorization: `Bearer ${sent.token}` }),
      ...sent.headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  if (sent.asBytes) {
    return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
  }
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** The problem document of a refusal. @throws Error when the answer is none */
export function problemOf({ status, headers, body }: Answer): ProblemDocument {
  const type = headers.get("content-type") ?? "";
  if (!type.startsWith("application/problem+json")) {
    throw new Error(`${status} is no problem document: ${type} ${JSON.stringify(body)?.slice(0, 500)}`);
  }
  const problem = problemDocumentSchema.parse(body);
  if (problem.status !== status) throw new Error(`the document says ${problem.status}, the answer is ${status}`);
  return problem;
}
