import type { Title } from "@shifan/contract";
import { type CertificationFile, listMovesAway, listTitlesOfAll, type TitleCorrection } from "@shifan/db";
import {
  type Actor,
  certificationMachine,
  correctableFields,
  lastDayOfBan,
  lifecycleFigure,
  openActs,
  permittingGrant,
  scopeOf,
  standingOfTitle,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { relationOfTitle } from "./subject.ts";
import { successionIn } from "./succession.ts";

/** Whether the actor sees a title at all. */
export function maySeeTitle(actor: Actor, title: CertificationFile): boolean {
  return permittingGrant(actor, "certifications", "read", relationOfTitle(title)) !== null;
}

/** What a title is to the public is its dates; how it fared is for whoever holds it, looks after it or supervises. */
function isInsider(actor: Actor, title: CertificationFile): boolean {
  const grant = permittingGrant(actor, "certifications", "read", relationOfTitle(title));
  return grant !== null && scopeOf("certifications", "read", grant.role) !== "published";
}

/** What is under way among officers is for those in office, and no matter of the holder's yet. */
function isOffice(actor: Actor, title: CertificationFile): boolean {
  const role = permittingGrant(actor, "certifications", "read", relationOfTitle(title))?.role;
  return role === "city" || role === "district" || role === "auditor";
}

/** A title, with how it stood on a day where another day than today is asked about. */
type Shown = CertificationFile & { readonly standing?: Title["standing"] };

/** Titles as their reader sees them, each with what may be done to it now. */
export async function describeTitles(
  services: ProcedureServices,
  actor: Actor,
  titles: readonly Shown[],
  asOf: string = services.clock.today(),
): Promise<Title[]> {
  const { database, clock } = services;
  const policy = await policyInForce(services);
  const banYears = lifecycleFigure(policy.document, "ban_years");
  const organizationIds = [...new Set(titles.map(({ organizationId }) => organizationId))];
  const moves = await listMovesAway(database, organizationIds);
  const all = await listTitlesOfAll(database, organizationIds);
  const known = { today: clock.today(), asOf, banYears };
  return titles.map((title) =>
    describe(actor, title, {
      ...known,
      movedAwayOn: moves.get(title.organizationId) ?? null,
      succession: successionIn(all.get(title.organizationId) ?? [], title),
    }),
  );
}

/** The same for one, as it stands today. */
export async function describeTitle(
  services: ProcedureServices,
  actor: Actor,
  title: CertificationFile,
): Promise<Title> {
  const [described] = await describeTitles(services, actor, [title]);
  return described as Title;
}

function describe(
  actor: Actor,
  title: Shown,
  {
    today,
    asOf,
    banYears,
    ...around
  }: { today: string; asOf: string; banYears: number } & Pick<Title, "movedAwayOn" | "succession">,
): Title {
  const { confirmedBy, importedBy, createdAt: _at, plannedThrough: _mark, standing, ...kept } = title;
  const { discardedOn, discardedBy: _by, discardReason, correction, ...file } = kept;
  const { checks, recommendations, ...known } = file;
  const open = openActs(certificationMachine, { state: title.state, relation: relationOfTitle(title), actor });
  const isInside = isInsider(actor, title);
  return {
    ...known,
    checks: isInside ? checks.map(({ certificationId: _id, n: _n, ...check }) => check) : [],
    recommendations: isInside ? recommendations.map(({ certificationId: _id, ...each }) => each) : [],
    ...around,
    barredUntil: title.state === "revoked" ? lastDayOfBan(title, banYears) : null,
    standing: standing ?? standingOfTitle(title, today),
    asOf,
    isConfirmed: confirmedBy !== null,
    discard: discardedOn === null ? null : { discardedOn, reason: discardReason ?? "" },
    correction: correction === null || !isOffice(actor, title) ? null : describeCorrection(actor, title, correction),
    note: importedBy === null ? "" : "据纸质文件补录",
    allowedActs: open.filter((act) => isOpenNow(act, title, actor, today)),
  };
}

/** A correction that waits, field by field beside what the title says now. */
function describeCorrection(
  { userId }: Actor,
  title: CertificationFile,
  { changes, reason, proposedBy, proposedOn }: TitleCorrection,
): Title["correction"] {
  const changed = correctableFields.filter((field) => changes[field] !== undefined);
  const beside = changed.map((field) => ({ field, before: title[field], after: changes[field] ?? null }));
  return { proposedOn, reason, isOwn: proposedBy === userId, changes: beside };
}

/**
 * Whether what the table opens is of use: before it is confirmed a title is confirmed or refused by another and withdrawn by whoever entered it;
 * afterwards it is corrected; the province is for confirmed titles in force, its result for what waits for one.
 */
function isOpenNow(act: string, title: CertificationFile, { userId }: Actor, today: string): boolean {
  const { confirmedBy, importedBy, discardedOn, correction, recommendations } = title;
  const isWaiting = confirmedBy === null && discardedOn === null;
  if (act === "confirm" || act === "refuse") return isWaiting && importedBy !== userId;
  if (act === "withdraw") return isWaiting && importedBy === userId;
  if (act === "correct") return confirmedBy !== null && importedBy !== null && correction === null;
  if (act === "confirm-correction") return correction !== null && correction.proposedBy !== userId;
  if (act === "drop-correction") return correction !== null;
  if (act === "recommend-to-province") return confirmedBy !== null && standingOfTitle(title, today) === "valid";
  if (act === "record-province-result") return recommendations.some(({ result }) => result === null);
  return true;
}
