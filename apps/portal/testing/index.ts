/** What browser tests of the workspace share. */
export { axeFindings } from "./axe-findings.ts";
export { launchBrowser } from "./launch-browser.ts";
