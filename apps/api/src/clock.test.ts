import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createClock, dayInShanghai, formatInstant, parseInstant } from "./clock.ts";

describe("the clock", () => {
  it.each([
    ["2026-06-09T15:59:59.999Z", "2026-06-09"],
    ["2026-06-09T16:00:00Z", "2026-06-10"],
    ["2026-12-31T16:00:00Z", "2027-01-01"],
    ["2024-02-28T16:00:00Z", "2024-02-29"],
  ])("counts days in Shanghai: %s is on %s", (instant, day) => {
    expect(dayInShanghai(new Date(instant))).toBe(day);
  });

  it("runs on from the instant it was given", () => {
    const instant = new Date("2031-01-01T00:00:00+08:00");
    const clock = createClock({ from: "instant", instant });
    const first = clock.now().getTime();
    expect(first).toBeGreaterThanOrEqual(instant.getTime());
    expect(first).toBeLessThan(instant.getTime() + 60_000);
    while (clock.now().getTime() === first);
    expect(clock.now().getTime()).toBeGreaterThan(first);
    expect(clock.today()).toBe("2031-01-01");
    expect(clock.isReal).toBe(false);
  });

  it("reads its file at each look, and keeps the last instant while the file holds none", () => {
    const folder = mkdtempSync(join(tmpdir(), "shifan-clock-"));
    const file = join(folder, "now");
    writeFileSync(file, "2026-06-10T09:30:00+08:00\n");
    const clock = createClock({ from: "file", file });
    expect(clock.today()).toBe("2026-06-10");
    writeFileSync(file, "2026-09-25T23:59:59+08:00");
    expect(formatInstant(clock.now())).toBe("2026-09-25T23:59:59+08:00");
    writeFileSync(file, "");
    expect(clock.today()).toBe("2026-09-25");
    rmSync(folder, { recursive: true });
    expect(clock.today()).toBe("2026-09-25");
  });

  it("tells the machine's time whatever it was given", () => {
    const clock = createClock({ from: "instant", instant: new Date("2031-01-01T00:00:00+08:00") });
    expect(clock.machine().getTime()).toBeLessThanOrEqual(createClock({ from: "machine" }).now().getTime());
  });

  it.each(["2026-06-10", "2026-06-10T09:30:00", "2026-02-30T09:30:00+08:00", "2026-06-10T25:00:00Z", "now", ""])(
    "takes no instant without its offset or of no real day: %j",
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );
});
