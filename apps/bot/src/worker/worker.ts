import type { ClaimedUpdate } from "@shifan/contract/client";
import type { Progress } from "../deliver/deliverTurn.ts";
import { describe, type Log } from "../log.ts";
import type { Service } from "../service/service.ts";
import { createBell } from "./bell.ts";
import type { Conclude } from "./conclude.ts";
import { type Settlement, settle } from "./settle.ts";

export type WorkerLimits = {
  /** Chats answered at the same time. */
  concurrency: number;
  /** How long an update stays ours without a sign of life: what a killed process held waits this long. */
  leaseSeconds: number;
  /** When an attempt gives up; early enough to be settled before the lease ends. */
  attemptMilliseconds: number;
  /** How often to look for what another process stored or a dead one left behind. */
  idleMilliseconds: number;
  /** How long attempts under way may go on once the bot is to stop. */
  graceMilliseconds: number;
};

export const defaultWorkerLimits: WorkerLimits = {
  concurrency: 32,
  leaseSeconds: 30,
  attemptMilliseconds: 15_000,
  idleMilliseconds: 1_000,
  graceMilliseconds: 5_000,
};

export type WorkerOptions = {
  service: Pick<Service, "claimUpdates">;
  attempt: (claimed: ClaimedUpdate, progress: Progress, deadline: AbortSignal) => Promise<void>;
  conclude: Conclude;
  /** This process, as the API's records name it. */
  name: string;
  log: Log;
  stop: AbortSignal;
  limits: WorkerLimits;
};

/** Answers stored updates until stopped: those of one chat in order, many chats at once. */
export function createWorker({ service, attempt, conclude, name, log, stop, limits }: WorkerOptions) {
  const bell = createBell();
  const active = new Set<Promise<void>>();
  const grace = new AbortController();
  let cutOff = false;
  /** Only spares people repeated messages; after a crash the whole turn goes out again. */
  const progresses = new Map<number, Progress>();

  async function answer(claimed: ClaimedUpdate): Promise<void> {
    const progress = progresses.get(claimed.updateId) ?? { sent: 0 };
    progresses.set(claimed.updateId, progress);
    const deadline = AbortSignal.any([AbortSignal.timeout(limits.attemptMilliseconds), grace.signal]);
    const settlement = await attempt(claimed, progress, deadline).then(
      (): Settlement => ({ kind: "done", because: "delivered" }),
      (error: unknown) => {
        log.warn({ updateId: claimed.updateId, attempts: claimed.attempts, fault: describe(error) }, "attempt ended");
        return settle(error, claimed.attempts);
      },
    );
    if ((await conclude(claimed, settlement)) === "over") progresses.delete(claimed.updateId);
  }

  async function claim(): Promise<ClaimedUpdate[]> {
    const limit = limits.concurrency - active.size;
    if (limit <= 0) return [];
    try {
      const { updates } = await service.claimUpdates({ limit, leaseSeconds: limits.leaseSeconds, worker: name });
      if (cutOff) log.info("the API answers again");
      cutOff = false;
      return updates;
    } catch (error) {
      if (!cutOff) log.warn({ fault: describe(error) }, "the API cannot be reached: updates wait there");
      cutOff = true;
      return [];
    }
  }

  async function run(): Promise<void> {
    stop.addEventListener("abort", bell.ring, { once: true });
    while (!stop.aborted) {
      for (const claimed of await claim()) {
        const work = answer(claimed).finally(() => {
          active.delete(work);
          // The chat's next update can be claimed now.
          bell.ring();
        });
        active.add(work);
      }
      await bell.wait(limits.idleMilliseconds);
    }
    const graceEnds = setTimeout(() => grace.abort(), limits.graceMilliseconds);
    await Promise.all(active);
    clearTimeout(graceEnds);
  }

  return { run, wake: bell.ring };
}
