import type { ToldArticle } from "@shifan/contract/client";
import { useState } from "react";
import { useOutcome } from "../api/use-outcome.ts";
import { LookupForm } from "../register/lookup-form.tsx";
import { articleFragment } from "../result/article-link.tsx";
import { Unavailable } from "../shell/unavailable.tsx";
import { texts } from "../texts.ts";

function Told({ told: { answer, text } }: { told: ToldArticle }) {
  const whole =
    answer === null ? null : articleFragment(/^第[一二三四五六七八九十百]+条/.exec(answer.article)?.[0] ?? "");
  return (
    <div role="status" className="told">
      <p className="as-written">{text}</p>
      {whole === null ? null : (
        <p>
          <a href={whole}>{texts.articles.whole}</a>
        </p>
      )}
    </div>
  );
}

function Answer({ policyId, question }: { policyId: string; question: string }) {
  const loaded = useOutcome(`article ${policyId} ${question}`, (client) => client.tellByArticle(policyId, question));
  switch (loaded.state) {
    case "here":
      return <Told told={loaded.value} />;
    case "unavailable":
      return <Unavailable again={loaded.again} />;
    default:
      return (
        <p className="quiet" role="status">
          {texts.articles.asking}
        </p>
      );
  }
}

/** A question in one's own words, answered with the article's: the server searches. */
export function AskArticle({ policyId }: { policyId: string }) {
  const [question, setQuestion] = useState("");
  return (
    <>
      <LookupForm
        label={texts.articles.ask}
        hint={texts.articles.askHint}
        action={texts.articles.askAction}
        initial=""
        onLookup={setQuestion}
      />
      {question === "" ? null : <Answer policyId={policyId} question={question} />}
    </>
  );
}
