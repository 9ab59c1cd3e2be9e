import { afterAll, expect, test } from "vitest";
import { AS_OF, drawApplicants } from "../applicants.ts";
import { dayNumber } from "./calendar.ts";
import { judgeEncoded } from "./hand-written-encoded.ts";
import { jsonRulesEngine } from "./json-rules-engine.ts";
import { parseApplicant } from "./numeric-facts.ts";
import { prepareFacts } from "./prepared-facts.ts";
import { prepareForZen, zenEngine } from "./zen-engine.ts";

const asOf = dayNumber(AS_OF);
const applicants = drawApplicants(500);
const expected = applicants.map((wire) => judgeEncoded(parseApplicant(wire), asOf));
const zen = zenEngine();
afterAll(() => zen.dispose());

test("json-rules-engine gives the hand-written verdict and statuses", async () => {
  const judge = jsonRulesEngine();
  for (const [index, wire] of applicants.entries()) {
    expect(await judge(prepareFacts(wire, asOf)), JSON.stringify(wire)).toEqual(expected[index]);
  }
});

test("zen-engine gives the hand-written verdict and statuses", async () => {
  for (const [index, wire] of applicants.entries()) {
    const outcome = await zen.judge(prepareForZen(parseApplicant(wire), asOf));
    expect(outcome, JSON.stringify(wire)).toEqual(expected[index]);
  }
});
