import { readFile } from "node:fs/promises";
import type { Log } from "../log.ts";
import type { Pause } from "../pause.ts";
import type { Settings } from "../settings.ts";

const waitMilliseconds = 500;

export type TokenOptions = { source: Settings["serviceToken"]; log: Log; pause: Pause; stop: AbortSignal };

/** The token the API knows this bot by. On a fresh machine the API makes it at its own first start: that is waited for. */
export async function awaitServiceToken({ source, log, pause, stop }: TokenOptions): Promise<string | null> {
  if ("value" in source) return source.value;
  for (let told = false; !stop.aborted; told = true) {
    const text = await readFile(source.file, "utf8").catch(() => "");
    if (text.trim() !== "") return text.trim();
    if (!told) log.info(`waiting for the API to write its service token to ${source.file}`);
    await pause(waitMilliseconds);
  }
  return null;
}
