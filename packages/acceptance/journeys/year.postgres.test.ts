import { expect, test } from "vitest";
import { proveYear } from "../src/proofs/year.ts";

/** Days are short, but leases last a minute and pauses a quarter of one. In milliseconds. */
const patience = 900_000;

test(
  "over a year each reminder comes once, whatever fails; what is met, moved or stopped is silent",
  async () => {
    const { kills, reminders, messages, lateness } = await proveYear({
      size: 50,
      seed: 20_261_126,
      killEvery: 20,
      isDaily: false,
    });
    expect(Object.values(kills).every((count) => count > 0)).toBe(true);
    expect(reminders).toBeGreaterThan(250);
    expect(messages).toBeGreaterThan(200);
    expect(lateness.shareWithinTenSeconds).toBeGreaterThan(0.5);
  },
  patience,
);
