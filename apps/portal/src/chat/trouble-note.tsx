import { useEffect, useState } from "react";
import { texts } from "../texts.ts";
import type { Trouble } from "./conversation.ts";

/** Counts the seconds of a wait down; the waiting itself is the conversation's. */
function Countdown({ seconds, text }: { seconds: number; text: (left: number) => string }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1_000);
    return () => clearInterval(timer);
  }, [seconds]);
  // Screen readers hear the first number only, not one each second.
  return (
    <>
      <span className="visually-hidden">{text(seconds)}</span>
      <span aria-hidden="true">{text(left)}</span>
    </>
  );
}

/** Why the last answer has not gone through, and the one thing to do about it. */
export function TroubleNote({ trouble, onResend }: { trouble: Trouble; onResend: () => void }) {
  switch (trouble.kind) {
    case "unreachable":
      return (
        <div role="alert">
          <button type="button" className="resend" onClick={onResend}>
            {texts.trouble.unreachable}
          </button>
        </div>
      );
    case "wait":
      return (
        <div className="notice" role="alert">
          <p>
            <Countdown seconds={trouble.seconds} text={texts.trouble.wait} />
          </p>
        </div>
      );
    case "refused":
      return (
        <div className="notice" role="alert">
          <p>{trouble.detail}</p>
        </div>
      );
  }
}
