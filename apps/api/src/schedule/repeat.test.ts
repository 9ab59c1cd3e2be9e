import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { repeat } from "./repeat.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("runs soon and then at regular times, also after a fault, and never twice at once", async () => {
  const faults: unknown[] = [];
  const ends: (() => void)[] = [];
  let began = 0;
  const end = repeat({
    firstAfterMilliseconds: 1_000,
    everyMilliseconds: 20_000,
    run: () => {
      began += 1;
      if (began === 1) return Promise.reject(new Error("the database is away"));
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    onFault: (cause) => faults.push(cause),
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(began).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect([began, faults.length]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(began).toBe(2);
  ends.shift()?.();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(began).toBe(3);

  let hasEnded = false;
  const ended = end().then(() => {
    hasEnded = true;
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([began, hasEnded]).toEqual([3, false]);
  ends.shift()?.();
  await ended;
  expect(hasEnded).toBe(true);
});
