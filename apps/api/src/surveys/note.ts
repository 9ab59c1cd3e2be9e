import { appendEntry, type Database } from "@shifan/db";
import type { Actor, Grant } from "@shifan/rules";

type Noted = {
  readonly applicationId: string;
  readonly act: string;
  readonly article: string;
  readonly ground: string | null;
  readonly fields: readonly string[];
  /** The survey with all answers; null where only a ground is put on record. */
  readonly state: unknown;
  readonly revision: number | null;
};

/** Notes in the trail what was done with the survey of an application. */
export async function noteSurvey(
  transaction: Database,
  actor: Actor,
  { grant, at }: { grant: Grant; at: Date },
  { applicationId, ...noted }: Noted,
): Promise<void> {
  await appendEntry(transaction, {
    at,
    actor: { userId: actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
    resource: "surveys",
    recordId: applicationId,
    outcome: "accepted",
    ...noted,
  });
}
