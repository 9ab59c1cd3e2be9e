import { type FormEvent, useId, useState } from "react";
import { attempt, type Setback } from "../api/outcome.ts";
import { useOutcome } from "../api/use-outcome.ts";
import { texts } from "../texts.ts";
import { SetbackNote } from "./setback-note.tsx";

/** The way to a new password that there is: a link by mail, or the people to ask where no mail goes out. */
export function RequestLink() {
  const ways = useOutcome("password reset ways", (client) => client.readPasswordResetWays());
  switch (ways.state) {
    case "loading":
      return (
        <p className="quiet" role="status">
          {texts.forgotPassword.loading}
        </p>
      );
    case "here":
      return ways.value.byMail ? <RequestForm /> : <WhomToAsk />;
    case "gone":
      return <WhomToAsk />;
    case "unavailable":
      return (
        <div className="notice" role="alert">
          <p>{texts.forgotPassword.unavailable}</p>
          <button type="button" className="button" onClick={ways.again}>
            {texts.trouble.loadAgain}
          </button>
        </div>
      );
  }
}

function WhomToAsk() {
  const words = texts.forgotPassword;
  return (
    <div className="password-ways">
      <p>{words.noMail}</p>
      <h2>{words.applicantTitle}</h2>
      <p>{words.applicant}</p>
      <h2>{words.staffTitle}</h2>
      <p>{words.staff}</p>
    </div>
  );
}

function RequestForm() {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [setback, setSetback] = useState<Setback | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const words = texts.forgotPassword;
  if (sentTo !== null) {
    return (
      <div className="notice" role="status">
        <p>
          <strong>{words.sent(sentTo)}</strong>
        </p>
        <p>{words.sentNext}</p>
        <button type="button" className="button" onClick={() => setSentTo(null)}>
          {words.sendAgain}
        </button>
      </div>
    );
  }
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    setBusy(true);
    setSetback(null);
    const outcome = await attempt((client) => client.requestPasswordReset(email));
    setBusy(false);
    if (outcome.ok) setSentTo(email);
    else setSetback(outcome);
  };
  return (
    <form className="password" onSubmit={send}>
      <p>{words.lead}</p>
      <label htmlFor={id}>{words.email}</label>
      <input id={id} name="email" type="email" required maxLength={254} autoComplete="email" />
      <SetbackNote setback={setback} />
      <button type="submit" className="button primary large" disabled={busy}>
        {busy ? words.sending : words.send}
      </button>
    </form>
  );
}
