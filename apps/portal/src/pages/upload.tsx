import type { UploadLink } from "@shifan/contract/client";
import { useState } from "react";
import { useOutcome } from "../api/use-outcome.ts";
import { useSecondsLeft } from "../reminders/use-seconds-left.ts";
import { ArticleLink } from "../result/article-link.tsx";
import { numbered } from "../shell/numbered.ts";
import { PageFrame } from "../shell/page-frame.tsx";
import { Unavailable } from "../shell/unavailable.tsx";
import { texts } from "../texts.ts";
import { UploadForm } from "../upload/upload-form.tsx";

const words = texts.upload;

function Gone() {
  return (
    <div className="notice" role="alert">
      <p>
        <strong>{words.gone}</strong>
      </p>
      <p>{words.goneMeans}</p>
    </div>
  );
}

/** What is still missing, each with why what came is not enough. */
function StillMissing({ link }: { link: UploadLink }) {
  const missing = link.materials.filter((material) => material.missing);
  if (missing.length === 0) return <p>{words.allThere}</p>;
  return (
    <>
      <p>{words.stillMissing(missing.length)}</p>
      <ul>
        {missing.map(({ id, title, article, reasons }) => (
          <li key={id}>
            {title}
            <ArticleLink article={article} />
            {numbered(reasons).map(({ key, item }) => (
              <p key={key} className="quiet">
                {item}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Open({ token, first }: { token: string; first: UploadLink }) {
  const [link, setLink] = useState(first);
  const [received, setReceived] = useState<readonly string[]>([]);
  const [isGone, setIsGone] = useState(false);
  const left = useSecondsLeft(link.secondsLeft, link.expiresAt);
  const isOpen = !isGone && left > 0;
  return (
    <>
      <p>
        {words.unit}：<strong>{link.organizationName}</strong>
      </p>
      {isOpen ? <p>{words.lead}</p> : null}
      {isOpen ? (
        <p className="quiet" role="timer">
          {words.left(Math.floor(left / 60), left % 60)}
        </p>
      ) : null}
      <div role="status">
        {numbered(received).map(({ key, item }) => (
          <p key={key} className="said">
            {item}
          </p>
        ))}
      </div>
      {isGone ? <Gone /> : null}
      {isGone ? null : (
        // What is on its way when the time runs out may still arrive: the form stays until its answer.
        <UploadForm
          token={token}
          link={link}
          onGone={() => setIsGone(true)}
          onReceived={(next, said) => {
            setLink(next);
            setReceived([...received, said]);
          }}
        />
      )}
      <StillMissing link={link} />
    </>
  );
}

/** Where the link of ten minutes leads that a chat gives out: for which unit, which material, which file. */
export function UploadPage({ token }: { token: string }) {
  const loaded = useOutcome(`upload ${token}`, (client) => client.readUploadLink(token));
  return (
    <PageFrame page="upload" title={texts.titles.upload} className="reading upload">
      {loaded.state === "loading" ? (
        <p className="quiet" role="status">
          {words.loading}
        </p>
      ) : null}
      {loaded.state === "gone" ? <Gone /> : null}
      {loaded.state === "unavailable" ? <Unavailable again={loaded.again} /> : null}
      {loaded.state === "here" ? <Open key={token} token={token} first={loaded.value} /> : null}
    </PageFrame>
  );
}
