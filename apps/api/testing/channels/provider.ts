import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a provider is asked, as it reads it. */
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: unknown;
};

/** What a provider answers. */
export type Reply = { status?: number; headers?: Record<string, string>; body: unknown };

/** What goes wrong with one message. */
export type ProviderFault =
  /** It is not taken, and told so. */
  | Reply
  /** It is not taken: the connection breaks before. */
  | "lost"
  /** It is taken, and the connection breaks instead of the answer. */
  | "cut"
  /** It is taken, and no answer ever comes. */
  | "silent";

/** Decides of a message whether something goes wrong with it; null: nothing does. */
export type DecideFault = (asked: Asked) => ProviderFault | null;

/**
 * A provider on this machine, with whatever weather is asked for.
 *
 * @param take takes a message, with all that follows from it, and says what it answers
 * @param decideFault the weather, asked of every message after those faults that were ordered by `fail`
 * @param isMessage what is no message, as a question for a token, meets no fault
 */
export async function startProvider({
  take,
  decideFault = () => null,
  isMessage = () => true,
}: {
  take: (asked: Asked) => Reply;
  decideFault?: DecideFault | undefined;
  isMessage?: (asked: Asked) => boolean;
}) {
  const ordered: ProviderFault[] = [];
  const server = createServer((request, response) => {
    void handle(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    const fault = isMessage(asked) ? (ordered.shift() ?? decideFault(asked)) : null;
    if (fault === "lost") return void response.destroy();
    const reply = fault === null || typeof fault === "string" ? take(asked) : fault;
    if (fault === "cut") return void response.destroy();
    if (fault === "silent") return;
    const { status = 200, headers = {}, body } = reply;
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  }

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Orders what goes wrong with the next messages, one after the other. */
    fail: (...faults: readonly ProviderFault[]) => {
      ordered.push(...faults);
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  let text = "";
  for await (const piece of request.setEncoding("utf8")) text += piece;
  const { method = "", headers, url = "" } = request;
  const { pathname, searchParams } = new URL(url, "http://provider");
  return { method, path: pathname, query: searchParams, headers, body: text === "" ? null : JSON.parse(text) };
}
