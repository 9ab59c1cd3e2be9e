import type { Package, PackageSummary } from "@shifan/contract";
import {
  findObligationOf,
  findPackage,
  listPackages,
  type OwedRow,
  type PackageFilter,
  type PackageRow,
  packageReachColumns,
  type ReportListRow,
  type RowsPage,
  withinReach,
} from "@shifan/db";
import { type Actor, openActs, packageMachine, permittingGrant, reachableBy, spellPeriod } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { isLate } from "../obligations/view.ts";
import { type Contents, nameOfMissing, needsInspectionReport, readContents } from "./contents.ts";
import { relationOfPackage } from "./subject.ts";

function headOf(actor: Actor, row: PackageRow): PackageSummary {
  const { id, district, kind, period, state, documentNumber, sentOn, receivedOn, revision } = row;
  return {
    id,
    district,
    kind,
    period,
    periodText: spellPeriod(period),
    state,
    documentNumber,
    sentOn,
    receivedOn,
    createdAt: formatInstant(row.createdAt),
    revision,
    allowedActs: [...openActs(packageMachine, { state, relation: relationOfPackage(row), actor })],
  };
}

/** One package; null where the reader may not know of it. */
export async function findVisiblePackage(
  { database }: Pick<ProcedureServices, "database">,
  actor: Actor,
  id: string,
): Promise<PackageRow | null> {
  const row = await findPackage(database, id);
  if (row === null) return null;
  return permittingGrant(actor, "packages", "read", relationOfPackage(row)) === null ? null : row;
}

/** A page of the packages that a reader may know of. */
export async function listVisiblePackages(
  { database }: ProcedureServices,
  actor: Actor,
  filter: PackageFilter,
  page: RowsPage,
): Promise<{ packages: PackageSummary[]; total: number; last: PackageRow | undefined }> {
  const within = withinReach(reachableBy(actor, "packages", "read"), packageReachColumns);
  const { rows, total } = await listPackages(database, { within, filter, page });
  return { packages: rows.map((row) => headOf(actor, row)), total, last: rows.at(-1) };
}

/** What is missing: of a draft as things stand, of what was sent as it was sent. */
export function missingOf(row: PackageRow, { owed, missing }: Contents): readonly OwedRow[] {
  return row.state === "drafted" ? missing : owed.filter(({ id }) => row.missing[id] !== undefined);
}

function describeReport(report: ReportListRow, owed: readonly OwedRow[], { id }: PackageRow, today: string) {
  const { kind, certificationId, platformName, state, submittedOn, packageId } = report;
  const obligation = owed.find((each) => each.kind === kind && each.certificationId === certificationId) ?? null;
  return {
    reportId: report.id,
    platformName,
    state,
    submittedOn: submittedOn ?? "",
    isLate: isLate(obligation, today),
    lateReason: obligation?.lateReason ?? null,
    isInPackage: packageId === id,
  };
}

/** The reports that go in a package, or went with it or by themselves, and which of them came late. */
export function reportsOf(row: PackageRow, { reports, owed }: Contents, today: string) {
  return reports.map((report) => describeReport(report, owed, row, today));
}

/** Whether the reader sees what the district writes: what is being changed after a package was sent back is its own until it is sent again. */
export function seesPackage(actor: Actor, row: PackageRow): boolean {
  return row.state !== "drafted" || permittingGrant(actor, "packages", "edit", relationOfPackage(row)) !== null;
}

/** A package with what is in it, what is missing and what came late. */
export async function describePackage(services: ProcedureServices, actor: Actor, row: PackageRow): Promise<Package> {
  const { database, clock } = services;
  const today = clock.today();
  const policy = await policyInForce(services);
  const contents = await readContents(database, row);
  const isOpen = seesPackage(actor, row);
  const asking = await findObligationOf(database, { kind: row.kind, subject: row.district, period: row.period });
  return {
    ...headOf(actor, row),
    dueOn: asking?.dueOn ?? null,
    isLate: isLate(asking, today),
    sentBackReason: row.sentBackReason,
    inspectionReport: isOpen ? row.inspectionReport : null,
    inspectionReportRequired: needsInspectionReport(policy, row.kind),
    reports: reportsOf(row, contents, today),
    missing: missingOf(row, contents).map((each) => ({
      obligationId: each.id,
      kind: each.kind,
      period: each.period,
      name: nameOfMissing(policy, each),
      dueOn: each.dueOn,
      reason: isOpen ? (row.missing[each.id] ?? null) : null,
    })),
  };
}
