import { type FormEvent, useId, useState } from "react";
import { attempt, type Setback } from "../api/outcome.ts";
import { Link } from "../router.tsx";
import { texts } from "../texts.ts";

const words = texts.signIn;

function setbackText(setback: Setback): string {
  switch (setback.kind) {
    case "unreachable":
      return words.unreachable;
    case "wait":
      return words.wait(setback.seconds);
    case "gone":
      return words.wrong;
    case "refused":
      return setback.said;
  }
}

/** For whoever has an account: e-mail and password, on the page that they came for. Staff with an authenticator work in the console. */
export function SignInForm({ lead, onSignedIn }: { lead: string; onSignedIn: () => void }) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [isStaff, setIsStaff] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const [email, password] = [String(data.get("email") ?? "").trim(), String(data.get("password") ?? "")];
    setBusy(true);
    setSaid("");
    const outcome = await attempt((client) => client.signIn(email, password));
    setBusy(false);
    if (!outcome.ok) return setSaid(setbackText(outcome));
    if (outcome.value.secondFactor === "not_needed") return onSignedIn();
    setIsStaff(true);
  };
  return (
    <form className="password" onSubmit={send}>
      <h2>{words.title}</h2>
      <p>{lead}</p>
      <label htmlFor={`${id}-email`}>{words.email}</label>
      <input id={`${id}-email`} name="email" type="email" required maxLength={254} autoComplete="username" />
      <label htmlFor={`${id}-password`}>{words.password}</label>
      <input
        id={`${id}-password`}
        name="password"
        type="password"
        required
        maxLength={500}
        autoComplete="current-password"
      />
      <div role="alert">{said === "" ? null : <p className="notice">{said}</p>}</div>
      {isStaff ? (
        <div className="notice" role="alert">
          <p>{words.staff}</p>
          <a className="button" href="/admin/">
            {words.toConsole}
          </a>
        </div>
      ) : null}
      <div className="actions">
        <button type="submit" className="button primary large" disabled={busy}>
          {busy ? words.sending : words.send}
        </button>
        <Link to="forgotPassword" className="button">
          {texts.titles.forgotPassword}
        </Link>
      </div>
    </form>
  );
}
