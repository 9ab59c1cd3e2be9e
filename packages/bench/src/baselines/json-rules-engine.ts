import { type Almanac, Engine, type Event } from "json-rules-engine";
import { rules } from "./json-rules-engine-rules.ts";
import {
  type CriterionId,
  criterionIds,
  lineIds,
  type Outcome,
  type Status,
  type Statuses,
  verdictOf,
} from "./outcome.ts";
import type { prepareFacts } from "./prepared-facts.ts";

/** Judges applicants with json-rules-engine: the engine and its rules are built once, facts go in with each run. */
export function jsonRulesEngine(): (facts: ReturnType<typeof prepareFacts>) => Promise<Outcome> {
  const engine = new Engine(rules, { allowUndefinedFacts: true });
  engine.addFact("lines_met", async (_params, almanac) => countLines(almanac, (status) => status === "met"));
  engine.addFact("lines_possible", async (_params, almanac) => countLines(almanac, (status) => status !== "not_met"));
  return async (facts) => {
    const { events } = await engine.run(facts);
    const statuses = statusesFrom(events);
    return { verdict: verdictOf(statuses), statuses };
  };
}

/** Folds what the rules said into statuses: silence is undetermined, and so is whatever a contradiction touches. */
function statusesFrom(events: Event[]): Statuses {
  const statuses = Object.fromEntries(criterionIds.map((id) => [id, "undetermined"])) as Statuses;
  const touched: CriterionId[] = [];
  for (const { type, params = {} } of events) {
    if (type === "contradiction") touched.push(...params.criteria);
    else statuses[params.criterion as CriterionId] = type as Status;
  }
  for (const id of touched) statuses[id] = "undetermined";
  return statuses;
}

async function countLines(almanac: Almanac, counts: (status: string | undefined) => boolean): Promise<number> {
  const statuses = await Promise.all(lineIds.map((id) => almanac.factValue<string | undefined>(id)));
  return statuses.filter(counts).length;
}
