import { describe, expect, it } from "vitest";
import { createPace } from "./pace.ts";
import { createRateWindow } from "./rate-window.ts";

/** A time that only passes where somebody pauses. */
function createTime() {
  let now = 0;
  return {
    elapsed: () => now,
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe("a pace", () => {
  it("begins no more in any second than the rate, in order, and waits for nothing to end", async () => {
    const time = createTime();
    const run = createPace(30, time);
    const begun: number[] = [];
    const held = Promise.withResolvers<void>();
    const all = Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        run(async () => {
          begun.push(time.elapsed());
          // None of them ends before the last has begun.
          if (index === 299) held.resolve();
          await held.promise;
          return index;
        }),
      ),
    );
    expect(await all).toEqual(Array.from({ length: 300 }, (_, index) => index));
    const busiest = begun.map((from) => begun.filter((at) => at >= from && at < from + 1_000).length);
    expect(Math.max(...busiest)).toBe(30);
    // As fast as the rate lets it: ten times thirty take nine waits.
    expect(begun.at(-1)).toBe(9_000);
  });

  it("slower than one in a second is kept over a longer stretch", async () => {
    const time = createTime();
    const run = createPace(0.5, time);
    const begun: number[] = [];
    for (let count = 0; count < 3; count += 1) await run(async () => begun.push(time.elapsed()));
    expect(begun).toEqual([0, 2_000, 4_000]);
  });

  it("goes on after work that failed", async () => {
    const run = createPace(10, createTime());
    await expect(run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await run(async () => "yes")).toBe("yes");
  });
});

describe("a window", () => {
  it("is counted from every moment, and is not refilled meanwhile as a bucket is", () => {
    let now = 0;
    const window = createRateWindow({ places: 2, milliseconds: 100 }, () => now);
    expect([window.take(), window.take(), window.take()]).toEqual([0, 0, 100]);
    now = 99;
    expect(window.take()).toBe(1);
    now = 100;
    expect([window.take(), window.take(), window.take()]).toEqual([0, 0, 100]);
  });

  it("that was filled lets nobody pass for its whole length", () => {
    let now = 0;
    const window = createRateWindow({ places: 2, milliseconds: 100 }, () => now);
    window.fill();
    now = 99;
    expect(window.take()).toBe(1);
    now = 100;
    expect(window.take()).toBe(0);
  });
});
