import { findCertification, findFile, findOrganizationName, type ReportFile } from "@shifan/db";
import { articleOfAct, compareFigure, type FormField, type ReportFigure, spellPeriod } from "@shifan/rules";
import { printedValue } from "../documents/annexes/values.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { type ReportedFigure, serviceReportDocument } from "../documents/supervision/service-report.ts";
import { type Known, readKnown } from "../reports/known.ts";
import { policyOfReport } from "../reports/subject.ts";
import { districtOffice } from "./letters.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** 半年工作总结 or 年度工作总结 with its period. */
export function titleOfReport({ period }: Pick<ReportFile, "period">, title: string): string {
  return `${spellPeriod(period)}${title}`;
}

/** A report as a paper: as it was handed in, a draft as it stands. */
export async function describeServiceReport(services: PaperServices, report: ReportFile): Promise<PrintedDocument> {
  const { database, clock } = services;
  const policy = await policyOfReport(services, report);
  const { reportForm } = policy;
  const known = await readKnown(services, policy, report);
  const title = await findCertification(database, report.certificationId);
  const day = report.submittedOn ?? clock.today();
  const files = await Promise.all(report.fileIds.map((id) => findFile(database, id)));
  const figures = reportForm.figures.map((figure) => figureOf(figure, report, known));
  const content = {
    programme: programmeName(policy.document),
    title: titleOfReport(report, reportForm.title),
    platform: title?.platformName ?? "",
    organization: await findOrganizationName(database, report.organizationId, day),
    article: articleOfAct(policy.document, "reports", "submit"),
    office: districtOffice(policy, report.district),
    figures,
    comparedWith: known.previous === null ? null : titleOfReport(known.previous, reportForm.title),
    texts: reportForm.texts.map((field) => ({ heading: field.name, text: printed(field, report) })),
    attachments: files.flatMap((file) => (file === null ? [] : [file.name])),
    submittedOn: report.state === "drafted" ? null : report.submittedOn,
  };
  return serviceReportDocument(content, stampedOptions(services, { report: report.id, ...content }, report.revision));
}

const printed = (field: FormField, { content }: Pick<ReportFile, "content">) => printedValue(field, content[field.id]);

function figureOf(figure: ReportFigure, report: ReportFile, { previous }: Known): ReportedFigure {
  const { field } = figure;
  const comparison = compareFigure(figure, report.content, previous?.content ?? null);
  const unit = field.unit_from === undefined ? field.unit : report.content[field.unit_from];
  return {
    name: field.name,
    unit: String(unit ?? ""),
    present: printed(field, report),
    previous: previous === null ? "" : printed(field, previous),
    change: comparison === null ? "" : spellChange(comparison),
  };
}

function spellChange({ difference, percent }: { difference: string; percent: string | null }): string {
  const signed = (text: string) => (text.startsWith("-") || text === "0" ? text : `+${text}`);
  return percent === null ? signed(difference) : `${signed(difference)}（${signed(percent)}%）`;
}
