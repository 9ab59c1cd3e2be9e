import { useState } from "react";
import { deviceMemory, type Remembered } from "../chat/remembered.ts";
import { conversation } from "../chat/use-conversation.ts";
import { RoundStatus } from "../home/round-status.tsx";
import { Services } from "../home/services.tsx";
import { inForceText } from "../policy/in-force.ts";
import { useDefaultPolicy } from "../policy/use-policy.ts";
import { Link, navigate } from "../router.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { PageFrame } from "../shell/page-frame.tsx";
import { Phrases } from "../shell/phrases.tsx";
import { Reading } from "../shell/reading.tsx";
import { texts } from "../texts.ts";

function Begin() {
  return (
    <>
      <h2>{texts.home.question}</h2>
      <p>{texts.home.promise}</p>
      <div className="actions">
        <Link to="chat" className="button primary large">
          {texts.home.start}
        </Link>
        <Link to="articles" className="button large">
          {texts.home.readFirst}
        </Link>
      </div>
    </>
  );
}

function Resume({ remembered }: { remembered: Remembered }) {
  const { finished, answered, remaining } = remembered;
  const startAnew = () => {
    void conversation.restart();
    navigate("chat");
  };
  return (
    <>
      <h2>{texts.home.resumeQuestion}</h2>
      <p>{finished ? texts.home.finishedNote : texts.home.resumeNote(answered, remaining)}</p>
      <div className="actions">
        <Link to={finished ? "result" : "chat"} className="button primary large">
          {finished ? texts.home.seeResult : texts.home.resume}
        </Link>
        <Link to="articles" className="button large">
          {texts.home.readFirst}
        </Link>
        <ConfirmButton
          label={texts.home.startAnew}
          ask={texts.chat.restartAsk}
          yes={texts.chat.restartYes}
          no={texts.chat.restartNo}
          onYes={startAnew}
        />
      </div>
    </>
  );
}

/** The first screen: one thing to do, what it gives, and what it rests on. */
export function HomePage() {
  const [remembered] = useState(() => deviceMemory.read());
  const reading = useDefaultPolicy();
  return (
    <PageFrame page="home" title={texts.titles.home} ownHeading className="home">
      <div className="hero">
        <div className="hero-inner">
          <h1 tabIndex={-1}>
            <Phrases of={texts.site.namePhrases} />
          </h1>
          <p className="lead">{texts.home.lead}</p>
          <RoundStatus />
          <div className="card main-action">{remembered === null ? <Begin /> : <Resume remembered={remembered} />}</div>
        </div>
      </div>
      <section className="band" aria-labelledby="steps">
        <h2 id="steps">{texts.home.stepsTitle}</h2>
        <ol className="steps">
          {texts.home.steps.map((step) => (
            <li key={step.title} className="card">
              <h3>{step.title}</h3>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
      </section>
      <Services />
      <section className="band two" aria-labelledby="prepare">
        <div>
          <h2 id="prepare">{texts.home.prepareTitle}</h2>
          <ul className="ticks">
            {texts.home.prepare.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p className="quiet">{texts.home.prepareNote}</p>
        </div>
        <div>
          <h2>{texts.home.sourceTitle}</h2>
          <Reading reading={reading}>
            {(policy) => (
              <>
                <p className="source">
                  <Link to="articles">《{policy.title}》</Link>
                </p>
                <p>{inForceText(policy.inForce)}</p>
              </>
            )}
          </Reading>
          <p>{texts.home.limits}</p>
        </div>
      </section>
    </PageFrame>
  );
}
