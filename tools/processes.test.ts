import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./paths.mjs";
import { run, runQuietly, runTogether } from "./processes.mjs";

const program = (source: string, ...args: string[]) => ({
  command: process.execPath,
  args: ["-e", source, ...args],
  stdio: "ignore" as const,
});
const server = (exitCode: number) =>
  program(`process.on("SIGTERM", () => process.exit(${exitCode})); setInterval(() => {}, 1000);`);

/** Runs programs together in a launcher of its own, which a test can send signals to. */
function launcherOf(programs: readonly { command: string; args: readonly string[] }[]) {
  const source = `
    import { runTogether } from ${JSON.stringify(join(root, "tools", "processes.mjs"))};
    process.exitCode = await runTogether(${JSON.stringify(programs)});`;
  return spawn(process.execPath, ["--input-type=module", "-e", source], { stdio: ["ignore", "pipe", "inherit"] });
}

describe("one program", () => {
  test("its exit code is passed on", async () => {
    expect(await run(program("process.exit(7)"))).toBe(7);
  });

  test("a death by signal is told as a shell tells it", async () => {
    expect(await run(program('process.kill(process.pid, "SIGKILL")'))).toBe(137);
  });

  test("one that cannot be run is named", async () => {
    await expect(run({ command: "no-such-program", args: [] })).rejects.toThrow("no-such-program");
  });

  test("run quietly, it keeps its exit code", async () => {
    expect(await runQuietly(program("process.exit(3)"))).toBe(3);
  });
});

describe("programs that belong together", () => {
  test("the first that ends stops the others, and its exit code is passed on", async () => {
    expect(await runTogether([server(0), program("setTimeout(() => process.exit(5), 50)")])).toBe(5);
  });

  test("one that ends with 0 of its own accord is an end in good order", async () => {
    expect(await runTogether([server(0), program("process.exit(0)")])).toBe(0);
  });

  test("an optional one that ends alone leaves the others running", async () => {
    const last = program("setTimeout(() => process.exit(6), 300)");
    expect(await runTogether([last, { ...program("process.exit(1)"), optional: "The bot has stopped." }])).toBe(6);
  });

  // The programs say when they listen for the signal, so that the test need not guess how long a start takes.
  const ready = `process.on("SIGTERM", () => process.exit(Number(process.argv[1]))); setInterval(() => {}, 1000); console.log("ready");`;
  const listening = (exitCode: string) => ({
    command: process.execPath,
    args: ["-e", ready, exitCode],
    stdio: ["ignore", "inherit", "inherit"],
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s stops all of them, and the launcher ends with 0",
    async (signal) => {
      const launcher = launcherOf([listening("0"), listening("0")]);
      let said = "";
      for await (const chunk of launcher.stdout) {
        said += chunk;
        if (said === "ready\nready\n") launcher.kill(signal);
      }
      if (launcher.exitCode === null) await once(launcher, "exit");
      expect(launcher.exitCode).toBe(0);
    },
  );

  test("a program that tells its end by the signal's own exit code has stopped in good order", async () => {
    const launcher = launcherOf([listening("143")]);
    launcher.stdout.once("data", () => launcher.kill("SIGINT"));
    await once(launcher, "exit");
    expect(launcher.exitCode).toBe(0);
  });

  test("a program that does not stop in good order is told by the exit code", async () => {
    const launcher = launcherOf([listening("4")]);
    launcher.stdout.once("data", () => launcher.kill("SIGINT"));
    await once(launcher, "exit");
    expect(launcher.exitCode).toBe(4);
  });
});
