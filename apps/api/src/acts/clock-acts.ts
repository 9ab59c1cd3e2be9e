import { listApplicationsToLapse, listRoundsDue } from "@shifan/db";
import { systemActor } from "@shifan/rules";
import { actOnApplication } from "../applications/act.ts";
import type { Log } from "../log.ts";
import { planObligations } from "../obligations/plan.ts";
import { passRoundOn } from "../rounds/service.ts";
import { repeat } from "../schedule/repeat.ts";
import type { ProcedureServices } from "./services.ts";

const batch = 200;

/**
 * What falls due by itself, signed by the system: windows whose last day has passed are closed, drafts and returns past their day lapse,
 * what a half or a year brings is planned. Each is an act of its own, decided anew when its record is locked, so that several processes may do it at the same moment.
 *
 * @returns how many acts were done
 */
export async function actByTheClock(services: ProcedureServices): Promise<number> {
  const { database, clock } = services;
  let done = 0;
  for (const { id, state } of await listRoundsDue(database, clock.today())) {
    const outcome = await passRoundOn(services, systemActor, id, state === "open" ? "close" : "begin-review");
    if (outcome.kind === "accepted") done += 1;
  }
  for (const id of await listApplicationsToLapse(database, clock.today(), batch)) {
    const outcome = await actOnApplication(
      services,
      { actor: systemActor, id, revision: null },
      { act: "lapse", changes: () => ({}) },
    );
    if (outcome.kind === "accepted") done += 1;
  }
  return done + (await planObligations(services));
}

/**
 * Acts by the clock soon after the start and then every few seconds: whoever comes just after a window has ended should not find it open. A clock
 * that is given to the product may be set on by days at any moment, and whoever sets it looks at once: it is passed by every half second.
 *
 * @returns what ends it, after the run under way
 */
export function scheduleClockActs(services: ProcedureServices & { log: Log }): () => Promise<void> {
  return repeat({
    firstAfterMilliseconds: 2_000,
    everyMilliseconds: services.clock.isReal ? 5_000 : 500,
    run: async () => {
      const done = await actByTheClock(services);
      if (done > 0) services.log.info({ done }, "acts that fell due were done");
    },
    onFault: (cause) => services.log.error({ err: cause }, "what fell due could not be done; it is tried again"),
  });
}
