import { describe, expect, test } from "vitest";
import { checkOn, policyWithReadings } from "../../testing/checks.ts";
import { groundsForCancellation } from "./cancellation-grounds.ts";

const policy = policyWithReadings({});
const groundsOf = (...checks: Parameters<typeof groundsForCancellation>[0]) =>
  groundsForCancellation(checks, policy).map(({ ground, certainty, checks: proof }) => [ground, certainty, proof]);

describe("a ground of a cancellation", () => {
  test("is an absence from an appraisal without reason, once it is found", () => {
    const absent = checkOn("appraisal", "2027-05-01", "absent");
    expect(groundsOf(absent)).toEqual([]);
    expect(groundsOf({ ...absent, absenceFinding: "accepted" })).toEqual([]);
    expect(groundsOf({ ...absent, absenceFinding: "without_reason" })).toEqual([
      ["absent_without_reason", "definite", ["appraisal 2027-05-01"]],
    ]);
  });

  test("is a falsification of the papers of an appraisal, once it is found", () => {
    const falsified = checkOn("appraisal", "2027-05-01", "falsified");
    expect(groundsOf(falsified).map(([ground]) => ground)).not.toContain("falsified_appraisal");
    expect(groundsOf({ ...falsified, isFalsified: true })).toEqual([
      ["falsified_appraisal", "definite", ["appraisal 2027-05-01"]],
    ]);
  });

  test("are two consecutive failures, with how either reading sees them", () => {
    const checks = [checkOn("spot_check", "2027-03-01", "failed"), checkOn("appraisal", "2027-05-01", "failed")];
    const [ground] = groundsForCancellation(checks, policy);
    expect(ground).toMatchObject({
      ground: "consecutive_failures",
      certainty: "undetermined",
      article: "第十三条",
      checks: ["spot_check 2027-03-01", "appraisal 2027-05-01"],
      sequence: { perKind: { certainty: "none" }, merged: { certainty: "definite" }, doubts: ["readings_differ"] },
    });
  });

  test("is neither one failure nor any number of failed periodic inspections", () => {
    expect(groundsOf(checkOn("spot_check", "2027-03-01", "failed"))).toEqual([]);
    const inspected = ["2027-03-01", "2027-08-01", "2028-03-01"].map((day) =>
      checkOn("periodic_inspection", day, "failed"),
    );
    expect(groundsOf(...inspected)).toEqual([]);
  });
});
