import { assess, checkFacts, type Facts, judge } from "@shifan/rules";
import { agreement } from "./agreement.ts";
import { AS_OF, drawApplicants, type WireFacts } from "./applicants.ts";
import { dayNumber as encodedDay } from "./baselines/calendar.ts";
import { dayNumber } from "./baselines/day-numbers.ts";
import { handWritten } from "./baselines/hand-written.ts";
import { judgeEncoded } from "./baselines/hand-written-encoded.ts";
import { jsonRulesEngine } from "./baselines/json-rules-engine.ts";
import { parseApplicant } from "./baselines/numeric-facts.ts";
import { criterionIds, type Outcome, type Statuses } from "./baselines/outcome.ts";
import { prepareFacts } from "./baselines/prepared-facts.ts";
import { prepareForZen, zenEngine } from "./baselines/zen-engine.ts";
import { type Contender, compare } from "./compare.ts";
import { policyInForce } from "./policy-in-force.ts";
import { processorTime } from "./processor-time.ts";
import { type Findings, timesOf } from "./report.ts";

const ROUNDS = 11;
/** Applicants an engine judges a turn; the next round's turn takes the next ones. */
const SLICE = 1_000;
/** zen-engine answers later, from native code: with this many under way it costs a third less than one by one. */
const UNDER_WAY = 32;

const BY_HAND = "hand-written function";
const ENCODED = "hand-written function on facts encoded for it";
const VERDICT = "our verdict and statuses";
const ASSESSMENT = "our whole Assessment";
const VALIDATION = "our validation of the facts";
const JSON_RULES_ENGINE = "json-rules-engine";
const ZEN_ENGINE = "zen-engine";

/**
 * The cost of a verdict and of a whole Assessment, between the limit of plain code and what others built.
 *
 * The hand-written function and our rules start from the very same validated facts, the ones that `checkFacts` returns:
 * validating them is measured apart, as "our validation of the facts". The other engines get facts as they like them best,
 * prepared outside the measured time. A second hand-written function on facts encoded for it is timed beside, without a
 * limit: its encoding does a part of the judging, such as turning every yes and no into a factor, before the clock runs
 * (docs/adr/0020-bench-of-the-rules.md).
 */
export async function benchRules(): Promise<Findings> {
  const policy = policyInForce();
  const wires = drawApplicants();
  const asOf = dayNumber(AS_OF);
  const encoded = encodedDay(AS_OF);
  const judgeByHand = handWritten(policy);
  const context = { asOf: AS_OF };
  const check = (wire: WireFacts): Facts => {
    const checked = checkFacts(policy, wire);
    if (!checked.ok) throw new Error(`an applicant was refused: ${JSON.stringify(checked.errors)}`);
    return checked.facts;
  };
  const facts = wires.map(check);
  const numbers = wires.map(parseApplicant);
  const prepared = wires.map((wire) => prepareFacts(wire, encoded));
  const zenInputs = numbers.map((each) => prepareForZen(each, encoded));
  const runJsonRules = jsonRulesEngine();
  const zen = zenEngine();

  try {
    const expected = numbers.map((each) => judgeEncoded(each, encoded));
    const agreements = [
      agreement(
        BY_HAND,
        wires,
        expected,
        facts.map((each) => judgeByHand(each, asOf)),
      ),
      agreement(
        VERDICT,
        wires,
        expected,
        facts.map((each) => named(judge(policy, each, context))),
      ),
      agreement(
        ASSESSMENT,
        wires,
        expected,
        facts.map((each) => fromAssessment(assess(policy, each, context))),
      ),
      agreement(JSON_RULES_ENGINE, wires, expected, await inTurn(prepared, runJsonRules)),
      agreement(ZEN_ENGINE, wires, expected, await underWay(zenInputs, zen.judge)),
    ];
    const contenders: Contender[] = [
      { name: BY_HAND, turn: () => count(facts, (each) => judgeByHand(each, asOf)) },
      { name: ENCODED, turn: () => count(numbers, (each) => judgeEncoded(each, encoded)) },
      { name: VERDICT, turn: () => count(facts, (each) => judge(policy, each, context)) },
      { name: ASSESSMENT, turn: () => count(facts, (each) => assess(policy, each, context)) },
      { name: VALIDATION, turn: () => count(wires, check) },
      { name: JSON_RULES_ENGINE, turn: async (round) => (await inTurn(slice(prepared, round), runJsonRules)).length },
      { name: ZEN_ENGINE, turn: async (round) => (await underWay(slice(zenInputs, round), zen.judge)).length },
    ];
    const comparison = await compare(contenders, { rounds: ROUNDS, leastMilliseconds: 50, clock: processorTime });
    const ratio = (what: string, slower: string, faster: string) => ({
      what,
      figure: comparison.medianRatio(slower, faster),
      unit: "×",
    });
    return {
      bench: `rules: ${wires.length} applicants`,
      times: timesOf(
        comparison,
        contenders.map(({ name }) => name),
      ),
      limits: [
        { ...ratio("verdict ÷ hand-written", VERDICT, BY_HAND), bound: "at most", limit: 2.5 },
        { ...ratio("Assessment ÷ hand-written", ASSESSMENT, BY_HAND), bound: "at most", limit: 10 },
        ...[JSON_RULES_ENGINE, ZEN_ENGINE].flatMap((engine) => [
          { ...ratio(`${engine} ÷ verdict`, engine, VERDICT), bound: "at least" as const, limit: 50 },
          { ...ratio(`${engine} ÷ Assessment`, engine, ASSESSMENT), bound: "at least" as const, limit: 12 },
        ]),
        ...agreements.map(({ name, different }) => ({
          what: `judged otherwise by ${name}`,
          figure: different.length,
          bound: "at most" as const,
          limit: 0,
          unit: " applicants",
        })),
      ],
      notes: agreements.flatMap(({ name, different }) => different.slice(0, 3).map((each) => `${name}: ${each}`)),
    };
  } finally {
    zen.dispose();
  }
}

function named({ verdict, statuses }: ReturnType<typeof judge>): Outcome {
  return { verdict, statuses: Object.fromEntries(criterionIds.map((id, at) => [id, statuses[at]])) as Statuses };
}

function fromAssessment({ verdict, criteria }: ReturnType<typeof assess>): Outcome {
  return { verdict, statuses: Object.fromEntries(criteria.map(({ id, status }) => [id, status])) as Statuses };
}

/** Does the work for each item and uses the result, so that no compiler may leave it out. */
function count<Item>(items: readonly Item[], work: (item: Item) => unknown): number {
  let done = 0;
  for (const item of items) if (work(item) !== undefined) done += 1;
  return done;
}

function slice<Item>(items: readonly Item[], round: number): Item[] {
  const from = (round * SLICE) % items.length;
  return items.slice(from, from + SLICE);
}

async function inTurn<Item>(items: readonly Item[], judgeOne: (item: Item) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const item of items) outcomes.push(await judgeOne(item));
  return outcomes;
}

async function underWay<Item>(items: readonly Item[], judgeOne: (item: Item) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < items.length; from += UNDER_WAY) {
    outcomes.push(...(await Promise.all(items.slice(from, from + UNDER_WAY).map(judgeOne))));
  }
  return outcomes;
}
