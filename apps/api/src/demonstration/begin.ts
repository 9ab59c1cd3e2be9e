import { actByTheClock } from "../acts/clock-acts.ts";
import { type AppServices, createApp } from "../app.ts";
import { filePortsFrom } from "../connect.ts";
import { createLog } from "../log.ts";
import type { Settings } from "../settings.ts";
import type { Progress, ReadProgress } from "./progress.ts";
import { createStageClock, seedDemonstration } from "./seed.ts";

/** The demonstration's city while it is being made and afterwards. */
export type Demonstration = {
  progress: ReadProgress;
  /** Makes it, beside the requests that are answered meanwhile. @returns false when it was told to stop before its end */
  play(): Promise<boolean>;
  /** Ends the play after its present step; the next start goes on with it. */
  stop(): void;
};

class Stopped extends Error {}

/** The demonstration of a server. A play that the product refuses is logged and said, and stands in nobody's way. */
export function beginDemonstration(
  services: Omit<AppServices, "demonstrationProgress" | "processMetrics">,
  { demonstrationData }: Pick<Settings, "demonstrationData">,
): Demonstration {
  const { database, catalog, clock, log, defaultPolicy, personalKeys, printer } = services;
  let progress: Progress | null = demonstrationData ? { state: "preparing", done: 0, total: 0 } : null;
  let isStopped = false;
  const play = async () => {
    const stageClock = createStageClock(clock);
    const policy = catalog.all().findLast(({ id }) => id === defaultPolicy);
    if (policy === undefined) throw new Error(`no version of ${defaultPolicy} is published`);
    // The same product on the stage's clock. What people do is not logged: it is not people who do it.
    const app = createApp({
      ...services,
      clock: stageClock,
      filePorts: filePortsFrom(database, stageClock),
      log: createLog("warn"),
    });
    const asked = {
      request: (path: string, init: RequestInit) => {
        if (isStopped) throw new Stopped();
        return app.request(path, init);
      },
    };
    const due = { database, catalog, clock: stageClock, defaultPolicy, personalKeys };
    const passTime = async () => {
      // A window that closes may be what the next act by the clock waits for.
      while ((await actByTheClock(due)) > 0);
    };
    await seedDemonstration({ database, app: asked, stageClock, clock, policy, printer, passTime }, (told) => {
      progress = told;
    });
  };
  return {
    progress: () => progress,
    play: async () => {
      if (!demonstrationData) return true;
      try {
        await play();
        return true;
      } catch (cause) {
        if (isStopped) return false;
        log.error({ err: cause }, "the demonstration could not be made to its end");
        progress = { ...(progress ?? { done: 0, total: 0 }), state: "failed" };
        return true;
      }
    },
    stop: () => {
      isStopped = true;
    },
  };
}
