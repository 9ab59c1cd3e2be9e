import { GrammyError, HttpError } from "grammy/web";

/** What a fault of Telegram's means for the work at hand. */
export type Fault =
  /** Nobody is there to read it: blocked by the user, chat deleted, account gone. Nothing more is owed. */
  | { kind: "unreachable" }
  /** The token is not (or no longer) valid: nothing will ever work until somebody changes the setting. */
  | { kind: "tokenRefused" }
  /** Telegram understood the request and will never take it. */
  | { kind: "refused" }
  /** It may work in a while: the network, Telegram itself, or too many messages at once. */
  | { kind: "passing"; retryAfterSeconds: number | null };

const goneDescriptions = [/chat not found/i, /user not found/i, /PEER_ID_INVALID/, /user is deactivated/i];

/** Sorts an error thrown by grammY's client; null when it is not one of Telegram's. */
export function classifyFault(error: unknown): Fault | null {
  if (error instanceof HttpError) return { kind: "passing", retryAfterSeconds: null };
  if (!(error instanceof GrammyError)) return null;
  const code = error.error_code;
  if (code === 429) return { kind: "passing", retryAfterSeconds: error.parameters.retry_after ?? null };
  if (code === 409 || code >= 500) return { kind: "passing", retryAfterSeconds: null };
  if (code === 403) return { kind: "unreachable" };
  if (code === 401 || code === 404) return { kind: "tokenRefused" };
  return { kind: goneDescriptions.some((gone) => gone.test(error.description)) ? "unreachable" : "refused" };
}

/** An edit that changes nothing has already been made, by us, before. */
export function isAlreadyDone(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && /message is not modified/i.test(error.description);
}
