import { checkFacts, type FieldError, pointerStep } from "@shifan/rules";
import { yearsOf } from "../flow/years.ts";
import { questionOf } from "../presenting/screen.ts";
import { labelOf, showAnswer } from "../presenting/values.ts";
import type { Answer, DialogContext, DialogState } from "../state.ts";
import { answersOfRegister } from "./look-up.ts";
import { answer, type Reply } from "./reply.ts";

export type FactsReply =
  | { readonly ok: true; readonly reply: Reply; readonly said: string }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * A program's exact answer to the present question, or a correction of any fact. null is 不清楚. A fact of the present
 * question that is left out of an answer to it is absent: a statement where the policy reads absence as one, else unknown.
 */
export function answerWithFacts(
  state: DialogState,
  sent: Readonly<Record<string, unknown>>,
  context: DialogContext,
): FactsReply {
  const { policy } = context;
  const known: Record<string, unknown> = {};
  for (const [fact, value] of Object.entries(sent)) if (value !== null) known[fact] = value;
  const checked = checkFacts(policy, known);
  const errors: FieldError[] = checked.ok ? [] : [...checked.errors];
  for (const [fact, value] of Object.entries(sent)) {
    if (value !== null || policy.factIndexes.has(fact) || errors.length >= 100) continue;
    errors.push({
      path: `/facts/${pointerStep(fact)}`,
      code: "unknown_fact",
      message: "没有这个事实编号；可用的编号见政策的 facts 列表",
    });
  }
  if (errors.length > 0) return { ok: false, errors };

  const answers: Record<string, Answer> = {};
  for (const [fact, value] of Object.entries(sent)) answers[fact] = value === null ? { unknown: true } : { value };
  const question = questionOf(state, context);
  const asked = question?.facts ?? [];
  const answersPresent = asked.some((fact) => fact in sent) || Object.keys(sent).length === 0;
  if (answersPresent && state.screen.kind !== "contradiction") {
    for (const fact of asked) {
      if (fact in answers) continue;
      const means = policy.document.facts[policy.factIndexes.get(fact) ?? -1]?.absent;
      answers[fact] = means ? { absent: true } : { unknown: true };
    }
  }
  Object.assign(answers, answersOfRegister(context));
  const isQuestion = policy.document.questions.some((each) => each.id === question?.id);
  const present = isQuestion && question ? question.id : null;
  const years = yearsOf(state, context);
  const said = Object.entries(answers)
    .map(([fact, each]) => `${labelOf(policy, fact, years)}：${showAnswer(policy, fact, each)}`)
    .join("；");
  return {
    ok: true,
    reply: answer(state, answers, answersPresent ? present : null, context, { stayOn: present }),
    said: said === "" ? "（没有填）" : said,
  };
}
