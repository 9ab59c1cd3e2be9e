import { type InspectedRow, listInspectedInDistrict, type PackageRow } from "@shifan/db";
import { articleOfAct, halvesOf, spellDate, spellPeriod } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { inspectionReportDocument } from "../documents/supervision/inspection-report.ts";
import { packageLetterDocument } from "../documents/supervision/package-letter.ts";
import { nameOfMissing, readContents } from "../packages/contents.ts";
import { missingOf, reportsOf } from "../packages/view.ts";
import { districtOffice } from "./letters.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** What every paper of a package says of it. */
async function readPackage(services: PaperServices, row: PackageRow) {
  const { database, clock } = services;
  const policy = await policyInForce(services);
  const contents = await readContents(database, row);
  const missing = missingOf(row, contents).map((each) => ({
    kind: each.kind,
    name: nameOfMissing(policy, each),
    reason: row.missing[each.id] ?? "",
  }));
  return { policy, missing, reports: reportsOf(row, contents, clock.today()) };
}

const itemOf = ({ name, reason }: { name: string; reason: string }) => ({ name, reason });

/** The cover letter of a package: as it was sent, a draft as it stands. */
export async function describePackageLetter(services: PaperServices, row: PackageRow): Promise<PrintedDocument> {
  const { policy, missing, reports } = await readPackage(services, row);
  const { document } = policy;
  const isAnnual = row.kind === "annual_package";
  const goesAlong = (state: string) => row.state === "drafted" && state === "sent_to_district";
  const enclosed = reports.filter(({ state, isInPackage }) => isInPackage || goesAlong(state));
  const content = {
    contents: `${spellPeriod(row.period)}工作总结${isAnnual ? "和检查情况报告" : ""}`,
    programme: programmeName(document),
    documentNumber: row.documentNumber ?? "",
    addressee: document.issuer,
    office: districtOffice(policy, row.district),
    measure: document.title,
    article: articleOfAct(document, "packages", "send"),
    reports: enclosed.map(({ platformName, submittedOn, isLate, lateReason }) => ({
      platform: platformName,
      submittedOn,
      isLate,
      lateReason: lateReason ?? "",
    })),
    missing: missing.map(itemOf),
    hasInspectionReport: row.inspectionReport !== null,
    day: row.sentOn ?? services.clock.today(),
  };
  return packageLetterDocument(content, stampedOptions(services, { package: row.id, ...content }, row.revision));
}

/** The report on the inspections of a package's district and period; without the district's words while there are none. */
export async function describeInspectionReport(services: PaperServices, row: PackageRow): Promise<PrintedDocument> {
  const { policy, missing } = await readPackage(services, row);
  const { document } = policy;
  const inspected = await listInspectedInDistrict(services.database, row.district, halvesOf(row.period));
  const content = {
    programme: programmeName(document),
    title: `${spellPeriod(row.period)}检查情况报告`,
    office: districtOffice(policy, row.district),
    addressee: document.issuer,
    article: articleOfAct(document, "inspections", "record"),
    text: row.inspectionReport ?? "",
    inspections: inspected.map(inspectedPlatform),
    missing: missing.filter(({ kind }) => kind === "periodic_inspection").map(itemOf),
    sentOn: row.state === "drafted" ? null : row.sentOn,
  };
  return inspectionReportDocument(content, stampedOptions(services, { package: row.id, ...content }, row.revision));
}

function inspectedPlatform(row: InspectedRow) {
  const { platformName, period, carriedOutOn, result, findings, rectifyUntil, isRectified, checkedAgainOn } = row;
  const again =
    checkedAgainOn === null ? "" : `，${spellDate(checkedAgainOn)}复查${isRectified ? "已整改" : "未整改到位"}`;
  return {
    platform: platformName,
    period: spellPeriod(period),
    carriedOutOn: carriedOutOn ?? "",
    hasPassed: result === "passed",
    findings: findings ?? "",
    rectification: rectifyUntil === null ? "" : `${spellDate(rectifyUntil)}前整改${again}`,
  };
}
