import { type DialogContext, type DialogInput, type DialogState, startDialog, type Turn } from "@shifan/dialog";
import { AS_OF, soundApplicant } from "./applicants.ts";
import { compare } from "./compare.ts";
import { answerTo, type Step, take } from "./conversation.ts";
import { policyInForce } from "./policy-in-force.ts";
import { processorTime } from "./processor-time.ts";
import { seededRandom } from "./random.ts";
import { type Findings, timesOf } from "./report.ts";
import type { WireFacts } from "./wire-facts.ts";

const ROUNDS = 21;
const EARLY = 5;
const LATE = 120;
const INPUTS = 150;
/** One answer, then corrections of what was answered: so there is still a question open at the 120th input. */
const INPUTS_AN_ANSWER = 5;
/** Near 1, with room for what a busy machine adds. */
const LIMIT = 1.3;

const applicant: WireFacts = { ...soundApplicant(seededRandom(1)), submission_date: AS_OF };
const correction: DialogInput = { facts: { submission_date: AS_OF } };

/** Whether a conversation that has gone on for long answers as fast as one that has just begun. */
export async function benchDialog(): Promise<Findings> {
  const context: DialogContext = { policy: policyInForce(), newerPolicy: null, today: AS_OF, round: null };
  const steps = longSession(context);
  const before = (n: number): Step => steps[n - 2] as Step;
  const contenders = [EARLY, LATE].flatMap((n) => {
    const { state, turn } = before(n);
    return [
      contender(nameOf("answer", n), state, answerTo(turn, context.policy, applicant), context),
      contender(nameOf("correction", n), state, correction, context),
    ];
  });
  const comparison = await compare(contenders, { rounds: ROUNDS, clock: processorTime });
  const bytes = (state: DialogState): number => Buffer.byteLength(JSON.stringify(state));
  const end = (steps.at(-1) as Step).state;
  return {
    bench: `dialog: one session of ${INPUTS} inputs`,
    times: timesOf(
      comparison,
      contenders.map(({ name }) => name),
    ),
    limits: [
      ...["answer", "correction"].map((kind) => ({
        what: `${nameOf(kind, LATE)} ÷ n = ${EARLY}`,
        figure: comparison.medianRatio(nameOf(kind, LATE), nameOf(kind, EARLY)),
        bound: "at most" as const,
        limit: LIMIT,
        unit: "×",
      })),
      {
        what: "state after answers and corrections ÷ after the answers alone",
        figure: bytes(end) / bytes(answersAlone(context)),
        bound: "at most",
        limit: 1,
        unit: "×",
      },
    ],
    notes: [
      `state: ${bytes(before(EARLY).state)} bytes at n = ${EARLY} with ${answered(before(EARLY))} facts on record, ` +
        `${bytes(before(LATE).state)} at n = ${LATE} with ${answered(before(LATE))}, ` +
        `${bytes(end)} at n = ${INPUTS} with ${answered(steps.at(-1) as Step)}`,
      `open questions: ${askedAt(before(EARLY).turn)} at n = ${EARLY}, ${askedAt(before(LATE).turn)} at n = ${LATE}; an input is timed with its state read from JSON and state and turn written to it`,
    ],
  };
}

/** What an input costs a channel beside its store: the state is read from JSON, state and turn are written to it. */
function contender(name: string, state: DialogState, input: DialogInput, context: DialogContext) {
  const kept = JSON.stringify(state);
  return {
    name,
    turn: () => {
      const { state: next, turn } = take(JSON.parse(kept), input, context);
      return JSON.stringify(next).length + JSON.stringify(turn).length > 0 ? 1 : 0;
    },
  };
}

/** The steps of a session that takes an answer and then corrections of answers on record, over and over. */
function longSession(context: DialogContext): Step[] {
  const steps = [take(startDialog(context).state, { action: "start" }, context)];
  while (steps.length < INPUTS) {
    const { state, turn } = steps.at(-1) as Step;
    const isAnswer = steps.length % INPUTS_AN_ANSWER === 1;
    const input = isAnswer ? answerTo(turn, context.policy, applicant) : correctionOf(state, steps.length);
    steps.push(take(state, input, context));
  }
  return steps;
}

/** Gives one of the answers on record once more, each in its turn. */
function correctionOf({ answers }: DialogState, n: number): DialogInput {
  const values = Object.entries(answers).flatMap(([fact, answer]) => ("value" in answer ? [{ fact, ...answer }] : []));
  const { fact, value } = values[n % values.length] as (typeof values)[number];
  return { facts: { [fact]: value } };
}

/** The state of a session that has had the same answers and no correction. */
function answersAlone(context: DialogContext): DialogState {
  let step = take(startDialog(context).state, { action: "start" }, context);
  for (let answers = Math.ceil((INPUTS - 1) / INPUTS_AN_ANSWER); answers > 0; answers -= 1) {
    step = take(step.state, answerTo(step.turn, context.policy, applicant), context);
  }
  return step.state;
}

function nameOf(kind: string, n: number): string {
  return `${kind} n = ${n}`;
}

function answered({ state }: Step): number {
  return Object.keys(state.answers).length;
}

function askedAt({ question }: Turn): string {
  return question === null ? "none" : `${question.id} (${question.input})`;
}
