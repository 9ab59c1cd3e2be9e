/** What a workspace may import of ours, and whether its product code must stay free of the machine it runs on. */
export interface Allowance {
  /** Short names of workspaces; the scope is left out. */
  readonly ours: readonly string[] | "anything";
  /** Packages of others, where the list is closed. */
  readonly others?: readonly string[];
  /** Pure: its product code runs in a browser as well, so it imports nothing of Node. */
  readonly pure?: true;
}

/** The import table of the architecture. No app imports an app, not even a type. */
export const importTable: Readonly<Record<string, Allowance>> = {
  rules: { ours: [], others: ["zod"], pure: true },
  dialog: { ours: ["rules"], others: ["zod"], pure: true },
  contract: { ours: ["rules", "dialog"], others: ["zod"], pure: true },
  db: { ours: ["rules"] },
  api: { ours: ["rules", "dialog", "contract", "db"] },
  bot: { ours: ["contract"] },
  portal: { ours: ["contract"], pure: true },
  admin: { ours: ["rules", "dialog", "contract"], pure: true },
  acceptance: { ours: "anything" },
  bench: { ours: "anything" },
};

/**
 * The only files that may look at a clock; everything else takes the time as an argument. Entry points of commands read
 * it once and hand it on.
 */
export const clockModules: readonly string[] = [
  "apps/api/src/clock.ts",
  // The command-line self-check has no server to ask for the day.
  "packages/rules/bin/clock.ts",
  // The date under which a proof is recorded.
  "packages/acceptance/src/prove.ts",
  // How far the database's clock is from the machine's, for /readyz.
  "packages/db/src/queries/clock.ts",
  // The date under which findings are kept.
  "packages/bench/src/main.ts",
];
