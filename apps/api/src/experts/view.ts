import type { Expert } from "@shifan/contract";
import {
  type ExpertFilter,
  type ExpertListRow,
  type ExpertPage,
  expertReachColumns,
  findExpert,
  listExperts,
  withinReach,
} from "@shifan/db";
import { type Actor, expertMachine, openActs, permittingGrant, reachableBy } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { relationOfExpert } from "./subject.ts";

function describeExpert(actor: Actor, expert: ExpertListRow): Expert {
  const { id, name, employer, position, fields, email, state, createdAt, revision } = expert;
  const allowedActs = [...openActs(expertMachine, { state, relation: relationOfExpert(expert), actor })];
  return {
    id,
    name,
    employer,
    position,
    fields,
    email,
    state,
    createdAt: formatInstant(createdAt),
    revision,
    allowedActs,
  };
}

/** An expert of the pool; null when there is none that the reader may see. */
export async function readExpert(
  { database }: Pick<ProcedureServices, "database">,
  actor: Actor,
  id: string,
): Promise<Expert | null> {
  const expert = await findExpert(database, id);
  if (expert === null || permittingGrant(actor, "experts", "read", relationOfExpert(expert)) === null) return null;
  return describeExpert(actor, expert);
}

/** A page of the pool as far as the reader sees it. */
export async function readExperts(
  { database }: Pick<ProcedureServices, "database">,
  actor: Actor,
  filter: ExpertFilter,
  page: ExpertPage,
): Promise<{ experts: Expert[]; total: number; last: { value: string; id: string } | null }> {
  const within = withinReach(reachableBy(actor, "experts", "read"), expertReachColumns(actor.userId));
  const { rows, total } = await listExperts(database, { within, filter, page });
  const last = rows.at(-1);
  const { field } = page.sort;
  return {
    experts: rows.map((row) => describeExpert(actor, row)),
    total,
    last:
      last === undefined
        ? null
        : { value: field === "createdAt" ? last.createdAt.toISOString() : last[field], id: last.id },
  };
}
