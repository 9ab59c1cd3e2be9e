import { attempt } from "../api/outcome.ts";
import { texts } from "../texts.ts";

/** Who is signed in, and the way out: others use the same computer. */
export function SignedInNote({ email, onSignedOut }: { email: string; onSignedOut: () => void }) {
  const leave = async () => {
    const outcome = await attempt((client) => client.signOut());
    if (outcome.ok) onSignedOut();
  };
  return (
    <div className="signed-in">
      <p>{texts.signIn.as(email)}</p>
      <button type="button" className="button" onClick={leave}>
        {texts.signIn.leave}
      </button>
    </div>
  );
}
