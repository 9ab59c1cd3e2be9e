import type { Assessment } from "../assessment/schema.ts";
import { Alternatives } from "../evaluate/alternatives.ts";
import { Cases, type ContextSlot } from "../evaluate/cases.ts";
import type { Computation } from "../evaluate/computations.ts";
import type { Criterion } from "../evaluate/criteria.ts";
import { compileContradictions, compileCriterion } from "../evaluate/criteria.ts";
import { FactList } from "../evaluate/fact-list.ts";
import { Judging, type Standings } from "../evaluate/judging.ts";
import { KeptMaterials } from "../evaluate/kept-materials.ts";
import { keepOpenness } from "../evaluate/kept-openness.ts";
import { KeptResults } from "../evaluate/kept-results.ts";
import { compileMaterials } from "../evaluate/materials.ts";
import { OpenPattern } from "../evaluate/open-pattern.ts";
import { checkProofs } from "../evaluate/proofs.ts";
import { MET } from "../evaluate/status.ts";
import { compileAbsences } from "../facts/absences.ts";
import { type FactKind, kindOf } from "../facts/kinds.ts";
import { compileForms } from "../forms/compile.ts";
import { compileTest } from "../operators/index.ts";
import { codeOf } from "../operators/membership.ts";
import {
  type AbsentCode,
  COMPUTED,
  defineQuantity,
  type Measure,
  neverCured,
  type Quantity,
  type Scope,
  type Test,
  union,
} from "../operators/model.ts";
import { compileQuantity } from "../operators/quantities.ts";
import { compileReportForm } from "../supervision/report-form.ts";
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
    uses: union(new Set([index]), followed.uses),
    low: (facts) => (facts.isKnown(index) ? (facts.low[index] as number) : followed.low(facts)),
    high: (facts) => (facts.isKnown(index) ? (facts.high[index] as number) : followed.high(facts)),
  });
}

function askingOrderOf(document: PolicyDocument, scope: Scope): number[] {
  const order = document.facts.map(() => Number.MAX_SAFE_INTEGER);
  let rank = 0;
  for (const question of document.questions) {
    for (const fact of [...question.facts, ...question.also.map((each) => each.fact)]) {
      const index = scope.factIndex(fact);
      order[index] = Math.min(order[index] as number, rank++);
    }
  }
  return order.map((each, index) => (each === Number.MAX_SAFE_INTEGER ? rank + index : each));
}

function headingOf({ id, version, in_force }: PolicyDocument): Assessment["policy"] {
  const { status, checked_on: checkedOn, source } = in_force;
  return Object.freeze({ id, version, inForce: Object.freeze({ status, checkedOn, source }) });
}

