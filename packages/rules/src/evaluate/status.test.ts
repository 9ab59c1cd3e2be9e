import { describe, expect, test } from "vitest";
import {
  both,
  bothReach,
  CAN_MET,
  CAN_NOT_MET,
  CAN_UNDETERMINED,
  either,
  eitherReach,
  isSettled,
  MET,
  mapReach,
  NOT_MET,
  negate,
  reachOf,
  type Status,
  statusNames,
  UNANSWERED,
  UNDETERMINED,
} from "./status.ts";

const all: readonly Status[] = [UNDETERMINED, MET, NOT_MET];

describe("three-valued statuses", () => {
  test("have names", () => {
    expect(all.map((status) => statusNames[status])).toEqual(["undetermined", "met", "not_met"]);
  });

  test("combine by Kleene's tables", () => {
    expect(all.map((a) => all.map((b) => both(a, b)))).toEqual([
      [UNDETERMINED, UNDETERMINED, NOT_MET],
      [UNDETERMINED, MET, NOT_MET],
      [NOT_MET, NOT_MET, NOT_MET],
    ]);
    expect(all.map((a) => all.map((b) => either(a, b)))).toEqual([
      [UNDETERMINED, MET, UNDETERMINED],
      [MET, MET, MET],
      [UNDETERMINED, MET, NOT_MET],
    ]);
    expect(all.map(negate)).toEqual([UNDETERMINED, NOT_MET, MET]);
  });
});

describe("reaches", () => {
  test("hold every status that can still come about", () => {
    expect([CAN_UNDETERMINED, CAN_MET, CAN_NOT_MET]).toEqual(all.map(reachOf));
    expect(UNANSWERED).toBe(CAN_MET + CAN_NOT_MET);
  });

  test("are settled when only one can", () => {
    expect([1, 2, 4].map(isSettled)).toEqual([true, true, true]);
    expect([3, 5, 6, 7].map(isSettled)).toEqual([false, false, false, false]);
  });

  test("combine to every combination", () => {
    for (let a = 1; a < 8; a++) {
      for (let b = 1; b < 8; b++) {
        let wantedBoth = 0;
        let wantedEither = 0;
        for (const x of all) {
          for (const y of all) {
            if (!(a & reachOf(x)) || !(b & reachOf(y))) continue;
            wantedBoth |= reachOf(both(x, y));
            wantedEither |= reachOf(either(x, y));
          }
        }
        expect([a, b, bothReach(a, b), eitherReach(a, b)]).toEqual([a, b, wantedBoth, wantedEither]);
      }
    }
  });

  test("map status by status", () => {
    expect(mapReach(7, (status) => reachOf(negate(status)))).toBe(7);
    expect(mapReach(CAN_MET | CAN_UNDETERMINED, (status) => reachOf(negate(status)))).toBe(
      CAN_NOT_MET | CAN_UNDETERMINED,
    );
    expect(mapReach(0, () => 7)).toBe(0);
    expect(mapReach(CAN_NOT_MET, () => CAN_MET)).toBe(CAN_MET);
  });
});
