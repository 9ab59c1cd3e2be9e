import type { Assessment, ChatFactAnswer } from "../api/types.ts";
import type { PolicyView } from "../policy/policy.ts";
import { texts } from "../texts.ts";
import type { PolicyWords } from "./policy-words.ts";
import { baseYearOf, printYears } from "./years.ts";

export type TodoItem = { id: string; what: string; where: string | null };
export type TodoGroup = { who: string; items: TodoItem[] };

const whoOf = (ask: string): string =>
  ask in texts.askable ? texts.askable[ask as keyof typeof texts.askable] : texts.askable.other;

/** What the conclusion waits for, then what was left as 待查 for the materials' sake. */
function openFacts(assessment: Assessment, answers: readonly ChatFactAnswer[]): string[] {
  const leftOpen = answers.filter(({ known }) => !known).map(({ fact }) => fact);
  return Array.from(new Set([...assessment.missingFacts, ...leftOpen]));
}

type Known = {
  policy: PolicyView | null;
  words: PolicyWords;
  answers: readonly ChatFactAnswer[];
};

type Source = { facts: readonly string[]; ask: string; where: string | null };

/** Who knows a fact, and where it is found: whom its question names, or the other party that the question names for it. */
function sourceOf(fact: string, policy: PolicyView | null): Source {
  const question = policy?.questions.find((one) => one.facts.includes(fact));
  if (question === undefined) return { facts: [fact], ask: "other", where: null };
  const elsewhere = question.elsewhere.find((one) => one.facts.includes(fact));
  if (elsewhere !== undefined) return elsewhere;
  const others = question.elsewhere.flatMap((one) => one.facts);
  return { ...question, facts: question.facts.filter((one) => !others.includes(one)) };
}

/**
 * What is still to be found out, by whom to ask, in the order worth asking. Facts of one question that one party
 * knows stand together, because they are found in one place.
 */
export function todoOf(assessment: Assessment, { policy, words, answers }: Known): TodoGroup[] {
  const baseYear = baseYearOf(assessment, answers, policy);
  const open = openFacts(assessment, answers);
  const groups = new Map<string, TodoItem[]>();
  const done = new Set<string>();
  for (const fact of open) {
    if (done.has(fact)) continue;
    const { facts, ask, where } = sourceOf(fact, policy);
    const together = open.filter((one) => facts.includes(one));
    for (const one of together) done.add(one);
    const who = whoOf(ask);
    const item = {
      id: fact,
      what: together.map(words.fact).join("、"),
      where: where === null ? null : printYears(where, baseYear),
    };
    groups.set(who, [...(groups.get(who) ?? []), item]);
  }
  return Array.from(groups, ([who, items]) => ({ who, items }));
}
