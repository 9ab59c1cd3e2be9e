import type { ContactChannel, LinkingChannel, ReminderKey } from "@shifan/contract/client";
import { lazy, Suspense, useState } from "react";
import { texts } from "../texts.ts";
import { ContactForm } from "./contact-form.tsx";
import type { RemindersOnPage } from "./use-reminders.ts";

const LinkChat = lazy(async () => ({ default: (await import("./link-chat.tsx")).LinkChat }));

type Openable = ContactChannel | LinkingChannel;
const openable: readonly Openable[] = ["mail", "sms", "wechat", "telegram"];

/** What can be opened here: buttons for what exists, and the form of the one that was chosen. */
export function OpenWays({ here, owner }: { here: Extract<RemindersOnPage, { state: "here" }>; owner: ReminderKey }) {
  const [chosen, setChosen] = useState<Openable | null>(null);
  const { ways, offered, accountMailbox } = here.reminders;
  const open = openable.filter((channel) => offered.includes(channel));
  const words = texts.reminders;
  const leave = () => setChosen(null);
  if (open.length === 0) return null;
  if (chosen === "telegram" || chosen === "wechat") {
    return (
      <Suspense fallback={<p className="quiet">{words.loading}</p>}>
        <LinkChat
          channel={chosen}
          since={ways.find(({ channel }) => channel === chosen)?.since ?? ""}
          onLeave={leave}
          onLinked={() => {
            leave();
            void here.change(async () => {}, { done: words.linking.linked[chosen] });
          }}
        />
      </Suspense>
    );
  }
  if (chosen !== null) {
    return (
      <ContactForm
        key={chosen}
        channel={chosen}
        owner={owner}
        suggested={chosen === "mail" ? (accountMailbox ?? "") : ""}
        onLeave={leave}
        onCode={(code) =>
          here.change((client) => client.confirmReminderContact(owner, { channel: chosen, code }), {
            done: words.opened(words.channels[chosen]),
            saysItself: true,
          })
        }
      />
    );
  }
  return (
    <div className="actions way-actions">
      {open.map((channel) => {
        const isOpen = ways.some((way) => way.channel === channel);
        const name = words.channels[channel];
        return (
          <button
            key={channel}
            type="button"
            className={ways.length === 0 ? "button primary" : "button"}
            onClick={() => setChosen(channel)}
          >
            {isOpen ? words.replace[channel] : words.open(name)}
          </button>
        );
      })}
    </div>
  );
}
