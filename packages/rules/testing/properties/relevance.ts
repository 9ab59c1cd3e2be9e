import fc from "fast-check";
import { relevantFacts } from "../../src/evaluate/relevance.ts";
import { type Applicant, completeApplicant } from "../applicants.ts";
import { zhengzhouPolicy } from "../policy.ts";
import { accept, context, factIds, outcomeOf, requireSame, reveal } from "./evaluation.ts";
import { choiceOf, property, type RuleProperty } from "./property.ts";

const absentMeans = new Set(
  zhengzhouPolicy.document.facts.filter((fact) => fact.absent_means !== undefined).map((fact) => fact.id),
);
/** More questions than there are facts would mean that an answered one is asked again. */
const tooMany = factIds.length;

/** A conversation without words: what has been answered, what is still unknown. */
interface Conversation {
  readonly known: Applicant;
  readonly unknown: Set<string>;
}

/** Chooses the next of so many relevant facts. */
type Choose = (count: number) => number;
const first: Choose = () => 0;
const anyOf = (draws: Iterable<number>): Choose => {
  const iterator = draws[Symbol.iterator]();
  return (count) => (iterator.next().value as number) % count;
};

/**
 * Asks relevant facts until none is left but those put off, and takes the true answers. A fact that the applicant leaves
 * out is answered by its absence.
 */
function converse(
  { known, unknown }: Conversation,
  whole: Applicant,
  choose: Choose,
  putOff: ReadonlySet<string>,
): void {
  for (let asked = 0; ; asked++) {
    if (asked > tooMany) throw new Error("the conversation does not end");
    const relevant = relevantFacts(zhengzhouPolicy, accept(known, { unknown: [...unknown] }), context);
    const open = relevant.filter((fact) => unknown.has(fact) && !putOff.has(fact));
    if (open.length === 0) return;
    const fact = open[choose(open.length)] as string;
    if (choose === first && !(fact in whole) && !absentMeans.has(fact)) {
      throw new Error(`asks for ${fact}, which cannot exist here`);
    }
    unknown.delete(fact);
    if (fact in whole) known[fact] = whole[fact];
  }
}

const drawStream = fc.infiniteStream(fc.nat(9_999));

export const relevanceProperties: readonly RuleProperty[] = [
  ...[
    { order: "in any order", choices: drawStream.map(anyOf) },
    { order: "in the policy's order, none that cannot exist,", choices: fc.constant(first) },
  ].map(({ order, choices }) =>
    property(
      `a conversation that asks relevant facts only, ${order} ends where the complete facts lead`,
      1,
      [completeApplicant(), choices],
      (whole, choose) => {
        const conversation = { known: {}, unknown: new Set(factIds) };
        converse(conversation, whole, choose, new Set());
        const { known, unknown } = conversation;
        requireSame(
          outcomeOf(accept(known, { unknown: [...unknown] })),
          outcomeOf(accept(whole)),
          () => `Never asked: ${[...unknown].filter((fact) => fact in whole).join(", ")}`,
        );
      },
    ),
  ),
  property(
    "answers put off as 不清楚 hide nothing else, and once given later lead where the complete facts lead",
    1,
    [completeApplicant(), drawStream.map(anyOf), choiceOf(factIds.length)],
    (whole, choose, isPutOff) => {
      const putOff = new Set(factIds.filter((_, position) => isPutOff(position)));
      const conversation = { known: {}, unknown: new Set(factIds) };
      const present = () => outcomeOf(accept(conversation.known, { unknown: [...conversation.unknown] }));
      const neverAsked = () =>
        `Never asked: ${[...conversation.unknown].filter((fact) => fact in whole && !putOff.has(fact)).join(", ")}`;
      converse(conversation, whole, choose, putOff);
      requireSame(present(), outcomeOf(reveal(whole, (fact) => !putOff.has(fact))), neverAsked);
      converse(conversation, whole, choose, new Set());
      requireSame(present(), outcomeOf(accept(whole)), neverAsked);
    },
  ),
  property(
    "no answer to an irrelevant fact changes a status under any consistent completion",
    6,
    [completeApplicant(), completeApplicant(), choiceOf(factIds.length)],
    (whole, other, isKnown) => {
      const known = new Set(factIds.filter((_, position) => isKnown(position)));
      const relevant = new Set(
        relevantFacts(
          zhengzhouPolicy,
          reveal(whole, (fact) => known.has(fact)),
          context,
        ),
      );
      const changed: Applicant = {};
      for (const fact of factIds) {
        const source = known.has(fact) || relevant.has(fact) ? whole : other;
        if (fact in source) changed[fact] = source[fact];
      }
      const outcome = outcomeOf(accept(changed));
      if (outcome.contradicted) return;
      requireSame(outcome, outcomeOf(accept(whole)), () => `Known: ${[...known].join(", ")}`);
    },
  ),
];
