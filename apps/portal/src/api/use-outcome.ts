import type { Client } from "@shifan/contract/client";
import { useEffect, useState } from "react";
import { attempt, type Outcome } from "./outcome.ts";

/** What a page knows of something that it has asked the server for. */
export type Loaded<Value> =
  | { state: "loading" }
  | { state: "here"; value: Value }
  /** The server has no such thing. */
  | { state: "gone" }
  | { state: "unavailable"; again: () => void };

/**
 * Asks the server when a page is shown and whenever the key changes; an answer to an earlier key is let go.
 *
 * @param key what is asked for: the same key is asked once
 */
export function useOutcome<Value>(key: string, call: (client: Client) => Promise<Value>): Loaded<Value> {
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<{ to: string; outcome: Outcome<Value> } | null>(null);
  const to = `${tries} ${key}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the call, which is a new function at each rendering
  useEffect(() => {
    let isShown = true;
    void attempt(call).then((outcome) => {
      if (isShown) setAnswer({ to, outcome });
    });
    return () => {
      isShown = false;
    };
  }, [to]);
  if (answer === null || answer.to !== to) return { state: "loading" };
  const { outcome } = answer;
  if (outcome.ok) return { state: "here", value: outcome.value };
  if (outcome.kind === "gone") return { state: "gone" };
  return { state: "unavailable", again: () => setTries((count) => count + 1) };
}
