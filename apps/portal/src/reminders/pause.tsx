import type { ReminderKey } from "@shifan/contract/client";
import { dayText } from "../shell/day.ts";
import { texts } from "../texts.ts";
import type { RemindersOnPage } from "./use-reminders.ts";

const words = texts.reminders;
const lengths = [7, 30] as const;

/** The day so many days after another, both as YYYY-MM-DD. */
function dayAhead(from: string, days: number): string {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Nothing is sent for a while; what falls due is in the inbox all the same. */
export function Pause({ here, owner }: { here: Extract<RemindersOnPage, { state: "here" }>; owner: ReminderKey }) {
  const { ways, pausedUntil, today } = here.reminders;
  if (ways.length === 0) return null;
  const set = (until: string | null, done: string) =>
    here.change((client) => client.changeReminders(owner, { pausedUntil: until }), { done: done });
  return (
    <section aria-labelledby="pause">
      <h2 id="pause">{words.pauseTitle}</h2>
      {pausedUntil === null ? (
        <>
          <p>{words.pauseLead}</p>
          <div className="actions pause-actions">
            {lengths.map((days) => (
              <button
                key={days}
                type="button"
                className="button"
                onClick={() => set(dayAhead(today, days), words.pausedNow(dayText(dayAhead(today, days))))}
              >
                {words.pause(days)}
              </button>
            ))}
          </div>
        </>
      ) : (
        <div className="notice">
          <p>{words.pausedUntil(dayText(pausedUntil))}</p>
          <button type="button" className="button" onClick={() => set(null, words.resumedNow)}>
            {words.resume}
          </button>
        </div>
      )}
    </section>
  );
}
