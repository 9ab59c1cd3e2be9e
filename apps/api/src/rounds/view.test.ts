import { expect, test } from "vitest";
import type { RoundView } from "./service.ts";
import { describePublicRound } from "./view.ts";

const view = (state: string, submissionDeadline: string | null) =>
  ({ round: { state, submissionDeadline }, extensions: [], allowedActs: [] }) as unknown as RoundView;

test.each([
  ["open", "2026-09-25", "2026-09-14", 11],
  ["open", "2026-09-25", "2026-09-25", 0],
  ["open", "2026-09-25", "2026-09-26", null],
  ["open", null, "2026-09-14", null],
  ["closed", "2026-09-25", "2026-09-14", null],
])("a round that is %s until %s has on %s so many days left: %s", (state, deadline, today, daysLeft) => {
  expect(describePublicRound(view(state, deadline), today).daysLeft).toBe(daysLeft);
});
