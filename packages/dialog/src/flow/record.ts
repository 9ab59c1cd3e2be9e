import { type Assessment, type CriterionResult, checkFacts, type FieldError, type Judgement } from "@shifan/rules";
import { linesBehind } from "../presenting/lines.ts";
import { questionDocument } from "../presenting/question.ts";
import { readBack } from "../presenting/readback.ts";
import { labelOf } from "../presenting/values.ts";
import { whereToTurn } from "../presenting/wording.ts";
import {
  type Answer,
  type Answers,
  answeredValue,
  type DialogContext,
  type DialogState,
  isInterval,
} from "../state.ts";
import { articlesOf } from "./criteria-of.ts";
import { sourcesOf } from "./sources.ts";
import { yearsOf } from "./years.ts";

/** What is wrong with the values by themselves; empty when all can be recorded. */
export function checkAnswers(answers: Answers, context: DialogContext): readonly FieldError[] {
  const values: Record<string, unknown> = {};
  for (const [fact, answer] of Object.entries(answers)) if ("value" in answer) values[fact] = answer.value;
  const checked = checkFacts(context.policy, values, { intervals: true });
  return checked.ok ? [] : checked.errors;
}

/** A second span for the same fact is taken as the best the person has: it is kept and not asked a third time. */
function settleSpan(previous: Answer | undefined, next: Answer): Answer {
  const repeated = isInterval(answeredValue(previous)) && isInterval(answeredValue(next));
  return repeated && "value" in next ? { value: next.value, accepted: true } : next;
}

/** Puts answers on record and the question on the way back. What is said of them is for {@link sayRecorded}. */
export function record(state: DialogState, answers: Answers, question: string | null): DialogState {
  const merged: Record<string, Answer> = { ...state.answers };
  for (const [fact, answer] of Object.entries(answers)) merged[fact] = settleSpan(merged[fact], answer);
  const visited =
    question === null || state.visited.at(-1) === question
      ? state.visited
      : [...state.visited.filter((each) => each !== question), question];
  return { ...state, answers: merged, visited };
}

/** Reads back what was understood. */
export function sayRecorded(answers: Answers, after: DialogState, context: DialogContext): string | null {
  const said = readBack(Object.keys(answers), after, context);
  return said === "" ? null : `记下了。${said}。`;
}

/** The facts that the same question still asks, once its answers are on record. */
function stillAsked({ screen, answers }: DialogState, question: string | null): readonly string[] {
  if (screen.kind === "narrow") return screen.id === question ? [screen.fact] : [];
  if (screen.kind !== "question" || screen.id !== question) return [];
  return screen.facts.filter((fact) => answers[fact] === undefined);
}

/**
 * Conditions that an answer settled. One that uses a fact which the same question still asks is not yet said to be met:
 * 48 firms after 45 are growth until 50 are named for the year before.
 * @param next where the conversation has moved to
 */
export function sayMet(
  before: DialogState,
  next: DialogState,
  question: string | null,
  context: DialogContext,
  judged: { before: Judgement; after: Assessment },
): { state: DialogState; text: string | null } {
  const asked = stillAsked(next, question).map((fact) => context.policy.factIndexes.get(fact) ?? -1);
  const said: CriterionResult[] = [];
  const unsaid: string[] = [];
  for (const [index, criterion] of judged.after.criteria.entries()) {
    const wasMet = judged.before.statuses[index] === "met" && !before.unsaid?.includes(criterion.id);
    if (criterion.status !== "met" || wasMet) continue;
    const uses = context.policy.criteria[index]?.test.uses;
    if (asked.some((fact) => uses?.has(fact))) unsaid.push(criterion.id);
    else said.push(criterion);
  }
  const { unsaid: _, ...rest } = next;
  const state = unsaid.length === 0 ? rest : { ...rest, unsaid };
  if (said.length === 0 || before.screen.kind === "welcome") return { state, text: null };
  return { state, text: `✓ ${said.map(({ title, article }) => `${title}（${article}）`).join("；")}` };
}

/** 不清楚 is an answer: it is put down for later, with whom to ask. */
export function sayUnknown(
  facts: readonly string[],
  question: string,
  state: DialogState,
  context: DialogContext,
): string {
  const { policy } = context;
  const document = questionDocument(context, question);
  const years = yearsOf(state, context);
  const articles = articlesOf(policy, facts);
  const nameOf = (fact: string): string => labelOf(policy, fact, years);
  const sources = sourcesOf(document, facts, years).map(({ ask, where, facts: known }, index) => {
    const turn = index === 0 ? `${whereToTurn(ask)}最快` : `${known.map(nameOf).join("、")}${whereToTurn(ask)}`;
    return `${turn}${where === null ? "。" : `：${where}`}`;
  });
  const first = facts[0] as string;
  const alias = policy.document.facts.find((fact) => fact.id === first)?.aliases[0] ?? nameOf(first);
  return [
    `没关系，${facts.length > 1 ? "这几项" : "这一题"}记为“待查”，不算不符合${articles.length > 0 ? `（${articles[0]}）` : ""}。`,
    `${sources.join("")}查到后发“改${alias}”就能补上。`,
  ].join("\n");
}

/** Conditions that have just turned out unmet: said at once, with whether that can still change. */
export function sayUnmet(
  state: DialogState,
  assessment: Assessment,
  context: DialogContext,
): { state: DialogState; text: string | null } {
  const unmet = assessment.criteria.filter(
    (criterion, index) => criterion.status === "not_met" && !context.policy.criteria[index]?.document.line,
  );
  const fresh = unmet.filter((criterion) => !state.announced.includes(criterion.id));
  const announced = unmet.map((criterion) => criterion.id);
  if (fresh.length === 0) return { state: { ...state, announced }, text: null };
  const lines = fresh.flatMap((criterion) => [
    `✗ ${criterion.title}（${criterion.article}）：目前不符合。${criterion.advice ?? ""}`,
    ...linesBehind(criterion, assessment, context),
  ]);
  lines.push("可以接着往下答，看看其他条件；也可以先看结果。");
  return { state: { ...state, announced }, text: lines.join("\n") };
}
