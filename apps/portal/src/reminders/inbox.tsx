import type { ReminderKey, ToldReminder } from "@shifan/contract/client";
import { useEffect, useState } from "react";
import { attempt } from "../api/outcome.ts";
import { Unavailable } from "../shell/unavailable.tsx";
import { texts } from "../texts.ts";
import { ToldCard } from "./told-card.tsx";

const pageLength = 20;
type Page = { told: readonly ToldReminder[]; hasMore: boolean };

/**
 * What somebody was told, the newest first.
 *
 * @param onAnswered after an answer: the rest of the page stands differently
 */
export function Inbox({ owner, onAnswered }: { owner: ReminderKey; onAnswered: () => void }) {
  const [page, setPage] = useState<Page | null>(null);
  const [isOut, setIsOut] = useState(false);
  const [length, setLength] = useState(pageLength);
  const [reads, setReads] = useState(0);
  const [id, token] = [owner?.id, owner?.token];
  // biome-ignore lint/correctness/useExhaustiveDependencies: every number of a read is a reason to read anew
  useEffect(() => {
    let isShown = true;
    const key = id === undefined || token === undefined ? null : { id, token };
    void attempt((client) => client.listToldReminders(key, { from: 0, to: length - 1 })).then((outcome) => {
      if (!isShown) return;
      setIsOut(!outcome.ok);
      if (outcome.ok) setPage(outcome.value);
    });
    return () => {
      isShown = false;
    };
  }, [id, token, length, reads]);
  const again = () => setReads((count) => count + 1);
  const words = texts.reminders;
  const answered = () => {
    again();
    onAnswered();
  };
  return (
    <section aria-labelledby="inbox">
      <h2 id="inbox">{words.inboxTitle}</h2>
      {isOut ? <Unavailable again={again} /> : null}
      {page === null && !isOut ? <p className="quiet">{words.loading}</p> : null}
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
