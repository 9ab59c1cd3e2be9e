import { expect, test } from "vitest";
import { checkOn } from "../../testing/checks.ts";
import { wasAbsentWithoutReason, wasFalsified } from "./checks-on-record.ts";

const absent = checkOn("appraisal", "2027-05-01", "absent", { absenceFinding: "without_reason" });
const falsified = checkOn("appraisal", "2027-05-01", "falsified", { isFalsified: true });

test("an absence without reason is one from an appraisal, found so after a hearing", () => {
  expect(wasAbsentWithoutReason(absent)).toBe(true);
  expect(wasAbsentWithoutReason({ ...absent, kind: "spot_check" })).toBe(false);
  expect(wasAbsentWithoutReason({ ...absent, result: "failed" })).toBe(false);
  expect(wasAbsentWithoutReason({ ...absent, absenceFinding: "accepted" })).toBe(false);
  expect(wasAbsentWithoutReason({ ...absent, absenceFinding: null })).toBe(false);
});

test("a falsification is one of the papers of an appraisal, found so after a hearing", () => {
  expect(wasFalsified(falsified)).toBe(true);
  expect(wasFalsified({ ...falsified, kind: "spot_check" })).toBe(false);
  expect(wasFalsified({ ...falsified, result: "failed" })).toBe(false);
  expect(wasFalsified({ ...falsified, isFalsified: false })).toBe(false);
  expect(wasFalsified({ ...falsified, isFalsified: null })).toBe(false);
});
