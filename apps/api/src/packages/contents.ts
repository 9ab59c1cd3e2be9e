import {
  type Database,
  listOwedInDistrict,
  listReportsOfDistrict,
  type OwedRow,
  type PackageRow,
  type ReportListRow,
} from "@shifan/db";
import {
  halvesOf,
  lastDayOf,
  type PackageContext,
  type PackageKind,
  type Policy,
  packageOfReport,
  type ReportKind,
  readingOf,
  reportKinds,
  spellPeriod,
} from "@shifan/rules";

/** Which reports go in a package. */
function reportsIn(kind: PackageKind): ReportKind {
  const report = reportKinds.find((each) => packageOfReport[each] === kind);
  if (report === undefined) throw new Error(`no reports go in ${kind}`);
  return report;
}

export type Contents = {
  /** What the district's platforms have handed in for the period. */
  readonly reports: readonly ReportListRow[];
  /** What is owed of each title for it, done or not: its report, and an inspection in each half. */
  readonly owed: readonly OwedRow[];
  /** What of it is missing now, by the name of the platform. */
  readonly missing: readonly OwedRow[];
};

/**
 * What goes in a package as things stand, and what is missing. A right that nobody has to use is not missing, nor what does not apply.
 *
 * @param options.isLocked keeps the reports as they are until the end of the transaction
 */
export async function readContents(
  database: Database,
  { district, kind, period }: Pick<PackageRow, "district" | "kind" | "period">,
  options: { isLocked?: boolean } = {},
): Promise<Contents> {
  const report = reportsIn(kind);
  const reports = await listReportsOfDistrict(database, { district, kind: report, period }, options);
  const owed = await listOwedInDistrict(database, district, [
    { kind: report, periods: [period] },
    { kind: "periodic_inspection", periods: halvesOf(period) },
  ]);
  return { reports, owed, missing: owed.filter(({ state, isBinding }) => state === "due" && isBinding) };
}

/** The platform and what of it is missing, in words. */
export function nameOfMissing({ document }: Policy, { platformName, kind, period }: OwedRow): string {
  const title = document.supervision.obligations.find((each) => each.kind === kind)?.title ?? "";
  return `${platformName}（${spellPeriod(period)}）${title}`;
}

/** Whether the report on the inspections has to be in a package: always in that of a year, in July as the text is read. */
export function needsInspectionReport({ document }: Policy, kind: PackageKind): boolean {
  return kind === "annual_package" || readingOf(document, "july_inspection_report") === "required";
}

/** What the table of packages asks of one. */
export function contextOfPackage(
  row: Pick<PackageRow, "kind" | "period" | "inspectionReport" | "missing">,
  { missing }: Contents,
  policy: Policy,
  { today, hasReasons }: { today: string; hasReasons: boolean },
): PackageContext {
  return {
    today,
    periodEndsOn: lastDayOf(row.period),
    unexplained: missing.filter(({ id }) => row.missing[id] === undefined).map((each) => nameOfMissing(policy, each)),
    hasInspectionReport: row.inspectionReport !== null || !needsInspectionReport(policy, row.kind),
    hasReasons,
  };
}
