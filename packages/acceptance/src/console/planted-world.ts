import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "@shifan/rules";
import { signIn } from "../procedure.ts";
import { type Server, settableClock, startServer } from "../server.ts";
import { type Planted, plantCanaries } from "./canaries.ts";
import { type Ids, idsOf } from "./crawl.ts";
import { fillConsoleWorld } from "./world.ts";

/** A served world in which every personal value is a canary. */
export interface PlantedWorld extends Planted {
  readonly server: Server;
  /** Of everything that somebody in office may read. */
  readonly ids: Ids;
  stop(): Promise<void>;
}

/** Those of the demonstration who come to the console, each in one role. */
export const consoleCallers: readonly { readonly mailbox: string; readonly role: Role }[] = [
  { mailbox: "city", role: "city" },
  { mailbox: "district", role: "district" },
  { mailbox: "expert", role: "expert" },
  { mailbox: "auditor", role: "auditor" },
  { mailbox: "admin", role: "administrator" },
];

/** Fills a world, puts canaries into it, and serves it again. */
export async function openPlantedWorld(): Promise<PlantedWorld> {
  const folder = await mkdtemp(join(tmpdir(), "shifan-console-world-"));
  const clock = await settableClock();
  const options = { dataDirectory: folder, settings: { DEMO: "accounts", SHIFAN_NOW: clock.setting } };
  const before = await startServer(options);
  await fillConsoleWorld(before, clock.set);
  await before.stop();
  const planted = await plantCanaries(folder);
  const server = await startServer(options);
  const readers = await Promise.all(consoleCallers.map(({ mailbox }) => signIn(server.url, mailbox)));
  return {
    ...planted,
    server,
    ids: await idsOf(server.url, readers),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
