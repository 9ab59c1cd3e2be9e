import type { Criterion } from "../evaluate/criteria.ts";
import { compileContradictions, compileCriterion } from "../evaluate/criteria.ts";
import { openCase } from "../evaluate/judge.ts";
import { compileMaterials } from "../evaluate/materials.ts";
import { MET, UNDETERMINED } from "../evaluate/status.ts";
import { compileAbsences } from "../facts/absences.ts";
import { type FactKind, kindOf } from "../facts/kinds.ts";
import { compileForms } from "../forms/compile.ts";
import { compileTest } from "../operators/index.ts";
import { codeOf } from "../operators/membership.ts";
import {
  type AbsentCode,
  defineQuantity,
  type Measure,
  type Quantity,
  type Scope,
  type Test,
} from "../operators/model.ts";
import { compileQuantity } from "../operators/quantities.ts";
import { inPlace, PolicyError } from "./error.ts";
import type { Policy, Question } from "./policy.ts";
import { type FactDocument, type PolicyDocument, policySchema } from "./schema.ts";

function absentCodeOf(fact: FactDocument, index: number, scope: Scope): AbsentCode | undefined {
  const { absent } = fact;
  if (absent && "first_character_of" in absent) {
    const source = scope.factIndex(absent.first_character_of);
    const codes = new Map(Object.entries(absent.is).map(([first, value]) => [first, codeOf(index, value, scope)]));
    return { uses: new Set([source]), of: (facts) => codes.get(facts.texts[source]?.charAt(0) ?? "") };
  }
  if (!absent || !("is" in absent)) return undefined;
  const value = absent.is;
  const code = Array.isArray(value)
    ? value.reduce((bits, each) => bits | (1 << codeOf(index, each, scope)), 0)
    : codeOf(index, value, scope);
  return { uses: new Set(), of: () => code };
}

/** The year that the applicant states; left out or 不清楚, that of the submission. */
function roundYearOf(document: PolicyDocument, scope: Scope): Quantity {
  const index = scope.factIndex(document.round_year);
  const followed = compileQuantity({ year_of: { fact: document.submission_date } }, scope);
  return defineQuantity({
    ...followed,
    low: (facts) => (facts.isKnown(index) ? (facts.low[index] as number) : followed.low(facts)),
    high: (facts) => (facts.isKnown(index) ? (facts.high[index] as number) : followed.high(facts)),
  });
}

function askingOrderOf(document: PolicyDocument, factIndexes: ReadonlyMap<string, number>): number[] {
  const order = document.facts.map(() => Number.MAX_SAFE_INTEGER);
  let rank = 0;
  for (const question of document.questions) {
    for (const fact of [...question.facts, ...question.also.map((each) => each.fact)]) {
      const index = factIndexes.get(fact);
      if (index !== undefined) order[index] = Math.min(order[index] as number, rank++);
    }
  }
  return order.map((each, index) => (each === Number.MAX_SAFE_INTEGER ? rank + index : each));
}

function compileQuestions(policy: Policy, scope: Scope): Question[] {
  return policy.document.questions.map((question) => {
    for (const fact of question.facts) scope.factIndex(fact);
    const also = new Map(question.also.map(({ fact, when }) => [fact, scope.compileTest(when)]));
    return {
      document: question,
      isAlsoAsked: (fact, facts, context) => also.get(fact)?.status(openCase(policy, facts, context)) === MET,
    };
  });
}

/**
 * Checks a policy document and compiles its tests to closures, once for all evaluations.
 * @throws PolicyError that names the place where the document does not fit.
 */
