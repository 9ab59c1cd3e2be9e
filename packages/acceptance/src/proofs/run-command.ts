import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a command of ours to its end.
 * @throws Error with what it said, when it does not end well
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<void> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let complaints = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output = `${output}${text}`.slice(-20_000);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints = `${complaints}${text}`.slice(-20_000);
  });
  const [code, signal] = await once(child, "close");
  if (code !== 0)
    throw new Error(`${command} ${args.join(" ")} ended with ${code ?? signal}:\n${output}\n${complaints}`);
}
