/** What the benchmarks of the workspace do with the built product. */

export { launchBrowser, visit } from "./browser.ts";
export type { Session } from "./browser-session.ts";
export { signInAtConsole } from "./console.ts";
export { handInCase } from "./handed-in-case.ts";
export { signIn } from "./procedure.ts";
export { startServer } from "./server.ts";
