import type { ChatAnswer, ChatSession, ChatSessionCreated, SessionKey } from "@shifan/contract/client";
import { attempt, type Outcome } from "./outcome.ts";

/** What a person can do in the chat: write or tap. */
export type ChatInput = { text: string } | { action: string };

export type ChatApi = {
  /** @param key random; the same key gives the same session, so that a lost answer does not leave a second one behind */
  create(key: string): Promise<Outcome<ChatSessionCreated>>;
  read(session: SessionKey): Promise<Outcome<ChatSession>>;
  send(session: SessionKey, input: ChatInput, seq: number): Promise<Outcome<ChatAnswer>>;
};

/** The chat of our own server. */
export const chatApi: ChatApi = {
  create: (key) => attempt((client) => client.createChatSession({}, key)),
  read: ({ id, token }) => attempt((client) => client.readChatSession({ id, token })),
  send: ({ id, token }, input, seq) => attempt((client) => client.sendChatInput({ id, token }, { ...input, seq })),
};
