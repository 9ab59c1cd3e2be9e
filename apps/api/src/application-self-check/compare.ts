import type { ChatSession } from "@shifan/contract";
import { checkFacts, type Facts, noFacts, type Policy } from "@shifan/rules";

/** An answer of a self-check, as the conversation lists it. */
export type SelfCheckAnswer = ChatSession["answers"][number];

/** The facts of a form by their ids, in the form that `checkFacts` takes. */
export type StatedFacts = Readonly<Record<string, unknown>>;

/**
 * The answers that say something else than the form does, in the order in which they were asked. A span differs when the form's figure lies outside
 * it; what was left open on either side, or given as about so much, differs from nothing.
 */
export function differingAnswers(
  policy: Policy,
  answers: readonly SelfCheckAnswer[],
  stated: StatedFacts,
): SelfCheckAnswer[] {
  const said = answers.filter(
    ({ fact, known }) => known && policy.factIndexes.has(fact) && Object.hasOwn(stated, fact),
  );
  const answered = slotsOf(policy, Object.fromEntries(said.map(({ fact, value }) => [fact, value])));
  const written = slotsOf(policy, stated);
  return said.filter(({ fact }) => differ(policy.factIndexes.get(fact) ?? -1, answered, written));
}

/** Null for an answer is the statement that leaving it out makes. What this version of the policy does not take cannot be compared. */
function slotsOf(policy: Policy, values: StatedFacts): Facts {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  const fitting = given.filter(([fact, value]) => checkFacts(policy, { [fact]: value }, { intervals: true }).ok);
  const checked = checkFacts(policy, Object.fromEntries(fitting), { intervals: true });
  return checked.ok ? checked.facts : noFacts(policy);
}

function differ(fact: number, answered: Facts, written: Facts): boolean {
  const [one, other] = [answered.texts[fact], written.texts[fact]];
  if (one !== undefined && other !== undefined) return one !== other;
  // An open end is not a number, and no comparison with it holds.
  const at = (ends: Float64Array) => ends[fact] ?? Number.NaN;
  return at(written.low) > at(answered.high) || at(written.high) < at(answered.low);
}
