import type { Title } from "@shifan/contract";
import { type CertificationFile, listMovesAway, listTitlesOfAll } from "@shifan/db";
import {
  type Actor,
  certificationMachine,
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
  const { confirmedBy, importedBy, createdAt: _at, plannedThrough: _mark, standing, ...file } = title;
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
    note: importedBy === null ? "" : "据纸质文件补录",
    allowedActs: open.filter((act) => isOpenNow(act, title, actor, today)),
  };
}

/** Whether what the table opens is of use: confirming once, by another; the province is for confirmed titles in force, its result for what waits for one. */
function isOpenNow(act: string, title: CertificationFile, { userId }: Actor, today: string): boolean {
  const { confirmedBy, importedBy, recommendations } = title;
  if (act === "confirm") return confirmedBy === null && importedBy !== userId;
  if (act === "recommend-to-province") return confirmedBy !== null && standingOfTitle(title, today) === "valid";
  if (act === "record-province-result") return recommendations.some(({ result }) => result === null);
  return true;
}
