import type { ReportKind, ReportState } from "@shifan/rules";
import { and, asc, desc, eq, inArray, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, reportFiles, reports } from "../schema/index.ts";
import { listAttachedFiles } from "./attached-files.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";

export type ReportRow = typeof reports.$inferSelect;
/** A report with its attachments in their order: one record for the trail. */
export type ReportFile = ReportRow & { readonly fileIds: readonly string[] };

async function complete(database: Database, row: ReportRow | undefined): Promise<ReportFile | null> {
  if (row === undefined) return null;
  return { ...row, fileIds: await listAttachedFiles(database, reportFiles, reportFiles.reportId, row.id) };
}

export async function insertReport(
  transaction: Database,
  report: Pick<
    ReportRow,
    | "id"
    | "certificationId"
    | "organizationId"
    | "district"
    | "kind"
    | "period"
    | "policyVersion"
    | "content"
    | "createdBy"
    | "createdAt"
  >,
): Promise<ReportFile> {
  const [row] = await transaction
    .insert(reports)
    .values({ ...report, state: "drafted", changedAt: report.createdAt, revision: 1 })
    .returning();
  return { ...(row as ReportRow), fileIds: [] };
}

export async function findReport(database: Database, id: string): Promise<ReportFile | null> {
  const [row] = await database.select().from(reports).where(eq(reports.id, id));
  return complete(database, row);
}

/** The report, locked until the end of the transaction. */
export async function lockReport(transaction: Database, id: string): Promise<ReportFile | null> {
  const [row] = await transaction.select().from(reports).where(eq(reports.id, id)).for("update");
  return complete(transaction, row);
}

/** Changes a report that the transaction has locked. */
export async function updateReport(
  transaction: Database,
  id: string,
  changes: Partial<
    Pick<
      ReportRow,
      | "state"
      | "district"
      | "content"
      | "submittedOn"
      | "returnedReason"
      | "forwardedOn"
      | "packageId"
      | "receivedOn"
      | "changedAt"
    >
  >,
): Promise<ReportFile> {
  const [row] = await transaction
    .update(reports)
    .set({ ...changes, revision: sql`${reports.revision} + 1` })
    .where(eq(reports.id, id))
    .returning();
  return (await complete(transaction, row)) as ReportFile;
}

/** Puts files in the place of all that a report had, in their order. */
export async function replaceReportFiles(
  transaction: Database,
  reportId: string,
  fileIds: readonly string[],
): Promise<void> {
  await transaction.delete(reportFiles).where(eq(reportFiles.reportId, reportId));
  if (fileIds.length === 0) return;
  await transaction.insert(reportFiles).values(fileIds.map((fileId, position) => ({ reportId, fileId, position })));
}

/** The report to which a file is attached; null when none. */
export async function findReportOfFile(database: Database, fileId: string): Promise<{ id: string } | null> {
  const [row] = await database
    .select({ id: reportFiles.reportId })
    .from(reportFiles)
    .where(eq(reportFiles.fileId, fileId))
    .limit(1);
  return row ?? null;
}

/** The report of a title on a period; null when there is none. */
export async function findReportOf(
  database: Database,
  { certificationId, period }: Pick<ReportRow, "certificationId" | "period">,
): Promise<ReportRow | null> {
  const [row] = await database
    .select()
    .from(reports)
    .where(and(eq(reports.certificationId, certificationId), eq(reports.period, period)));
  return row ?? null;
}

/** The reports of an organization on some periods that were handed in, under whichever title. */
export async function listReportsHandedIn(
  database: Database,
  organizationId: string,
  periods: readonly string[],
): Promise<ReportRow[]> {
  return database
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.organizationId, organizationId),
        inArray(reports.period, [...periods]),
        isNotNull(reports.submittedOn),
      ),
    )
    .orderBy(asc(reports.period), asc(reports.id));
}

/** What an organization reported last time: its latest report of a kind on an earlier period that was handed in and not sent back. */
export async function findReportBefore(
  database: Database,
  { organizationId, kind, period }: Pick<ReportRow, "organizationId" | "kind" | "period">,
): Promise<ReportRow | null> {
  const [row] = await database
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.organizationId, organizationId),
        eq(reports.kind, kind),
        lt(reports.period, period),
        sql`${reports.state} <> 'drafted'`,
      ),
    )
    .orderBy(desc(reports.period), desc(reports.id))
    .limit(1);
  return row ?? null;
}

/** A report with the platform whose it is. */
export type ReportListRow = ReportRow & { readonly platformName: string };
const withPlatform = { report: reports, platformName: certifications.platformName };

/** The reports of one kind that the platforms of a district have handed in for a period, by the name of the platform; locked on request. */
export async function listReportsOfDistrict(
  database: Database,
  { district, kind, period }: Pick<ReportRow, "district" | "kind" | "period">,
  { isLocked = false } = {},
): Promise<ReportListRow[]> {
  const query = database
    .select(withPlatform)
    .from(reports)
    .innerJoin(certifications, eq(certifications.id, reports.certificationId))
    .where(
      and(
        eq(reports.district, district),
        eq(reports.kind, kind),
        eq(reports.period, period),
        isNotNull(reports.submittedOn),
      ),
    )
    .orderBy(asc(certifications.platformName), asc(reports.id));
  const rows = await (isLocked ? query.for("update", { of: reports }) : query);
  return rows.map(({ report, platformName }) => ({ ...report, platformName }));
}

/** The reports of a kind on a period within a condition that were handed in and not sent back: what platforms are compared by. */
export async function listReportsToCompare(
  database: Database,
  { within, kind, period }: { within: SQL } & Pick<ReportRow, "kind" | "period">,
): Promise<ReportListRow[]> {
  const rows = await database
    .select(withPlatform)
    .from(reports)
    .innerJoin(certifications, eq(certifications.id, reports.certificationId))
    .where(and(within, eq(reports.kind, kind), eq(reports.period, period), sql`${reports.state} <> 'drafted'`))
    .orderBy(asc(certifications.platformName), asc(reports.id));
  return rows.map(({ report, platformName }) => ({ ...report, platformName }));
}

export type ReportFilter = {
  state?: ReportState | undefined;
  kind?: ReportKind | undefined;
  period?: string | undefined;
  district?: string | undefined;
  certificationId?: string | undefined;
};

/** Reports within a condition, by the instant at which they were begun. */
export async function listReports(
  database: Database,
  { within, filter, page }: { within: SQL; filter: ReportFilter; page: RowsPage },
): Promise<{ rows: ReportListRow[]; total: number }> {
  const where = and(
    within,
    filter.state === undefined ? undefined : eq(reports.state, filter.state),
    filter.kind === undefined ? undefined : eq(reports.kind, filter.kind),
    filter.period === undefined ? undefined : eq(reports.period, filter.period),
    filter.district === undefined ? undefined : eq(reports.district, filter.district),
    filter.certificationId === undefined ? undefined : eq(reports.certificationId, filter.certificationId),
  );
  const { start, order, offset, limit } = pageOfRows({ at: reports.createdAt, id: reports.id }, page);
  const rows = await database
    .select(withPlatform)
    .from(reports)
    .innerJoin(certifications, eq(certifications.id, reports.certificationId))
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: reports.id }).from(reports).where(where);
  return {
    rows: rows.map(({ report, platformName }) => ({ ...report, platformName })),
    total: await countRows(database, matching, page.countUpTo),
  };
}

/** The columns by which access is applied to reports: one that was never handed in is its platform's alone. */
export const reportReachColumns = {
  organization: reports.organizationId,
  district: reports.district,
  handedIn: sql`${reports.submittedOn} is not null`,
};
