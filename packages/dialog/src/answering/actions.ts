import { questionScreen } from "../flow/advance.ts";
import { pendingQuestions } from "../flow/next-question.ts";
import { optionsOf } from "../flow/options.ts";
import { thresholdOf } from "../flow/thresholds.ts";
import { questionDocument } from "../presenting/question.ts";
import { type Answer, answeredValue, type DialogContext, type DialogState, isInterval, type Screen } from "../state.ts";
import { settleYear } from "./asked.ts";
import { answer, type Reply, say } from "./reply.ts";

type QuestionScreen = Extract<Screen, { kind: "question" }>;

const outdated = "这个按钮是以前的，已经用不上了。请看最新的这一题。";

/** Marks of a screen of choices that correspond to the answers on record, for changing them. */
function marksOf(id: string, facts: readonly string[], state: DialogState, context: DialogContext): string[] {
  return optionsOf(context.policy, questionDocument(context, id))
    .filter((option) => {
      if (!facts.includes(option.fact)) return false;
      const value = answeredValue(state.answers[option.fact]);
      return Array.isArray(value) ? value.includes(option.value) : value === option.value;
    })
    .map((option) => String(option.index));
}

/** Opens a question again with what is on record, to change it. */
export function openQuestion(
  state: DialogState,
  id: string,
  context: DialogContext,
  only?: readonly string[],
): DialogState {
  const question = questionDocument(context, id);
  const pending = pendingQuestions(state, context).find((each) => each.question.document.id === id)?.facts ?? [];
  const facts = only ?? question.facts.filter((fact) => state.answers[fact] !== undefined || pending.includes(fact));
  const shown = facts.length > 0 ? facts : question.facts;
  return { ...state, screen: { ...questionScreen(id, shown), selected: marksOf(id, shown, state, context) } as Screen };
}

/** The question now on the screen, whose rest is asked before anything else. */
function presentQuestionId(state: DialogState): string | null {
  return "id" in state.screen ? state.screen.id : null;
}

function toggle(screen: QuestionScreen, option: string): QuestionScreen {
  const selected = screen.selected.includes(option)
    ? screen.selected.filter((each) => each !== option)
    : [...screen.selected, option];
  return { ...screen, selected };
}

function chooseOption(state: DialogState, at: number, index: number, context: DialogContext): Reply {
  const question = context.policy.document.questions[at];
  const option = question && optionsOf(context.policy, question)[index];
  if (!question || !option) return say(state, outdated);
  const here = state.screen.kind === "question" && state.screen.id === question.id;
  if (question.input !== "many") {
    return answer(state, { [option.fact]: { value: option.value } }, question.id, context, {
      stayOn: here ? question.id : presentQuestionId(state),
    });
  }
  const opened = here ? state : openQuestion(state, question.id, context);
  const screen = opened.screen as QuestionScreen;
  if (!screen.facts.includes(option.fact)) return say(state, outdated);
  return say({ ...opened, screen: toggle(screen, String(option.index)) });
}

/** What the marks of a screen say. `rest` is what an unmarked yes/no fact becomes. */
export function answersOfMarks(screen: QuestionScreen, context: DialogContext, rest: Answer): Record<string, Answer> {
  const options = optionsOf(context.policy, questionDocument(context, screen.id));
  const answers: Record<string, Answer> = {};
  for (const fact of screen.facts) {
    const own = options.filter((option) => option.fact === fact);
    const marked = own.filter((option) => screen.selected.includes(String(option.index)));
    if (own.length === 1 && own[0]?.value === true) answers[fact] = marked.length === 1 ? { value: true } : rest;
    else if (marked.length > 0 || "value" in rest) answers[fact] = { value: marked.map((option) => option.value) };
    else answers[fact] = rest;
  }
  return answers;
}

export function finishMarks(state: DialogState, rest: Answer, context: DialogContext): Reply {
  const { screen } = state;
  if (screen.kind !== "question" || questionDocument(context, screen.id).input !== "many") return say(state, outdated);
  return answer(state, answersOfMarks(screen, context, rest), screen.id, context);
}

function stateAbsence(state: DialogState, at: number, index: number, context: DialogContext): Reply {
  const question = context.policy.document.questions[at];
  const none = question?.none[index];
  if (!question || !none) return say(state, outdated);
  const answers = Object.fromEntries(none.facts.map((fact) => [fact, { absent: true } as const]));
  return answer(state, answers, question.id, context);
}

function chooseSide(state: DialogState, side: string, context: DialogContext): Reply {
  const { screen } = state;
  const threshold = screen.kind === "narrow" ? thresholdOf(context.policy, screen.fact) : null;
  if (screen.kind !== "narrow" || !threshold || (side !== "above" && side !== "below")) return say(state, outdated);
  const known = answeredValue(state.answers[screen.fact]);
  const span = isInterval(known) && !known.approximate ? known : {};
  const value =
    side === "above"
      ? { min: threshold.atLeast, max: span.max ?? null }
      : { min: span.min ?? (typeof threshold.below === "number" ? 0 : "0"), max: threshold.below };
  return answer(state, { [screen.fact]: { value, accepted: true } }, screen.id, context);
}

function pickProposal(state: DialogState, index: number, context: DialogContext): Reply {
  const { screen } = state;
  if (screen.kind !== "proposal") return say(state, outdated);
  const value = screen.values[index];
  if (value === undefined) return say(state, outdated);
  return answer(state, { [screen.fact]: { value } }, screen.id, context);
}

function changeFact(state: DialogState, index: number, context: DialogContext): Reply {
  const fact = context.policy.document.facts[index]?.id;
  if (fact === undefined) return say(state, outdated);
  const question = context.policy.document.questions.find((each) => each.facts.includes(fact));
  if (question) {
    const many = question.input === "many";
    return say(openQuestion(state, question.id, context, many ? undefined : [fact]));
  }
  // A fact that only a program can give is not asked here; taking it back settles what it contradicted.
  return answer(state, { [fact]: { unknown: true } }, null, context, { stayOn: presentQuestionId(state) });
}

/** Carries out a tap on an option of a question. Taps on buttons of earlier turns still mean what they said. */
export function carryOut(state: DialogState, action: string, context: DialogContext): Reply | null {
  const [kind, first = "", second = ""] = action.split(":");
  const at = Number.parseInt(first, 10);
  const index = Number.parseInt(second, 10);
  switch (kind) {
    case "o":
      return chooseOption(state, at, index, context);
    case "n":
      return stateAbsence(state, at, index, context);
    case "s":
      return chooseSide(state, second, context);
    case "p":
      return pickProposal(state, at, context);
    case "c":
      return changeFact(state, at, context);
    case "y":
      return settleYear(state, first === "asked", context);
    case "e": {
      const question = context.policy.document.questions[at];
      return question ? say(openQuestion(state, question.id, context)) : say(state, outdated);
    }
    default:
      return null;
  }
}
