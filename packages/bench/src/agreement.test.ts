import { expect, test } from "vitest";
import { agreement } from "./agreement.ts";
import { dayNumber } from "./baselines/calendar.ts";
import { judgeEncoded } from "./baselines/hand-written-encoded.ts";
import { parseApplicant } from "./baselines/numeric-facts.ts";
import { soundFacts } from "./baselines/sound-facts.ts";

const outcome = judgeEncoded(parseApplicant(soundFacts), dayNumber("2026-06-10"));
const failing = { ...outcome, statuses: { ...outcome.statuses, art6_2_assets: "not_met" as const } };

test("equal outcomes leave nothing to name", () => {
  expect(agreement("peer", [soundFacts], [outcome], [{ ...outcome }]).different).toEqual([]);
});

test("another status is named with the applicant, even under the same verdict", () => {
  const { different } = agreement("peer", [soundFacts, { org_type: "other" }], [outcome, outcome], [outcome, failing]);
  expect(different).toEqual(['art6_2_assets not_met instead of met for {"org_type":"other"}']);
});

test("another verdict is named even under the same statuses", () => {
  const { different } = agreement("peer", [{}], [outcome], [{ ...outcome, verdict: "undetermined" }]);
  expect(different).toEqual(["verdict undetermined instead of met_pending_review for {}"]);
});
