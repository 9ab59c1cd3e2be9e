import type { PolicyDetail } from "@shifan/contract";
import { completeApplicant } from "@shifan/rules/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionOf, beginChat, type Chat, choicesOf } from "../src/chat.ts";
import { evaluate, outcomeOf } from "../src/evaluation.ts";
import { readPolicy } from "../src/policy.ts";
import { readSampleBase } from "../src/samples.ts";
import { journeyDay, type Server, startServer } from "../src/server.ts";
import { answerAll, byFacts, byWords, type Facts, type Pick } from "../src/speaker.ts";
import { technicalWords } from "../src/technical-words.ts";

let server: Server;
let policy: PolicyDetail;
beforeAll(async () => {
  server = await startServer();
  policy = await readPolicy(server.url);
});
afterAll(() => server.stop());

const seed = 20_261_123;
const applicants: Facts[] = fc.sample(completeApplicant(), { numRuns: 12, seed });

/** The same words for the same number, on every machine. */
function pickBy(start: number): Pick {
  let state = start;
  return (ways) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % ways;
  };
}

/** The conversation must end with what evaluation says of the complete facts, those never asked included. */
async function expectSameAsEvaluation(chat: Chat, applicant: Facts): Promise<void> {
  const { assessment } = chat.turn;
  if (assessment === null) throw new Error("nothing is left to ask, and there is no result");
  const complete = await evaluate(server.url, { facts: applicant, asOf: journeyDay });
  expect(outcomeOf(assessment)).toEqual(outcomeOf(complete));
}

describe("a truthful conversation over HTTP ends with the outcome of the complete facts", () => {
  test.each(applicants.slice(0, 6).map((applicant, index) => [index, applicant]))(
    "by facts: %i",
    async (_, applicant) => {
      const chat = await beginChat(server.url);
      await answerAll(chat, byFacts(applicant));
      await expectSameAsEvaluation(chat, applicant);
    },
  );

  test.each(applicants.slice(6).map((applicant, index) => [index, applicant]))(
    "by words and taps: %i",
    async (index, applicant) => {
      const chat = await beginChat(server.url);
      await answerAll(chat, byWords(applicant, policy, pickBy(seed + index)));
      await expectSameAsEvaluation(chat, applicant);
      for (const action of ["criteria", "materials", "answers", "todo", "conditions"]) await chat.send({ action });
      const said = (await chat.read()).transcript.flatMap(({ messages }) => messages);
      const words = said.flatMap(({ text, choices }) => [text, ...choices.map(({ label }) => label)]);
      expect(technicalWords(words.join("\n"))).toEqual([]);
    },
  );

  test("after wrong answers are corrected and 不清楚 is filled in", async () => {
    const [applicant = {}, other = {}] = applicants;
    const chat = await beginChat(server.url);
    const pick = pickBy(seed);
    await answerAll(chat, (turn) => {
      const mood = pick(4);
      if (choicesOf(turn).some(({ action }) => action === "keep")) return { action: "keep" };
      if (mood === 0 && choicesOf(turn).some(({ action }) => action === "unknown")) return { action: "unknown" };
      return byFacts(mood === 1 ? other : applicant)(turn);
    });
    const { answers } = await chat.read();
    const corrected = answers.map(({ fact }) => fact).filter((fact) => fact in applicant);
    await chat.send({ facts: Object.fromEntries(corrected.map((fact) => [fact, applicant[fact]])) });
    await answerAll(chat, byFacts(applicant));
    for (let left = 3; left > 0 && choicesOf(chat.turn).some(({ action }) => action === "fill"); left--) {
      await chat.send({ action: "fill" });
      await answerAll(chat, byFacts(applicant));
    }
    await expectSameAsEvaluation(chat, applicant);
  });
});

describe("the result", () => {
  const base = { ...readSampleBase(), claimed_functions: ["info"], has_website: false, permit_required: false };

  test.each([
    ["met_pending_review", base, /可以核对的条件都满足/],
    ["not_met", { ...base, smes_served_prev_year: 52, satisfied_count: 49 }, /暂不符合条件[\s\S]*52家[\s\S]*差8家/],
    ["undetermined", { ...base, total_assets_prev_year_end_yuan: null }, /还不能下结论[\s\S]*资产总额/],
  ])("of %s begins with its conclusion and cites the articles", async (verdict, applicant, wanted) => {
    const chat = await beginChat(server.url);
    await answerAll(chat, byFacts(applicant));
    expect(chat.turn.assessment?.verdict).toBe(verdict);
    const said = chat.turn.messages.map(({ text }) => text).join("\n");
    expect(said).toMatch(wanted);
    expect(said).toMatch(/第[六七九十]+条/);
    expect(said).not.toMatch(/失败|错误|非法|保证认定/);
  });

  test("can be asked again for any part, changed, and shown anew", async () => {
    const chat = await beginChat(server.url);
    await answerAll(chat, byFacts({ ...base, smes_served_prev_year: 52, satisfied_count: 49 }));
    expect(chat.turn.assessment?.verdict).toBe("not_met");
    for (const part of ["answers", "materials", "todo", "help", "result"]) {
      const turn = await chat.send({ action: part });
      expect(turn.messages.length, part).toBeGreaterThan(0);
      expect(turn.assessment?.verdict, part).toBe("not_met");
    }
    await chat.send({ text: "改服务企业" });
    expect(chat.turn.question?.facts).toContain("smes_served_prev_year");
    await answerAll(chat, byFacts(base));
    expect(chat.turn.assessment?.verdict).toBe("met_pending_review");
    expect(actionOf(await chat.send({ action: "result" }), "改答案")).toBe("answers");
  });
});
