import { useEffect, useMemo, useRef } from "react";
import { texts } from "../texts.ts";
import { ChoiceBar } from "./choice-bar.tsx";
import { asksNow, choicesOf, type ShownChoice } from "./choices.ts";
import { Composer } from "./composer.tsx";
import type { Snapshot } from "./conversation.ts";
import { Log } from "./log.tsx";
import { Progress } from "./progress.tsx";
import { ResultReady } from "./result-ready.tsx";
import { showNewest } from "./scroll.ts";
import { TroubleNote } from "./trouble-note.tsx";
import { conversation } from "./use-conversation.ts";

const typedInputs = new Set(["text", "number", "money", "date"]);

/** The open conversation: progress, log, buttons, and the box to write in. */
export function Chat({ snapshot }: { snapshot: Snapshot }) {
  const { entries, turn, waiting, trouble, phase } = snapshot;
  const frame = useRef<HTMLDivElement>(null);
  const choiceBar = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const tapped = useRef(false);
  const opened = useRef(false);

  const choices = useMemo(() => (turn === null ? [] : choicesOf(turn, waiting)), [turn, waiting]);
  const busy = waiting.some((input) => !input.toggles);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new exchange or a trouble is the reason to scroll; a mark on a toggle is none
  useEffect(() => {
    if (end.current === null || frame.current === null) return;
    const newest = frame.current.querySelector(".log > .entry:last-of-type");
    showNewest(frame.current, busy ? null : newest, end.current, !opened.current);
    opened.current = true;
  }, [entries.length, busy, trouble]);

  useEffect(() => {
    if (!tapped.current || turn === null || busy) return;
    tapped.current = false;
    const writes = asksNow(turn) && turn.question !== null && typedInputs.has(turn.question.input);
    // Where a keyboard would slide over the question, the reader is taken to the buttons instead of the box.
    const target = writes && window.matchMedia("(any-pointer: fine)").matches ? field.current : choiceBar.current;
    target?.focus({ preventScroll: true });
  }, [turn, busy]);

  const choose = (choice: ShownChoice) => {
    const toggles = choice.role === "toggle";
    tapped.current = !toggles;
    conversation.send({ action: choice.action }, choice.label, toggles);
  };
  if (turn === null) return null;
  return (
    <div className="chat" ref={frame}>
      <Progress progress={turn.progress} />
      <Log entries={entries} waiting={waiting} asking={asksNow(turn) && !busy} />
      <div className="after-log">
        <p className="thinking" role="status">
          {snapshot.sending && busy ? texts.chat.thinking : ""}
        </p>
        {trouble === null ? null : <TroubleNote trouble={trouble} onResend={() => conversation.resend()} />}
        {phase === "gone" ? null : <ChoiceBar choices={choices} busy={busy} onChoose={choose} landing={choiceBar} />}
        <ResultReady turn={turn} />
        <div ref={end} className="end" />
      </div>
      {phase === "gone" ? null : (
        <Composer
          question={asksNow(turn) ? turn.question : null}
          busy={busy}
          returned={trouble?.kind === "refused" ? trouble.text : ""}
          onSend={(text) => {
            tapped.current = false;
            conversation.send({ text }, text);
          }}
          field={field}
        />
      )}
    </div>
  );
}
