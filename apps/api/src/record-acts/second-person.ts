import { actedResources, kindsShownAs, labelOfAct, resourceAtAddress, type SecondPerson } from "@shifan/contract";
import { isColleagueThere } from "@shifan/db";
import {
  type Actor,
  type Machine,
  type Relation,
  type Resource,
  rolesReaching,
  secondPersonActAfter,
  staffRoles,
} from "@shifan/rules";
import { machines } from "../acts/machines.ts";
import type { ProcedureServices } from "../acts/services.ts";

/** An act as the tables know it. */
export type KnownAct = { readonly machine: Machine<string, never>; readonly act: string };

/**
 * The act of an address in the tables: a table may have a word of its own for the making of a record (propose, plan).
 *
 * @param act as in the address; `create` is the making of a record
 * @returns null where no table knows it
 */
export function actOfAddress(resource: string, act: string): KnownAct | null {
  const about = resource === "organizations" && act === "changes" ? changeReported : { resource, act };
  const isActedOn = actedResources.some((each) => each === about.resource);
  const kinds = isActedOn ? kindsShownAs(resourceAtAddress(about.resource)) : [];
  for (const kind of kinds) {
    const machine = machines.find((each) => each.resource === kind);
    if (machine === undefined) continue;
    const row =
      machine.transitions.find((each) => each.act === about.act) ??
      (about.act === "create"
        ? machine.transitions.find((each) => each.from === null && !each.isConsequence)
        : undefined);
    if (row !== undefined) return { machine, act: row.act };
  }
  return null;
}

/** A change is reported at the address of its organization. */
const changeReported = { resource: "organization-changes", act: "report" };

/** The act that takes another person once this one is done. Null: one person may do it all. */
export function secondActAfter({ machine, act }: KnownAct) {
  const following = secondPersonActAfter(machine, act);
  return following === null ? null : { act: following, label: labelOfAct(machine.resource, following) ?? following };
}

/**
 * Whether somebody else than the caller holds a role that may do an act and could sign in today. It says whether, and nothing of who or how many.
 *
 * @param relations of the record; where it is still to be made, of what the caller could make
 */
export async function isSecondPersonThere(
  { database, clock }: ProcedureServices,
  caller: string,
  { resource, act }: { readonly resource: Resource; readonly act: string },
  relations: readonly Relation[],
): Promise<boolean> {
  const among = relations.flatMap((relation) => {
    const reaching = rolesReaching(resource, act, relation);
    const holding = staffRoles.filter((role) => reaching.includes(role));
    return holding.map((role) => ({ role, district: role === "district" ? relation.district : null }));
  });
  return isColleagueThere(database, caller, among, clock.today());
}

/** What an actor would make a record of: it lies in the district of each grant, or in none. */
export function relationsToCome({ grants }: Actor): readonly Relation[] {
  return grants.map(({ district }) => ({
    organization: null,
    district,
    account: null,
    isHandedIn: true,
    isPaper: false,
    isPublished: false,
  }));
}

export const nobodyNeeded: SecondPerson = { act: null, label: null, isThere: false };
