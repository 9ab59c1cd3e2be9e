import { verifyCommand } from "../src/audit/verify-command.ts";

/** Proves the audit trail without the server. */
process.exitCode = await verifyCommand(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
