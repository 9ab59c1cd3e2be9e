import type { Role } from "@shifan/rules";
import { signIn } from "../procedure.ts";
import { type Server, startServer } from "../server.ts";
import { type Planted, plantCanaries } from "./canaries.ts";
import { type Ids, idsOf } from "./crawl.ts";
import { copyConsoleWorld } from "./served-world.ts";

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

/** A copy of the world with canaries in it, served. */
export async function openPlantedWorld(): Promise<PlantedWorld> {
  const world = await copyConsoleWorld();
  const planted = await plantCanaries(world.dataDirectory);
  const server = await startServer(world);
  const readers = await Promise.all(consoleCallers.map(({ mailbox }) => signIn(server.url, mailbox)));
  return {
    ...planted,
    server,
    ids: await idsOf(server.url, readers),
    stop: async () => {
      await server.stop();
      await world.remove();
    },
  };
}
