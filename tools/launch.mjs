// The one program behind every `npm` command. It runs on any Node from 20 on with nothing installed, so it and
// everything it loads before the install use built-in modules only.
import { auditVerify } from "./commands/audit-verify.mjs";
import { bench } from "./commands/bench.mjs";
import { build } from "./commands/build.mjs";
import { check } from "./commands/check.mjs";
import { dev } from "./commands/dev.mjs";
import { prove } from "./commands/prove.mjs";
import { selfCheck } from "./commands/self-check.mjs";
import { start } from "./commands/start.mjs";
import { test } from "./commands/test.mjs";
import { root } from "./paths.mjs";
import { PlainError } from "./plain-error.mjs";

/** @typedef {{ root: string, args: string[], environment: NodeJS.ProcessEnv }} Call */

/** @type {Record<string, (call: Call) => Promise<number>>} */
const commands = { start, test, dev, build, check, bench, prove, "self-check": selfCheck, "audit-verify": auditVerify };

const [name = "", ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
try {
  if (!command) throw new PlainError(`Unknown command "${name}". There is: ${Object.keys(commands).join(", ")}.`, 2);
  process.exitCode = await command({ root, args, environment: process.env });
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
