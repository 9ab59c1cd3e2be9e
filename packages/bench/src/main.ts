import { readArguments } from "./arguments.ts";
import { record } from "./record.ts";
import { type Findings, findingsAsText, isKept } from "./report.ts";

/** Loaded only when it is their turn: what one benchmark loads would weigh on the others. */
const benches: Record<string, () => Promise<Findings>> = {
  rules: async () => (await import("./rules.bench.ts")).benchRules(),
  dialog: async () => (await import("./dialog.bench.ts")).benchDialog(),
  chat: async () => (await import("./chat.bench.ts")).benchChat(),
  start: async () => (await import("./start.bench.ts")).benchStart(),
  lists: async () => (await import("./lists.bench.ts")).benchLists(),
  "served-lists": async () => (await import("./served-lists.bench.ts")).benchServedLists(),
  console: async () => (await import("./console.bench.ts")).benchConsole(),
  planning: async () => (await import("./planning.bench.ts")).benchPlanning(),
  deliveries: async () => (await import("./deliveries.bench.ts")).benchDeliveries(),
};
const names = Object.keys(benches);

const usage = `usage: npm run bench -- [[--only] ${names.join("|")}] [--record]`;

/** Runs the benchmarks one after the other. Returns the exit code: 1 when a limit was missed, 2 on unusable arguments. */
async function main(args: string[]): Promise<number> {
  const asked = readArguments(args, names);
  if (asked === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  let missed = 0;
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.only !== null && asked.only !== name) continue;
    const findings = await bench();
    process.stdout.write(`${findingsAsText(findings)}\n`);
    if (asked.record) process.stdout.write(`   kept in ${record(name, findings, new Date())}\n`);
    missed += findings.limits.filter((limit) => !isKept(limit)).length;
  }
  return missed === 0 ? 0 : 1;
}

// An end asked for is an ordinary end, so that the servers under way are ended as well.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
process.exitCode = await main(process.argv.slice(2));
