import pino from "pino";
import type { LogLevel } from "./settings.ts";

export type Log = pino.Logger;

/** Lines of JSON on standard error; standard output is for the person who started the server. */
export function createLog(level: LogLevel): Log {
  return pino(
    { level, base: { app: "api" }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
