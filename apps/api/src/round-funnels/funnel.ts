import {
  type FunnelEnd,
  type FunnelPath,
  type FunnelStage,
  funnelEnds,
  funnelStages,
  type RoundFunnel,
} from "@shifan/contract";
import { applicationReachColumns, countByDistrictAndState, type RoundRow, withinReach } from "@shifan/db";
import { type Actor, type ApplicationState, reachableBy } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";

const stages = Object.keys(funnelStages) as FunnelStage[];
const ends = Object.keys(funnelEnds) as FunnelEnd[];

type Counted = { state: ApplicationState; count: number };

/** How far the cases of some counts have come. */
function pathOf(counts: readonly Counted[]): FunnelPath {
  const countOf = (...states: readonly ApplicationState[]) =>
    counts.reduce((sum, { state, count }) => (states.includes(state) ? sum + count : sum), 0);
  const standing = stages.map((stage) => countOf(...funnelStages[stage].states));
  /** Whoever stands at a stage or behind it has come through it, and so has who ended after it. */
  const reachedOf = (place: number) =>
    standing.slice(place).reduce((sum, count) => sum + count, 0) +
    ends.filter((end) => stages.indexOf(funnelEnds[end].reached) >= place).reduce((sum, end) => sum + countOf(end), 0);
  return {
    handedIn: reachedOf(0),
    stages: stages.map((stage, place) => ({
      stage,
      title: funnelStages[stage].title,
      standing: standing[place] ?? 0,
      reached: reachedOf(place),
    })),
    ended: ends.map((state) => ({ state, title: funnelEnds[state].title, count: countOf(state) })),
    returned: countOf("returned"),
    objected: countOf("objected"),
  };
}

/** A round as a funnel, of the cases that its reader reaches: in all and by district. */
export async function funnelOf(
  { database, catalog, clock }: Pick<ProcedureServices, "database" | "catalog" | "clock">,
  actor: Actor,
  round: RoundRow,
): Promise<RoundFunnel> {
  const within = withinReach(reachableBy(actor, "round_funnels", "read"), applicationReachColumns);
  const counts = await countByDistrictAndState(database, { within, roundId: round.id });
  const { document } = await policyOfRound(catalog, round, clock.today());
  const byDistrict = [...Map.groupBy(counts, ({ district }) => district)].map(([key, own]) => ({
    key,
    name: document.districts.find(({ id }) => id === key)?.name ?? key,
    ...pathOf(own),
  }));
  const { id: roundId, year, state } = round;
  return { roundId, year, state, asOf: clock.today(), all: pathOf(counts), byDistrict };
}
