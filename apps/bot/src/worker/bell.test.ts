import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBell } from "./bell.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a wait ends by itself", async () => {
  const waiting = createBell().wait(1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  await waiting;
  expect(vi.getTimerCount()).toBe(0);
});

test("a ring ends the wait at once and leaves no timer behind", async () => {
  const bell = createBell();
  const waiting = bell.wait(1_000_000);
  bell.ring();
  await waiting;
  expect(vi.getTimerCount()).toBe(0);
});

test("a ring while nobody waits is not lost, and counts for one wait only", async () => {
  const bell = createBell();
  bell.ring();
  bell.ring();
  const first = bell.wait(1_000_000);
  await vi.advanceTimersByTimeAsync(0);
  await first;
  let over = false;
  void bell.wait(1_000).then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(over).toBe(false);
});
