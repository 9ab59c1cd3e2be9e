import { type ProblemCode, problemCodes, problemDocumentSchema } from "@shifan/contract";
import type { StatusOf } from "../http/problem.ts";

type Refusal = {
  description: string;
  content: { "application/problem+json": { schema: typeof problemDocumentSchema } };
};

/** What any route may meet: a fault of ours, and a policy version that lacks what an act needs. */
const faults = ["policy_incomplete", "internal"] as const;
type Fault = (typeof faults)[number];

/** The refusals of a route for its description: one answer for each status, which names the codes. */
export function refusals<Code extends ProblemCode>(...codes: Code[]): { [Status in StatusOf<Code | Fault>]: Refusal } {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...codes, ...faults]) {
    const { status } = problemCodes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const entries = [...byStatus].map(([status, sameStatus]) => [status, refusal(sameStatus)]);
  return Object.fromEntries(entries) as { [Status in StatusOf<Code | Fault>]: Refusal };
}

function refusal(codes: readonly ProblemCode[]): Refusal {
  return {
    description: codes.map((code) => `${code}：${problemCodes[code].title}`).join("；"),
    content: { "application/problem+json": { schema: problemDocumentSchema } },
  };
}
