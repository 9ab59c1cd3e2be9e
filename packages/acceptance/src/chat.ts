import {
  type ChatInput,
  type ChatSession,
  chatAnswerSchema,
  chatSessionCreatedSchema,
  chatSessionSchema,
} from "@shifan/contract";
import { type Answer, request } from "./http.ts";

export type Turn = ChatSession["turn"];

/** A conversation as a program holds it, over HTTP. Every answer is checked against the published shape. */
export interface Chat {
  readonly id: string;
  readonly token: string;
  /** The latest turn. */
  turn: Turn;
  /** One input that must be taken; the next turn. */
  send(input: ChatInput): Promise<Turn>;
  /** One input, and the answer whatever it is. */
  try(input: unknown, token?: string): Promise<Answer>;
  /** The conversation as it is kept. */
  read(): Promise<ChatSession>;
  /** The same conversation on a server that has moved to another address. */
  at(url: string): Chat;
}

export async function beginChat(url: string): Promise<Chat> {
  const { status, body } = await request(`${url}/api/v1/chat/sessions`, { json: {} });
  if (status !== 201) throw new Error(`no session: ${status} ${JSON.stringify(body)}`);
  const { id, token, turn } = chatSessionCreatedSchema.parse(body);
  return chatOf(url, id, token, turn);
}

function chatOf(url: string, id: string, token: string, turn: Turn): Chat {
  const path = `${url}/api/v1/chat/sessions/${id}`;
  const chat: Chat = {
    id,
    token,
    turn,
    try: (input, by = token) => request(`${path}/inputs`, { json: input, token: by }),
    send: async (input) => {
      const { status, body } = await chat.try(input);
      if (status !== 200) throw new Error(`${JSON.stringify(input)}: ${status} ${JSON.stringify(body)}`);
      chat.turn = chatAnswerSchema.parse(body).turn;
      return chat.turn;
    },
    read: async () => {
      const { status, body } = await request(path, { token });
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return chatSessionSchema.parse(body);
    },
    at: (elsewhere) => chatOf(elsewhere, id, token, chat.turn),
  };
  return chat;
}

/** All that a turn says, in one text. */
export function textOf(turn: Turn): string {
  return turn.messages.map(({ text }) => text).join("\n");
}

/** The buttons of a turn. */
export function choicesOf(turn: Turn): Turn["messages"][number]["choices"] {
  return turn.messages.flatMap(({ choices }) => choices);
}

/** The action of the button with this label. @throws Error naming the buttons that there are */
export function actionOf(turn: Turn, label: string): string {
  const choice = choicesOf(turn).findLast((each) => each.label === label);
  if (choice) return choice.action;
  throw new Error(`no button ${label}, but ${choicesOf(turn).map((each) => each.label)}: ${textOf(turn)}`);
}
