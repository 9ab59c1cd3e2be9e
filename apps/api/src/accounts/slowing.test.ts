import { describe, expect, it } from "vitest";
import { firstAttempt, judgeAttempt } from "./slowing.ts";

const start = new Date("2026-06-10T01:30:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

describe("attempts to sign in", () => {
  it("are free up to the fifth; from then on each is followed by a pause twice as long, of a quarter of an hour at most", () => {
    let record = firstAttempt(start);
    let at = start;
    const pauses = [];
    for (let attempt = 2; attempt <= 12; attempt += 1) {
      const next = judgeAttempt(record, at);
      if (next === null) throw new Error("the pause was over");
      pauses.push((next.blockedUntil.getTime() - at.getTime()) / 1_000);
      record = next;
      at = record.blockedUntil;
    }
    expect(pauses).toEqual([0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it("are not looked at during the pause, to the millisecond", () => {
    const record = { attempts: 5, lastAt: start, blockedUntil: later(30) };
    expect(judgeAttempt(record, new Date(later(30).getTime() - 1))).toBeNull();
    expect(judgeAttempt(record, later(30))).toMatchObject({ attempts: 6 });
  });

  it("are forgotten after an hour, and when the clock was set back", () => {
    const record = { attempts: 9, lastAt: start, blockedUntil: later(900) };
    expect(judgeAttempt(record, later(3_600))).toEqual(firstAttempt(later(3_600)));
    expect(judgeAttempt(record, later(-1))).toEqual(firstAttempt(later(-1)));
  });
});
