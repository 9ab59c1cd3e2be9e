import type { Matter } from "@shifan/contract/client";
import { ArticleLink } from "../result/article-link.tsx";
import { numbered } from "../shell/numbered.ts";
import { texts } from "../texts.ts";

const words = texts.matters;

/** The papers that are still missing, each with why. */
function Missing({ missing }: { missing: Matter["missing"] }) {
  if (missing.length === 0) return null;
  return (
    <details className="missing" open>
      <summary>{words.missing(missing.length)}</summary>
      <ul>
        {missing.map(({ id, title, article, reasons }) => (
          <li key={id}>
            {title}
            <ArticleLink article={article} />
            {reasons.length === 0 ? null : (
              <ul className="reasons">
                {numbered(reasons).map(({ key, item }) => (
                  <li key={key}>{item}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where one matter stands, what comes next, by whom and by when. A reminder leads to it by its id. */
export function MatterCard({ matter, withName }: { matter: Matter; withName: boolean }) {
  const { resource, recordId, title, organizationName, stateText, says, next, isYours, dueText, article } = matter;
  return (
    <li>
      <article className="card matter" id={`${resource}-${recordId}`} tabIndex={-1}>
        <h3>{title}</h3>
        {withName ? <p className="quiet">{organizationName}</p> : null}
        <p className={isYours ? "standing standing-scheduled" : "standing"}>{stateText}</p>
        <p>
          {says}
          <ArticleLink article={article} />
        </p>
        {next === null ? null : (
          <p>
            <strong>{isYours ? words.yours : words.next}</strong>
            {next}
          </p>
        )}
        {dueText === null ? null : (
          <p>
            <strong>{words.due}</strong>
            {dueText}
          </p>
        )}
        <Missing missing={matter.missing} />
      </article>
    </li>
  );
}
