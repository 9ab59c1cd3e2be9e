import { type Database, lockCertification, lockObligationOf, type ObligationKey, owesReports } from "@shifan/db";
import { packageOfReport, reportKinds, systemActor } from "@shifan/rules";
import { type By, follow, reviveObligation } from "./consequences.ts";
import type { ObligationServices } from "./subject.ts";
import { exemptOpenObligations } from "./title-end.ts";

/**
 * A report is sent back: it is owed again, unless its title has ended meanwhile and it would fall due from that day on (第十三条): nothing is owed any
 * more by a title that is over. What was late before stays late.
 */
export async function oweReportAgain(
  services: ObligationServices,
  transaction: Database,
  { kind, subject: certificationId, period, ...by }: ObligationKey & By,
): Promise<void> {
  // Against the end of the title at the same moment, which looks at what is open alone.
  const title = await lockCertification(transaction, certificationId);
  const owed = await lockObligationOf(transaction, { kind, subject: certificationId, period });
  if (owed?.state !== "done") return;
  await reviveObligation(services, transaction, { kind, subject: certificationId, period, ...by });
  const endedOn = title?.endedOn ?? null;
  if (endedOn === null) return;
  const { ground = null } = by;
  await exemptOpenObligations(services, transaction, { certificationId, endedOn, actor: systemActor, ground });
}

/** A package is sent back: it is owed again, unless nobody in the district owes a report of its period any more. */
export async function owePackageAgain(
  services: ObligationServices,
  transaction: Database,
  { kind, subject: district, period, ...by }: ObligationKey & By,
): Promise<void> {
  // Locked before it is asked who owes what, as at the end of a title.
  const owed = await lockObligationOf(transaction, { kind, subject: district, period });
  if (owed?.state !== "done") return;
  await reviveObligation(services, transaction, { kind, subject: district, period, ...by });
  const report = reportKinds.find((each) => packageOfReport[each] === kind);
  if (report !== undefined && (await owesReports(transaction, { kind: report, district, period }))) return;
  const changes = { exemption: "nothing_to_report" as const };
  await follow(services, transaction, owed, { actor: systemActor, act: "exempt", changes });
}
