import { useEffect } from "react";
import { About } from "../chat/about.tsx";
import { Chat } from "../chat/chat.tsx";
import type { Snapshot } from "../chat/conversation.ts";
import { storageKey } from "../chat/remembered.ts";
import { TroubleOpening } from "../chat/trouble-opening.tsx";
import { conversation, useConversation } from "../chat/use-conversation.ts";
import { Result } from "../result/result.tsx";
import { Link } from "../router.tsx";
import { PageFrame } from "../shell/page-frame.tsx";
import { texts } from "../texts.ts";

function Views({ view }: { view: "chat" | "result" }) {
  return (
    <nav className="views" aria-label={texts.chat.views}>
      <Link to="chat" current={view === "chat"}>
        {texts.chat.toChat}
      </Link>
      <Link to="result" current={view === "result"}>
        {texts.chat.toResult}
      </Link>
    </nav>
  );
}

function NoResult() {
  return (
    <div className="notice">
      <p>{texts.result.empty}</p>
      <Link to="chat" className="button primary">
        {texts.result.toChat}
      </Link>
    </div>
  );
}

/** The signals that are not taps: another tab went on, or the network came back. */
function useSignals(): void {
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      // A null key: everything was cleared at once.
      if (event.key === storageKey || event.key === null) void conversation.follow();
    };
    const onOnline = () => conversation.resend();
    window.addEventListener("storage", onStorage);
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("storage", onStorage);
      window.removeEventListener("online", onOnline);
    };
  }, []);
}

function ChatColumn({ snapshot }: { snapshot: Snapshot }) {
  return (
    <div className="chat-column">
      <Chat snapshot={snapshot} />
      <TroubleOpening snapshot={snapshot} />
      {snapshot.phase === "open" ? <About /> : null}
    </div>
  );
}

/** The self-check: the conversation and its result, side by side where there is room, else one after the other. */
export function SelfCheckPage({ view }: { view: "chat" | "result" }) {
  const snapshot = useConversation();
  useSignals();
  useEffect(() => {
    void conversation.open();
  }, []);
  const assessment = snapshot.turn?.assessment ?? null;
  return (
    <PageFrame
      page={view}
      title={texts.titles[view]}
      ownHeading
      className={`self-check show-${view}${assessment === null ? "" : " with-result"}`}
    >
      <div className="self-check-top">
        <h1 tabIndex={-1}>{texts.titles.chat}</h1>
        {assessment === null ? null : <Views view={view} />}
      </div>
      <div className="columns">
        {view === "result" && snapshot.phase === "open" && assessment === null ? <NoResult /> : null}
        <ChatColumn snapshot={snapshot} />
        {assessment === null ? null : (
          <div className="result-column">
            <Result assessment={assessment} entries={snapshot.entries} answers={snapshot.answers} />
          </div>
        )}
      </div>
    </PageFrame>
  );
}
