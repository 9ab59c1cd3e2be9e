import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dayInShanghai, readClock } from "./clock.ts";

test("an instant belongs to the day it has in Shanghai", () => {
  expect(dayInShanghai(new Date("2026-05-31T15:59:59Z"))).toBe("2026-05-31");
  expect(dayInShanghai(new Date("2026-05-31T16:00:00Z"))).toBe("2026-06-01");
  expect(dayInShanghai(new Date("2025-12-31T16:00:00Z"))).toBe("2026-01-01");
});

test("without a setting it is the machine's instant", () => {
  const before = Date.now();
  const found = readClock({ NODE_ENV: "production" }).getTime();
  expect(found).toBeGreaterThanOrEqual(before);
  expect(found).toBeLessThanOrEqual(Date.now());
  expect(readClock({ SHIFAN_NOW: "" }).getTime()).toBeGreaterThanOrEqual(before);
});

test("SHIFAN_NOW states an instant, or a file that holds one", () => {
  const folder = mkdtempSync(join(tmpdir(), "clock-"));
  const file = join(folder, "now");
  writeFileSync(file, " 2026-06-10T09:00:00+08:00\n");
  const wanted = new Date("2026-06-10T01:00:00Z");
  expect(readClock({ SHIFAN_NOW: "2026-06-10T09:00:00+08:00" })).toEqual(wanted);
  expect(readClock({ SHIFAN_NOW: `@${file}` })).toEqual(wanted);
  expect(() => readClock({ SHIFAN_NOW: `@${file}.none` })).toThrow(/读不到文件/);
  rmSync(folder, { recursive: true });
});

test.each(["2026-06-10", "2026-06-10T09:00:00", "2026-02-30T25:00:00Z", "tomorrow", "1749517200000"])(
  "SHIFAN_NOW %s is refused",
  (setting) => {
    expect(() => readClock({ SHIFAN_NOW: setting })).toThrow(/^SHIFAN_NOW：应为带时区的时刻/);
  },
);

test("production takes no other clock than the machine's", () => {
  expect(() => readClock({ SHIFAN_NOW: "2026-06-10T09:00:00Z", NODE_ENV: "production" })).toThrow(/只供演示和测试/);
});
