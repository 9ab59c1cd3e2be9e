import type { ChatApi, ChatInput } from "../api/chat.ts";
import type { Setback } from "../api/outcome.ts";
import type { ChatFactAnswer, Turn } from "../api/types.ts";
import { type Entry, entriesOf, withAnswer } from "./entries.ts";
import { randomKey } from "./random-key.ts";
import type { Memory, Remembered, WaitingInput } from "./remembered.ts";

/** Why the first waiting input has not been taken in. */
export type Trouble =
  | { kind: "unreachable" }
  | { kind: "wait"; seconds: number }
  | { kind: "refused"; detail: string; text: string };

export type Snapshot = {
  /** idle: nothing begun · forgotten: removed from this device · gone: the service no longer has it */
  phase: "idle" | "forgotten" | "opening" | "open" | "unreachable" | "gone";
  entries: readonly Entry[];
  turn: Turn | null;
  answers: readonly ChatFactAnswer[];
  waiting: readonly WaitingInput[];
  sending: boolean;
  trouble: Trouble | null;
};

const nothing: Snapshot = {
  phase: "idle",
  entries: [],
  turn: null,
  answers: [],
  waiting: [],
  sending: false,
  trouble: null,
};

const isFinished = (turn: Turn): boolean => turn.question === null && turn.assessment !== null;

/**
 * One self-check as this page holds it. Inputs wait in a line, are sent one at a time, each with its own number, and
 * leave the line only when the service has acknowledged them: nothing is lost on a bad connection and nothing counts twice.
 */
export class Conversation {
  #snapshot: Snapshot = nothing;
  #listeners = new Set<() => void>();
  #alarm: ReturnType<typeof setTimeout> | undefined;
  /** Grows whenever the conversation begins anew, so that a late answer to an earlier one is dropped. */
  #generation = 0;
  /** The session that is shown; another tab may have put a different one on this device. */
  #sessionId: string | null = null;
  /** The number of the last input of this device that is shown, or on its way. */
  #seenSeq = 0;
  /** The same until a session has begun: a begin repeated after a lost answer gives the same session. */
  #beginningKey = randomKey();
  readonly #api: ChatApi;
  readonly #memory: Memory;

