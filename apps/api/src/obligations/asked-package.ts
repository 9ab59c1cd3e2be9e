import { type Database, findPackageOf, type ObligationKey } from "@shifan/db";
import { systemActor } from "@shifan/rules";
import { type By, fulfilObligation, reviveObligation } from "./consequences.ts";
import type { ObligationServices } from "./subject.ts";

/** A package that nothing asked for any more is asked for again. One that was sent all the same counts, with its day. */
export async function revivePackage(
  services: ObligationServices,
  transaction: Database,
  { kind, subject, period, ...by }: ObligationKey & By,
): Promise<void> {
  await reviveObligation(services, transaction, { kind, subject, period, ...by });
  await fulfilSentPackage(services, transaction, { kind, subject, period });
}

/** A package that was sent before it was asked for is done. What was sent back is not. */
export async function fulfilSentPackage(
  services: ObligationServices,
  transaction: Database,
  { kind, subject: district, period }: ObligationKey,
): Promise<void> {
  const sent = await findPackageOf(transaction, { district, period });
  if (sent === null || sent.state === "drafted" || sent.sentOn === null) return;
  const done = { doneBy: sent.id, doneOn: sent.sentOn, actor: systemActor };
  await fulfilObligation(services, transaction, { kind, subject: district, period, ...done });
}
