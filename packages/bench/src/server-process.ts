import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A server in a process of its own, on loopback. */
export interface ServerProcess {
  readonly origin: string;
  /** Asks it to stop and waits until it is gone. */
  stop(): Promise<void>;
}

/** How long a server may take to end by itself; then it is killed. */
const PATIENCE_MILLISECONDS = 10_000;

/** None outlives the benchmark, however that ends. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Starts a Node program that prints an address with its port once it listens. It gets the given environment and nothing
 * of ours, so that no setting of this machine changes what is measured.
 *
 * @throws Error with what the program said, if it ends before it listens
 */
export async function startServer(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaints += chunk;
  });
  const port = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk;
      const address = /http:\/\/\S+?:(\d+)[/\s]/.exec(said);
      if (address !== null) resolve(address[1] as string);
    });
    child.once("error", reject);
    child.once("close", () => reject(new Error(`${args.join(" ")} ended before it listened: ${complaints}`)));
  });
  return { origin: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MILLISECONDS);
  await ended;
  clearTimeout(killer);
}
