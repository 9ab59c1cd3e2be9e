import type { Case } from "./case.ts";
import type { Contradiction, Criterion } from "./criteria.ts";
import type { Plan } from "./plan.ts";
import { PlanBuilder } from "./plan-builder.ts";
import { MET, NOT_MET, UNDETERMINED } from "./status.ts";

const none = -1;

/** Judges all criteria of a policy at once: what `Criterion.status` says of each, from one run of a plan. */
export class Judging {
  readonly plan: Plan;
  private readonly criteria: readonly Criterion[];
  private readonly contradictionNode: Int32Array;
  /** The node of the test of each criterion and of the claim to it; none where it is always claimed, or counts others. */
  private readonly testNode: Int32Array;
  private readonly claimNode: Int32Array;
  private readonly contradictedBy: Int32Array;

  constructor(criteria: readonly Criterion[], contradictions: readonly Contradiction[]) {
    const builder = new PlanBuilder();
    const nodeOf = (test: Criterion["claimed"]): number => (test ? (builder.nodeOf(test) ?? none) : none);
    this.criteria = criteria;
    this.contradictionNode = Int32Array.from(contradictions.map(({ when }) => nodeOf(when)));
    this.testNode = Int32Array.from(
      criteria.map(({ test, claimed }) => (isLate(claimed, nodeOf) ? none : nodeOf(test))),
    );
    this.claimNode = Int32Array.from(criteria.map(({ claimed }) => nodeOf(claimed)));
    this.contradictedBy = Int32Array.from(criteria.map(({ contradictedBy }) => contradictedBy));
    this.plan = builder.build();
  }

  /** Finds the contradictions that hold and the status of each criterion, into the case. */
  judge(facts: Case): void {
    this.plan.run(facts);
    facts.contradictions = this.findContradictions();
    const { testNode, claimNode, contradictedBy } = this;
    const known = this.plan.statuses;
    const { statuses, contradictions } = facts;
    for (let index = 0; index < testNode.length; index++) {
      const test = testNode[index] as number;
      if (test < 0) {
        statuses[index] = (this.criteria[index] as Criterion).status(facts);
        continue;
      }
      const claim = (claimNode[index] as number) < 0 ? MET : (known[claimNode[index] as number] as number);
      const own = contradictions & (contradictedBy[index] as number) ? UNDETERMINED : (known[test] as number);
      statuses[index] = claim === NOT_MET ? NOT_MET : claim === UNDETERMINED && own === MET ? UNDETERMINED : own;
    }
  }

  private findContradictions(): number {
    const { contradictionNode } = this;
    const known = this.plan.statuses;
    let bits = 0;
    for (let index = 0; index < contradictionNode.length; index++) {
      if (known[contradictionNode[index] as number] === MET) bits |= 1 << index;
    }
    return bits;
  }
}

/** Whether the claim counts criteria, so that neither it nor what it guards can be found beforehand. */
function isLate(claimed: Criterion["claimed"], nodeOf: (test: Criterion["claimed"]) => number): boolean {
  return claimed !== null && nodeOf(claimed) === none;
}
