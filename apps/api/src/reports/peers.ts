import type { ReportPeers } from "@shifan/contract";
import { listReportsToCompare, type ReportFile, type ReportListRow, reportReachColumns, withinReach } from "@shifan/db";
import { type Actor, comparePeers, type ReportFigure, reachableBy, spellPeriod } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { policyOfReport } from "./subject.ts";
import { seesReport } from "./view.ts";

/** A report beside those of the same kind on the same period that its reader may read: the city all, a district its own. */
export async function describePeers(
  services: ProcedureServices,
  actor: Actor,
  report: ReportFile,
): Promise<ReportPeers> {
  const { kind, period } = report;
  const policy = await policyOfReport(services, report);
  const within = withinReach(reachableBy(actor, "reports", "read"), reportReachColumns);
  const rows = await listReportsToCompare(services.database, { within, kind, period });
  // What is being changed after a return is its author's until it is handed in again.
  const figures = seesReport(actor, report) ? policy.reportForm.figures : [];
  return {
    period,
    periodText: spellPeriod(period),
    reports: rows.length,
    figures: figures.flatMap((figure) => describeFigure(figure, report, rows) ?? []),
  };
}

function describeFigure(
  figure: ReportFigure,
  report: ReportFile,
  rows: readonly ReportListRow[],
): ReportPeers["figures"][number] | null {
  const { field } = figure;
  const peers = rows.map((peer) => ({ peer, content: peer.content }));
  const compared = comparePeers(figure, report.content, peers);
  if (compared === null) return null;
  const { values, ...ends } = compared;
  const own = values.find(({ peer }) => peer.id === report.id);
  const unit = field.unit_from === undefined ? (field.unit ?? null) : (report.content[field.unit_from] ?? null);
  return {
    id: field.id,
    name: field.name,
    unit: unit === null ? null : String(unit),
    ...ends,
    place: own === undefined ? null : values.findIndex(({ value }) => value === own.value) + 1,
    values: values.map(({ peer: { id, platformName, district }, value }) => ({
      reportId: id,
      platformName,
      district,
      value,
    })),
  };
}
