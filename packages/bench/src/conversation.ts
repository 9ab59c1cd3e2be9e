import {
  continueDialog,
  type DialogContext,
  type DialogInput,
  type DialogState,
  startDialog,
  type Turn,
} from "@shifan/dialog";
import type { FactDocument, Policy, QuestionDocument } from "@shifan/rules";
import type { FactValue, WireFacts } from "./wire-facts.ts";

/** One input of a conversation and where it led. */
export interface Step {
  readonly input: DialogInput;
  readonly said: string;
  readonly state: DialogState;
  readonly turn: Turn;
}

/** More than any conversation takes: one that goes on for longer asks the same thing for ever. */
const mostInputs = 100;

/** An applicant's whole self-check, from the welcome to the result, each question answered the way people do in a chat. */
export function wholeConversation(context: DialogContext, applicant: WireFacts): Step[] {
  const steps: Step[] = [];
  let { state, turn } = startDialog(context);
  while (turn.question !== null) {
    const step = take(
      state,
      steps.length === 0 ? { action: "start" } : answerTo(turn, context.policy, applicant),
      context,
    );
    steps.push(step);
    if (steps.length > mostInputs) throw new Error(`${turn.question.id} is still asked after ${mostInputs} inputs`);
    ({ state, turn } = step);
  }
  return steps;
}

/** One input that must be taken. */
export function take(state: DialogState, input: DialogInput, context: DialogContext): Step {
  const result = continueDialog(state, input, context);
  if (!result.ok) throw new Error(`${JSON.stringify(input)} was refused: ${JSON.stringify(result.errors)}`);
  return { input, said: result.said, state: result.state, turn: result.turn };
}

/**
 * A tap on a choice, a list of numbers for several, the figures in words. For facts the applicant leaves out, the button
 * that states their absence where there is one, else 不清楚.
 */
export function answerTo(turn: Turn, policy: Policy, applicant: WireFacts): DialogInput {
  const { question } = turn;
  if (question === null) throw new RangeError("nothing is asked");
  const known = question.facts.filter((fact) => applicant[fact] !== undefined);
  const choices = turn.messages.at(-1)?.choices ?? [];
  if (known.length === 0) return { action: choices.find(({ action }) => action.startsWith("n:"))?.action ?? "unknown" };
  if (question.input !== "one" && question.input !== "many") {
    const said = known.map((fact) => `${factOf(policy, fact).label}${String(applicant[fact])}`);
    return { text: said.join("，") };
  }
  const document = policy.document.questions.find(({ id }) => id === question.id);
  if (document === undefined) throw new RangeError(`no question ${question.id}`);
  const shown = choices.filter(({ action }) => action.startsWith("o:"));
  const held = new Set(known.flatMap((fact) => labelsOf(document, factOf(policy, fact), applicant[fact] as FactValue)));
  if (question.input === "one") return { action: shown.find(({ label }) => held.has(label))?.action ?? "unknown" };
  const numbers = shown.flatMap(({ label }, index) => (held.has(label) ? [index + 1] : []));
  if (numbers.length === 0) return { text: "都没有" };
  return { text: numbers.length === shown.length ? "都有" : `只有${numbers.join("、")}` };
}

function factOf(policy: Policy, id: string): FactDocument {
  const fact = policy.document.facts.find((each) => each.id === id);
  if (fact === undefined) throw new RangeError(`no fact ${id}`);
  return fact;
}

/** What the choices that state this value are called on the screen. */
function labelsOf(question: QuestionDocument, fact: FactDocument, value: FactValue): string[] {
  if (typeof value === "boolean") {
    if (question.input === "one") return [question.options[String(value)] ?? (value ? "是" : "不是")];
    return value ? [question.options[fact.id] ?? fact.label] : [];
  }
  return [value].flat().map((each) => fact.options?.[String(each)] ?? String(each));
}
