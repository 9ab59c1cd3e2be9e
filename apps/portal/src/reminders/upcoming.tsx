import type { PlannedReminder, ReminderKey, StoppedReminder } from "@shifan/contract/client";
import { ArticleLink } from "../result/article-link.tsx";
import { dayText } from "../shell/day.ts";
import { numbered } from "../shell/numbered.ts";
import { texts } from "../texts.ts";
import type { RemindersOnPage } from "./use-reminders.ts";

const words = texts.reminders;

/** What comes next, as far as it is known today. */
export function Upcoming({ upcoming }: { upcoming: readonly PlannedReminder[] }) {
  return (
    <section aria-labelledby="upcoming">
      <h2 id="upcoming">{words.upcomingTitle}</h2>
      {upcoming.length === 0 ? (
        <p>{words.noUpcoming}</p>
      ) : (
        <ol className="dated">
          {numbered(upcoming).map(({ key, item: { on, title, dueOn, article, matter } }) => (
            <li key={key}>
              <span className="day">{dayText(on)}</span>
              <span>
                <strong>{title}</strong>
                {dueOn === null ? "" : words.dueOn(dayText(dueOn))}
                <ArticleLink article={article} />
                <span className="quiet">{words.matter(matter)}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What somebody wants to hear no more of, with the way back. */
export function Stopped({
  stopped,
  here,
  owner,
}: {
  stopped: readonly StoppedReminder[];
  here: Extract<RemindersOnPage, { state: "here" }>;
  owner: ReminderKey;
}) {
  if (stopped.length === 0) return null;
  return (
    <section aria-labelledby="stopped">
      <h2 id="stopped">{words.stoppedTitle}</h2>
      <ul className="cards">
        {stopped.map(({ deliveryId, title, answer, at, matter }) => (
          <li key={deliveryId} className="card way">
            <div>
              <h3>{title}</h3>
              <p className="quiet">{words.stoppedOn(dayText(at.slice(0, 10)), words.answers[answer], matter)}</p>
            </div>
            <button
              type="button"
              className="button"
              onClick={() =>
                here.change((client) => client.answerDelivery(owner, deliveryId, "resume"), {
                  done: words.resumed(title),
                })
              }
            >
              {words.resumeMatter}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
