import type { CriterionPart, CriterionResult, CriterionStatus, MaterialResult, Warning } from "../assessment/schema.ts";
import { formatDate } from "../facts/calendar.ts";
import { showQuantity } from "../operators/comparison.ts";
import type { Policy } from "../policy/policy.ts";
import { adviseOn } from "./advice.ts";
import type { Case } from "./case.ts";
import type { Criterion, WarningRule } from "./criteria.ts";
import type { Material } from "./materials.ts";
import { MET, NOT_MET, type Status, statusNames, UNDETERMINED } from "./status.ts";

/** Fact ids in the order worth asking. */
export function nameFacts(policy: Policy, indexes: ReadonlySet<number>): string[] {
  if (indexes.size === 0) return [];
  const order = policy.askingOrder;
  return [...indexes]
    .sort((left, right) => (order[left] as number) - (order[right] as number))
    .map((index) => policy.document.facts[index]?.id as string);
}

export function raiseWarnings(rules: readonly WarningRule[], facts: Case): Warning[] {
  const raised: Warning[] = [];
  for (const rule of rules) {
    if (rule.when.status(facts) !== MET) continue;
    const params: Warning["params"] = {};
    for (const { name, value } of rule.params) params[name] = showQuantity(value, facts) ?? "";
    raised.push({ code: rule.code, params });
  }
  return raised;
}

/** A composite criterion is shown by its operands, each under the fact that it is about. */
function partsOf(policy: Policy, criterion: Criterion, facts: Case): CriterionPart[] {
  if (criterion.measure) return [];
  const shown = new Map<number, Status>();
  for (const operand of criterion.test.operands) {
    const [first] = operand.uses;
    const fact = operand.part ?? first;
    if (fact !== undefined && !shown.has(fact)) shown.set(fact, operand.status(facts));
  }
  return [...shown].map(([fact, status]) => ({
    fact: policy.document.facts[fact]?.id as string,
    status: statusNames[status] as CriterionStatus,
  }));
}

/** Explains one judged criterion: figures, gap, what is missing, why it is open, what to do. */
export function describeCriterion(policy: Policy, criterion: Criterion, facts: Case): CriterionResult {
  const { document, measure } = criterion;
  const judged = facts.statuses[criterion.index] as Status;
  const status = statusNames[judged] as CriterionStatus;
  const missing = new Set<number>();
  if (judged === UNDETERMINED) criterion.collect(facts, missing);
  const reason = judged === UNDETERMINED ? criterion.reason(facts, missing) : null;
  const actual = measure?.actual(facts) ?? null;
  const required = measure?.required(facts) ?? null;
  const gap = judged !== UNDETERMINED && measure ? measure.gap(facts) : null;
  const cured = judged === MET || reason === "contradictory" ? Number.NaN : criterion.test.curedOn(facts);
  const earliestDate = Number.isFinite(cured) ? formatDate(cured) : null;
  const warnings = raiseWarnings(criterion.warnings, facts);
  for (const contradiction of criterion.contradictions) {
    if (facts.contradictions & contradiction.bit) {
      warnings.push({ code: contradiction.code, params: { facts: [...contradiction.facts] } });
    }
  }
  return {
    id: document.id,
    article: document.article,
    title: document.title,
    status,
    reason,
    actual,
    required: measure && required !== null ? { op: measure.op, value: required, unit: measure.unit } : null,
    gap,
    earliestDate,
    parts: partsOf(policy, criterion, facts),
    missingFacts: nameFacts(policy, missing),
    warnings,
    advice: adviseOn(document, facts, {
      status,
      reason,
      actual,
      required,
      gap,
      unit: measure?.unit ?? null,
      earliestDate,
      isClaimed: criterion.claimed?.status(facts) !== NOT_MET,
    }),
  };
}

export function describeMaterial(material: Material, facts: Case): MaterialResult {
  const { document } = material;
  return {
    id: document.id,
    article: document.article,
    title: document.title,
    status: material.status(facts),
    reasons: material.reasons(facts),
    parts: material.parts.map((part) => ({
      id: part.document.id,
      title: part.document.title,
      status: part.status(facts),
      reasons: part.reasons(facts),
    })),
  };
}
