import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { browserSwitches } from "./browser-switches.ts";

/** Chromium without the frame of a window, which no test looks at and every page would pay for. */
const frameless = "chromium-headless-shell";
const whole = ["chromium", "chromium-browser", "google-chrome"];

/**
 * Starts the machine's Chromium; CHROMIUM names it where it lies elsewhere.
 *
 * @param isWhole the one that people have, for measuring; otherwise the frameless one where there is one
 * @throws Error where there is none
 */
export function launchBrowser({ isWhole = false } = {}): Promise<Browser> {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = isWhole ? whole : [frameless, ...whole];
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  const executablePath = process.env.CHROMIUM || found;
  if (executablePath === undefined) throw new Error("No Chromium was found: install it, or let CHROMIUM name it");
  // In an environment without a language Chromium gives files with Chinese names the name "download".
  const env = { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" } as Record<string, string>;
  return chromium.launch({ executablePath, env, args: [...browserSwitches] });
}
