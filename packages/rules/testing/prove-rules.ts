import fc from "fast-check";
import { directionProperties } from "./properties/directions.ts";
import { intervalProperties } from "./properties/intervals.ts";
import type { RuleProperty } from "./properties/property.ts";
import { relevanceProperties } from "./properties/relevance.ts";
import { samenessProperties } from "./properties/sameness.ts";
import { smallPolicyProperties } from "./properties/small-policies.ts";
import { stabilityProperties } from "./properties/stability.ts";

/** Every property of the rules that random applicants prove. */
export const ruleProperties: readonly RuleProperty[] = [
  ...samenessProperties,
  ...stabilityProperties,
  ...directionProperties,
  ...intervalProperties,
  ...relevanceProperties,
  ...smallPolicyProperties,
];

export interface ProofSize {
  /** 1 is a small dose; runs grow with it. */
  readonly size: number;
  readonly seed: number;
}

/** Runs for one unit of size and weight. */
const unit = 40;

/**
 * Proves one property on so many random applicants.
 * @throws Error with the seed, the path and the smallest counterexample found.
 */
export function proveProperty({ weight, make }: RuleProperty, { size, seed }: ProofSize): number {
  const numRuns = Math.ceil(unit * weight * size);
  fc.assert(make(), { numRuns, seed });
  return numRuns;
}

/** Proves all of them; returns how many applicants each took, for the record of the measurement. */
export function proveRules(proof: ProofSize): { readonly name: string; readonly runs: number }[] {
  return ruleProperties.map((each) => ({ name: each.name, runs: proveProperty(each, proof) }));
}
