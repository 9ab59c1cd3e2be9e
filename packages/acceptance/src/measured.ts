/** What the benchmarks of the workspace do in a browser. */
export { launchBrowser, visit } from "./browser.ts";
export { signInAtConsole } from "./console.ts";
export { handInCase } from "./handed-in-case.ts";
export { startServer } from "./server.ts";
