import {
  type ArticleAnswer,
  answerByArticle,
  articleOfAct,
  type Explanation,
  type PolicyDocument,
} from "@shifan/rules";

/** What is said to a question about the law. */
export interface ToldArticle {
  /** Null where no article answers. */
  readonly answer: ArticleAnswer | null;
  readonly text: string;
}

function explain({ kind, title, text }: Explanation, document: PolicyDocument): string {
  if (kind === "material") return `材料“${title}”：${text}`;
  if (kind === "setting") return `${title}：${text}以本轮通知为准。`;
  const interpreted = articleOfAct(document, "interpretations", "issue");
  return `口径：${title}：${text}以${document.issuer}解释为准（${interpreted}）。`;
}

function tellAnswer({ article, words, explanations }: ArticleAnswer, document: PolicyDocument): string {
  const lines = explanations.map((each) => explain(each, document));
  return [`${article}这样写：“${words}”`, ...lines].join("\n");
}

/** Nothing in the law answers: it is said, with whom to ask. */
function tellNone(document: PolicyDocument): string {
  const articles = [
    articleOfAct(document, "applications", "recommend"),
    articleOfAct(document, "interpretations", "issue"),
  ];
  return `这个我不知道，办法里没有找到写这件事的条文。请问推荐部门（所在区县（市）、开发区工信部门）或${document.issuer}（${articles.join("、")}）。`;
}

/** Tells of a question the law's own words and what the policy adds to them, or 不知道 and whom to ask; the same wherever it is asked. */
export function tellByArticle(document: PolicyDocument, question: string): ToldArticle {
  const answer = answerByArticle(document, question);
  return { answer, text: answer === null ? tellNone(document) : tellAnswer(answer, document) };
}
