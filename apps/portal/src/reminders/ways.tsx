import type { ReminderKey, Reminders, ReminderWay } from "@shifan/contract/client";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { dayText } from "../shell/day.ts";
import { texts } from "../texts.ts";
import { OpenWays } from "./open-ways.tsx";
import type { RemindersOnPage } from "./use-reminders.ts";

const words = texts.reminders;
type Here = Extract<RemindersOnPage, { state: "here" }>;

function Way({ way, isOnly, here, owner }: { way: ReminderWay; isOnly: boolean; here: Here; owner: ReminderKey }) {
  const { id, channel, address, since, isPreferred } = way;
  const name = words.channels[channel];
  return (
    <li className="card way">
      <div>
        <h3>
          {name} <span className="way-address">{address}</span>
        </h3>
        <p className="quiet">{words.since(dayText(since.slice(0, 10)))}</p>
      </div>
      <div className="actions">
        {isOnly ? null : isPreferred ? (
          <span className="standing standing-valid">{words.preferred}</span>
        ) : (
          <button
            type="button"
            className="button"
            onClick={() =>
              here.change((client) => client.changeReminders(owner, { preferredChannel: channel }), {
                done: words.preferredNow(name),
              })
            }
          >
            {words.prefer(name)}
          </button>
        )}
        <ConfirmButton
          label={words.end(name)}
          ask={words.endAsk(name)}
          yes={words.endYes}
          no={words.endNo}
          onYes={() => here.change((client) => client.endReminderWay(owner, id), { done: words.ended(name) })}
        />
      </div>
    </li>
  );
}

/** The ways on which somebody is reminded, and those that can be opened. */
export function Ways({ here, owner }: { here: Here; owner: ReminderKey }) {
  const { ways, offered }: Reminders = here.reminders;
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{words.waysTitle}</h2>
      {ways.length === 0 ? (
        <p>{offered.length === 0 ? words.noWay : words.noneOpen}</p>
      ) : (
        <ul className="cards">
          {ways.map((way) => (
            <Way key={way.id} way={way} isOnly={ways.length === 1} here={here} owner={owner} />
          ))}
        </ul>
      )}
      <OpenWays here={here} owner={owner} />
    </section>
  );
}