function compileQuestions(document: PolicyDocument, scope: Scope, open: Cases["open"]): Question[] {
  return document.questions.map((question) => {
    const also = new Map(question.also.map(({ fact, when }) => [fact, scope.compileTest(when)]));
    return {
      document: question,
      isAlsoAsked: (fact, facts, context) => also.get(fact)?.status(open(facts, context)) === MET,
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
    throw new PolicyError(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
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
  let openness: readonly Pick<Test, "reach" | "collect" | "openReason">[] = [];
  const absentValues = new Map<number, Quantity>();
  const bounds = new Map<number, Quantity>();
  const tests = new Map<string, Test>();
  const ofContext: ContextSlot[] = [];
  const constants = new Map<number, number>();
  const computations = new Map<string, Computation>();
  let slotCount = document.facts.length;
  let noted: Measure | null = null;
  let roundYear: Quantity | undefined;

  const find = <Value>(map: ReadonlyMap<string, Value>, id: string, what: string): Value => {
    const value = map.get(id);
    if (value === undefined) throw new PolicyError(`${what} ${id} is not defined`);
    return value;
  };
  const factOf = (index: number): FactDocument => document.facts[index] as FactDocument;
  const keep = (key: string, make: (slot: number) => Computation): number => {
    const known = computations.get(key) ?? make(slotCount++);
    computations.set(key, known);
    return known.slot;
  };
  const memo = (cache: Map<number, Quantity>, index: number, make: () => Quantity): Quantity => {
    const known = cache.get(index);
    if (known) return known;
    const made = make();
    cache.set(index, made);
    return made;
  };
  const scope: Scope = {
    factIndex: (id) => find(factIndexes, id, "fact"),
    factId: (index) => factOf(index).id,
    factKind: (index) => factKinds[index] as FactKind,
    absentValue: (index) => {
      const absent = factOf(index).absent;
      if (!absent || !("value" in absent)) return undefined;
      return memo(absentValues, index, () => ofFactsAlone().compileQuantity(absent.value));
    },
    absentCode: (index) => absentCodeOf(factOf(index), index, scope),
    boundsWhileUnknown: (index) => {
      const between = factOf(index).unknown_between;
      return between ? memo(bounds, index, () => ofFactsAlone().compileQuantity(between)) : undefined;
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
      roundYear ??= roundYearOf(document, ofFactsAlone());
      return roundYear;
    },
    setting: (id) => find(settings, id, "setting"),
    criterionIndex: (id) => {
      const index = find(criterionIndexes, id, "criterion");
      if (index >= criteria.length) throw new PolicyError(`criterion ${id} is counted before it is judged`);
      return index;
    },
    criterion: (index) => openness[index] ?? (criteria[index] as Criterion),
    compileTest: (document) => {
      const key = JSON.stringify(document);
      const known = tests.get(key);
      if (known) return known;
      const compiled = compileTest(document, scope);
      // A measured test is noted each time; one compiled again would have nothing to note.
      if (!key.includes('"measured"')) tests.set(key, compiled);
      return compiled;
    },
    compileQuantity: (expression) => compileQuantity(expression, scope),
    compileShown: (expression) => ofFactsAlone().compileQuantity(expression),
    noteMeasure: (measure) => {
      noted = measure;
    },
    contextSlot: (quantity) => {
      ofContext.push({ slot: slotCount, quantity });
      return slotCount++;
    },
    constantSlot: (value) => {
      const known = constants.get(value);
      if (known !== undefined) return known;
      constants.set(value, slotCount);
      return slotCount++;
    },
    computedSlot: (arithmetic, left, right) =>
      keep(`${arithmetic} ${left} ${right}`, (slot) => ({ slot, arithmetic, left, right })),
    convertedSlot: (name, of, operand) => keep(`${name} ${operand}`, (slot) => ({ slot, of, operand })),
  };
  /** What absences state is read before anything is computed for a case; what is only shown is not computed for each. */
  const ofFactsAlone = (): Scope => {
    const alone: Scope = {
      ...scope,
      computedSlot: () => COMPUTED,
      convertedSlot: () => COMPUTED,
      compileQuantity: (expression) => compileQuantity(expression, alone),
    };
    return alone;
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
  checkProofs(document);
  const absences = inPlace("facts", () => compileAbsences(document.facts.length, scope));
  const materials = inPlace("materials", () => compileMaterials(document, scope));
  const compiledRoundYear = inPlace("round_year", () => scope.roundYear());
  const open: Cases["open"] = (facts, context) => cases.open(facts, context);
  const questions = inPlace("questions", () => compileQuestions(document, scope, open));
  const choice = scope.factIndex(document.alternatives_of);
  const judging = new Judging(criteria, contradictions, choice);
  // Last, when every quantity of the context has its slot.
  const cases = new Cases({
    slotCount,
    criterionCount: criteria.length,
    subjectCount: judging.subjectCount,
    roundYear: compiledRoundYear,
    absences: absences.perCase,
    ofContext,
    constants,
    computations: [...computations.values()],
  });
  if (document.functions_of !== null) scope.factIndex(document.functions_of);
  const askingOrder = inPlace("questions", () => askingOrderOf(document, scope));
  const ids = document.facts.map((fact) => fact.id);
  openness = criteria.map((criterion, index) => keepOpenness(criterion, judging.standings[index] as Standings));
  const forms = compileForms(document, factKinds);
  const newFactList = (): FactList => new FactList(ids, askingOrder);
  return {
    id: document.id,
    version: document.version,
    document,
    heading: headingOf(document),
    expert: document.expert.map(({ id, article, title }) => Object.freeze({ id, article, title })),
    factKinds,
    factIndexes,
    criteria,
    dated: criteria.filter(({ document: { line }, test }) => !line && test.curedOn !== neverCured),
    barring: criteria.filter((criterion) => criterion.document.bars_reapplication),
    contradictions,
    absences,
    materials,
    materialWarnings: materials.flatMap(({ warnings }) => warnings),
    keptMaterials: new KeptMaterials(materials),
    questions,
    forms,
    reportForm: inPlace("report form", () => compileReportForm(document, forms, factKinds)),
    openStatuses: criteria.map(() => "undetermined"),
    cases,
    judging,
    keptResults: new KeptResults(
      criteria,
      judging.standings,
      (uses) => new OpenPattern(union(uses, compiledRoundYear.uses), scope),
      newFactList(),
    ),
    askingOrder,
    missing: newFactList(),
    submissionDate: scope.factIndex(document.submission_date),
    roundYear: compiledRoundYear,
    alternativesOf: choice,
    alternatives: new Alternatives(
      choice,
      factKinds[choice]?.values ?? [],
      criteria,
      contradictions,
      judging.standings,
    ),
  };
}
