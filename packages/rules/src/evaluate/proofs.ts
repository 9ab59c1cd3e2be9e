import { PolicyError } from "../policy/error.ts";
import type { Policy } from "../policy/policy.ts";
import type { PolicyDocument } from "../policy/schema.ts";

/** What a criterion is judged on, and what proves it. */
export interface Proof {
  readonly criterion: string;
  /** The facts that decide it, in the order of the policy. */
  readonly facts: readonly string[];
  /** The materials that prove them (第九条), the foremost first. */
  readonly materials: readonly string[];
}

/** Of each criterion the facts that its test reads and the materials that the policy names as its proof. */
export function proofsOf({ criteria, document }: Policy): readonly Proof[] {
  return criteria.map(({ document: { id }, test }) => ({
    criterion: id,
    facts: document.facts.filter((_, index) => test.uses.has(index)).map((fact) => fact.id),
    materials: document.proofs.of[id] ?? [],
  }));
}

/** @throws PolicyError that names a criterion or a material that there is not. */
export function checkProofs({ proofs, criteria, materials }: PolicyDocument): void {
  const named = new Set(criteria.map(({ id }) => id));
  const papers = new Set(materials.map(({ id }) => id));
  for (const [criterion, proving] of Object.entries(proofs.of)) {
    if (!named.has(criterion)) throw new PolicyError(`proofs: no criterion ${criterion}`);
    const missing = proving.find((material) => !papers.has(material));
    if (missing !== undefined) throw new PolicyError(`proofs of ${criterion}: no material ${missing}`);
  }
}
