import type { ReminderKey } from "@shifan/contract/client";
import { useState } from "react";
import { useKeptOutcome } from "../api/use-kept-outcome.ts";
import { Unavailable } from "../shell/unavailable.tsx";
import { texts } from "../texts.ts";
import { ToldCard } from "./told-card.tsx";

const pageLength = 20;

/**
 * What somebody was told, the newest first.
 *
 * @param onAnswered after an answer: the rest of the page stands differently
 */
export function Inbox({ owner, onAnswered }: { owner: ReminderKey; onAnswered: () => void }) {
  const [length, setLength] = useState(pageLength);
  const {
    value: page,
    setback,
    again,
  } = useKeptOutcome(`${owner?.id ?? "account"} ${length}`, (client) =>
    client.listToldReminders(owner, { from: 0, to: length - 1 }),
  );
  const words = texts.reminders;
  const answered = () => {
    again();
    onAnswered();
  };
  return (
    <section aria-labelledby="inbox">
      <h2 id="inbox">{words.inboxTitle}</h2>
      {setback === null ? null : <Unavailable again={again} />}
      {page === null && setback === null ? <p className="quiet">{words.loading}</p> : null}
      {page?.told.length === 0 ? <p>{words.nothingTold}</p> : null}
      <ul className="cards">
        {page?.told.map((told) => (
          <ToldCard key={told.deliveryId} told={told} owner={owner} onAnswered={answered} />
        ))}
      </ul>
      {page?.hasMore ? (
        <button type="button" className="button" onClick={() => setLength(length + pageLength)}>
          {words.more}
        </button>
      ) : null}
    </section>
  );
}
