import { type Findings, limitAsText } from "./report.ts";

/** Findings as they are kept: under the name of their benchmark, with when and on what. */
export interface KeptFindings extends Findings {
  readonly name: string;
  readonly date: string;
  readonly commit: string;
}

const head = `# Measurements

What the benchmarks and the long proofs found last, each with its date and commit; the files hold the rest. All of it was measured on two
cores that were busy with other work: only the ratios hold, times are for the eye.

| benchmark | date | commit | limits |
|---|---|---|---|
`;
const tableRule = "|---|---|---|---|";

/** The page with this benchmark's line in its table, in place of an older one. Whatever else stands on the page stays. */
export function pageWithLine(page: string, findings: KeptFindings): string {
  const lines = (page.includes(tableRule) ? page : `${page}${page === "" ? "" : "\n"}${head}`).split("\n");
  const key = `| [${findings.name}](bench-${findings.name}.json) |`;
  const present = lines.findIndex((line) => line.startsWith(key));
  const line = `${key} ${findings.date.slice(0, 10)} | ${findings.commit} | ${findings.limits
    .map((limit) => `${limit.what}: ${limitAsText(limit)}`)
    .join("<br>")} |`;
  if (present >= 0) lines[present] = line;
  else {
    let at = lines.indexOf(tableRule) + 1;
    while (lines[at]?.startsWith("|")) at += 1;
    lines.splice(at, 0, line);
  }
  return lines.join("\n");
}
