import { texts } from "../texts.ts";
import type { Snapshot } from "./conversation.ts";
import { conversation } from "./use-conversation.ts";

/** What stands in place of a conversation that is not open, and the one thing to do about it. */
export function TroubleOpening({ snapshot: { phase, trouble, entries } }: { snapshot: Snapshot }) {
  switch (phase) {
    case "open":
      return null;
    case "idle":
    case "opening":
      return (
        <p className="opening" role="status">
          {texts.chat.opening}
        </p>
      );
    case "forgotten":
      return (
        <div className="notice" role="status">
          <p>{texts.chat.forgotten}</p>
          <button type="button" className="button primary" onClick={() => void conversation.open()}>
            {texts.chat.begin}
          </button>
        </div>
      );
    case "gone":
      return (
        <div className="notice" role="alert">
          <p>{texts.trouble.gone}</p>
          {entries.length === 0 ? null : <p>{texts.trouble.goneKeep}</p>}
          <button type="button" className="button primary" onClick={() => void conversation.restart()}>
            {texts.trouble.goneAction}
          </button>
        </div>
      );
    case "unreachable":
      return (
        <div className="notice" role="alert">
          <p>{trouble?.kind === "wait" ? texts.trouble.waitToOpen(trouble.seconds) : texts.trouble.cannotOpen}</p>
          {trouble?.kind === "refused" ? <p>{trouble.detail}</p> : null}
          <button type="button" className="button primary" onClick={() => conversation.resend()}>
            {texts.trouble.openAgain}
          </button>
        </div>
      );
  }
}
