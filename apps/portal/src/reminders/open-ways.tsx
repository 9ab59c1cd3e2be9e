import type { ContactChannel, ReminderKey } from "@shifan/contract/client";
import { useState } from "react";
import { texts } from "../texts.ts";
import { ContactForm } from "./contact-form.tsx";
import type { RemindersOnPage } from "./use-reminders.ts";

const contacts: readonly ContactChannel[] = ["mail", "sms"];

/** What can be opened here: buttons for what exists, and the form of the one that was chosen. */
export function OpenWays({ here, owner }: { here: Extract<RemindersOnPage, { state: "here" }>; owner: ReminderKey }) {
  const [chosen, setChosen] = useState<ContactChannel | null>(null);
  const { ways, offered, accountMailbox } = here.reminders;
  const open = contacts.filter((channel) => offered.includes(channel));
  const words = texts.reminders;
  if (open.length === 0) return null;
  if (chosen !== null) {
    return (
      <ContactForm
        key={chosen}
        channel={chosen}
        owner={owner}
        suggested={chosen === "mail" ? (accountMailbox ?? "") : ""}
        onLeave={() => setChosen(null)}
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
    <div className="actions">
      {open.map((channel) => {
        const isOpen = ways.some((way) => way.channel === channel);
        return (
          <button
            key={channel}
            type="button"
            className={ways.length === 0 ? "button primary" : "button"}
            onClick={() => setChosen(channel)}
          >
            {isOpen ? words.replace(words.channels[channel]) : words.open(words.channels[channel])}
          </button>
        );
      })}
    </div>
  );
}
