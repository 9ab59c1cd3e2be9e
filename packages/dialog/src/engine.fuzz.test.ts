import { type Applicant, applicantDay, completeApplicant, zhengzhouPolicy as policy } from "@shifan/rules/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextFor, evaluateComplete, input, outcomeOf, type Played, play, truthfulFacts } from "../testing/play.ts";
import { type Pick, truthfulWords } from "../testing/speak.ts";

const runs = Number(process.env.FUZZ_RUNS ?? 100);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123);
const context = contextFor(policy, applicantDay);
const draws = fc.infiniteStream(fc.nat(1_000));
const pickFrom =
  (stream: Iterator<number>): Pick =>
  (ways) =>
    (stream.next().value as number) % ways;

function expectSameAsFacts(played: Played, applicant: Applicant): void {
  const { assessment } = played.turn;
  if (assessment === null) throw new Error("no result");
  expect(outcomeOf(assessment)).toEqual(outcomeOf(evaluateComplete(policy, applicant, applicantDay)));
}

/** Answers that leave some questions open and take some answers from somebody else. */
function waver(applicant: Applicant, other: Applicant, pick: Pick): Played {
  return play(context, (turn, state) => {
    if (state.screen.kind === "contradiction") return { action: "keep" };
    const mood = pick(4);
    if (mood === 0) return { action: "unknown" };
    return truthfulFacts(mood === 1 ? other : applicant)(turn);
  });
}

/** Opens every question answered and answers it truthfully, then whatever that brings up, then what was left open. */
function setRight(wavered: Played, applicant: Applicant): Played {
  let step = { state: wavered.state, turn: wavered.turn };
  for (const [index, question] of policy.document.questions.entries()) {
    if (!step.state.visited.includes(question.id)) continue;
    step = input(step.state, { action: `e:${index}` }, context);
    step = input(step.state, truthfulFacts(applicant)(step.turn), context);
  }
  let played = play(context, truthfulFacts(applicant), step);
  for (let round = 0; round < 3; round++) {
    if (!played.turn.messages.some((message) => message.choices.some((choice) => choice.action === "fill"))) break;
    played = play(context, truthfulFacts(applicant), input(played.state, { action: "fill" }, context));
  }
  return played;
}

describe("a truthful conversation", { timeout: 120_000 }, () => {
  it("ends with the verdict, statuses and materials of the complete facts: what was not asked changes none of them", () => {
    fc.assert(
      fc.property(completeApplicant(), (applicant) => {
        expectSameAsFacts(play(context, truthfulFacts(applicant)), applicant);
      }),
      { numRuns: runs, seed },
    );
  });

  it("ends with the same when it is held in words", () => {
    fc.assert(
      fc.property(completeApplicant(), draws, (applicant, stream) => {
        expectSameAsFacts(play(context, truthfulWords(policy, applicant, pickFrom(stream))), applicant);
      }),
      { numRuns: runs, seed },
    );
  });

  it("ends with the same after wrong answers are corrected and 不清楚 is filled in", () => {
    fc.assert(
      fc.property(completeApplicant(), completeApplicant(), draws, (applicant, other, stream) => {
        expectSameAsFacts(setRight(waver(applicant, other, pickFrom(stream)), applicant), applicant);
      }),
      { numRuns: runs, seed },
    );
  });
});
