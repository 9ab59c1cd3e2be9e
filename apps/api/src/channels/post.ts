import type { SendOutcome } from "./channel.ts";
import { busy, misconfigured, unanswered, unreachable } from "./outcomes.ts";

/** What a provider said; what it did not say in time is an outcome already. */
export type Answer =
  | { kind: "answered"; status: number; afterMilliseconds: number | null; text: string }
  | { kind: "unanswered"; outcome: SendOutcome };

type Posted = { url: string; body: unknown; headers?: Readonly<Record<string, string>>; patience: number };

/** Answers of providers are some hundred bytes. */
const longestAnswer = 64 * 1_024;

/** Sends JSON. No redirection is followed: credentials and telephone numbers go where the setting says, and nowhere else. */
export async function postJson({ url, body, headers = {}, patience }: Posted): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    const text = await readText(response);
    return { kind: "answered", status: response.status, afterMilliseconds: readRetryAfter(response.headers), text };
  } catch (cause) {
    return { kind: "unanswered", outcome: outcomeOfBreak(cause) };
  }
}

/**
 * What the status alone says, where it is not about the message: too busy, or a setting that is wrong.
 *
 * @param setting the setting that names the provider
 * @returns null where the answer has to be read
 */
export function outcomeOfStatus(answer: Answer & { kind: "answered" }, setting: string): SendOutcome | null {
  const { status, afterMilliseconds } = answer;
  const code = `HTTP ${status}`;
  if ([408, 425, 429, 503].includes(status)) return busy(code, { afterMilliseconds });
  // Whoever answers so may be standing before the one who took it.
  if (status >= 500) return busy(code, { afterMilliseconds, mayHaveArrived: true });
  if ((status >= 300 && status < 400) || [401, 403, 404, 405, 407].includes(status))
    return misconfigured(setting, code);
  return null;
}

/** An answer as an object; empty where it is none. */
export function readAnswer(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** What breaks before anything is handed over: the name is not known, nobody listens, or it is not who it should be. */
const beforeHandingOver =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|UNABLE_TO_\w+|\w*CERT\w*)$/;

function outcomeOfBreak(cause: unknown): SendOutcome {
  if (cause instanceof Error && cause.name === "TimeoutError") return unanswered("超时");
  const code = codeOf(cause);
  return beforeHandingOver.test(code) ? unreachable(code) : unanswered(code);
}

/** The code alone: a message of the machine's may show the address, and with it a key. */
function codeOf(cause: unknown): string {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") return error.code;
  }
  return "网络中断";
}

async function readText({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > longestAnswer) break;
  }
  return Buffer.concat(pieces).toString("utf8");
}

const longestWait = 24 * 3_600_000;

/** Retry-After: seconds, or an instant, which is held against the provider's own clock. */
function readRetryAfter(headers: Headers): number | null {
  const after = headers.get("retry-after")?.trim() ?? "";
  const milliseconds = /^\d{1,9}$/.test(after)
    ? Number(after) * 1_000
    : Date.parse(after) - Date.parse(headers.get("date") ?? "");
  return Number.isNaN(milliseconds) ? null : Math.min(Math.max(milliseconds, 0), longestWait);
}
