import { z } from "zod";
import { markSchema } from "../policy/expressions.ts";

const words = z.array(z.string().min(1));

/**
 * The words in which people ask about the law, as far as they are not the law's own, and how much of a question must be
 * covered before an article is named as its answer. Choices of ours, all of them: none changes what the law says.
 */
export const articleSearchSchema = z.strictObject({
  /** One word for each thing: what people also call it is read as `word`. */
  same: z.array(z.strictObject({ word: z.string().min(1), also: words.min(1) })),
  /** In which words an article, or an item of it, is asked for. */
  asked_as: z.array(z.strictObject({ article: z.string(), words: words.min(1) })),
  /** Words that say nothing of what a question is about. */
  idle: words,
  /** Words of matters that the law does not regulate, although it uses some of their characters. */
  beyond: words,
  /** What part of a question, by weight, the article must cover; a question covered less is answered with 不知道. */
  least_covered: z.string().regex(/^[01]\.\d+$/),
  article: z.string(),
  mark: markSchema,
  ground: z.string(),
});

export type ArticleSearchDocument = z.infer<typeof articleSearchSchema>;

/** A version from before it knows no words but its own, and names an article only to who uses them. */
export const noArticleSearch: ArticleSearchDocument = {
  same: [],
  asked_as: [],
  idle: [],
  beyond: [],
  least_covered: "1.0",
  article: "",
  mark: "设置",
  ground: "",
};
