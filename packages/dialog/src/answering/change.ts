import { pendingQuestions } from "../flow/next-question.ts";
import { quote } from "../presenting/quote.ts";
import type { DialogContext, DialogState } from "../state.ts";
import { openQuestion } from "./actions.ts";
import { type Reply, say } from "./reply.ts";

/** The fact that a word names best: an answered one before one not yet asked, a full name before a part of one. */
function findFact(target: string, state: DialogState, context: DialogContext): string | null {
  const asked = new Set(context.policy.document.questions.flatMap((question) => question.facts));
  let best: { fact: string; score: number } | null = null;
  for (const fact of context.policy.document.facts) {
    if (!asked.has(fact.id)) continue;
    for (const name of [fact.label, ...fact.aliases]) {
      const match = name === target ? 3 : name.includes(target) || target.includes(name) ? 1 : 0;
      if (match === 0) continue;
      const closeness = Math.min(name.length, target.length) / Math.max(name.length, target.length);
      const score = match + closeness + (state.answers[fact.id] ? 2 : 0);
      if (!best || score > best.score) best = { fact: fact.id, score };
    }
  }
  return best?.fact ?? null;
}

/** "改资产": opens the question that holds the fact, with what is on record. */
export function changeByName(target: string, state: DialogState, context: DialogContext): Reply {
  const fact = findFact(target, state, context);
  const question = context.policy.document.questions.find((each) => fact !== null && each.facts.includes(fact));
  if (fact === null || !question) {
    return say(state, `没找到${quote(target)}是哪一题。回“我的答案”可以看到全部答案，点哪个改哪个。`);
  }
  const answered = state.answers[fact] !== undefined;
  const isPending = pendingQuestions(state, context).some((each) => each.facts.includes(fact));
  if (!answered && !isPending) return say(state, "这一项按现有答案不影响结论，不用填。");
  const whole = question.input === "one" || question.input === "many";
  return say(openQuestion(state, question.id, context, whole ? undefined : [fact]));
}
