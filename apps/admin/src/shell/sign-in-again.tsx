import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useSyncExternalStore } from "react";
import { sessionLoss } from "../api/server.ts";
import { readMe } from "../api/session.ts";
import { type SignedIn, SignInSteps } from "../sign-in/steps.tsx";
import { signInTexts } from "../sign-in/texts.ts";

/**
 * Over whatever page is open when the session has run out. What was being done goes on after it; somebody else's sign-in loads the page anew, so
 * that nobody goes on with another's work.
 */
export function SignInAgain() {
  const isLost = useSyncExternalStore(sessionLoss.subscribe, sessionLoss.isLost);
  if (!isLost) return null;
  const goOn = async ({ userId }: SignedIn) => {
    const { user } = await readMe();
    if (user.id === userId) sessionLoss.settle(true);
    else window.location.reload();
  };
  return (
    <Dialog open aria-labelledby="sign-in-again" maxWidth="xs" fullWidth>
      <DialogTitle id="sign-in-again">{signInTexts.again}</DialogTitle>
      <DialogContent>
        <SignInSteps onSignedIn={goOn} onGivenUp={() => sessionLoss.settle(false)} />
      </DialogContent>
    </Dialog>
  );
}
