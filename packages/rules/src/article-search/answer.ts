import { parseScaled } from "../facts/decimal.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import type { Explanation } from "./explanations.ts";
import { type ArticleIndex, indexArticles } from "./search.ts";

/** An answer in the law's own words. */
export interface ArticleAnswer {
  readonly articleId: string;
  /** With the item where one answers: 第六条（三）. */
  readonly article: string;
  /** The words of the item, or of the article where it has none, as the law has them. */
  readonly words: string;
  /** What the policy adds to them on what is asked; at most two. */
  readonly explanations: readonly Explanation[];
}

const indexes = new WeakMap<PolicyDocument, ArticleIndex>();

/** A version never changes: it is made searchable once, when somebody first asks. */
function indexOf(document: PolicyDocument): ArticleIndex {
  const index = indexes.get(document) ?? indexArticles(document);
  indexes.set(document, index);
  return index;
}

const places = 4;

/**
 * Answers a question in people's own words with the article that governs it; null where none covers enough of it. Nothing
 * is made up: the words are the law's, and what is added to them is the policy's. The same question gets the same answer.
 */
export function answerByArticle(document: PolicyDocument, question: string): ArticleAnswer | null {
  const found = indexOf(document).best(question);
  const least = parseScaled(document.article_search.least_covered, places) / 10 ** places;
  if (found === null || found.covered < least) return null;
  const { articleId, label, text } = found.passage;
  return { articleId, article: label, words: text, explanations: found.explanations };
}
