import { type Database, findInstantOfAct, listInspectedHalves, lockRoundOfYear, type ObligationRow } from "@shifan/db";
import { systemActor } from "@shifan/rules";
import { dayInShanghai } from "../clock.ts";
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

/**
 * The round that a year owes may have been decided before that was planned, by a release that planned nothing yet. The round is locked: whoever
 * decides it at this moment comes before, or finds what is owed.
 */
export async function fulfilDecidedRounds(
  services: ObligationServices,
  transaction: Database,
  planned: readonly ObligationRow[],
): Promise<void> {
  for (const { kind, subject, period } of planned) {
    const round = await lockRoundOfYear(transaction, { policyId: services.defaultPolicy, year: Number(period) });
    if (round?.state !== "decided" && round?.state !== "archived") continue;
    const decidedAt = await findInstantOfAct(transaction, { resource: "rounds", recordId: round.id, act: "decide" });
    if (decidedAt === null) continue;
    const done = { doneBy: round.id, doneOn: dayInShanghai(decidedAt), actor: systemActor };
    await fulfilObligation(services, transaction, { kind, subject, period, ...done });
  }
}
