import { useEffect } from "react";
import { AskArticle } from "../policy/ask-article.tsx";
import { inForceText } from "../policy/in-force.ts";
import type { PolicyView } from "../policy/policy.ts";
import { useDefaultPolicy } from "../policy/use-policy.ts";
import { Link } from "../router.tsx";
import { landAtFragment } from "../shell/landing.ts";
import { PageFrame } from "../shell/page-frame.tsx";
import { Reading } from "../shell/reading.tsx";
import { texts } from "../texts.ts";

type Article = PolicyView["articles"][number];

/** The articles under the headings they stand under, in their order. */
function chaptersOf(articles: readonly Article[]): { heading: string; articles: Article[] }[] {
  const chapters: { heading: string; articles: Article[] }[] = [];
  for (const article of articles) {
    const last = chapters.at(-1);
    if (last?.heading === article.heading) last.articles.push(article);
    else chapters.push({ heading: article.heading, articles: [article] });
  }
  return chapters;
}

function Contents({ articles }: { articles: readonly Article[] }) {
  return (
    <nav aria-label={texts.articles.contents} className="chips">
      <ul>
        {articles.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${label}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Articles({ policy }: { policy: PolicyView }) {
  useEffect(() => {
    landAtFragment();
  }, []);
  if (policy.articles.length === 0) return <p>{texts.articles.empty}</p>;
  return (
    <>
      <p className="policy-title">{policy.title}</p>
      <p className="quiet">
        {policy.issuer}。{texts.articles.lead}
        {inForceText(policy.inForce)}
      </p>
      <p>{texts.articles.conditions}</p>
      <AskArticle policyId={policy.id} />
      <Contents articles={policy.articles} />
      {chaptersOf(policy.articles).map((chapter) => (
        <section key={chapter.heading} className="chapter" aria-label={chapter.heading}>
          <h2>{chapter.heading}</h2>
          {chapter.articles.map(({ id, label, text }) => (
            <section key={id} className="article" aria-labelledby={label}>
              <h3 id={label} tabIndex={-1}>
                {label}
              </h3>
              <p className="as-written">{text}</p>
            </section>
          ))}
        </section>
      ))}
    </>
  );
}

/** The regulation's own words: what one reads before applying. */
export function ArticlesPage() {
  const reading = useDefaultPolicy();
  return (
    <PageFrame page="articles" title={texts.titles.articles} className="reading">
      <Reading reading={reading}>{(policy) => <Articles policy={policy} />}</Reading>
      <p>
        <Link to="chat" className="button primary">
          {texts.articles.selfCheck}
        </Link>
      </p>
    </PageFrame>
  );
}
