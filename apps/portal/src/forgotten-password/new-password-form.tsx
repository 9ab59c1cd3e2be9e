import { type FormEvent, useId, useState } from "react";
import { attempt, type Setback } from "../api/outcome.ts";
import { texts } from "../texts.ts";
import { SetbackNote } from "./setback-note.tsx";

type Progress = { step: "choosing"; setback: Setback | null } | { step: "sending" } | { step: "changed" };

/** Where the link of a message leads: the new password, written once and looked at if wished. */
export function NewPasswordForm({ token, onNewLink }: { token: string; onNewLink: () => void }) {
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const [progress, setProgress] = useState<Progress>({ step: "choosing", setback: null });
  const words = texts.forgotPassword;
  if (progress.step === "changed") {
    return (
      <div className="notice" role="status">
        <p>
          <strong>{words.changed}</strong>
        </p>
        <p>{words.changedNext}</p>
      </div>
    );
  }
  const setback = progress.step === "choosing" ? progress.setback : null;
  if (setback?.kind === "gone") {
    return (
      <div className="notice" role="alert">
        <p>{words.linkGone}</p>
        <button type="button" className="button primary" onClick={onNewLink}>
          {words.newLink}
        </button>
      </div>
    );
  }
  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (progress.step === "sending") return;
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setProgress({ step: "sending" });
    const outcome = await attempt((client) => client.resetPassword(token, password));
    if (!outcome.ok) return setProgress({ step: "choosing", setback: outcome });
    // A link that was used says nothing to whoever looks at the history later.
    window.history.replaceState(null, "", window.location.pathname);
    setProgress({ step: "changed" });
  };
  return (
    <form className="password" onSubmit={change}>
      <p>{words.chooseLead}</p>
      <label htmlFor={id}>{words.password}</label>
      <input
        id={id}
        name="password"
        type={isShown ? "text" : "password"}
        required
        maxLength={500}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
      />
      <label className="password-shown">
        <input type="checkbox" checked={isShown} onChange={() => setIsShown(!isShown)} />
        {words.show}
      </label>
      <SetbackNote setback={setback} />
      <button type="submit" className="button primary large" disabled={progress.step === "sending"}>
        {progress.step === "sending" ? words.changing : words.change}
      </button>
    </form>
  );
}
