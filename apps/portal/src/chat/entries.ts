import type { Message, TranscriptEntry, Turn } from "../api/types.ts";
import { asksNow } from "./choices.ts";

/** What was said and what was answered, as the log shows it. `key` never changes while an entry stays in the log. */
export type Entry = { key: string; said: string | null; messages: readonly Message[] };

const togglesOf = (message: Message | undefined) =>
  message?.choices.filter((choice) => choice.selected !== undefined) ?? [];

/**
 * Whether an answer is the same screen with another mark: a toggle of it was tapped, and its toggles are the same. Its
 * words may differ ("已选2项").
 */
function isMarked(last: Entry, said: string | null, messages: readonly Message[]): boolean {
  const before = togglesOf(last.messages.at(-1));
  const after = togglesOf(messages.at(-1));
  return (
    messages.length <= last.messages.length &&
    before.some((toggle) => toggle.label === said) &&
    before.length === after.length &&
    before.every((toggle, index) => toggle.action === after[index]?.action)
  );
}

const withEnd = (messages: readonly Message[], end: readonly Message[]): readonly Message[] => [
  ...messages.slice(0, messages.length - end.length),
  ...end,
];

/** Adds to the entries in place: a transcript of a thousand answers is read in one pass. */
function push(entries: Entry[], said: string | null, messages: readonly Message[]): void {
  const last = entries.at(-1);
  if (last !== undefined && isMarked(last, said, messages)) {
    entries[entries.length - 1] = { ...last, messages: withEnd(last.messages, messages) };
  } else entries.push({ key: String(entries.length), said, messages });
}

/** Adds an answer to the log. A tap on a toggle shows the same question with another mark: it takes the place of the former. */
export function withAnswer(entries: readonly Entry[], said: string | null, messages: readonly Message[]): Entry[] {
  const added = [...entries];
  push(added, said, messages);
  return added;
}

const actionsOf = (message: Message): string => message.choices.map((choice) => choice.action).join();

/** Whether the log ends with the screen of the present turn: word for word, or as the same question in short. */
function endsWith(last: Entry, turn: Turn): boolean {
  const [end, now] = [last.messages.at(-1), turn.messages.at(-1)];
  if (end === undefined || now === undefined) return false;
  return end.text === now.text || (asksNow(turn) && actionsOf(end) === actionsOf(now));
}

/**
 * The log of a session read from the service: its transcript, ending with the present turn. The service shows a person
 * who comes back the question in full; where the transcript ends with the same one in short, it takes its place.
 */
export function entriesOf(transcript: readonly TranscriptEntry[], turn: Turn): Entry[] {
  const entries: Entry[] = [];
  for (const { said, messages } of transcript) push(entries, said, messages);
  const last = entries.at(-1);
  if (last !== undefined && endsWith(last, turn)) {
    const texts = new Set(turn.messages.map((message) => message.text));
    const before = last.messages.slice(0, -1).filter((message) => !texts.has(message.text));
    entries[entries.length - 1] = { ...last, messages: [...before, ...turn.messages] };
  } else push(entries, null, turn.messages);
  return entries;
}
