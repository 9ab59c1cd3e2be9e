import { describe, expect, it } from "vitest";
import { isOpenMoment, timeToSend } from "./send-time.ts";

const quiet = { from: "21:00", until: "08:30", article: "第四条", mark: "设置" as const, ground: "" };
/** 1 to 3 October off; Saturday, the 10th, is worked. */
const calendar = {
  years: new Set([2026]),
  off: new Set(["2026-10-01", "2026-10-02", "2026-10-03"]),
  working: new Set(["2026-10-10"]),
};
const open = { quiet, calendar };
const send = (planned: string, { now = planned, deadline = null as string | null, isHard = false } = {}) =>
  timeToSend({ planned, now, deadline, isHard }, open);

describe("the time to send", () => {
  it("is as planned, or at once when that is past", () => {
    expect(send("2026-09-28T09:00")).toBe("2026-09-28T09:00");
    expect(send("2026-09-28T09:00", { now: "2026-09-28T14:07" })).toBe("2026-09-28T14:07");
  });

  it("is outside the quiet hours: the evening's first minute is quiet, the morning's last is not", () => {
    expect(send("2026-09-28T20:59")).toBe("2026-09-28T20:59");
    expect(send("2026-09-28T21:00")).toBe("2026-09-29T08:30");
    expect(send("2026-09-28T08:29")).toBe("2026-09-28T08:30");
    expect(send("2026-09-28T08:30")).toBe("2026-09-28T08:30");
  });

  it("is on a day of work", () => {
    expect(send("2026-10-01T09:00")).toBe("2026-10-05T08:30");
    expect(send("2026-09-30T22:00")).toBe("2026-10-05T08:30");
    expect(send("2026-10-10T09:00")).toBe("2026-10-10T09:00");
  });

  it("of a year without a notice regards the hours alone", () => {
    expect(send("2027-01-02T09:00")).toBe("2027-01-02T09:00");
    expect(send("2027-01-02T22:00")).toBe("2027-01-03T08:30");
  });

  it("does not wait where a hard deadline would pass meanwhile", () => {
    const night = { now: "2026-09-30T22:00", deadline: "2026-10-03T00:00" };
    expect(send("2026-09-30T22:00", { ...night, isHard: true })).toBe("2026-09-30T22:00");
    expect(send("2026-09-30T22:00", { ...night, isHard: false })).toBeNull();
    expect(send("2026-09-30T22:00", { now: "2026-09-30T22:00", deadline: "2026-10-05T08:31", isHard: true })).toBe(
      "2026-10-05T08:30",
    );
    expect(send("2026-09-30T22:00", { now: "2026-09-30T22:00", deadline: "2026-10-05T08:30", isHard: true })).toBe(
      "2026-09-30T22:00",
    );
  });

  it("is none once the deadline has come", () => {
    const late = { deadline: "2026-10-01T00:00", isHard: true };
    expect(send("2026-10-01T00:00", late)).toBeNull();
    expect(send("2026-09-30T23:59", late)).toBe("2026-09-30T23:59");
    expect(send("2026-09-28T09:00", { ...late, now: "2026-10-01T00:00" })).toBeNull();
  });

  it("knows open moments from others", () => {
    expect(["2026-09-28T08:30", "2026-09-28T21:00", "2026-10-01T10:00"].map((at) => isOpenMoment(at, open))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
