import type { Client } from "@shifan/contract/client";
import { useEffect, useRef, useState } from "react";
import { attempt, type Setback } from "./outcome.ts";

/** What a page shows of something that it asks for anew while it is shown. */
export type Kept<Value> = {
  /** The last answer that came; null before the first. */
  value: Value | null;
  /** Why the last asking brought nothing; null where it did. */
  setback: Setback | null;
  again: () => void;
};

/**
 * Asks the server when a page is shown, whenever the key changes and when it is asked to. What was there stays on the page until the answer is here; an
 * answer to an earlier asking is let go.
 *
 * @param key what is asked for
 */
export function useKeptOutcome<Value>(key: string, call: (client: Client) => Promise<Value>): Kept<Value> {
  const [tries, setTries] = useState(0);
  const to = `${tries} ${key}`;
  const [kept, setKept] = useState<{ to: string; value: Value | null; setback: Setback | null }>({
    to,
    value: null,
    setback: null,
  });
  const latest = useRef(call);
  latest.current = call;
  useEffect(() => {
    let isAsked = true;
    void attempt((client) => latest.current(client)).then((outcome) => {
      if (!isAsked) return;
      setKept((before) =>
        outcome.ok ? { to, value: outcome.value, setback: null } : { to, value: before.value, setback: outcome },
      );
    });
    return () => {
      isAsked = false;
    };
  }, [to]);
  const { value, setback } = kept;
  return { value, setback, again: () => setTries((count) => count + 1) };
}
