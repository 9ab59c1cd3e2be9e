import type { CriterionStatus } from "../assessment/schema.ts";

/** Statuses as small integers: they index the tables below and cost nothing to store. */
export const UNDETERMINED = 0;
export const MET = 1;
export const NOT_MET = 2;
export type Status = 0 | 1 | 2;

export const statusNames: readonly CriterionStatus[] = ["undetermined", "met", "not_met"];

/** A set of statuses that answers still to come can lead to: one bit per status. */
export type Reach = number;
export const reachOf = (status: Status): Reach => 1 << status;
export const CAN_UNDETERMINED = 1 << UNDETERMINED;
export const CAN_MET = 1 << MET;
export const CAN_NOT_MET = 1 << NOT_MET;
export const UNANSWERED = CAN_MET | CAN_NOT_MET;
export const everyReach = CAN_UNDETERMINED | CAN_MET | CAN_NOT_MET;

export const isSettled = (reach: Reach): boolean => (reach & (reach - 1)) === 0;

export function negate(status: Status): Status {
  return status === UNDETERMINED ? UNDETERMINED : status === MET ? NOT_MET : MET;
}

export function both(a: Status, b: Status): Status {
  if (a === NOT_MET || b === NOT_MET) return NOT_MET;
  return a === MET && b === MET ? MET : UNDETERMINED;
}

export function either(a: Status, b: Status): Status {
  if (a === MET || b === MET) return MET;
  return a === NOT_MET && b === NOT_MET ? NOT_MET : UNDETERMINED;
}

const all: readonly Status[] = [UNDETERMINED, MET, NOT_MET];

/** Lifts a combination of statuses to one of reaches: every combination that can still come about. */
export function liftCombination(combine: (a: Status, b: Status) => Status): (a: Reach, b: Reach) => Reach {
  const table = new Uint8Array(64);
  for (let a = 0; a < 8; a++) {
    for (let b = 0; b < 8; b++) {
      let reach = 0;
      for (const x of all) {
        for (const y of all) if (a & reachOf(x) && b & reachOf(y)) reach |= reachOf(combine(x, y));
      }
      table[a * 8 + b] = reach;
    }
  }
  return (a, b) => table[a * 8 + b] as Reach;
}

export const bothReach = liftCombination(both);
export const eitherReach = liftCombination(either);

/** Maps each status a test can reach to what it becomes. */
export function mapReach(reach: Reach, map: (status: Status) => Reach): Reach {
  let result = 0;
  for (const status of all) if (reach & reachOf(status)) result |= map(status);
  return result;
}
