import type { Setback } from "../api/outcome.ts";
import { texts } from "../texts.ts";

/** What came in between, and what to do; what was written is still there. */
export function SetbackNote({ setback }: { setback: Setback | null }) {
  if (setback === null) return null;
  return (
    <p className="notice" role="alert">
      {setbackText(setback)}
    </p>
  );
}

function setbackText(setback: Setback): string {
  switch (setback.kind) {
    case "unreachable":
      return texts.forgotPassword.unreachable;
    case "wait":
      return texts.forgotPassword.wait(setback.seconds);
    case "gone":
      return texts.forgotPassword.linkGone;
    case "refused":
      return setback.detail;
  }
}
