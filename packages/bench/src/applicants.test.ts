import { expect, test } from "vitest";
import { AS_OF, drawApplicants } from "./applicants.ts";
import { dayNumber } from "./baselines/calendar.ts";
import { judgeEncoded } from "./baselines/hand-written-encoded.ts";
import { parseApplicant } from "./baselines/numeric-facts.ts";
import { criterionIds } from "./baselines/outcome.ts";

const applicants = drawApplicants();
const outcomes = applicants.map((wire) => judgeEncoded(parseApplicant(wire), dayNumber(AS_OF)));

test("the same seed draws the same applicants, another seed others", () => {
  expect(drawApplicants(50)).toEqual(applicants.slice(0, 50));
  expect(drawApplicants(50, 7)).not.toEqual(applicants.slice(0, 50));
});

test("every verdict falls on at least a tenth of the applicants", () => {
  for (const verdict of ["not_met", "undetermined", "met_pending_review"]) {
    expect(outcomes.filter((outcome) => outcome.verdict === verdict).length, verdict).toBeGreaterThan(1_000);
  }
});

test.each(criterionIds)("%s is met, not met and open for some applicants each", (id) => {
  for (const status of ["met", "not_met", "undetermined"]) {
    expect(outcomes.filter(({ statuses }) => statuses[id] === status).length, status).toBeGreaterThanOrEqual(40);
  }
});
