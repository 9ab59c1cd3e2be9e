import { fileURLToPath } from "node:url";

/** A file of the repository by its path from the root. */
export function fileOfRepository(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

/** What is deployed and started: the bundles, not the sources. */
export const bundles = {
  api: fileOfRepository("apps/api/dist/main.js"),
  setup: fileOfRepository("apps/api/dist/setup.js"),
  auditVerify: fileOfRepository("apps/api/dist/audit-verify.js"),
  bot: fileOfRepository("apps/bot/dist/main.js"),
  portal: fileOfRepository("apps/portal/dist/index.html"),
  console: fileOfRepository("apps/admin/dist/index.html"),
} as const;
