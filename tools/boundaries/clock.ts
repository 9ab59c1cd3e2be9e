import { clockModules } from "./table.ts";
import type { Workspace } from "./workspaces.ts";

/** The database's clock, in any of its spellings. */
const databaseClock =
  /\bnow\s*\(\s*\)|\bcurrent_(timestamp|date|time)\b|\blocaltime(stamp)?\b|\b(clock|statement|transaction)_timestamp\b/i;

/** Every look at the machine's or the database's clock outside the clock modules, one line each. */
export function hiddenClocks(workspace: Workspace, allowed: readonly string[] = clockModules): string[] {
  const inCode = workspace.modules
    // The test of a clock module has to hold it against the machine's clock.
    .filter(({ path }) => !allowed.includes(path.replace(/\.test\.ts$/, ".ts")))
    .flatMap(({ path, clockReads, texts }) => [
      ...clockReads.map(({ text, line }) => `${path}:${line}: ${text}`),
      ...texts.flatMap(({ text, line }) => {
        const spelled = databaseClock.exec(text);
        return spelled ? [`${path}:${line}: the database's ${spelled[0]}`] : [];
      }),
    ]);
  const inStatements = workspace.statements.flatMap(({ path, text }) => {
    const spelled = databaseClock.exec(text);
    return spelled ? [`${path}: the database's ${spelled[0]}`] : [];
  });
  return [...inCode, ...inStatements];
}
