import { join } from "node:path";

/** @typedef {{ root: string, node: string, environment: NodeJS.ProcessEnv, built: boolean }} Situation */

/**
 * The programs that make up the running product: the API, and the bot where it has a token. Settings that the user
 * made are passed on untouched; the bot is only told where the API listens when nobody has said so.
 *
 * @param {Situation} situation
 * @returns {import("./processes.mjs").Program[]}
 */
export function productPrograms({ root, node, environment, built }) {
  const program = (/** @type {string} */ app, /** @type {NodeJS.ProcessEnv} */ env) => ({
    command: node,
    args: built ? [join(root, "apps", app, "dist", "main.js")] : ["--watch", join(root, "apps", app, "src", "main.ts")],
    cwd: root,
    env,
    // Standard input stays with the terminal: a server that reads it would swallow what is typed there.
    stdio: /** @type {import("node:child_process").StdioOptions} */ (["ignore", "inherit", "inherit"]),
  });
  /** @type {import("./processes.mjs").Program[]} */
  const programs = [program("api", environment)];
  if (environment.TELEGRAM_BOT_TOKEN) {
    const API_URL = environment.API_URL ?? `http://127.0.0.1:${environment.PORT ?? "3000"}`;
    // A token that Telegram turns down must not take the pages with it.
    const optional = "Telegram 机器人已停止，原因见上；网页和接口照常服务。";
    programs.push({ ...program("bot", { ...environment, API_URL }), optional });
  }
  return programs;
}

/**
 * Whoever only looks at the product gets something to look at: the demonstration is on unless the user or the environment
 * says that this is a real installation.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function withDemonstration(environment) {
  return { ...environment, DEMO: environment.DEMO ?? (environment.NODE_ENV === "production" ? "0" : "1") };
}