export function compilePolicy(source: unknown): Policy {
  const parsed = policySchema.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new PolicyError(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "does not fit the schema"}`);
  }
  const document = parsed.data;
  const factIndexes = new Map(document.facts.map((fact, index) => [fact.id, index]));
  if (factIndexes.size !== document.facts.length) throw new PolicyError("facts: two with one id");
  const criterionIndexes = new Map(document.criteria.map((criterion, index) => [criterion.id, index]));
  if (criterionIndexes.size !== document.criteria.length) throw new PolicyError("criteria: two with one id");
  for (const { id, value, options } of document.settings) {
    if (!options.some((option) => option.value === value)) throw new PolicyError(`setting ${id}: no option ${value}`);
  }
  const factKinds = document.facts.map((fact) => kindOf(fact, document.districts));
  const settings = new Map(document.settings.map((setting) => [setting.id, setting.value]));
  const criteria: Criterion[] = [];
  const absentValues = new Map<number, Quantity>();
  const bounds = new Map<number, Quantity>();
  let noted: Measure | null = null;
  let roundYear: Quantity | undefined;

  const find = <Value>(map: ReadonlyMap<string, Value>, id: string, what: string): Value => {
    const value = map.get(id);
    if (value === undefined) throw new PolicyError(`${what} ${id} is not defined`);
    return value;
  };
  const factOf = (index: number): FactDocument => document.facts[index] as FactDocument;
  const memo = (cache: Map<number, Quantity>, index: number, make: () => Quantity): Quantity => {
    const known = cache.get(index);
    if (known) return known;
    const made = make();
    cache.set(index, made);
    return made;
  };
  const scope: Scope = {
    factIndex: (id) => find(factIndexes, id, "fact"),
    factKind: (index) => factKinds[index] as FactKind,
    absentValue: (index) => {
      const absent = factOf(index).absent;
      if (!absent || !("value" in absent)) return undefined;
      return memo(absentValues, index, () => compileQuantity(absent.value, scope));
    },
    absentCode: (index) => absentCodeOf(factOf(index), index, scope),
    boundsWhileUnknown: (index) => {
      const between = factOf(index).unknown_between;
      return between ? memo(bounds, index, () => compileQuantity(between, scope)) : undefined;
    },
    absentIfGiven: (index) => {
      const absent = factOf(index).absent;
      return absent && "not_happened_if_given" in absent
        ? absent.not_happened_if_given.map((id) => scope.factIndex(id))
        : undefined;
    },
    neverIf: (index) => {
      const never = factOf(index).never_if;
      return never ? { fact: scope.factIndex(never.fact), code: never.is ? 1 : 0 } : undefined;
    },
    roundYear: () => {
      roundYear ??= roundYearOf(document, scope);
      return roundYear;
    },
    setting: (id) => find(settings, id, "setting"),
    criterionIndex: (id) => {
      const index = find(criterionIndexes, id, "criterion");
      if (index >= criteria.length) throw new PolicyError(`criterion ${id} is counted before it is judged`);
      return index;
    },
    criterion: (index) => criteria[index] as Criterion,
    compileTest: (test) => compileTest(test, scope),
    compileQuantity: (expression) => compileQuantity(expression, scope),
    noteMeasure: (measure) => {
      noted = measure;
    },
  };
  const measureOf = (compile: () => Test): { test: Test; measure: Measure | null } => {
    noted = null;
    const test = compile();
    return { test, measure: noted };
  };

  const contradictions = inPlace("contradictions", () => compileContradictions(document, scope));
  for (const [index, criterion] of document.criteria.entries()) {
    const compiled = inPlace(`criterion ${criterion.id}`, () =>
      compileCriterion(criterion, index, scope, contradictions, measureOf),
    );
    criteria.push(compiled);
  }
  const policy: Policy = {
    id: document.id,
    version: document.version,
    document,
    factKinds,
    factIndexes,
    criteria,
    contradictions,
    absences: inPlace("facts", () => compileAbsences(document.facts.length, scope)),
    materials: inPlace("materials", () => compileMaterials(document, scope)),
    questions: [],
    forms: compileForms(document, factKinds),
    openStatuses: criteria.map(() => UNDETERMINED),
    askingOrder: askingOrderOf(document, factIndexes),
    submissionDate: scope.factIndex(document.submission_date),
    roundYear: inPlace("round_year", () => scope.roundYear()),
    alternativesOf: scope.factIndex(document.alternatives_of),
  };
  return { ...policy, questions: inPlace("questions", () => compileQuestions(policy, scope)) };
}
