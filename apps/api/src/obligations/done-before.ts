import { type Database, listInspectedHalves, type ObligationRow } from "@shifan/db";
import { systemActor } from "@shifan/rules";
import { fulfilObligation } from "./consequences.ts";
import type { ObligationServices } from "./subject.ts";

/**
 * What was done before it was owed is done: an inspection that took place while nothing was planned of its half yet, or nothing was owed, or that
 * papers tell of. The first of a half counts.
 */
export async function fulfilDoneBefore(
  services: ObligationServices,
  transaction: Database,
  planned: readonly ObligationRow[],
): Promise<void> {
  const owed = planned.filter(({ kind, state }) => kind === "periodic_inspection" && state === "due");
  const inspected = await listInspectedHalves(
    transaction,
    owed.map(({ subject }) => subject),
  );
  const byHalf = new Map(inspected.toReversed().map((each) => [`${each.certificationId} ${each.period}`, each]));
  for (const { kind, subject, period } of owed) {
    const first = byHalf.get(`${subject} ${period}`);
    if (first === undefined) continue;
    const done = { doneBy: first.id, doneOn: first.carriedOutOn, actor: systemActor };
    await fulfilObligation(services, transaction, { kind, subject, period, ...done });
  }
}
