import { useEffect, useState } from "react";
import { NewPasswordForm } from "../forgotten-password/new-password-form.tsx";
import { RequestLink } from "../forgotten-password/request-link.tsx";
import { tokenIn } from "../forgotten-password/token.ts";
import { PageFrame } from "../shell/page-frame.tsx";
import { texts } from "../texts.ts";

/** For whoever forgot the password: asks for a link, and is where the link leads. */
export function ForgotPasswordPage() {
  const [token, setToken] = useState(() => tokenIn(window.location.hash));
  useEffect(() => {
    // Another link pasted into the same tab does not load the page anew.
    const follow = () => setToken((before) => tokenIn(window.location.hash) ?? before);
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return (
    <PageFrame page="forgotPassword" title={texts.titles.forgotPassword} className="reading">
      {token === null ? (
        <RequestLink />
      ) : (
        <NewPasswordForm key={token} token={token} onNewLink={() => setToken(null)} />
      )}
    </PageFrame>
  );
}
