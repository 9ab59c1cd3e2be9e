import type { OfficeGroup, OfficeGroups } from "@shifan/contract";
import { listOfficeGroups, type OfficeGroupFile } from "@shifan/db";
import { type Actor, officeGroupMachine, openActs, type PolicyDocument, permittingGrant } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { cityOffice, nameOfOffice } from "../reminders/office.ts";
import { relationOfOffice } from "./subject.ts";

/** What the server sends itself; without it nobody is offered a group. */
export type GroupServices = ProcedureServices & { channels: ReadonlyMap<string, unknown> };

/** The city's office, then the districts in the order of the policy. */
const officesOf = ({ districts }: Pick<PolicyDocument, "districts">): string[] => [
  cityOffice,
  ...districts.map(({ id }) => id),
];

function describe(document: PolicyDocument, actor: Actor, office: string, file: OfficeGroupFile | null): OfficeGroup {
  const state = file?.group.state ?? null;
  const relation = relationOfOffice(office);
  const mayConnect = permittingGrant(actor, "office_groups", "connect", relation) !== null;
  const acts =
    state === null ? (mayConnect ? ["connect"] : []) : openActs(officeGroupMachine, { state, relation, actor });
  return {
    id: office,
    officeName: nameOfOffice(document, office) ?? office,
    district: relation.district,
    name: file?.group.name ?? null,
    state,
    isReached: file === null || state !== "connected" ? null : file.address.endedAt === null,
    connectedAt: file === null ? null : formatInstant(file.group.connectedAt),
    revision: file?.group.revision ?? 0,
    allowedActs: [...acts],
  };
}

/** Every office of which the caller may know whether it has a group. */
export async function readOfficeGroups(services: GroupServices, actor: Actor): Promise<OfficeGroups> {
  const { document } = await policyInForce(services);
  const files = new Map((await listOfficeGroups(services.database)).map((file) => [file.group.office, file]));
  const known = officesOf(document).filter(
    (office) => permittingGrant(actor, "office_groups", "read", relationOfOffice(office)) !== null,
  );
  return {
    isAvailable: services.channels.has("wecom"),
    groups: known.map((office) => describe(document, actor, office, files.get(office) ?? null)),
  };
}

/** One office; null where there is none of which the caller may know. */
export async function readOfficeGroup(
  services: GroupServices,
  actor: Actor,
  office: string,
): Promise<OfficeGroup | null> {
  const { groups } = await readOfficeGroups(services, actor);
  return groups.find(({ id }) => id === office) ?? null;
}

/** The office on which the caller has just acted. */
export async function showOfficeGroup(services: GroupServices, actor: Actor, office: string): Promise<OfficeGroup> {
  const group = await readOfficeGroup(services, actor, office);
  if (group === null) throw new Error(`nobody may know of the group of ${office}, on which somebody has acted`);
  return group;
}
