import {
  findRecipient,
  keepRecipientsOfUsers,
  listHoldersOfMandates,
  listHoldersOfRole,
  listOpenAddresses,
} from "@shifan/db";
import { cityOffice } from "./office.ts";
import type { ReminderContext, Told } from "./source.ts";

/** Who is concerned today, by their recipients. A duty of an office is everybody's who holds the role, and its group's. */
export type Concerned = (told: Told) => readonly string[];

const officeOf = (told: Told): { role: Extract<Told, { role: unknown }>["role"]; district: string | null } | null =>
  "role" in told ? { role: told.role, district: told.district } : null;
const keyOfOffice = ({ role, district }: { role: string; district: string | null }) => `${role} ${district ?? ""}`;

/** Looks up at once who all these are. */
export async function findConcerned(
  { services: { database, clock }, today }: ReminderContext,
  all: readonly Told[],
): Promise<Concerned> {
  const organizationIds = new Set(all.flatMap((told) => ("organizationId" in told ? [told.organizationId] : [])));
  const holders = await listHoldersOfMandates(database, [...organizationIds]);
  const offices = new Map(all.flatMap((told) => officeOf(told) ?? []).map((office) => [keyOfOffice(office), office]));
  const officers = new Map<string, readonly string[]>();
  const groups = new Map<string, string>();
  for (const [key, office] of offices) {
    officers.set(key, await listHoldersOfRole(database, office, today));
    const group = await findGroup(database, office);
    if (group !== null) groups.set(key, group);
  }
  const experts = all.flatMap((told) => ("userId" in told ? [told.userId] : []));
  const userIds = [...holders.values(), ...[...officers.values()].flat(), ...experts];
  const recipients = await keepRecipientsOfUsers(database, userIds, clock.now());
  const ofUsers = (ids: readonly string[]) => ids.flatMap((id) => recipients.get(id) ?? []);
  return (told) => {
    if ("recipientId" in told) return [told.recipientId];
    if ("userId" in told) return ofUsers([told.userId]);
    if ("organizationId" in told) return ofUsers([holders.get(told.organizationId) ?? []].flat());
    const key = keyOfOffice(told);
    return [...ofUsers(officers.get(key) ?? []), ...[groups.get(key) ?? []].flat()];
  };
}

/** The group of an office, where one is to be told. Only the offices of districts and of the city have one. */
async function findGroup(
  database: ReminderContext["services"]["database"],
  { role, district }: { role: string; district: string | null },
): Promise<string | null> {
  if (role !== "district" && role !== "city") return null;
  const group = await findRecipient(database, { office: district ?? cityOffice });
  if (group === null) return null;
  const open = await listOpenAddresses(database, [group.id]);
  return open.length > 0 ? group.id : null;
}
