import type { Assessment } from "../src/assessment/schema.ts";
import { assess } from "../src/evaluate/assess.ts";
import { checkFacts } from "../src/facts/check-facts.ts";
import type { Policy } from "../src/policy/policy.ts";
import type { PolicyDocument } from "../src/policy/schema.ts";
import type { Applicant } from "./drawing/applicant.ts";

export type PolicyCase = PolicyDocument["cases"]["cases"][number];

/** The facts of a case: its base, changed and with some left out. */
export function factsOfCase(policy: Policy, { id, base, override, drop }: PolicyCase): Applicant {
  const start = base === null ? {} : policy.document.cases.bases[base];
  if (!start) throw new Error(`case ${id}: no base ${base}`);
  const facts: Applicant = { ...start, ...override };
  for (const fact of drop) delete facts[fact];
  return facts;
}

export function assessCase(policy: Policy, each: PolicyCase): Assessment {
  const checked = checkFacts(policy, factsOfCase(policy, each));
  if (!checked.ok) throw new Error(`case ${each.id}: ${checked.errors.map((error) => error.message).join("；")}`);
  return assess(policy, checked.facts, { asOf: each.as_of, round: null });
}

/** Runs one case of a policy; what comes out otherwise than expected, one line each. */
export function runCase(policy: Policy, each: PolicyCase): string[] {
  const assessment = assessCase(policy, each);
  const { expect } = each;
  const differences: string[] = [];
  const compare = (what: string, found: unknown, wanted: unknown): void => {
    if (String(found) !== String(wanted))
      differences.push(`${what}: found ${String(found)}, expected ${String(wanted)}`);
  };
  const criteria = new Map(assessment.criteria.map(({ id, status }) => [id, status]));
  for (const [id, status] of Object.entries(expect.criteria)) compare(id, criteria.get(id), status);
  const papers = assessment.materials.flatMap((material) => [material, ...material.parts]);
  const materials = new Map(papers.map(({ id, status }) => [id, status]));
  for (const [id, status] of Object.entries(expect.materials)) compare(id, materials.get(id), status);
  if (expect.verdict !== undefined) compare("verdict", assessment.verdict, expect.verdict);
  if (expect.only_not_met !== undefined) {
    const failing = assessment.criteria.filter(({ status }) => status === "not_met").map(({ id }) => id);
    compare("only not met", failing.sort(), [...expect.only_not_met].sort());
  }
  const warnings = assessment.warnings.map(({ code }) => code);
  for (const code of expect.warnings ?? []) compare(`warning ${code}`, warnings.includes(code), true);
  return differences;
}
