import { type ArticleAnswer, articleOfAct, type Explanation } from "@shifan/rules";
import type { DialogContext } from "../state.ts";

type Document = DialogContext["policy"]["document"];

function explain({ kind, title, text }: Explanation, document: Document): string {
  if (kind === "material") return `材料“${title}”：${text}`;
  if (kind === "setting") return `${title}：${text}以本轮通知为准。`;
  const interpreted = articleOfAct(document, "interpretations", "issue");
  return `口径：${title}：${text}以${document.issuer}解释为准（${interpreted}）。`;
}

/** The law's own words, and what the policy adds to them. */
export function presentArticle({ article, words, explanations }: ArticleAnswer, { policy }: DialogContext): string {
  const lines = explanations.map((each) => explain(each, policy.document));
  return [`${article}这样写：“${words}”`, ...lines].join("\n");
}

/** Nothing in the law answers: it is said, with whom to ask. */
export function presentNoArticle({ policy: { document } }: DialogContext): string {
  const articles = [
    articleOfAct(document, "applications", "recommend"),
    articleOfAct(document, "interpretations", "issue"),
  ];
  return `这个我不知道，办法里没有找到写这件事的条文。请问推荐部门（所在区县（市）、开发区工信部门）或${document.issuer}（${articles.join("、")}）。`;
}
