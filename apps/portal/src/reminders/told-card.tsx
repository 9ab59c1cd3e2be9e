import type { DeliveryAnswer, ReminderKey, ToldReminder } from "@shifan/contract/client";
import { useState } from "react";
import { attempt } from "../api/outcome.ts";
import { ArticleLink } from "../result/article-link.tsx";
import { dayText } from "../shell/day.ts";
import { numbered } from "../shell/numbered.ts";
import { texts } from "../texts.ts";
import { setbackWords } from "./use-reminders.ts";

const words = texts.reminders;
const answers = ["snooze", "done", "stop"] as const satisfies readonly DeliveryAnswer[];

function howSent({ state, channel }: ToldReminder): string {
  return channel === null ? words.states.inbox : words.sentBy(words.channels[channel], words.states[state]);
}

/** One thing that somebody was told, with what one tap does about it. */
export function ToldCard({
  told,
  owner,
  onAnswered,
}: {
  told: ToldReminder;
  owner: ReminderKey;
  onAnswered: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const { deliveryId, heading, lines, article, steps, toldAt, title, answer } = told;
  const give = async (given: DeliveryAnswer) => {
    if (busy) return;
    setBusy(true);
    const outcome = await attempt((client) => client.answerDelivery(owner, deliveryId, given));
    setBusy(false);
    setSaid(outcome.ok ? outcome.value.says : setbackWords(outcome));
    if (outcome.ok) onAnswered();
  };
  return (
    <li className="card told">
      <h3>{heading}</h3>
      {numbered(lines).map(({ key, item }) => (
        <p key={key}>{item}</p>
      ))}
      <p className="quiet">
        {words.toldOf(title)}
        <ArticleLink article={article} />
        {words.toldAt(dayText(toldAt.slice(0, 10)), toldAt.slice(11, 16), howSent(told))}
      </p>
      <div className="actions">
        {steps.map(({ step, path }) => (
          <a key={step} className="button primary" href={path}>
            {words.steps[step]}
          </a>
        ))}
        {answer === null
          ? answers.map((each) => (
              <button key={each} type="button" className="button" aria-disabled={busy} onClick={() => give(each)}>
                {words.answerLabels[each]}
              </button>
            ))
          : null}
      </div>
      <p role="status" className="answered">
        {said === "" && answer !== null ? words.answers[answer] : said}
      </p>
    </li>
  );
}
