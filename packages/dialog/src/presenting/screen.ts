import { assessState } from "../flow/judgement.ts";
import { pendingQuestions } from "../flow/next-question.ts";
import { yearsOf } from "../flow/years.ts";
import type { DialogContext, DialogState } from "../state.ts";
import type { Message, Turn } from "../turn.ts";
import { choice } from "./choices.ts";
import { presentContradiction } from "./contradiction.ts";
import { commonChoices, presentNarrowing, presentQuestion, questionDocument } from "./question.ts";
import { quote } from "./quote.ts";
import { presentResult } from "./result.ts";
import { labelOf, showAnswer } from "./values.ts";
import { presentWelcome } from "./welcome.ts";

/** The message for where the conversation stands; `again` when the person has just read it and it need not be said in full. */
export function presentScreen(state: DialogState, context: DialogContext, again = false): Message {
  const { screen } = state;
  switch (screen.kind) {
    case "welcome":
      return presentWelcome(state, context);
    case "question":
      return presentQuestion(screen, state, context, again);
    case "narrow":
      return presentNarrowing(screen, state, context);
    case "contradiction":
      return presentContradiction(screen, state, context);
    case "proposal":
      return {
        text: screen.lead,
        choices: [
          ...screen.values.map((value, index) => ({
            label: showAnswer(context.policy, screen.fact, { value }),
            action: `p:${index}`,
          })),
          choice("unknown"),
          ...commonChoices(state),
        ],
        files: [],
      };
    case "year": {
      const years = yearsOf(state, context);
      const labels = screen.facts.map((fact) => labelOf(context.policy, fact, years)).join("、");
      return {
        text: `您说的是${screen.said}年，这里问的是${labels}。${quote(screen.text)}说的是哪一年？`,
        choices: [
          { label: `就是所问的年份`, action: "y:asked" },
          { label: `是${screen.said}年的，我重新填`, action: "y:again" },
          ...commonChoices(state),
        ],
        files: [],
      };
    }
    case "restart":
      return {
        text: "重新开始会清空这份自查的全部答案，不能恢复。确定吗？",
        choices: [choice("restart_confirmed"), choice("continue", "不清空，接着来")],
        files: [],
      };
    case "result":
      return presentResult(assessState(state, context), state, context);
  }
}

/** The question of a turn, for programs: which facts are asked and how. */
export function questionOf(state: DialogState, context: DialogContext): Turn["question"] {
  const { screen } = state;
  if (screen.kind === "contradiction") {
    const question = context.policy.document.questions.find((each) =>
      each.facts.some((fact) => screen.facts.includes(fact)),
    );
    return { id: screen.code, facts: [...screen.facts], input: question?.input ?? "text" };
  }
  if (screen.kind === "welcome") {
    // A program may answer at once; a person sees the welcome first.
    const first = pendingQuestions(state, context)[0];
    return first
      ? { id: first.question.document.id, facts: [...first.facts], input: first.question.document.input }
      : null;
  }
  if (!("id" in screen)) return null;
  const facts = "facts" in screen ? [...screen.facts] : [screen.fact];
  return { id: screen.id, facts, input: questionDocument(context, screen.id).input };
}
