import { memo, useState } from "react";
import { numbered } from "../shell/numbered.ts";
import { texts } from "../texts.ts";
import type { Entry } from "./entries.ts";
import { Files } from "./files.tsx";
import type { WaitingInput } from "./remembered.ts";
import { RichText } from "./rich-text.tsx";

/** So many entries of an earlier visit are drawn at once, the others on request: a long conversation opens as fast as a short one. */
const drawnAtFirst = 40;

function Said({ text, pending = false }: { text: string; pending?: boolean }) {
  return (
    <div className={pending ? "bubble own pending" : "bubble own"}>
      <span className="visually-hidden">{texts.chat.you}</span>
      <p>{text}</p>
    </div>
  );
}

type EntryViewProps = { entry: Entry; asksNow: boolean };

/** Drawn again only when its entry changes: entries are never altered, only replaced. */
const EntryView = memo(function EntryView({ entry, asksNow }: EntryViewProps) {
  return (
    <div className="entry">
      {entry.said === null ? null : <Said text={entry.said} />}
      {numbered(entry.messages).map(({ key, item }) => (
        <div key={key} className="bubble">
          <span className="visually-hidden">{texts.chat.service}</span>
          <RichText text={item.text} question={asksNow && key === entry.messages.length - 1} />
          <Files files={item.files} />
        </div>
      ))}
    </div>
  );
});

function Earlier({ entries }: { entries: readonly Entry[] }) {
  const [drawn, setDrawn] = useState(false);
  if (entries.length === 0) return null;
  if (!drawn) {
    return (
      <button type="button" className="button earlier" onClick={() => setDrawn(true)}>
        {texts.chat.earlier(entries.length)}
      </button>
    );
  }
  return entries.map((entry) => <EntryView key={entry.key} entry={entry} asksNow={false} />);
}

type LogProps = {
  entries: readonly Entry[];
  waiting: readonly WaitingInput[];
  /** The last entry ends with a question. */
  asking: boolean;
};

/** The conversation so far. Screen readers hear what is added, when they have finished what they are saying. */
export function Log({ entries, waiting, asking }: LogProps) {
  const [earlier] = useState(() => Math.max(0, entries.length - drawnAtFirst));
  const shown = entries.slice(earlier);
  return (
    <>
      <Earlier entries={entries.slice(0, earlier)} />
      <div className="log" role="log" aria-label={texts.chat.log}>
        {shown.map((entry, index) => (
          <EntryView key={entry.key} entry={entry} asksNow={asking && index === shown.length - 1} />
        ))}
        {waiting.map((input) =>
          input.toggles ? null : <Said key={`waiting-${input.seq}`} text={input.said} pending />,
        )}
      </div>
    </>
  );
}
