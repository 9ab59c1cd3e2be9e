import type { Assessment, CriterionResult } from "../src/assessment/schema.ts";
import { assess } from "../src/evaluate/assess.ts";
import type { EvaluationContext } from "../src/evaluate/context.ts";
import { relevantFacts } from "../src/evaluate/relevance.ts";
import { type CheckOptions, checkFacts } from "../src/facts/check-facts.ts";
import type { Facts } from "../src/facts/facts.ts";
import { compilePolicy } from "../src/policy/compile.ts";
import type { Policy } from "../src/policy/policy.ts";
import type { TestDocument } from "../src/policy/tests.ts";
import type { Applicant } from "./drawing/applicant.ts";

type Parts = Readonly<Record<string, unknown>>;

export interface SmallPolicy {
  /** Fact id to type ("int", "enum:a,b"), or to type and whatever else the fact has. */
  readonly facts: Readonly<Record<string, string | (Parts & { type: string })>>;
  /** Criterion id to its test, or to `test` and whatever else the criterion has. */
  readonly criteria?: Readonly<Record<string, TestDocument | (Parts & { test: TestDocument })>>;
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  readonly contradictions?: readonly { code: string; facts: readonly string[]; when: TestDocument }[];
  readonly materials?: readonly Parts[];
  readonly questions?: readonly Parts[];
  /** Any other part of the document. */
  readonly rest?: Parts;
}

const advice = {
  remedy: "organisation",
  not_met: "办",
  unanswered: "填",
  contradictory: "对",
};

/** A policy document with only what a test is about; the rest is as small as the schema allows. */
export function smallDocument(policy: SmallPolicy): Record<string, unknown> {
  const facts = Object.entries({
    submission_date: { type: "date", absent: { value: { context: "as_of" } } },
    application_round_year: "year",
    platform_type: "enum:broad,narrow",
    materials_in_hand: "set:P1,P2,P3",
    ...policy.facts,
  }).map(([id, fact]) => ({
    id,
    unit: "",
    question: id,
    hint: "",
    article: "1",
    form_source: "",
    label: id,
    ...(typeof fact === "string" ? { type: fact } : fact),
  }));
  const criteria = Object.entries(policy.criteria ?? { given: { given: "platform_type" } }).map(([id, criterion]) => ({
    id,
    article: "第一条",
    title: id,
    short: id,
    mark: "原文",
    advice,
    ...("test" in criterion ? criterion : { test: criterion }),
  }));
  const settings = Object.entries(policy.settings ?? {}).map(([id, value]) => ({
    id,
    title: id,
    value,
    options: [{ value, label: String(value) }],
    article: "1",
    mark: "设置",
    ground: "",
  }));
  return {
    id: "small",
    version: 1,
    title: "小办法",
    issuer: "某局",
    in_force: { status: "unconfirmed", checked_on: null, source: null, note: "" },
    selectable_from: { date: "2020-01-01", mark: "设置", ground: "" },
    bases: [],
    articles: [{ id: "1", label: "第一条", heading: "", text: "", treatment: "computed", treatment_note: "" }],
    settings,
    districts: [{ id: "410105", name: "金水区" }],
    facts,
    alternatives_of: "platform_type",
    submission_date: "submission_date",
    round_year: "application_round_year",
    materials_in_hand: "materials_in_hand",
    contradictions: policy.contradictions ?? [],
    criteria,
    expert: [],
    materials: policy.materials ?? [],
    questions: policy.questions ?? [],
    lifecycle: {
      parameters: [],
      acts: {},
      refusals: {},
      finding_articles: [],
      certificate_number: "T-{year}-{sequence}",
      publicity_notice: { title: "公示", opening: [], closing: [] },
    },
    score_sheet: { article: "第一条", mark: "设置", ground: "用于测试", items: [], directions: [] },
    messages: { welcome: ["好"], welcome_note: "" },
    texts: {},
    cases: { bases: {}, cases: [] },
    ...policy.rest,
  };
}

export function smallPolicy(policy: SmallPolicy): Policy {
  return compilePolicy(smallDocument(policy));
}

export interface Given extends Partial<EvaluationContext> {
  readonly unknown?: readonly string[];
}

/** Facts of a small policy, intervals allowed. */
export function factsOf(policy: Policy, facts: Applicant, options: CheckOptions = {}): Facts {
  const checked = checkFacts(policy, facts, { intervals: true, ...options });
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return checked.facts;
}

const contextOf = ({ asOf = "2026-06-10", round = null }: Given): EvaluationContext => ({ asOf, round });

export function assessSmall(policy: Policy, facts: Applicant, given: Given = {}): Assessment {
  return assess(policy, factsOf(policy, facts, { unknown: given.unknown }), contextOf(given));
}

export function relevantTo(policy: Policy, facts: Applicant, given: Given = {}): string[] {
  return relevantFacts(policy, factsOf(policy, facts, { unknown: given.unknown }), contextOf(given));
}

/** The one criterion of a policy of one test, compiled when it is first used. */
export function tried(
  test: TestDocument,
  types: SmallPolicy["facts"],
  rest: Omit<SmallPolicy, "facts" | "criteria"> = {},
) {
  let compiled: Policy | undefined;
  const policy = (): Policy => {
    compiled ??= smallPolicy({ facts: types, criteria: { tried: test }, ...rest });
    return compiled;
  };
  const on = (facts: Applicant, given: Given = {}): CriterionResult =>
    assessSmall(policy(), facts, given).criteria[0] as CriterionResult;
  return {
    on,
    status: (facts: Applicant, given: Given = {}): string => on(facts, given).status,
    relevant: (facts: Applicant, given: Given = {}): string[] => relevantTo(policy(), facts, given),
  };
}
