import type { OrganizationChange } from "@shifan/contract";
import {
  type Database,
  findOrganization,
  findOrganizationByUscc,
  findOrganizationChange,
  findOrganizationName,
  listOrganizationChanges,
  type OrganizationChangeFile,
  type OrganizationChangeFilter,
  type OrganizationChangeListRow,
  organizationChangeReachColumns,
  type RowsPage,
  withinReach,
} from "@shifan/db";
import {
  type Actor,
  articleOfAct,
  type OrganizationChangeKind,
  openActs,
  organizationChangeMachine,
  type Policy,
  permittingGrant,
  reachableBy,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { keptUscc } from "../organizations/input.ts";
import { relationOfChange } from "./subject.ts";

type Services = Pick<ProcedureServices, "database" | "clock" | "catalog" | "defaultPolicy">;

/** What a change does to the unit's titles: by itself never anything. What the law leaves open is for the city to interpret. */
function effectOf(kind: OrganizationChangeKind, { document }: Policy): string {
  const article = articleOfAct(document, "interpretations", "issue");
  switch (kind) {
    case "name":
      return "名称随代码沿用，资格不变。";
    case "merger":
      return `记录另一方的代码。资格是否由合并后的单位承接，办法没有写，由市工信局解释（${article}）。`;
    case "moved_away":
      return `记录在案。迁出本市以后资格怎么办，办法没有写，由市工信局解释（${article}）；在那以前资格不变。`;
    case "address":
    case "legal_representative":
    case "other":
      return "记录在案，资格不变。";
  }
}

/** The change where the reader may know of it; null otherwise. */
export async function findVisibleChange(
  database: Database,
  actor: Actor,
  id: string,
): Promise<OrganizationChangeFile | null> {
  const change = await findOrganizationChange(database, id);
  if (change === null) return null;
  const grant = permittingGrant(actor, "organization_changes", "read", relationOfChange(change));
  return grant === null ? null : change;
}

/** A change as its reader sees it, with what may be done to it now. */
export async function describeChange(
  services: Services,
  actor: Actor,
  change: OrganizationChangeFile,
): Promise<OrganizationChange> {
  const { database, clock } = services;
  const { reportedBy, decidedBy: _decider, createdAt, ...known } = change;
  const organization = await findOrganization(database, change.organizationId);
  const other = change.kind === "merger" ? await findOrganizationByUscc(database, change.after) : null;
  return {
    ...known,
    fileIds: [...known.fileIds],
    uscc: organization?.uscc ?? "",
    organizationName: await findOrganizationName(database, change.organizationId, clock.today()),
    otherOrganizationId: other?.id ?? null,
    effect: effectOf(change.kind, await policyInForce(services)),
    createdAt: formatInstant(createdAt),
    allowedActs: openActs(organizationChangeMachine, {
      state: change.state,
      relation: relationOfChange(change),
      actor,
    }).filter((act) => act !== "accept" || reportedBy !== actor.userId),
  };
}

/** A page of the changes that a reader may know of: with a code, the history of a unit under all its names. */
export async function listVisibleChanges(
  services: Services,
  actor: Actor,
  filter: OrganizationChangeFilter,
  page: RowsPage,
): Promise<{ changes: OrganizationChange[]; total: number; last: OrganizationChangeListRow | undefined }> {
  const within = withinReach(reachableBy(actor, "organization_changes", "read"), organizationChangeReachColumns);
  const asked = filter.uscc === undefined ? filter : { ...filter, uscc: keptUscc(filter.uscc) };
  const { rows, total } = await listOrganizationChanges(services.database, { within, filter: asked, page });
  const changes: OrganizationChange[] = [];
  for (const { uscc: _uscc, ...row } of rows) changes.push(await describeChange(services, actor, row));
  return { changes, total, last: rows.at(-1) };
}
