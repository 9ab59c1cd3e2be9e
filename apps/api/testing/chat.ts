import type { ChatAnswer, ChatInput, ChatSession, ChatSessionCreated } from "@shifan/contract";
import { type Answer, call, type TestApp } from "./app.ts";

/** Begins a chat and talks in it. */
export async function beginTestChat(on: TestApp) {
  const { body, status } = await call(on, "/api/v1/chat/sessions", { body: {} });
  if (status !== 201) throw new Error(`the chat did not begin: ${JSON.stringify(body)}`);
  const { id, token, turn } = body as ChatSessionCreated;
  const path = `/api/v1/chat/sessions/${id}`;
  return {
    id,
    token,
    turn,
    path,
    send: (input: ChatInput, at: TestApp = on): Promise<Answer> => call(at, `${path}/inputs`, { body: input, token }),
    read: async (at: TestApp = on) => (await call(at, path, { token })).body as ChatSession,
  };
}

export function turnOf(answer: Answer): ChatAnswer["turn"] {
  if (answer.status !== 200) throw new Error(`no turn: ${JSON.stringify(answer.body)}`);
  return (answer.body as ChatAnswer).turn;
}
