import {
  type CertificationRow,
  type Database,
  findInspection,
  findObligationOf,
  findReportOf,
  listObligationsOfTitle,
  lockObligationOf,
  markPlanned,
  type ObligationRow,
  owesReports,
} from "@shifan/db";
import {
  halfOf,
  isPeriod,
  lastDayOf,
  packageOfReport,
  previousPeriod,
  type ReportKind,
  reportKinds,
} from "@shifan/rules";
import { revivePackage } from "./asked-package.ts";
import { type By, exemptObligation, follow, fulfilObligation, reviveObligation } from "./consequences.ts";
import { fulfilDoneBefore } from "./done-before.ts";
import type { ObligationServices } from "./subject.ts";

/** A title has ended before its last day: what would fall due from that day on does not apply. What was late before stays late. */
export async function exemptOpenObligations(
  services: ObligationServices,
  transaction: Database,
  { certificationId, endedOn, actor, ground = null }: By & { certificationId: string; endedOn: string },
): Promise<void> {
  const owed = await listObligationsOfTitle(transaction, certificationId);
  const open = owed.filter(({ state, dueOn }) => state === "due" && dueOn >= endedOn);
  for (const each of open) {
    const changes = { exemption: "title_ended" as const };
    await follow(services, transaction, each, { actor, ground, act: "exempt", changes });
  }
  await exemptUnaskedPackages(services, transaction, open, { actor, ground });
}

/** Nobody owes a report any more that a district's package would have held: it is not asked for. @param exempted what has just ceased to be owed */
export async function exemptUnaskedPackages(
  services: ObligationServices,
  transaction: Database,
  exempted: readonly ObligationRow[],
  { actor, ground = null }: By,
): Promise<void> {
  for (const { kind, district, period } of reportsIn(exempted)) {
    // Locked before it is asked who owes what: a title whose report is planned at this moment comes before or after.
    const sent = await lockObligationOf(transaction, { kind: packageOfReport[kind], subject: district, period });
    if (sent?.state !== "due" || (await owesReports(transaction, { kind, district, period }))) continue;
    const changes = { exemption: "nothing_to_report" as const };
    await follow(services, transaction, sent, { actor, ground, act: "exempt", changes });
  }
}

/**
 * The end of a title is withdrawn: what it had made not applicable is owed again, and what it kept from being planned is planned. What was done or
 * called off meanwhile counts.
 */
export async function reviveExempted(
  services: ObligationServices,
  transaction: Database,
  { title, endedOn, actor, ground = null }: By & { title: Pick<CertificationRow, "id" | "validTo">; endedOn: string },
): Promise<void> {
  const { id, validTo } = title;
  const owed = await listObligationsOfTitle(transaction, id);
  const stopped = owed.filter((each) => each.exemption === "title_ended" && isOwedBy(each, validTo));
  for (const { kind, subject, period } of stopped) {
    await reviveObligation(services, transaction, { kind, subject, period, actor, ground });
  }
  await askAgain(services, transaction, { id, revived: stopped, actor, ground });
  await markPlanned(transaction, [id], previousPeriod(halfOf(endedOn)));
}

/** What of a title is owed again: the packages for its reports with it, and what was done meanwhile counts. @param revived what has just become owed */
export async function askAgain(
  services: ObligationServices,
  transaction: Database,
  { id, revived, actor, ground = null }: By & { id: string; revived: readonly ObligationRow[] },
): Promise<void> {
  for (const { kind, district, period } of reportsIn(revived)) {
    const key = { kind: packageOfReport[kind], subject: district, period };
    const sent = await findObligationOf(transaction, key);
    if (sent?.exemption === "nothing_to_report") await revivePackage(services, transaction, { ...key, actor, ground });
  }
  const open = (await listObligationsOfTitle(transaction, id)).filter(({ state }) => state === "due");
  await fulfilDoneBefore(services, transaction, open);
  for (const each of open) await settle(services, transaction, each, { actor, ground });
}

/** Whether a title that runs to its own last day owes it: what is owed for a period, where it covers that to its end. */
function isOwedBy({ kind, dueOn, period }: ObligationRow, validTo: string): boolean {
  const isForItsEnd = kind === "renewal" || !isPeriod(period);
  return dueOn <= validTo && (isForItsEnd || lastDayOf(period) <= validTo);
}

/** While it did not apply, a report may have been handed in, an appraisal attended or called off, an absence accepted. */
async function settle(
  services: ObligationServices,
  transaction: Database,
  { kind, subject, period }: ObligationRow,
  by: By,
): Promise<void> {
  const key = { kind, subject, period, ...by };
  if (kind === "appraisal") {
    const appraisal = await findInspection(transaction, period);
    if (appraisal?.state === "called_off") {
      return exemptObligation(services, transaction, { ...key, exemption: "called_off" });
    }
    if (appraisal?.absenceFinding === "accepted") {
      return exemptObligation(services, transaction, { ...key, exemption: "absence_accepted" });
    }
    if (appraisal === null || appraisal.carriedOutOn === null || appraisal.result === "absent") return;
    const done = { doneBy: appraisal.id, doneOn: appraisal.carriedOutOn };
    return fulfilObligation(services, transaction, { ...key, ...done });
  }
  if (!reportKinds.some((each) => each === kind)) return;
  const report = await findReportOf(transaction, { certificationId: subject, period });
  if (report === null || report.submittedOn === null || report.state === "drafted") return;
  const done = { doneBy: report.id, doneOn: report.submittedOn };
  await fulfilObligation(services, transaction, { ...key, ...done });
}

type Report = { readonly kind: ReportKind; readonly district: string; readonly period: string };

/** Of some obligations the reports, with the district to whose package they belong, in the order in which the planning takes them. */
function reportsIn(rows: readonly ObligationRow[]): Report[] {
  const keyOf = ({ kind, district, period }: Report) => `${kind} ${district} ${period}`;
  const reports = rows.flatMap(({ kind, district, period }): Report[] => {
    const report = reportKinds.find((each) => each === kind);
    return report === undefined || district === null ? [] : [{ kind: report, district, period }];
  });
  return reports.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
