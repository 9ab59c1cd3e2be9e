import { noArticleSearch } from "../src/article-search/schema.ts";
import type { PolicyDocument } from "../src/policy/schema.ts";

const numerals = ["一", "二", "三", "四", "五"];

/** What a search reads of a policy, and nothing else: articles by their text, numbered from the first. */
export function smallDocument(own: {
  articles: readonly string[];
  criteria?: readonly object[];
  materials?: readonly object[];
  settings?: readonly object[];
  readings?: readonly object[];
  obligations?: readonly object[];
  parameters?: readonly object[];
  rules?: readonly object[];
  facts?: readonly object[];
  article_search?: object;
}): PolicyDocument {
  const { articles, criteria = [], materials = [], settings = [], facts = [] } = own;
  const { readings = [], obligations = [], parameters = [], rules = [], article_search = {} } = own;
  return {
    articles: articles.map((text, at) => ({ id: String(at + 1), label: `第${numerals[at]}条`, text })),
    ...{ criteria, materials, settings, facts },
    supervision: { readings, obligations },
    lifecycle: { parameters },
    reminders: { rules },
    article_search: { ...noArticleSearch, ...article_search },
  } as unknown as PolicyDocument;
}
