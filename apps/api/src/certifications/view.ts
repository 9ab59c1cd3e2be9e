import type { Title } from "@shifan/contract";
import type { CertificationFile } from "@shifan/db";
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
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { relationOfTitle } from "./subject.ts";

/** Whether the actor sees a title at all. */
export function maySeeTitle(actor: Actor, title: CertificationFile): boolean {
  return permittingGrant(actor, "certifications", "read", relationOfTitle(title)) !== null;
}

/** What a title is to the public is its dates; its checks are for whoever holds it, looks after it or supervises. */
function seesChecks(actor: Actor, title: CertificationFile): boolean {
  const grant = permittingGrant(actor, "certifications", "read", relationOfTitle(title));
  return grant !== null && scopeOf("certifications", "read", grant.role) !== "published";
}

/**
 * A title as its reader sees it, with what may be done to it now.
 *
 * @param title with how it stood on a day, where another day than today is asked about
 */
export async function describeTitle(
  { catalog, clock, defaultPolicy }: ProcedureServices,
  actor: Actor,
  title: CertificationFile & { readonly standing?: Title["standing"] },
  asOf: string = clock.today(),
): Promise<Title> {
  const policy = await policyOfRound(catalog, { policyId: defaultPolicy, policyVersion: null }, clock.today());
  const { confirmedBy, importedBy, createdAt: _at, plannedThrough: _mark, checks, standing, ...known } = title;
  const years = lifecycleFigure(policy.document, "ban_years");
  const open = openActs(certificationMachine, { state: title.state, relation: relationOfTitle(title), actor });
  return {
    ...known,
    checks: seesChecks(actor, title) ? checks.map(({ certificationId: _id, n: _n, ...check }) => check) : [],
    barredUntil: title.state === "revoked" ? lastDayOfBan(title, years) : null,
    standing: standing ?? standingOfTitle(title, clock.today()),
    asOf,
    isConfirmed: confirmedBy !== null,
    note: importedBy === null ? "" : "据纸质文件补录",
    allowedActs: open.filter((act) => act !== "confirm" || (confirmedBy === null && importedBy !== actor.userId)),
  };
}
