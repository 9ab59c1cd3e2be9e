import {
  type Database,
  listReportsHandedIn,
  lockServedList,
  type OrganizationRow,
  type ServedListRow,
  stateOfServedList,
} from "@shifan/db";
import { calendarYearOf, type Relation, type ServedListState, servedListMachine } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** A list as a record: with its state as the trail has it, and who reaches it. */
export type ServedListFile = {
  readonly list: ServedListRow;
  readonly relation: Relation;
  readonly state: unknown;
};

/** The id of a list in the trail. */
export function idOfList({ organizationId, period }: Pick<ServedListRow, "organizationId" | "period">): string {
  return `${organizationId}/${period}`;
}

/** Who reaches a list: its organization, and once a report that rests on it was handed in those who read that. */
export async function relationOfList(
  database: Database,
  { id, district }: Pick<OrganizationRow, "id" | "district">,
  period: string,
): Promise<Relation> {
  const reports = await listReportsHandedIn(database, id, [period, String(calendarYearOf(period))]);
  const isHandedIn = reports.length > 0;
  return { organization: id, district, account: null, isHandedIn, isPaper: false, isPublished: false };
}

/** Lists of served enterprises as records that live by their table; each is known by its organization and its half. */
export function servedListSubject(
  services: ProcedureServices,
  organization: OrganizationRow,
  period: string,
): Subject<ServedListFile, ServedListState, unknown> {
  return {
    machine: servedListMachine,
    lock: async (transaction) => {
      const list = await lockServedList(transaction, { organizationId: organization.id, period });
      return list && readListFile(transaction, organization, list);
    },
    idOf: ({ list }) => idOfList(list),
    stateOf: () => "kept",
    relationOf: ({ relation }) => relation,
    revisionOf: ({ list }) => list.revision,
    policyOf: () => policyInForce(services),
    recordOf: ({ state }) => state,
  };
}

export async function readListFile(
  database: Database,
  organization: OrganizationRow,
  list: ServedListRow,
): Promise<ServedListFile> {
  const relation = await relationOfList(database, organization, list.period);
  return { list, relation, state: await stateOfServedList(database, list) };
}
