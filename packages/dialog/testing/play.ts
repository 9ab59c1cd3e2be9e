import { type Assessment, assess, checkFacts, type Policy } from "@shifan/rules";
import {
  continueDialog,
  type DialogContext,
  type DialogInput,
  type DialogState,
  startDialog,
  type Turn,
} from "../src/index.ts";

/** More inputs than any conversation needs; reaching it means that a question comes back for ever. */
const mostInputs = 200;

export interface Played {
  readonly state: DialogState;
  readonly turn: Turn;
  readonly asked: ReadonlySet<string>;
  readonly inputs: number;
}

export function contextFor(policy: Policy, today: string): DialogContext {
  return { policy, newerPolicy: null, today, round: null };
}

/** One input that must be taken. */
export function input(
  state: DialogState,
  sent: DialogInput,
  context: DialogContext,
): { state: DialogState; turn: Turn } {
  const result = continueDialog(state, sent, context);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.errors)} for ${JSON.stringify(sent)}`);
  return result;
}

/** Answers every question by the given rule until nothing is left to ask. */
export function play(
  context: DialogContext,
  respond: (turn: Turn, state: DialogState) => DialogInput,
  from: { state: DialogState; turn: Turn } = startDialog(context),
): Played {
  let { state, turn } = from;
  const asked = new Set<string>();
  let inputs = 0;
  while (turn.question !== null) {
    for (const fact of turn.question.facts) asked.add(fact);
    if (++inputs > mostInputs) throw new Error(`still asking ${turn.question.id} after ${mostInputs} inputs`);
    ({ state, turn } = input(state, respond(turn, state), context));
  }
  return { state, turn, asked, inputs };
}

/** The truthful answer of a program: the facts asked for, those that are statements by absence left out. */
export function truthfulFacts(applicant: Readonly<Record<string, unknown>>): (turn: Turn) => DialogInput {
  return (turn) => {
    const facts: Record<string, unknown> = {};
    for (const fact of turn.question?.facts ?? []) if (fact in applicant) facts[fact] = applicant[fact];
    return { facts };
  };
}

export type Step = { readonly state: DialogState; readonly turn: Turn };

/** The conversation up to a question, answered truthfully. */
export function at(question: string, applicant: Readonly<Record<string, unknown>>, context: DialogContext): Step {
  let step: Step = input(startDialog(context).state, { action: "start" }, context);
  while (step.turn.question?.id !== question) {
    if (step.turn.question === null) throw new Error(`${question} was never asked`);
    step = input(step.state, truthfulFacts(applicant)(step.turn), context);
  }
  return step;
}

/** What evaluation says of the complete facts. */
export function evaluateComplete(policy: Policy, applicant: unknown, asOf: string): Assessment {
  const checked = checkFacts(policy, applicant);
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return assess(policy, checked.facts, { asOf });
}

/** Verdict, every status and every material, for comparing two assessments. */
export function outcomeOf(assessment: Assessment): Record<string, string> {
  const outcome: Record<string, string> = { verdict: assessment.verdict };
  for (const criterion of assessment.criteria) outcome[criterion.id] = criterion.status;
  for (const material of assessment.materials) {
    outcome[material.id] = material.status;
    for (const part of material.parts) outcome[part.id] = part.status;
  }
  return outcome;
}
