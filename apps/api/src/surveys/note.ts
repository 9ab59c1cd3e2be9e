import { type ApplicationRow, appendEntry, type Database } from "@shifan/db";
import type { Actor, Grant } from "@shifan/rules";
import { relationOfApplication } from "../applications/subject.ts";

type Noted = {
  readonly application: ApplicationRow;
  readonly act: string;
  readonly article: string;
  readonly ground: string | null;
  readonly fields: readonly string[];
  /** The survey with all answers; null where only a ground is put on record. */
  readonly state: unknown;
  /** The same before the act; null where there was no survey. */
  readonly before: unknown;
  readonly revision: number | null;
};

/** Notes in the trail what was done with the survey of an application. */
export async function noteSurvey(
  transaction: Database,
  actor: Actor,
  { grant, at }: { grant: Grant; at: Date },
  { application, ...noted }: Noted,
): Promise<void> {
  await appendEntry(transaction, {
    at,
    actor: { userId: actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
    resource: "surveys",
    recordId: application.id,
    relation: relationOfApplication(application),
    outcome: "accepted",
    ...noted,
  });
}
