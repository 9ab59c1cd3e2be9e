import { findOrganization, findOrganizationName, findRunningRound, listMandates, open } from "@shifan/db";
import { type Actor, permittingGrant } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { mandateLetter } from "../documents/papers/mandate-letter.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { relationOfOrganization } from "../organizations/subject.ts";

/**
 * The mandate letter of an organization, to be stamped and signed: a claimant's with their own name and telephone, whether or not the claim is
 * contested; an officer's blank, to hand out. Null where the reader may not have one.
 */
export async function describeMandateLetter(
  services: ProcedureServices & { demo: boolean },
  actor: Actor,
  organizationId: string,
): Promise<PrintedDocument | null> {
  const { database, clock, catalog, defaultPolicy, personalKeys, demo } = services;
  const organization = await findOrganization(database, organizationId);
  if (organization === null) return null;
  const mandates = await listMandates(database, organizationId);
  const isStanding = (state: string) => state === "claimed" || state === "contested" || state === "confirmed";
  const own = mandates.find(({ userId, state }) => userId === actor.userId && isStanding(state)) ?? null;
  const relation = relationOfOrganization(organization, own?.userId);
  if (permittingGrant(actor, "organizations", "print", relation) === null) return null;
  const madeOn = clock.today();
  const round = await findRunningRound(database, defaultPolicy);
  const policy = await policyOfRound(catalog, round ?? { policyId: defaultPolicy, policyVersion: null }, madeOn);
  const signed = policy.forms.annexes.find(({ by, parts }) => {
    return by === "applicant" && parts.some((part) => part.kind === "section" && part.fields.some(isSigned));
  });
  const district = policy.document.districts.find(({ id }) => id === organization.district)?.name ?? "";
  return mandateLetter(
    {
      programme: { name: programmeName(policy.document), roundYear: round?.year ?? null },
      addressee: `${district}工信部门`,
      organization: await findOrganizationName(database, organizationId, madeOn),
      uscc: organization.uscc,
      name: own?.holderName ?? "",
      phone: own === null ? "" : (open(personalKeys, own.holderPhone) ?? ""),
      declarationArticle: signed?.number ?? "",
    },
    { stamp: null, demonstration: demo, madeOn },
  );
}

function isSigned({ stamp }: { readonly stamp?: string | undefined }): boolean {
  return stamp === "signature";
}
