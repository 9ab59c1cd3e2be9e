import { Agent, request } from "node:http";
import { bodyOf, type ChatScript } from "./chat-script.ts";

/** A session of one of the servers; both begin and answer at the same addresses. */
export interface ChatSession {
  readonly id: string;
  readonly token: string;
}

export async function beginSession(origin: string): Promise<ChatSession> {
  const response = await fetch(`${origin}/api/v1/chat/sessions`, { method: "POST" });
  if (response.status !== 201) throw new Error(`no session began: ${response.status} ${await response.text()}`);
  return (await response.json()) as ChatSession;
}

/** Sends one input and returns the turn that answers it. */
export async function sendInput(origin: string, session: ChatSession, body: string): Promise<unknown> {
  const response = await fetch(`${origin}${pathOf(session)}`, { method: "POST", headers: headersOf(session), body });
  if (response.status !== 200) throw new Error(`${body} was refused: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { turn: unknown }).turn;
}

/**
 * Plays the whole script in every session and returns the number of answers. Each connection plays a session from
 * beginning to end, then the next; all connections work at once.
 *
 * @throws Error when an input is not answered
 */
export async function playScript(
  origin: string,
  script: ChatScript,
  sessions: readonly ChatSession[],
  connections: number,
): Promise<number> {
  const bodies = script.steps.map((step, n) => Buffer.from(bodyOf(step, n)));
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waiting = [...sessions];
  const connection = async () => {
    for (let session = waiting.shift(); session !== undefined; session = waiting.shift()) {
      for (const body of bodies) {
        const status = await post(agent, `${origin}${pathOf(session)}`, headersOf(session), body);
        if (status !== 200) throw new Error(`${body} was refused: ${status}`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, connection));
  } finally {
    agent.destroy();
  }
  return sessions.length * bodies.length;
}

/** Sends a request and reads the answer to its end. fetch would take as long as the server that is measured. */
function post(agent: Agent, url: string, headers: Record<string, string>, body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: "POST", headers: { ...headers, "content-length": body.length } });
    sent.once("response", (response) => {
      response.once("end", () => resolve(response.statusCode ?? 0)).once("error", reject);
      response.resume();
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

function pathOf({ id }: ChatSession): string {
  return `/api/v1/chat/sessions/${id}/inputs`;
}

function headersOf({ token }: ChatSession): Record<string, string> {
  return { authorization: `Bearer ${token}`, "content-type": "application/json" };
}