  constructor(api: ChatApi, memory: Memory) {
    this.#api = api;
    this.#memory = memory;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  /** Continues the remembered self-check, or begins one. Does nothing when one is open. */
  async open(): Promise<void> {
    const { phase } = this.#snapshot;
    if (phase === "open" || phase === "opening" || phase === "gone") return;
    const remembered = this.#memory.read();
    await (remembered === null ? this.#begin() : this.#resume(remembered));
  }

  /** Forgets what this device keeps and begins anew. */
  async restart(): Promise<void> {
    this.forget();
    await this.#begin();
  }

  /** Removes the self-check from this device. The service is not told; without the key nobody can ask for it. */
  forget(): void {
    this.#memory.forget();
    this.#leave("forgotten");
  }

  /** Does as another tab of this browser has done: goes on with it, begins what it began, forgets what it forgot. */
  async follow(): Promise<void> {
    const remembered = this.#memory.read();
    if (this.#sessionId === null) return;
    if (remembered === null) this.#leave("forgotten");
    else if (remembered.id !== this.#sessionId) {
      this.#leave("idle");
      await this.open();
    } else if (remembered.lastSeq > this.#seenSeq && remembered.waiting.length === 0) await this.refresh();
  }

  /**
   * Puts an input in line.
   * @param said what the own bubble shows until the service has answered
   * @param toggles a tap on a toggle, which shows in the button and makes no bubble
   */
  send(input: ChatInput, said: string, toggles = false): void {
    const remembered = this.#memory.read();
    if (this.#snapshot.phase !== "open") return;
    if (remembered === null || remembered.id !== this.#sessionId) {
      void this.follow();
      return;
    }
    const seq = remembered.lastSeq + 1;
    this.#seenSeq = seq;
    const added = { seq, input, said, toggles };
    // Another tab may have inputs of its own in line on this device.
    this.#memory.write({ ...remembered, lastSeq: seq, waiting: [...remembered.waiting, added] });
    const { trouble } = this.#snapshot;
    // A refusal was about the input before; a broken connection concerns this one too and waits for a resend.
    const waiting = [...this.#snapshot.waiting, added];
    this.#change({ waiting, trouble: trouble?.kind === "refused" ? null : trouble });
    if (this.#snapshot.trouble === null) void this.#sendWaiting();
  }

  /** Sends what waits, or opens what could not be opened, at once. */
  resend(): void {
    if (this.#snapshot.phase === "unreachable") void this.open();
    else void this.#sendWaiting();
  }

  /** Reads the session again. */
  async refresh(): Promise<void> {
    const remembered = this.#memory.read();
    if (remembered === null || this.#snapshot.phase !== "open" || this.#snapshot.waiting.length > 0) return;
    const generation = this.#generation;
    const outcome = await this.#api.read(remembered);
    if (generation !== this.#generation || this.#snapshot.waiting.length > 0 || !outcome.ok) return;
    const { turn, transcript, answers } = outcome.value;
    this.#seenSeq = remembered.lastSeq;
    this.#show(turn, entriesOf(transcript, turn), answers);
  }

  #leave(phase: "idle" | "forgotten"): void {
    this.#generation += 1;
    this.#sessionId = null;
    clearTimeout(this.#alarm);
    this.#change({ ...nothing, phase });
  }

  async #begin(): Promise<void> {
    const generation = this.#generation;
    this.#change({ phase: "opening" });
    const outcome = await this.#api.create(this.#beginningKey);
    if (generation !== this.#generation) return;
    if (!outcome.ok) {
      this.#notOpened(outcome);
      return;
    }
    const { id, token, turn } = outcome.value;
    this.#beginningKey = randomKey();
    this.#sessionId = id;
    this.#seenSeq = 0;
    this.#memory.write({ id, token, lastSeq: 0, waiting: [], answered: 0, remaining: 0, finished: false });
    this.#show(turn, entriesOf([], turn), []);
  }

  async #resume(remembered: Remembered): Promise<void> {
    const generation = this.#generation;
    this.#sessionId = remembered.id;
    this.#seenSeq = remembered.lastSeq;
    this.#change({ phase: "opening" });
    // What was on its way when the page closed goes first: the numbers make sure that it counts once.
    for (const { input, seq } of remembered.waiting) {
      const outcome = await this.#api.send(remembered, input, seq);
      if (generation !== this.#generation) return;
      if (!outcome.ok && outcome.kind !== "refused") {
        this.#notOpened(outcome);
        return;
      }
      this.#acknowledge(seq);
    }
    const outcome = await this.#api.read(remembered);
    if (generation !== this.#generation) return;
    if (!outcome.ok) {
      this.#notOpened(outcome);
      return;
    }
    const { turn, transcript, answers } = outcome.value;
    this.#show(turn, entriesOf(transcript, turn), answers);
  }

  #notOpened(setback: Setback): void {
    if (setback.kind === "gone") {
      this.#change({ phase: "gone" });
      return;
    }
    this.#change({ phase: "unreachable" });
    this.#trouble(setback, "");
  }

  async #sendWaiting(): Promise<void> {
    const head = this.#snapshot.waiting[0];
    const remembered = this.#memory.read();
    if (head === undefined || remembered === null || this.#snapshot.sending) return;
    clearTimeout(this.#alarm);
    const generation = this.#generation;
    this.#change({ sending: true, trouble: null });
    const outcome = await this.#api.send(remembered, head.input, head.seq);
    if (generation !== this.#generation) return;
    this.#change({ sending: false });
    if (!outcome.ok) {
      this.#notTaken(outcome, head);
      return;
    }
    const { turn } = outcome.value;
    this.#acknowledge(head.seq);
    this.#show(turn, withAnswer(this.#snapshot.entries, head.said, turn.messages), this.#snapshot.answers);
    await this.#sendWaiting();
    if (turn.assessment !== null) await this.#readAnswers(remembered);
  }

  /** The reply to an input carries no list of answers; a result is shown with them. What was just said stays as it is. */
  async #readAnswers(session: Remembered): Promise<void> {
    const generation = this.#generation;
    const outcome = await this.#api.read(session);
    if (generation === this.#generation && outcome.ok) this.#change({ answers: outcome.value.answers });
  }

  #notTaken(setback: Setback, head: WaitingInput): void {
    if (setback.kind === "gone") {
      this.#change({ phase: "gone" });
      return;
    }
    if (setback.kind === "refused") {
      // What follows in line was meant for another state of things: only the person can say what to do now.
      for (const { seq } of this.#snapshot.waiting) this.#acknowledge(seq);
    }
    this.#trouble(setback, "text" in head.input ? head.input.text : "");
  }

  #trouble(setback: Exclude<Setback, { kind: "gone" }>, text: string): void {
    if (setback.kind === "refused") this.#change({ trouble: { kind: "refused", detail: setback.detail, text } });
    else if (setback.kind === "unreachable") this.#change({ trouble: { kind: "unreachable" } });
    else {
      this.#change({ trouble: { kind: "wait", seconds: setback.seconds } });
      this.#alarm = setTimeout(() => this.resend(), setback.seconds * 1_000);
    }
  }

  #acknowledge(seq: number): void {
    const remembered = this.#memory.read();
    if (remembered !== null) {
      this.#memory.write({ ...remembered, waiting: remembered.waiting.filter((one) => one.seq !== seq) });
    }
    this.#change({ waiting: this.#snapshot.waiting.filter((one) => one.seq !== seq) });
  }

  #show(turn: Turn, entries: Entry[], answers: readonly ChatFactAnswer[]): void {
    const remembered = this.#memory.read();
    if (remembered !== null) this.#memory.write({ ...remembered, ...turn.progress, finished: isFinished(turn) });
    this.#change({ phase: "open", turn, entries, answers, trouble: null });
  }

  #change(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
