import { cpSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailServer } from "@shifan/api/testing";
import { type Server, settableClock, startServer } from "../server.ts";
import { type ConsoleWorld, fillConsoleWorld } from "./world.ts";

/** A world of the console in a data folder of its own, and the clock that its server is to go by. */
export interface KeptWorld extends ConsoleWorld {
  readonly dataDirectory: string;
  readonly settings: Readonly<Record<string, string>>;
  setClock(instant: string): Promise<void>;
  remove(): Promise<void>;
}

/** The day on which the world stands still. */
const instant = "2026-07-27T09:30:00+08:00";

let filled: Promise<ConsoleWorld & { readonly folder: string }> | null = null;

/** Filled once for all suites of this process; each works on a copy. */
async function fill(): Promise<ConsoleWorld & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "shifan-console-world-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const clock = await settableClock();
  const mailServer = await startMailServer();
  const settings = { DEMO: "accounts", SHIFAN_NOW: clock.setting, SMTP_URL: mailServer.url };
  const server = await startServer({ dataDirectory: folder, settings });
  const world = await fillConsoleWorld(server, clock.set, mailServer);
  await server.stop();
  await mailServer.stop();
  return { ...world, folder };
}

export async function copyConsoleWorld(): Promise<KeptWorld> {
  filled ??= fill();
  const { folder, ...world } = await filled;
  const dataDirectory = await mkdtemp(join(tmpdir(), "shifan-console-copy-"));
  cpSync(folder, dataDirectory, { recursive: true });
  const clock = await settableClock();
  await clock.set(instant);
  return {
    ...world,
    dataDirectory,
    settings: { DEMO: "accounts", SHIFAN_NOW: clock.setting },
    setClock: clock.set,
    remove: () => rm(dataDirectory, { recursive: true, force: true }),
  };
}

/** A copy of the world, served. */
export async function serveConsoleWorld(): Promise<KeptWorld & { readonly server: Server; stop(): Promise<void> }> {
  const world = await copyConsoleWorld();
  const server = await startServer(world);
  return {
    ...world,
    server,
    stop: async () => {
      await server.stop();
      await world.remove();
    },
  };
}
