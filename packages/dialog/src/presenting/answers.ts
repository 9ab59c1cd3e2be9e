import { yearsOf } from "../flow/years.ts";
import type { DialogContext, DialogState } from "../state.ts";
import type { Message } from "../turn.ts";
import { labelOf, showAnswer } from "./values.ts";

export interface ListedAnswer {
  readonly fact: string;
  readonly question: string;
  readonly label: string;
  /** As it reads in Chinese. */
  readonly text: string;
  readonly value: unknown;
  readonly known: boolean;
}

/** Every answer on record, in the order of the questions. */
export function listAnswers(state: DialogState, context: DialogContext): ListedAnswer[] {
  const { policy } = context;
  const years = yearsOf(state, context);
  const listed: ListedAnswer[] = [];
  const add = (fact: string, question: string): void => {
    const answer = state.answers[fact];
    if (!answer || listed.some((each) => each.fact === fact)) return;
    listed.push({
      fact,
      question,
      label: labelOf(policy, fact, years),
      text: showAnswer(policy, fact, answer),
      value: "value" in answer ? answer.value : null,
      known: !("unknown" in answer),
    });
  };
  for (const question of policy.document.questions) for (const fact of question.facts) add(fact, question.id);
  for (const fact of policy.document.facts) add(fact.id, "");
  return listed;
}

/** The list to look through and to change: one tap for each question answered. */
export function presentAnswers(state: DialogState, context: DialogContext): Message {
  const answers = listAnswers(state, context);
  if (answers.length === 0) return { text: "还没有答案。", choices: [], files: [] };
  const lines = ["**我的答案**", ...answers.map((answer) => `· ${answer.label}：${answer.text}`)];
  lines.push("要改哪一题，点下面的按钮，或者发“改”加名称，例如“改资产”。");
  const questions = context.policy.document.questions;
  const choices = questions
    .map((question, index) => ({ question, index }))
    .filter(({ question }) => answers.some((answer) => answer.question === question.id))
    .map(({ question, index }) => {
      const first = answers.find((answer) => answer.question === question.id);
      return { label: `改：${first?.label ?? question.id}`, action: `e:${index}` };
    });
  return { text: lines.join("\n"), choices, files: [] };
}
