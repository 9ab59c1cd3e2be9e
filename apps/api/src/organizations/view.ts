import type { Organization, OrganizationSummary } from "@shifan/contract";
import {
  findOrganization,
  listAcceptedChanges,
  listOrganizations,
  listTitlesOf,
  type MandateRow,
  type OrganizationFile,
  type OrganizationFilter,
  type OrganizationPage,
  open,
  type PersonalKeys,
  readOrganizationFile,
} from "@shifan/db";
import {
  type Actor,
  lifecycleFigure,
  mandateMachine,
  openActs,
  organizationMachine,
  permittingGrant,
  type Role,
  reachableBy,
  titleObstacles,
  usccAuthority,
} from "@shifan/rules";
import { noteRead } from "../acts/note-read.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { relationOfOrganization } from "./subject.ts";

/** Who gets to see how a holder of a mandate is reached: whoever decides on it, and the holder. */
const seesPhones: readonly Role[] = ["district", "applicant", "platform"];

/** One organization as its reader sees it; null when there is none that they may see. The reading of a telephone number is noted. */
export async function readOrganization(
  services: ProcedureServices,
  actor: Actor,
  id: string,
): Promise<Organization | null> {
  const { database, clock } = services;
  const organization = await findOrganization(database, id);
  if (organization === null) return null;
  const grant = permittingGrant(actor, "organizations", "read", relationOfOrganization(organization));
  if (grant === null) return null;
  const file = await readOrganizationFile(database, organization);
  const mayRead = seesPhones.includes(grant.role);
  if (grant.role === "district" && file.mandates.length > 0) {
    const read = { resource: "organizations", recordId: id, fields: ["mandates.holderPhone"] } as const;
    const relation = relationOfOrganization(organization);
    await noteRead(database, { actor, grant, ...read, relation, at: clock.now() });
  }
  return describe(services, actor, file, mayRead);
}

async function describe(
  services: ProcedureServices,
  actor: Actor,
  file: OrganizationFile,
  mayReadPhones: boolean,
): Promise<Organization> {
  const { database, clock, personalKeys } = services;
  const { organization, names } = file;
  const today = clock.today();
  const policy = await policyInForce(services, today);
  const titles = await listTitlesOf(database, organization.id);
  const { barredUntil } = titleObstacles(titles, today, lifecycleFigure(policy.document, "ban_years"));
  const relation = relationOfOrganization(organization);
  return {
    id: organization.id,
    uscc: organization.uscc,
    kind: usccAuthority(organization.uscc),
    name: names.findLast(({ fromOn }) => fromOn <= today)?.name ?? names[0]?.name ?? "",
    names: names.map(({ name, fromOn, source }) => ({ name, fromOn, source })),
    district: organization.district,
    mandates: file.mandates.map((mandate) =>
      describeMandate(actor, file, mandate, mayReadPhones ? personalKeys : null),
    ),
    titles: titles.map(({ id, platformName, state, validFrom, validTo, endedOn }) => {
      return { id, platformName, state, validFrom, validTo, endedOn };
    }),
    barredUntil,
    changes: (await listAcceptedChanges(database, organization.id)).map(
      ({ id, kind, fromOn, before, after, source }) => {
        return { id, kind, fromOn, before, after, source };
      },
    ),
    exceptions: file.exceptions.map(({ roundId, ground, recordedAt }) => {
      return { roundId, ground, recordedAt: formatInstant(recordedAt) };
    }),
    revision: organization.revision,
    allowedActs: [...openActs(organizationMachine, { state: "recorded", relation, actor })],
  };
}

/** @param keys null where the reader sees the last digits of the telephone number alone, which takes no key to hide */
function describeMandate(
  actor: Actor,
  { organization }: OrganizationFile,
  mandate: MandateRow,
  keys: PersonalKeys | null,
): Organization["mandates"][number] {
  const relation = relationOfOrganization(organization, mandate.userId);
  return {
    id: mandate.id,
    state: mandate.state,
    holderName: mandate.holderName,
    holderPhone: keys === null ? null : open(keys, mandate.holderPhone),
    isOwn: mandate.userId === actor.userId,
    licenceFileId: mandate.licenceFileId,
    authorizationFileId: mandate.authorizationFileId,
    claimedAt: formatInstant(mandate.claimedAt),
    decidedAt: mandate.decidedAt === null ? null : formatInstant(mandate.decidedAt),
    reason: mandate.reason,
    allowedActs: [...openActs(mandateMachine, { state: mandate.state, relation, actor })],
  };
}

/** A page of the organizations that a reader reaches. */
export async function listVisibleOrganizations(
  { database, clock }: Pick<ProcedureServices, "database" | "clock">,
  actor: Actor,
  filter: OrganizationFilter,
  page: OrganizationPage,
): Promise<{ organizations: OrganizationSummary[]; total: number; last: { value: string; id: string } | null }> {
  const reach = reachableBy(actor, "organizations", "read");
  const { rows, total } = await listOrganizations(database, { reach, filter, page, day: clock.today() });
  const last = rows.at(-1);
  const value = last?.[page.sort.field];
  return {
    total,
    organizations: rows.map(({ id, uscc, name, district, revision }) => ({ id, uscc, name, district, revision })),
    last:
      last === undefined || value === undefined
        ? null
        : { value: typeof value === "string" ? value : value.toISOString(), id: last.id },
  };
}
