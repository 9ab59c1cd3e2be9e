import type { Report, ReportFigureView, ReportSummary, ReportTextView } from "@shifan/contract";
import {
  findCertification,
  findFile,
  findReport,
  listReports,
  type ReportFile,
  type ReportFilter,
  type ReportListRow,
  type ReportRow,
  type RowsPage,
  reportReachColumns,
  withinReach,
} from "@shifan/db";
import {
  type Actor,
  compareFigure,
  type FormField,
  type FormValue,
  missingOfReport,
  openActs,
  type Policy,
  permittingGrant,
  type ReportFigure,
  reachableBy,
  reportMachine,
  spellPeriod,
} from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { describeFile } from "../files/read.ts";
import { isLate } from "../obligations/view.ts";
import { type Known, readKnown } from "./known.ts";
import { policyOfReport, relationOfReport } from "./subject.ts";

const may = (actor: Actor, report: ReportRow, act: string) =>
  permittingGrant(actor, "reports", act, relationOfReport(report)) !== null;

function headOf(actor: Actor, { platformName, ...report }: ReportListRow): ReportSummary {
  const { id, certificationId, organizationId, district, kind, period, state, revision } = report;
  const { submittedOn, forwardedOn, receivedOn } = report;
  return {
    id,
    certificationId,
    organizationId,
    platformName,
    district,
    kind,
    period,
    periodText: spellPeriod(period),
    state,
    submittedOn,
    forwardedOn,
    receivedOn,
    createdAt: formatInstant(report.createdAt),
    revision,
    allowedActs: [...openActs(reportMachine, { state, relation: relationOfReport(report), actor })],
  };
}

/** One report; null where the reader may not know of it. */
export async function findVisibleReport(
  { database }: Pick<ProcedureServices, "database">,
  actor: Actor,
  id: string,
): Promise<ReportFile | null> {
  const report = await findReport(database, id);
  return report !== null && may(actor, report, "read") ? report : null;
}

/** A page of the reports that a reader may know of. */
export async function listVisibleReports(
  { database }: ProcedureServices,
  actor: Actor,
  filter: ReportFilter,
  page: RowsPage,
): Promise<{ reports: ReportSummary[]; total: number; last: ReportRow | undefined }> {
  const within = withinReach(reachableBy(actor, "reports", "read"), reportReachColumns);
  const { rows, total } = await listReports(database, { within, filter, page });
  return { reports: rows.map((row) => headOf(actor, row)), total, last: rows.at(-1) };
}

/** A value as it goes over the wire; nobody changes it on the way. */
const shown = (value: FormValue | null | undefined) => (value ?? null) as ReportFigureView["value"];

const describeField = ({ id, name, type, required, note }: FormField) => ({
  id,
  name,
  type,
  required,
  note: note ?? null,
});

function describeFigure(figure: ReportFigure, report: ReportRow, known: Known): ReportFigureView {
  const { field } = figure;
  const unit = field.unit_from === undefined ? (field.unit ?? null) : (report.content[field.unit_from] ?? null);
  return {
    ...describeField(field),
    unit: unit === null ? null : String(unit),
    options: [...(field.options ?? [])],
    value: shown(report.content[field.id]),
    proposal: shown(known.proposal[field.id]),
    comparison: compareFigure(figure, report.content, known.previous?.content ?? null),
  };
}

function describeText(field: FormField, report: ReportRow): ReportTextView {
  const value = report.content[field.id] ?? null;
  return { ...describeField(field), label: field.label, value: value === null ? null : String(value) };
}

/** Whether the reader sees what is written in it: what is being changed after a return is its author's until it is handed in again. */
export function seesReport(actor: Actor, report: ReportRow): boolean {
  return report.state !== "drafted" || may(actor, report, "edit");
}

/** A report with every field of its form, what stands beside it, and what may be done with it now. */
export async function describeReport(services: ProcedureServices, actor: Actor, report: ReportFile): Promise<Report> {
  const { database, clock } = services;
  const policy = await policyOfReport(services, report);
  const title = await findCertification(database, report.certificationId);
  const known = await readKnown(services, policy, report);
  const files = await Promise.all(report.fileIds.map((id) => findFile(database, id)));
  const { obligation, previous } = known;
  const isOpen = seesReport(actor, report);
  return {
    ...headOf(actor, { ...report, platformName: title?.platformName ?? "" }),
    dueOn: obligation?.dueOn ?? null,
    isLate: isLate(obligation, clock.today()),
    lateReason: obligation?.lateReason ?? null,
    returnedReason: report.returnedReason,
    packageId: report.packageId,
    comparedWith:
      previous === null
        ? null
        : { reportId: previous.id, period: previous.period, periodText: spellPeriod(previous.period) },
    halves: known.halves.map(({ period, report: half }) => ({
      period,
      periodText: spellPeriod(period),
      reportId: half?.id ?? null,
    })),
    servedLists: known.servedLists.map(({ period, changedAt }) => ({
      period,
      periodText: spellPeriod(period),
      changedAt: formatInstant(changedAt),
    })),
    figures: isOpen ? policy.reportForm.figures.map((figure) => describeFigure(figure, report, known)) : [],
    texts: isOpen ? policy.reportForm.texts.map((field) => describeText(field, report)) : [],
    missing: isOpen ? missingOf(policy, report) : [],
    files: isOpen ? files.filter((file) => file !== null).map(describeFile) : [],
  };
}

const missingOf = (policy: Policy, { content }: ReportRow) => missingOfReport(policy, content);
