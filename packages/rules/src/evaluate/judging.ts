import { defineTest, type Test } from "../operators/model.ts";
import type { Case } from "./case.ts";
import type { Contradiction, Criterion } from "./criteria.ts";
import type { Plan } from "./plan.ts";
import { PlanBuilder } from "./plan-builder.ts";
import { MET, NOT_MET, reachOf, type Status, UNDETERMINED } from "./status.ts";

/** Judges all criteria of a policy at once: what `Criterion.status` says of each, from one run of a plan. */
export class Judging {
  readonly plan: Plan;
  /** The contradictions that each criterion heeds, and their nodes. */
  private readonly contradictionNode: Uint16Array;
  private readonly contradictedBy: Int32Array;
  /** The node of the test of each criterion, and of what it comes to when a contradiction holds its test open. */
  private readonly testNode: Uint16Array;
  private readonly openNode: Uint16Array;
  /** Those that count others, which have to be judged first. */
  private readonly late: readonly Criterion[];

  constructor(criteria: readonly Criterion[], contradictions: readonly Contradiction[]) {
    const builder = new PlanBuilder();
    const isLate = ({ test, claimed }: Criterion): boolean =>
      builder.nodeOf(test) === null || (claimed !== null && builder.nodeOf(claimed) === null);
    this.late = criteria.filter(isLate);
    this.contradictionNode = Uint16Array.from(contradictions, ({ when }) => builder.nodeOf(when) as number);
    this.contradictedBy = Int32Array.from(criteria, ({ contradictedBy }) => contradictedBy);
    const nodeOf = (criterion: Criterion, test: Test): number => {
      if (isLate(criterion)) return builder.nodeOf(neverDecided) as number;
      return builder.nodeOf(criterion.claimed ? claimedTest(criterion.claimed, test) : test) as number;
    };
    this.testNode = Uint16Array.from(criteria, (criterion) => nodeOf(criterion, criterion.test));
    this.openNode = Uint16Array.from(criteria, (criterion) => nodeOf(criterion, neverDecided));
    this.plan = builder.build();
  }

  /** Finds the contradictions that hold and the status of each criterion, into the case. */
  judge(facts: Case): void {
    this.plan.run(facts);
    const contradictions = this.findContradictions();
    const { testNode, openNode, contradictedBy, late } = this;
    const known = this.plan.statuses;
    const { statuses } = facts;
    facts.contradictions = contradictions;
    for (let index = 0; index < testNode.length; index++) {
      const isOpen = (contradictions & (contradictedBy[index] as number)) !== 0;
      statuses[index] = known[(isOpen ? openNode[index] : testNode[index]) as number] as number;
    }
    for (let index = 0; index < late.length; index++) {
      const criterion = late[index] as Criterion;
      statuses[criterion.index] = criterion.status(facts);
    }
  }

  private findContradictions(): number {
    const { contradictionNode } = this;
    const known = this.plan.statuses;
    let bits = 0;
    for (let index = 0; index < contradictionNode.length; index++) {
      bits |= Number(known[contradictionNode[index] as number] === MET) << index;
    }
    return bits;
  }
}

const neverDecided = defineTest({
  uses: new Set(),
  status: () => UNDETERMINED,
  reach: () => reachOf(UNDETERMINED),
  collect: () => {},
});

/** A test that counts only where it is claimed: not met where it is not, open where that is open and it would be met. */
function claimedTest(claim: Test, test: Test): Test {
  return defineTest({
    ...test,
    floorSlot: -1,
    form: {
      kind: "combination",
      operands: [claim, test],
      combine: ([claimed, own]) =>
        claimed === NOT_MET || (claimed === UNDETERMINED && own === MET) ? (claimed as Status) : (own as Status),
    },
  });
}
