import type { Notice, NoticeSummary, PublicNotice, PublicNoticeSummary } from "@shifan/contract";
import {
  type Database,
  findExtensionOf,
  findNotice,
  listNotices,
  listRoundCases,
  type NoticeFile,
  type NoticeFilter,
  type NoticeListRow,
  type NoticeRow,
  noticeReachColumns,
  type RowsPage,
  withinReach,
} from "@shifan/db";
import {
  type Actor,
  noticeMachine,
  openActs,
  parseDate,
  permittingGrant,
  publicActor,
  publicityPhase,
  reachableBy,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { relationOfNotice } from "./subject.ts";

/** Where a publicity stands on a day, and how many days it has left; of any other notice nothing. */
function standingOf({ kind, startsOn, endsOn }: NoticeRow, today: string): Pick<NoticeSummary, "phase" | "daysLeft"> {
  if (kind !== "publicity" || startsOn === null || endsOn === null) return { phase: null, daysLeft: null };
  const phase = publicityPhase({ startsOn, endsOn }, today);
  return { phase, daysLeft: phase === "running" ? (parseDate(endsOn) ?? 0) - (parseDate(today) ?? 0) : null };
}

function commonOf(notice: NoticeRow, caseCount: number, today: string) {
  const { id, kind, title, startsOn, endsOn, officialUrl, officialPublishedOn, extendsId, reason } = notice;
  const standing = standingOf(notice, today);
  return {
    id,
    kind,
    title,
    startsOn,
    endsOn,
    ...standing,
    officialUrl,
    officialPublishedOn,
    extendsId,
    reason,
    caseCount,
  };
}

function summarize(notice: NoticeRow, caseCount: number, today: string): NoticeSummary {
  const { roundId, state, publishedAt, createdAt, revision } = notice;
  return {
    ...commonOf(notice, caseCount, today),
    roundId,
    state,
    publishedAt: publishedAt === null ? null : formatInstant(publishedAt),
    createdAt: formatInstant(createdAt),
    revision,
  };
}

/** The notice where the reader reaches it; null otherwise. */
export async function findVisibleNotice(database: Database, actor: Actor, id: string): Promise<NoticeFile | null> {
  const file = await findNotice(database, id);
  if (file === null) return null;
  return permittingGrant(actor, "notices", "read", relationOfNotice(file.notice)) === null ? null : file;
}

/** A notice as its reader sees it, with what may be done to it now. A publicity that is over is extended no more. */
export async function describeNotice(
  { database, clock }: ProcedureServices,
  actor: Actor,
  { notice, cases }: NoticeFile,
): Promise<Notice> {
  const summary = summarize(notice, cases.length, clock.today());
  const open = openActs(noticeMachine, { state: notice.state, relation: relationOfNotice(notice), actor });
  const isOfTitles = notice.kind === "certification" && notice.roundId !== null;
  const titled = isOfTitles ? await listRoundCases(database, notice.roundId ?? "", clock.today()) : [];
  const numbers = new Map(titled.map((each) => [each.id, each.certificateNumber]));
  const isExtensible = notice.kind === "publicity" && summary.phase !== "ended";
  return {
    ...summary,
    text: notice.text,
    periodGround: notice.periodGround,
    supersededById: (await findExtensionOf(database, notice.id))?.id ?? null,
    cases: cases.map(({ noticeId: _, ...each }) => ({
      ...each,
      certificateNumber: numbers.get(each.applicationId) ?? null,
    })),
    allowedActs: open.filter((act) => act !== "extend" || isExtensible),
  };
}

/** A page of the notices that a reader reaches. */
export async function listVisibleNotices(
  { database, clock }: ProcedureServices,
  actor: Actor,
  filter: NoticeFilter,
  page: RowsPage,
): Promise<{ notices: NoticeSummary[]; total: number; last: NoticeListRow | undefined }> {
  const within = withinReach(reachableBy(actor, "notices", "read"), noticeReachColumns);
  const { rows, total } = await listNotices(database, { within, filter, page });
  return {
    notices: rows.map((row) => summarize(row, row.caseCount, clock.today())),
    total,
    last: rows.at(-1),
  };
}

function summarizePublicly(notice: NoticeRow, caseCount: number, today: string): PublicNoticeSummary {
  return {
    ...commonOf(notice, caseCount, today),
    publishedAt: formatInstant(notice.publishedAt ?? notice.createdAt),
    isSuperseded: notice.state === "superseded",
  };
}

/** What everybody may see of a notice: the names of the cases, their type and district and nothing else of them; null for a draft. */
export async function readPublicNotice(services: ProcedureServices, id: string): Promise<PublicNotice | null> {
  const { database, clock } = services;
  const file = await findVisibleNotice(database, publicActor, id);
  if (file === null) return null;
  const { notice, cases } = file;
  const { document } = await policyInForce(services);
  const types = document.facts.find((fact) => fact.id === document.alternatives_of)?.options ?? {};
  const districts = new Map(document.districts.map((district) => [district.id, district.name]));
  return {
    ...summarizePublicly(notice, cases.length, clock.today()),
    text: notice.text,
    supersededById: (await findExtensionOf(database, id))?.id ?? null,
    cases: cases.map(({ noticeId: _notice, applicationId: _application, ...each }) => ({
      ...each,
      platformTypeName: types[each.platformType] ?? "",
      districtName: districts.get(each.district) ?? "",
    })),
  };
}

/** The published notices, newest first. */
export async function listPublicNotices({ database, clock }: ProcedureServices): Promise<PublicNoticeSummary[]> {
  const within = withinReach(reachableBy(publicActor, "notices", "read"), noticeReachColumns);
  const page = { descending: true, limit: 200, from: 0, after: null, countUpTo: 0 };
  const { rows } = await listNotices(database, { within, filter: {}, page });
  return rows.map((row) => summarizePublicly(row, row.caseCount, clock.today()));
}
