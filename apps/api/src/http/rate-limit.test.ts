import { describe, expect, it } from "vitest";
import { createRateLimit } from "./rate-limit.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 10) + seconds * 1_000);

describe("the rate limit", () => {
  it("takes so many calls in a minute that begins with the first, and says how long to wait", () => {
    const limit = createRateLimit(2);
    expect(limit.take("a", at(0))).toBeNull();
    expect(limit.take("a", at(30))).toBeNull();
    expect(limit.take("a", at(30.5))).toBe(30);
    expect(limit.take("a", at(59.999))).toBe(1);
    expect(limit.take("a", at(60))).toBeNull();
  });

  it("counts each caller apart", () => {
    const limit = createRateLimit(1);
    expect(limit.take("a", at(0))).toBeNull();
    expect(limit.take("b", at(0))).toBeNull();
    expect(limit.take("a", at(1))).not.toBeNull();
  });

  it("does not shut a caller out when the clock is set back", () => {
    const limit = createRateLimit(1);
    limit.take("a", at(10_000));
    expect(limit.take("a", at(0))).toBeNull();
  });

  it("still counts those of the running minute after many others have come and gone", () => {
    const limit = createRateLimit(1);
    for (let caller = 0; caller < 12_000; caller += 1) limit.take(`old ${caller}`, at(0));
    limit.take("a", at(61));
    for (let caller = 0; caller < 12_000; caller += 1) limit.take(`new ${caller}`, at(62));
    expect(limit.take("a", at(63))).toBe(58);
  });
});
