import { type DialogContext, startDialog } from "@shifan/dialog";
import { assess, checkFacts } from "@shifan/rules";
import { expect, test } from "vitest";
import { AS_OF, soundApplicant } from "./applicants.ts";
import { answerTo, take, wholeConversation } from "./conversation.ts";
import { policyInForce } from "./policy-in-force.ts";
import { seededRandom } from "./random.ts";

const policy = policyInForce();
const context: DialogContext = { policy, newerPolicy: null, today: AS_OF, round: null };
const applicant = soundApplicant(seededRandom(1));
const steps = wholeConversation(context, applicant);

test("a whole conversation ends with the statuses that the applicant's facts have", () => {
  const checked = checkFacts(policy, applicant);
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  const statuses = (assessment: ReturnType<typeof assess> | null | undefined) =>
    assessment?.criteria.map(({ id, status }) => [id, status]);
  const turn = steps.at(-1)?.turn;
  expect(turn?.question).toBeNull();
  expect(statuses(turn?.assessment)).toEqual(statuses(assess(policy, checked.facts, { asOf: AS_OF })));
});

test("it taps, lists numbers, writes figures, states absences and leaves open what the applicant does not know", () => {
  const inputs = steps.map(({ input }) => input);
  expect(inputs).toContainEqual({ action: "start" });
  expect(inputs).toContainEqual({ action: "unknown" });
  expect(inputs).toContainEqual({ action: expect.stringMatching(/^n:/) });
  expect(inputs).toContainEqual({ text: "都有" });
  expect(inputs).toContainEqual({ text: expect.stringMatching(/^评价满意的企业\d+，/) });
  expect(inputs).toContainEqual({ action: expect.stringMatching(/^o:/) });
});

test("it has fewer inputs than a session may have in a minute", () => {
  expect(steps.length).toBeLessThan(60);
});

test("of several choices those that hold are named by their numbers", () => {
  let step = take(startDialog(context).state, { action: "start" }, context);
  while (step.turn.question?.id !== "info") step = take(step.state, answerTo(step.turn, policy, applicant), context);
  const answer = (facts: Record<string, boolean>) => answerTo(step.turn, policy, { ...applicant, ...facts });
  expect(answer({ info_online_service: false })).toEqual({ text: "只有1、3、4、5、6、7、8" });
  const none = Object.fromEntries((step.turn.question?.facts ?? []).map((fact) => [fact, false]));
  expect(answer(none)).toEqual({ text: "都没有" });
});
