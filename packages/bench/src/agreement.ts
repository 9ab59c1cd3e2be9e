import { criterionIds, type Outcome } from "./baselines/outcome.ts";
import type { WireFacts } from "./wire-facts.ts";

/** Whether a contender judges as expected, and if not, on which applicants and how. */
export interface Agreement {
  readonly name: string;
  /** One line for each applicant judged otherwise: the differences, then the applicant's facts. */
  readonly different: readonly string[];
}

/** Compares verdict and all statuses, applicant by applicant. A figure about speed means nothing without it. */
export function agreement(
  name: string,
  applicants: readonly WireFacts[],
  expected: readonly Outcome[],
  actual: readonly Outcome[],
): Agreement {
  const different = applicants.flatMap((wire, index) => {
    const differences = differencesOf(expected[index] as Outcome, actual[index] as Outcome);
    return differences.length === 0 ? [] : [`${differences.join(", ")} for ${JSON.stringify(wire)}`];
  });
  return { name, different };
}

function differencesOf(expected: Outcome, actual: Outcome): string[] {
  const statuses = criterionIds
    .filter((id) => expected.statuses[id] !== actual.statuses[id])
    .map((id) => `${id} ${actual.statuses[id]} instead of ${expected.statuses[id]}`);
  const verdict =
    expected.verdict === actual.verdict ? [] : [`verdict ${actual.verdict} instead of ${expected.verdict}`];
  return [...statuses, ...verdict];
}
