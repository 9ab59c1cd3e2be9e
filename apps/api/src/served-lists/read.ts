import type { ServedList } from "@shifan/contract";
import {
  type Database,
  findOrganization,
  findServedList,
  listServedEnterprises,
  type OrganizationRow,
  type ServedListRow,
} from "@shifan/db";
import {
  type Actor,
  distinctServed,
  type FormList,
  type FormValues,
  firstDayOf,
  type Grant,
  halvesOf,
  isPeriod,
  openActs,
  type Policy,
  permittingGrant,
  type Relation,
  servedListMachine,
  spellPeriod,
} from "@shifan/rules";
import { noteRead } from "../acts/note-read.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { maskValue, mayOpenPersonalData, personalFields } from "../application-form/personal.ts";
import { valuesOfRow } from "../applications/row-values.ts";
import { formatInstant } from "../clock.ts";
import { idOfList, relationOfList } from "./subject.ts";

/** A list that the reader may see: of a half as it is kept, of a year put together from its halves. */
export type ReadableList = {
  readonly organization: OrganizationRow;
  readonly period: string;
  readonly list: FormList;
  readonly kept: ServedListRow | null;
  readonly policy: Policy;
  readonly relation: Relation;
  readonly actor: Actor;
  readonly grant: Grant;
};

/** Null where there is none that the reader may know of. */
export async function findReadableList(
  services: ProcedureServices,
  actor: Actor,
  { organizationId, period }: { organizationId: string; period: string },
): Promise<ReadableList | null> {
  const { database } = services;
  const organization = isPeriod(period) ? await findOrganization(database, organizationId) : null;
  const policy = await policyInForce(services);
  const { servedList: list } = policy.reportForm;
  if (organization === null || list === null) return null;
  const relation = await relationOfList(database, organization, period);
  const grant = permittingGrant(actor, "served_lists", "read", relation);
  if (grant === null) return null;
  const kept = await findServedList(database, { organizationId, period });
  return { organization, period, list, kept, policy, relation, actor, grant };
}

/** Every row with its values open; of a year each enterprise once. */
async function openServedRows(
  database: Database,
  services: Pick<ProcedureServices, "personalKeys">,
  { policy, list, organizationId, period }: { policy: Policy; list: FormList; organizationId: string; period: string },
): Promise<readonly { readonly rowId: string; readonly values: FormValues }[]> {
  const halves = halvesOf(period);
  const rows = await listServedEnterprises(database, organizationId, halves);
  const opened = rows.map((row) => ({ rowId: row.rowId, values: valuesOfRow(list, row, services.personalKeys) }));
  if (halves.length === 1) return opened;
  const distinct = distinctServed(
    policy,
    opened.map(({ values }) => values),
  );
  return distinct.map((values, at) => ({ rowId: String(at), values }));
}

/** All rows as their reader sees them; that staff opened personal data is noted. */
export async function readServedRows(services: ProcedureServices, readable: ReadableList) {
  const { database, clock } = services;
  const { organization, period, list, policy, actor, grant } = readable;
  const rows = await openServedRows(database, services, { policy, list, organizationId: organization.id, period });
  if (!mayOpenPersonalData(grant.role)) return rows.map((row) => ({ ...row, values: masked(list, row.values) }));
  const fields = personalFields(list);
  if (grant.role === "district" && fields.length > 0 && rows.length > 0) {
    const recordId = idOfList({ organizationId: organization.id, period });
    const relation = await relationOfList(database, organization, period);
    const read = { resource: "served_lists", recordId, relation, fields } as const;
    await noteRead(database, { actor, grant, ...read, at: clock.now() });
  }
  return rows;
}

function masked(list: FormList, values: FormValues): FormValues {
  const personal = list.columns.filter(({ personal: isPersonal }) => isPersonal);
  return { ...values, ...Object.fromEntries(personal.map(({ id }) => [id, maskValue(values[id] ?? null)])) };
}

/** What is known of a list beside its rows. */
export function describeList(
  { organization, period, relation, actor }: ReadableList,
  { kept, total, today }: { kept: ServedListRow | null; total: number; today: string },
): Omit<ServedList, "rows"> {
  const isOpen = halvesOf(period).length === 1 && firstDayOf(period) <= today;
  const open = openActs(servedListMachine, { state: kept === null ? null : "kept", relation, actor });
  return {
    organizationId: organization.id,
    period,
    periodText: spellPeriod(period),
    total,
    changedAt: kept === null ? null : formatInstant(kept.changedAt),
    revision: kept?.revision ?? 0,
    allowedActs: isOpen ? [...open] : [],
  };
}
