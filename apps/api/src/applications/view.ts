import type { Application, ApplicationFindings, ApplicationSummary } from "@shifan/contract";
import {
  type ApplicationFilter,
  type ApplicationListRow,
  type ApplicationPage,
  type ApplicationRow,
  findApplication,
  findOrganizationName,
  findRound,
  listApplicationMaterials,
  listApplications,
  listTitlesOf,
  type RoundRow,
} from "@shifan/db";
import {
  type Actor,
  applicationMachine,
  formatDate,
  lifecycleFigure,
  openActs,
  parseDate,
  permittingGrant,
  reachableBy,
  titleObstacles,
} from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { checkCase } from "./check-case.ts";
import type { KeptReturn } from "./context.ts";
import { filesByMaterial } from "./materials.ts";
import { describeProofs } from "./proofs.ts";
import { type SealedScan, sayOfScan } from "./sealed-scans.ts";
import { policyOfApplication, relationOfApplication } from "./subject.ts";

/** The application, where the reader reaches it; null otherwise. */
export async function findVisibleApplication(
  { database }: Pick<ProcedureServices, "database">,
  actor: Actor,
  id: string,
): Promise<ApplicationRow | null> {
  const application = await findApplication(database, id);
  if (application === null) return null;
  return permittingGrant(actor, "applications", "read", relationOfApplication(application)) === null
    ? null
    : application;
}

/** An application as its reader sees it, with what may be done to it now. */
export async function describeApplication(
  services: ProcedureServices,
  actor: Actor,
  application: ApplicationRow,
): Promise<Application> {
  const { database, clock } = services;
  const round = await findRound(database, application.roundId);
  if (round === null) throw new Error(`the round ${application.roundId} of an application is missing`);
  const today = clock.today();
  const { id, roundId, organizationId, district, state, origin, receivedOn, enteredOn, dataVersion } = application;
  return {
    id,
    roundId,
    year: round.year,
    round: handingInOf(round),
    organizationId,
    organizationName: await findOrganizationName(database, organizationId, today),
    district,
    state,
    origin,
    receivedOn,
    enteredOn,
    dataVersion,
    returned: describeReturn(application),
    reason: application.reason,
    firstDayToSubmit: await firstDayToSubmit(services, application),
    changedAt: formatInstant(application.changedAt),
    revision: application.revision,
    allowedActs: [...openActs(applicationMachine, { state, relation: relationOfApplication(application), actor })],
  };
}

/** What the applicant has to know of the round before handing in: what counts as 提交, how many copies, bound how, brought where. */
function handingInOf(round: RoundRow): Application["round"] {
  const { state, submissionDeadline, submissionEvent, copies, binding, counterAddress, noticeTitle } = round;
  return { state, submissionDeadline, submissionEvent, copies, binding, counterAddress, noticeTitle };
}

function describeReturn({ returned }: ApplicationRow): Application["returned"] {
  const kept = returned as KeptReturn | null;
  return kept === null ? null : { ...kept, defects: kept.defects.map((defect) => ({ ...defect })) };
}

/** During a ban the day after its last; during a title the first day of the year in which it ends. */
async function firstDayToSubmit(services: ProcedureServices, application: ApplicationRow): Promise<string | null> {
  if (application.state !== "draft") return null;
  const titles = await listTitlesOf(services.database, application.organizationId);
  const policy = await policyOfApplication(services, services.database, application);
  const years = lifecycleFigure(policy.document, "ban_years");
  const { barredUntil, titleValidTo } = titleObstacles(titles, services.clock.today(), years);
  const days = [
    ...(barredUntil === null ? [] : [formatDate((parseDate(barredUntil) ?? 0) + 1)]),
    ...(titleValidTo === null ? [] : [`${titleValidTo.slice(0, 4)}-01-01`]),
  ];
  return days.toSorted().at(-1) ?? null;
}

/** What the rules say of an application now, with the papers and the officers' verdicts on them. */
export async function readFindings(
  services: ProcedureServices,
  application: ApplicationRow,
): Promise<ApplicationFindings> {
  const { database, clock } = services;
  const policy = await policyOfApplication(services, database, application);
  const day = application.receivedOn ?? clock.today();
  const checked = await checkCase(services, database, application, policy, day);
  const files = await filesByMaterial(database, application.id);
  const kept = new Map((await listApplicationMaterials(database, application.id)).map((row) => [row.material, row]));
  return {
    findingsId: checked.findingsId,
    findings: checked.findings.map(({ code, check, level, article, message, fields }) => {
      return { code, check, level, article, message, fields: [...fields] };
    }),
    contradictory: [...checked.contradictory],
    assessment: checked.assessment,
    materials: checked.assessment.materials.map(({ id, title, article, status, reasons }) => ({
      id,
      title,
      article,
      isOptional: policy.document.materials.find((each) => each.id === id)?.optional ?? false,
      status,
      reasons: reasons.map((code) => ({ code, text: policy.document.texts[code] ?? code })),
      isOnPaper: kept.get(id)?.isOnPaper ?? false,
      fileIds: (files.get(id) ?? []).map(({ fileId }) => fileId),
      sealed: describeScan(checked.scans.get(id)),
      verdict: kept.get(id)?.verdict ?? null,
      verdictReason: kept.get(id)?.verdictReason ?? null,
      revision: kept.get(id)?.revision ?? 0,
    })),
    proofs: describeProofs(policy, checked.form, checked.context),
    mustAcknowledge: checked.mustAcknowledge,
  };
}

/** How a sealed scan stands to the data, for a material that has one. */
function describeScan(scan: SealedScan | undefined): ApplicationFindings["materials"][number]["sealed"] {
  if (scan === undefined) return null;
  const { state, dataVersion, shortCode, files, parts, sheets } = scan;
  return {
    state,
    dataVersion,
    shortCode,
    files: files.map((file) => ({ ...file })),
    parts: parts.map((part) => ({ ...part })),
    pages: sheets.map(({ title, places }) => ({ title, places: [...places] })),
    message: sayOfScan(scan),
  };
}

/** A page of the applications that a reader reaches. */
export async function listVisibleApplications(
  { database, clock }: Pick<ProcedureServices, "database" | "clock">,
  actor: Actor,
  filter: ApplicationFilter,
  page: ApplicationPage,
): Promise<{ applications: ApplicationSummary[]; total: number; last: { value: string; id: string } | null }> {
  const reach = reachableBy(actor, "applications", "read");
  const { rows, total } = await listApplications(database, { reach, filter, page, day: clock.today() });
  const last = rows.at(-1);
  return {
    applications: rows.map(summarize),
    total,
    last: last === undefined ? null : { value: last[page.sort.field].toISOString(), id: last.id },
  };
}

function summarize(row: ApplicationListRow): ApplicationSummary {
  const { id, roundId, year, organizationId, organizationName, district, state, origin, receivedOn, revision } = row;
  const changedAt = formatInstant(row.changedAt);
  return {
    id,
    roundId,
    year,
    organizationId,
    organizationName,
    district,
    state,
    origin,
    receivedOn,
    changedAt,
    revision,
  };
}
