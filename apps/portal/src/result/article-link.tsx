import { Link } from "../router.tsx";
import { texts } from "../texts.ts";

/** "第六条（二）" → the article it is in. */
const articleOf = (reference: string): string | null => /^第[一二三四五六七八九十百]+条/.exec(reference)?.[0] ?? null;

/** The fragment under which the articles' page shows an article. */
export const articleFragment = (label: string): string => `#${label}`;

/** The ground of a statement, leading to the law's own words. */
export function ArticleLink({ article }: { article: string }) {
  const label = articleOf(article);
  if (label === null) return <span className="article-reference">{texts.result.article(article)}</span>;
  return (
    <Link to="articles" fragment={articleFragment(label)} className="article-reference">
      {texts.result.article(article)}
    </Link>
  );
}
