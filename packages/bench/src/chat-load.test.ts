import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { type ChatSession, playScript } from "./chat-load.ts";
import { bodyOf, writeScript } from "./chat-script.ts";

const script = writeScript();
const sessions: ChatSession[] = ["a", "b", "c", "d"].map((id) => ({ id, token: `token-${id}` }));
let end = () => {};
afterEach(() => end());

/** A server of ours that answers with a status and tells what it was sent. */
async function listen(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<string> {
  const server = createServer((request, response) => void answer(request, response));
  end = () => server.close().closeAllConnections();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("every session gets every input once, in order, under its own token", async () => {
  const got = new Map<string, string[]>();
  const origin = await listen(async (request, response) => {
    const key = `${request.url} ${request.headers.authorization}`;
    got.set(key, [...(got.get(key) ?? []), await text(request)]);
    response.end("{}");
  });
  expect(await playScript(origin, script, sessions, 2)).toBe(4 * script.steps.length);
  const bodies = script.steps.map(bodyOf);
  const key = (id: string) => `/api/v1/chat/sessions/${id}/inputs Bearer token-${id}`;
  expect(Object.fromEntries(got)).toEqual(Object.fromEntries(sessions.map(({ id }) => [key(id), bodies])));
});

test("an input that is refused ends the measurement", async () => {
  const origin = await listen(async (_request, response) => {
    response.statusCode = 429;
    response.end();
  });
  await expect(playScript(origin, script, sessions, 2)).rejects.toThrow("429");
});
