import { type ApplicationRow, type Database, listTitlesOf } from "@shifan/db";
import { systemActor, yearOf } from "@shifan/rules";
import { fulfilObligation } from "./consequences.ts";
import type { ObligationServices } from "./subject.ts";

/**
 * Whoever hands in while a title of theirs is in its last year has made use of the right to apply again (第十四条). The system notes it: the unit may
 * have moved, and the district that enters its papers need not be the one in which the title lies.
 *
 * @param receivedOn the day on which it counts as received, also where papers are typed in later
 */
export async function noteRenewal(
  services: ObligationServices,
  transaction: Database,
  { id, organizationId }: Pick<ApplicationRow, "id" | "organizationId">,
  receivedOn: string,
): Promise<void> {
  for (const title of await listTitlesOf(transaction, organizationId)) {
    const key = { kind: "renewal" as const, subject: title.id, period: yearOf(receivedOn) };
    await fulfilObligation(services, transaction, { ...key, doneBy: id, doneOn: receivedOn, actor: systemActor });
  }
}
