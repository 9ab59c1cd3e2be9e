import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLog } from "../log.ts";
import { scheduleClockActs } from "./clock-acts.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  { isReal: true, runs: 3 },
  { isReal: false, runs: 21 },
])(
  "passes by every few seconds, and by a clock that may be set every half second: $isReal",
  async ({ isReal, runs }) => {
    let began = 0;
    const clock = {
      now: () => new Date("2026-06-10T09:00:00+08:00"),
      machine: () => new Date("2026-06-10T09:00:00+08:00"),
      today: () => {
        began += 1;
        throw new Error("nobody knows the day");
      },
      isReal,
    };
    const services = { clock, log: createLog("silent") } as unknown as Parameters<typeof scheduleClockActs>[0];
    const end = scheduleClockActs(services);
    await vi.advanceTimersByTimeAsync(10_000);
    await end();
    expect(began).toBe(runs);
  },
);
