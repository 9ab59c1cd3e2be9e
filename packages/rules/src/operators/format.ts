import type { Case } from "../evaluate/case.ts";
import { MET, NOT_MET, reachOf, type Status, UNANSWERED, UNDETERMINED } from "../evaluate/status.ts";
import { readIcpNumber } from "../formats/icp.ts";
import { defineTest, type Scope, type Test } from "./model.ts";

/** Whether a text has the form of a website filing number (网站备案号). */
export function compileIcpFormat(fact: string, scope: Scope): Test {
  const index = scope.factIndex(fact);
  const status = (facts: Case): Status => {
    const text = facts.texts[index];
    if (text === undefined) return UNDETERMINED;
    return readIcpNumber(text).ok ? MET : NOT_MET;
  };
  return defineTest({
    uses: new Set([index]),
    opensByWay: true,
    status,
    reach: (facts) => (facts.texts[index] === undefined ? UNANSWERED : reachOf(status(facts))),
    collect: (facts, into) => {
      if (facts.texts[index] === undefined) into.add(index);
    },
    part: index,
  });
}
