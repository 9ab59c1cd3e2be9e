import { isDeepStrictEqual } from "node:util";
import type { Answer } from "../../http.ts";
import type { Kept, Pending } from "./kept.ts";

/** What ends clients when nobody will start the server again. */
export class LineClosed extends Error {
  override readonly name = "LineClosed";
}

export interface Change<Value> {
  send(): Promise<Answer>;
  /** What is there once the change is. */
  readonly to: Value;
  /** Where that is not the only thing that may be there. */
  fits?(seen: Value): boolean;
  /** What else is then so. */
  take?(): void;
}

/**
 * The line between clients and a server that is killed under them. Clients go on as if nothing were: whoever gets no answer waits until the
 * server is back and everything was compared, and then knows whether the change was kept; what was not is sent again.
 */
export class Line {
  readonly #onAcknowledged: () => void;
  readonly #underWay = new Set<Promise<unknown>>();
  #up: PromiseWithResolvers<void> = Promise.withResolvers();

  #isUp = true;
  acknowledged = 0;

  constructor(onAcknowledged: () => void) {
    this.#onAcknowledged = onAcknowledged;
    this.#up.resolve();
  }

  /** From now on a call that breaks off is not the server's fault. */
  cut(): void {
    this.#isUp = false;
    this.#up = Promise.withResolvers();
    // Whoever waits hears of it; that nobody does is no fault.
    this.#up.promise.catch(() => {});
  }

  /** Waits until every call that was under way has ended and its client waits. */
  async quiet(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    // The clients note what they were answered before anything is compared.
    await new Promise(setImmediate);
  }

  restore(): void {
    this.#isUp = true;
    this.#up.resolve();
  }

  /** Ends every client at its next call. */
  close(): void {
    if (this.#isUp) this.cut();
    this.#up.reject(new LineClosed());
  }

  /** A call that may be repeated until it is answered: a reading, or one with a key of its own. */
  async ask(send: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const answer = await this.#call(send);
      if (answer !== null) return requireGood(answer);
    }
  }

  /** Changes something that is kept. The answer; null when it got lost and the change was found to be there. */
  async change<Value>(kept: Kept<Value>, { send, to, fits, take }: Change<Value>): Promise<Answer | null> {
    for (;;) {
      const pending: Pending<Value> = {
        fits: fits ?? ((seen) => isDeepStrictEqual(seen, to)),
        take: (seen) => {
          kept.value = seen;
          take?.();
        },
        outcome: null,
      };
      const answer = await this.#call(() => {
        kept.pending = pending;
        kept.isTouched = true;
        return send();
      });
      if (answer !== null) {
        requireGood(answer, kept.what);
        pending.take(to);
        kept.pending = null;
        this.acknowledged += 1;
        this.#onAcknowledged();
        return answer;
      }
      await this.#up.promise;
      if (pending.outcome === null) throw new Error(`nobody looked whether a change of ${kept.what} is there`);
      if (pending.outcome === "kept") return null;
    }
  }

  /** One call, once the server is there; null when it went before it answered. */
  async #call(send: () => Promise<Answer>): Promise<Answer | null> {
    await this.#up.promise;
    const calling = send();
    this.#underWay.add(calling);
    try {
      return await calling;
    } catch (cause) {
      // What a killed server looks like. With nobody to kill it, it has fallen by itself.
      if (!(cause instanceof TypeError)) throw cause;
      if (this.#isUp) throw new Error(`no answer, and nobody had killed the server: ${cause.cause}`, { cause });
      return null;
    } finally {
      this.#underWay.delete(calling);
    }
  }
}

function requireGood(answer: Answer, what = "a call"): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
