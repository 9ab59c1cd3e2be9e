import { type Assessment, type QuestionDocument, relevantFacts } from "@shifan/rules";
import { articlesOf } from "../flow/criteria-of.ts";
import { factsOf } from "../flow/facts.ts";
import { evaluationOf } from "../flow/judgement.ts";
import { sourcesOf } from "../flow/sources.ts";
import { type Years, yearsOf } from "../flow/years.ts";
import type { DialogContext, DialogState } from "../state.ts";
import type { Message } from "../turn.ts";
import { labelOf } from "./values.ts";
import { whereToTurn } from "./wording.ts";

/** Facts that one article asks for and that are found in one place: one line of the list. */
interface TodoItem {
  readonly labels: readonly string[];
  readonly article: string | null;
  readonly where: string | null;
}

interface TodoGroup {
  readonly ask: QuestionDocument["ask"];
  readonly items: readonly TodoItem[];
}

/** What is to be found out, by whom to ask, each group where its first question stands. */
export function toFindOut(missing: ReadonlySet<string>, years: Years, context: DialogContext): TodoGroup[] {
  const groups = new Map<QuestionDocument["ask"], TodoItem[]>();
  for (const question of context.policy.document.questions) {
    const open = question.facts.filter((fact) => missing.has(fact));
    for (const { facts, ask, where } of sourcesOf(question, open, years)) {
      const articleOf = (fact: string): string | null => articlesOf(context.policy, [fact])[0] ?? null;
      const items = [...new Set(facts.map(articleOf))].map((article) => {
        const together = facts.filter((fact) => articleOf(fact) === article);
        return { labels: together.map((fact) => labelOf(context.policy, fact, years)), article, where };
      });
      groups.set(ask, [...(groups.get(ask) ?? []), ...items]);
    }
  }
  return [...groups].map(([ask, items]) => ({ ask, items }));
}

/** The facts of a line with the article that asks for them. */
export function nameOfItem({ labels, article }: TodoItem): string {
  return `${labels.join("、")}${article === null ? "" : `（${article}）`}`;
}

/** Every fact that a criterion or a material still waits for. */
export function openFacts(assessment: Assessment, state: DialogState, context: DialogContext): ReadonlySet<string> {
  const relevant = relevantFacts(context.policy, factsOf(state, context), evaluationOf(context));
  return new Set([...assessment.missingFacts, ...relevant]);
}

/** The printable list of what to find out, by whom to ask. */
export function presentTodo(assessment: Assessment, state: DialogState, context: DialogContext): Message {
  const groups = toFindOut(openFacts(assessment, state, context), yearsOf(state, context), context);
  if (groups.length === 0) return { text: "没有待查的事项。", choices: [], files: [] };
  const lines = ["**待查清单**"];
  for (const { ask, items } of groups) {
    lines.push(`**${whereToTurn(ask)}**`);
    for (const item of items) lines.push(`· ${nameOfItem(item)}${item.where === null ? "" : `：${item.where}`}`);
  }
  return { text: lines.join("\n"), choices: [], files: [] };
}
