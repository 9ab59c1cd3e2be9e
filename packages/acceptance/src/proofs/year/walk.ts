import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "@shifan/db";
import { changeObligations, countWaiting, type ManyReader } from "@shifan/db/testing";
import type { Program } from "../../program.ts";
import type { Draw } from "../../random.ts";
import type { Server } from "../../server.ts";
import { type CountOfChanges, drawChanges } from "./changes.ts";
import type { City } from "./city.ts";
import type { Expectation, Telling } from "./expectation.ts";
import type { Providers, Receipt } from "./providers.ts";

/** What a day brings besides its reminders. */
export interface DayPlan {
  readonly isStormy: boolean;
  /** The server and the bot are killed, each at a drawn moment: while it plans or while it sends. */
  readonly isKilled: boolean;
  /** The clock stops at 08:29, before what is planned goes at nine. */
  readonly stopsBefore: boolean;
  /** The clock stops in the evening, when nothing may go, and something changes then. */
  readonly hasEvening: boolean;
}

/** A day as it went. */
export interface DayGone {
  readonly day: string;
  readonly plan: DayPlan;
  /** When the clock came to nine o'clock, in milliseconds of performance.now. */
  readonly jumpedAt: number;
  readonly receipts: readonly Receipt[];
}

const lookEveryMilliseconds = 200;
/** Nothing may keep a day longer: leases run out after a minute, and pauses grow. */
const patienceMilliseconds = 600_000;

/** While one of the two was not there after a kill, in milliseconds of performance.now. */
interface Absence {
  readonly of: "server" | "bot";
  readonly from: number;
  readonly to: number;
}

/** Walks a server and its bot through the days, with storms, kills and changes, and keeps what came of each day. */
export class Walk {
  server: Server;
  bot: Program;
  readonly #startBot: () => Program;
  readonly #database: Database;
  readonly #setClock: (instant: string) => Promise<void>;
  readonly #city: City;
  readonly #expectation: Expectation;
  readonly #providers: Providers;
  readonly #draw: Draw;
  readonly #readerByAddress: ReadonlyMap<string, string>;
  readonly absences: Absence[] = [];
  readonly changes: CountOfChanges = { met: 0, moved: 0, stopped: 0 };

  constructor(parts: {
    server: Server;
    startBot: () => Program;
    database: Database;
    setClock: (instant: string) => Promise<void>;
    city: City;
    expectation: Expectation;
    providers: Providers;
    draw: Draw;
  }) {
    this.server = parts.server;
    this.#startBot = parts.startBot;
    this.bot = parts.startBot();
    this.#database = parts.database;
    this.#setClock = parts.setClock;
    this.#city = parts.city;
    this.#expectation = parts.expectation;
    this.#providers = parts.providers;
    this.#draw = parts.draw;
    this.#readerByAddress = new Map(parts.city.readers.map(({ address, id }: ManyReader) => [address, id]));
  }

  /** Passes over a day on which nobody works: nothing may come of it. */
  async passOver(day: string): Promise<void> {
    await this.#setClock(`${day}T10:00:00+08:00`);
  }

