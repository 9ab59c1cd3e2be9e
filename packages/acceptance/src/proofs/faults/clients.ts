import { drawFrom } from "../../random.ts";
import { type Case, settleCase, type Workers } from "./case.ts";
import type { Outcome } from "./kept.ts";
import { Line, LineClosed } from "./line.ts";
import { workThrough } from "./work-through.ts";

/** Everybody who works on cases, one case after the other. */
export class Clients {
  readonly line: Line;
  readonly finished: Case[] = [];
  /** Rejects with the first defect; ends when the line is closed. */
  readonly working: Promise<unknown>;
  /** Cases that were worked on since the last comparison. */
  #underWay = new Set<Case>();
  readonly #complete = new Set<Case>();
  #begun = 0;

  constructor(workers: readonly Workers[], options: { roundId: string; seed: number; onAcknowledged: () => void }) {
    const { roundId, seed, onAcknowledged } = options;
    this.line = new Line(onAcknowledged);
    this.working = Promise.all(workers.map((each, index) => this.#work(each, roundId, seed + index + 1)));
    // It is waited for between the kills; meanwhile a defect is nobody's unhandled one.
    this.working.catch(() => {});
  }

  get cases(): readonly Case[] {
    return [...this.finished, ...this.#underWay];
  }

  async #work(workers: Workers, roundId: string, seed: number): Promise<void> {
    const work = { line: this.line, draw: drawFrom(seed), roundId };
    try {
      for (;;) {
        let begun: Case | null = null;
        await workThrough(work, workers, this.#begun++, (each) => {
          begun = each;
          this.#underWay.add(each);
        });
        if (begun !== null) this.#complete.add(begun);
      }
    } catch (cause) {
      if (!(cause instanceof LineClosed)) throw cause;
    }
  }

  /** Compares the cases that were worked on since the last time, while nobody works. What became of unanswered changes. */
  async settle(): Promise<Outcome[]> {
    const outcomes = await Promise.all([...this.#underWay].map((each) => settleCase(each, "touched")));
    for (const each of this.#complete) if (this.#underWay.delete(each)) this.finished.push(each);
    this.#complete.clear();
    return outcomes.flat();
  }
}
