import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from "react";
import type { QuestionInput, Turn } from "../api/types.ts";
import { money } from "../result/amounts.ts";
import { texts } from "../texts.ts";

const longestText = 2_000;
const byKeypad = new Set<string>(["number", "money", "date", "code"]);

type ComposerProps = {
  question: Turn["question"];
  busy: boolean;
  /** What the service did not take in, given back for another try. */
  returned: string;
  onSend: (text: string) => void;
  field: Ref<HTMLTextAreaElement>;
};

/** How the question wants to be answered; several values at once are written as a sentence. */
function inputOf(question: Turn["question"]): QuestionInput | "several" | "none" | "code" {
  if (question === null) return "none";
  // A number that is no figure of the rules was sent to the reader.
  if (question.facts.length === 0 && question.input === "number") return "code";
  return question.facts.length > 1 && byKeypad.has(question.input) ? "several" : question.input;
}

/** Plain digits of an amount, said as people say it: a slip between 元 and 万元 is seen before it is sent. */
function amountEcho(input: string, draft: string): string {
  const digits = draft.trim().replaceAll(",", "").replaceAll("，", "");
  return input === "money" && /^\d{5,13}(\.\d{1,2})?$/.test(digits) ? texts.chat.asMoney(money(digits)) : "";
}

/** The box for an answer in one's own words. */
export function Composer({ question, busy, returned, onSend, field }: ComposerProps) {
  const [draft, setDraft] = useState("");
  const [note, setNote] = useState<"empty" | "busy" | null>(null);
  const [characters, setCharacters] = useState(false);
  const noteId = useId();
  const composing = useRef(false);
  useEffect(() => {
    if (returned !== "") setDraft(returned);
  }, [returned]);

  const input = inputOf(question);
  const keypad = byKeypad.has(input);
  const send = () => {
    if (busy) {
      setNote("busy");
      return;
    }
    const text = draft.trim();
    if (text === "") return setNote("empty");
    setDraft("");
    setNote(null);
    onSend(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also picks a word in a Chinese input method; that one is not for us.
    if (event.key !== "Enter" || event.shiftKey || composing.current || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const stale = note === null || (note === "busy" && !busy);
  const words = stale ? amountEcho(input, draft) : texts.chat[note];
  const lines = Math.min(
    4,
    draft.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 24), 0),
  );
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="composer-note" id={noteId} role="status">
        {words}
      </p>
      <div className="composer-row">
        <textarea
          ref={field}
          aria-label={texts.chat.write}
          aria-describedby={noteId}
          rows={lines}
          value={draft}
          maxLength={longestText}
          inputMode={keypad && !characters ? "decimal" : "text"}
          enterKeyHint="send"
          autoComplete="off"
          placeholder={texts.chat.placeholder[input]}
          onChange={(event) => {
            setDraft(event.target.value);
            setNote(null);
          }}
          onKeyDown={onKeyDown}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={() => {
            composing.current = false;
          }}
        />
        {keypad ? (
          <button
            type="button"
            className="button keypad"
            aria-label={characters ? texts.chat.keypadDigitsLabel : texts.chat.keypadTextLabel}
            onClick={() => setCharacters(!characters)}
          >
            {characters ? texts.chat.keypadDigits : texts.chat.keypadText}
          </button>
        ) : null}
        <button type="submit" className="button primary send" aria-disabled={busy}>
          {texts.chat.send}
        </button>
      </div>
    </form>
  );
}
