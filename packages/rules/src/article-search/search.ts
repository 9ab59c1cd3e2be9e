import type { PolicyDocument } from "../policy/schema.ts";
import { type Explanation, explanationsOf } from "./explanations.ts";
import { type Passage, passagesOf } from "./passages.ts";
import { prepareWords, type Reading, type Words } from "./words.ts";

/** An article that answers a question. */
export interface FoundPassage {
  readonly passage: Passage;
  /** What part of the question, by weight, the article covers: 0 to 1. */
  readonly covered: number;
  /** What the policy adds on what is asked. */
  readonly explanations: readonly Explanation[];
}

interface Weighed {
  readonly passage: Passage;
  /** How often each pair of characters occurs in what is said of the passage. */
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/** What a policy says, ready to be searched. Built once for a policy; a search changes nothing in it. */
export interface ArticleIndex {
  /** The passage that answers best, however badly; null where no word of the question occurs in the policy. */
  best(question: string): FoundPassage | null;
}

/** How fast a word's repetition stops counting, and how much a long text is held against itself (Okapi BM25's usual ones). */
const saturation = 1.2;
const lengthWeight = 0.5;

/** An explanation is added where it has so much of what the passage has of the question, and no more of them than this. */
const leastOfPassage = 0.3;
const mostExplanations = 2;

/** A word of another matter is held against an article more than one that nobody has listed. */
const weightBeyond = 2;

/** Two characters side by side, as Chinese is searched without knowing where its words end. */
function pairsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}%]+/u).flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, at) => (characters[at] as string) + character);
  });
}

function weigh(passage: Passage, words: Words): Weighed {
  const counts = new Map<string, number>();
  const pairs = passage.said.flatMap((text) => pairsOf(words.rewrite(text)));
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return { passage, counts, length: pairs.length };
}

/** The pairs of a question that say something, by the place of their first character. */
function pairsAt({ text, standings }: Reading): Map<number, string> {
  const says = (at: number) => standings[at] === "said" || standings[at] === "beyond";
  const pairs = new Map<number, string>();
  for (let at = 0; at + 1 < text.length; at++) if (says(at) && says(at + 1)) pairs.set(at, text.slice(at, at + 2));
  return pairs;
}

/** Makes what a policy says searchable. */
export function indexArticles(document: PolicyDocument): ArticleIndex {
  const words = prepareWords(document.article_search);
  const passages = passagesOf(document).map((passage) => weigh(passage, words));
  const spread = new Map<string, number>();
  for (const { counts } of passages) for (const pair of counts.keys()) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const meanLength = passages.reduce((sum, { length }) => sum + length, 0) / passages.length;
  const articles = new Map<string, Set<string>>();
  for (const { passage, counts } of passages) {
    const known = articles.get(passage.articleId) ?? new Set();
    for (const pair of counts.keys()) known.add(pair);
    articles.set(passage.articleId, known);
  }

  /** The rarer a pair is among the passages, the more it says. */
  const weightOf = (pair: string): number => {
    const occurs = spread.get(pair) ?? 0;
    return Math.log(1 + (passages.length - occurs + 0.5) / (occurs + 0.5));
  };
  const unheardOf = Math.log(1 + (passages.length + 0.5) / 0.5);

  function score({ counts, length }: Weighed, pairs: Iterable<string>): number {
    let sum = 0;
    for (const pair of pairs) {
      const count = counts.get(pair);
      if (count === undefined) continue;
      const held = count + saturation * (1 - lengthWeight + (lengthWeight * length) / meanLength);
      sum += (weightOf(pair) * count) / held;
    }
    return sum;
  }

  /** By character: one that the article knows counts for it, one that others know or nobody knows counts against it. */
  function coverage({ standings }: Reading, pairs: ReadonlyMap<number, string>, article: ReadonlySet<string>): number {
    let known = 0;
    let all = 0;
    for (const [at, standing] of standings.entries()) {
      if (standing === "idle" || standing === "gap") continue;
      const around = [pairs.get(at - 1), pairs.get(at)].filter((pair) => pair !== undefined && spread.has(pair));
      const own = around.filter((pair) => article.has(pair as string));
      const weight = (of: typeof around) => Math.max(...of.map((pair) => weightOf(pair as string)));
      if (standing === "beyond") all += weightBeyond * unheardOf;
      else if (around.length === 0) all += unheardOf;
      else if (own.length === 0) all += weight(around);
      else {
        known += weight(own);
        all += weight(own);
      }
    }
    return all === 0 ? 0 : known / all;
  }

  const explained = new Map<string, { explanation: Explanation; pairs: ReadonlySet<string> }[]>();
  for (const [labels, explanation] of explanationsOf(document)) {
    const pairs = new Set(pairsOf(words.rewrite(`${explanation.title}。${explanation.text}`)));
    for (const label of labels) explained.set(label, [...(explained.get(label) ?? []), { explanation, pairs }]);
  }

  /** The explanations of a passage that are about what is asked, the best first. */
  function explain({ passage, counts }: Weighed, asked: ReadonlySet<string>): Explanation[] {
    const weightIn = (has: { has(pair: string): boolean }) =>
      [...asked].reduce((sum, pair) => (has.has(pair) ? sum + weightOf(pair) : sum), 0);
    const least = weightIn(counts) * leastOfPassage;
    return (explained.get(passage.label) ?? [])
      .map(({ explanation, pairs }) => ({ explanation, weight: weightIn(pairs) }))
      .filter(({ weight }) => weight >= least)
      .sort((one, other) => other.weight - one.weight)
      .slice(0, mostExplanations)
      .map(({ explanation }) => explanation);
  }

  function best(question: string): FoundPassage | null {
    const reading = words.read(question, (pair) => spread.has(pair));
    const pairs = pairsAt(reading);
    const distinct = new Set(pairs.values());
    let first: Weighed | null = null;
    let highest = 0;
    for (const passage of passages) {
      const reached = score(passage, distinct);
      if (reached <= highest) continue;
      first = passage;
      highest = reached;
    }
    if (first === null) return null;
    const known = articles.get(first.passage.articleId) ?? new Set();
    return {
      passage: first.passage,
      covered: coverage(reading, pairs, known),
      explanations: explain(first, distinct),
    };
  }

  return { best };
}
