import type { Client, ReminderKey, Reminders } from "@shifan/contract/client";
import { useState } from "react";
import { attempt, type Setback } from "../api/outcome.ts";
import { useKeptOutcome } from "../api/use-kept-outcome.ts";
import { texts } from "../texts.ts";

const words = texts.reminders;

export type RemindersOnPage =
  | { state: "loading" }
  | { state: "gone" }
  | { state: "unavailable"; again: () => void }
  | {
      state: "here";
      reminders: Reminders;
      busy: boolean;
      /** What the last change came to, said once; empty for nothing. */
      said: string;
      /**
       * Changes something and shows how everything stands then.
       *
       * @param words what is said when it is done, and whether whoever calls says what came in between
       * @returns what came in between; null when it was done
       */
      change(
        call: (client: Client) => Promise<unknown>,
        words?: { done?: string; saysItself?: boolean },
      ): Promise<string | null>;
    };

/** What a setback means on this page. */
export function setbackWords(setback: Setback): string {
  switch (setback.kind) {
    case "unreachable":
      return words.unreachable;
    case "wait":
      return words.wait(setback.seconds);
    case "gone":
      return words.goneMeanwhile;
    case "refused":
      return setback.errors[0]?.message ?? setback.said;
  }
}

/** How somebody is reminded, as this page holds it. */
export function useReminders(key: ReminderKey): RemindersOnPage {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const {
    value: reminders,
    setback,
    again,
  } = useKeptOutcome(key?.id ?? "account", (client): Promise<Reminders> => client.readReminders(key));
  if (setback?.kind === "gone") return { state: "gone" };
  if (reminders === null) return setback === null ? { state: "loading" } : { state: "unavailable", again };
  return {
    state: "here",
    reminders,
    busy,
    said,
    change: async (call, { done = "", saysItself = false } = {}) => {
      if (busy) return words.busy;
      setBusy(true);
      setSaid("");
      const outcome = await attempt(call);
      setBusy(false);
      setSaid(outcome.ok ? done : saysItself ? "" : setbackWords(outcome));
      // What was gone meanwhile was changed elsewhere: shown as it stands now.
      again();
      return outcome.ok ? null : setbackWords(outcome);
    },
  };
}
