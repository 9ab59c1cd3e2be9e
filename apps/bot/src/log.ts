import { GrammyError, HttpError } from "grammy/web";
import { type Logger, pino } from "pino";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

/** One JSON line an event, on standard output. What people write is never logged, nor is the token. */
export function createLog(level: string): Log {
  return pino({ name: "bot", level });
}

/** A fault in one line. Errors of the network carry addresses, and with them the token, in their causes: only their names go in. */
export function describe(error: unknown): string {
  if (error instanceof GrammyError) return `Telegram: ${error.method}: ${error.error_code} ${error.description}`;
  if (error instanceof HttpError) return `${error.message} ${causeCode(error.error)}`.trimEnd();
  if (error instanceof Error) return `${error.name}: ${error.message} ${causeCode(error)}`.trimEnd();
  return "unknown fault";
}

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
}