  /** @throws Error at the first reminder that is missing, doubled or not to be told */
  async goThrough(day: string, next: string, plan: DayPlan): Promise<DayGone> {
    const from = this.#providers.receipts.length;
    let tellings = this.#expectation.on(day);
    if (plan.isStormy) this.#providers.storm(1 + Math.ceil(tellings.length / 10));
    if (plan.stopsBefore) {
      await this.#setClock(`${day}T08:29:00+08:00`);
      await this.#until(`${day}: planned`, async () => (await this.#count(`${day}T08:29`)).planned >= tellings.length);
      await this.#change({ count: this.#few(), today: day, next: day, kinds: ["met", "stopped"] });
      tellings = this.#expectation.on(day);
      this.#requireSilence(from, `${day} before nine`);
    }
    const jumpedAt = performance.now();
    await this.#setClock(`${day}T09:00:00+08:00`);
    if (plan.isKilled)
      await Promise.all([
        this.#kill("server", from, tellings, async () => {
          await this.server.kill();
          this.server = await this.server.again();
        }),
        this.#kill("bot", from, tellings, async () => {
          await this.bot.kill();
          this.bot = this.#startBot();
        }),
      ]);
    const readers = new Set(tellings.map(({ reader }) => reader));
    await this.#until(`${day}: sent`, async () => {
      if (this.#readersSince(from).size < readers.size) return false;
      const { due, underWay } = await this.#count(`${day}T09:00`);
      return due === 0 && underWay === 0;
    });
    this.#providers.storm(0);
    this.#expectation.note(tellings);
    const receipts = this.#providers.receipts.slice(from);
    this.#requireOneEach(day, receipts, readers);
    if (plan.hasEvening) {
      await this.#setClock(`${day}T21:30:00+08:00`);
      await this.#change({ count: this.#few(), today: day, next, kinds: ["met", "moved", "stopped"] });
    }
    return { day, plan, jumpedAt, receipts };
  }

  #few = (): number => 1 + this.#draw(1 + Math.ceil(this.#city.own.length / 40));

  async #change(wanted: Parameters<typeof drawChanges>[1]): Promise<void> {
    const changes = drawChanges({ own: this.#city.own, expectation: this.#expectation, draw: this.#draw }, wanted);
    for (const { kind } of changes) this.changes[kind] += 1;
    await changeObligations(this.#database, changes);
  }

  /** Kills one of them when so many were taken as is drawn, or after a drawn while when none are; and starts it again. */
  async #kill(of: Absence["of"], from: number, tellings: readonly Telling[], restart: () => Promise<void>) {
    const taken = this.#providers.taken(from + this.#draw(1 + tellings.length));
    await Promise.race([taken, wait(500 + this.#draw(5_000))]);
    const goneAt = performance.now();
    await restart();
    this.absences.push({ of, from: goneAt, to: performance.now() });
  }

  #count(moment: string) {
    return countWaiting(this.#database, new Date(`${moment}:00+08:00`));
  }

  async #until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const begun = performance.now();
    while (!(await isSo())) {
      if (performance.now() - begun > patienceMilliseconds)
        throw new Error(`${what}: not within ${patienceMilliseconds / 1_000} s\n${this.server.program.output.stderr}`);
      await wait(lookEveryMilliseconds);
    }
  }

  #readersSince(from: number): Set<string> {
    return new Set(this.#providers.receipts.slice(from).map(({ to }) => this.#readerByAddress.get(to) ?? to));
  }

  #requireSilence(from: number, when: string): void {
    const said = this.#providers.receipts.slice(from);
    if (said.length > 0) throw new Error(`${when}: ${said.length} messages came too early, one to ${said[0]?.to}`);
  }

  /** Whoever is to be told something got one message; what came twice came because nobody heard that it had been taken. */
  #requireOneEach(day: string, receipts: readonly Receipt[], readers: ReadonlySet<string>): void {
    for (const [to, own] of Map.groupBy(receipts, (receipt) => receipt.to)) {
      const reader = this.#readerByAddress.get(to);
      if (reader === undefined || !readers.has(reader)) throw new Error(`${day}: ${to} was to be told nothing`);
      if (new Set(own.map(({ id }) => id)).size !== 1) throw new Error(`${day}: ${to} got ${own.length} messages`);
      for (const [index, earlier] of own.slice(0, -1).entries()) {
        const later = own[index + 1] as Receipt;
        // What was taken while the server was away was told to nobody.
        const wasKilled = this.absences.some((absence) => absence.to > earlier.at && absence.from < later.at);
        if (earlier.isAcknowledged && !wasKilled)
          throw new Error(`${day}: ${to} got ${earlier.id} again for no reason`);
      }
    }
    const missing = [...readers].filter(
      (reader) => !receipts.some(({ to }) => this.#readerByAddress.get(to) === reader),
    );
    if (missing.length > 0) throw new Error(`${day}: ${missing.length} were told nothing, as ${missing[0]}`);
  }
}
