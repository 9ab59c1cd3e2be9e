import { readFileSync } from "node:fs";

/** Where the time comes from: the machine, a given instant from which it runs on, or a file read at each look. */
export type ClockSetting = { from: "machine" } | { from: "instant"; instant: Date } | { from: "file"; file: string };

/** The one clock. Nothing else in this app looks at the time. */
export type Clock = {
  /** The present instant, as the product takes it. */
  now(): Date;
  /** The present day in Shanghai, YYYY-MM-DD. */
  today(): string;
  /**
   * The machine's own time, whatever the product is told: for pauses that pass in the real world (rate limits, leases), which would never end
   * under a clock that stands still.
   */
  machine(): Date;
  /** Whether `now` is the machine's time. */
  readonly isReal: boolean;
};

/** Shanghai has had no summer time since 1991; the product knows no day before that. */
const shanghaiOffsetMilliseconds = 8 * 60 * 60 * 1_000;

export function createClock(setting: ClockSetting): Clock {
  const machine = () => new Date();
  const now = nowOf(setting, machine);
  return { now, today: () => dayInShanghai(now()), machine, isReal: setting.from === "machine" };
}

function nowOf(setting: ClockSetting, machine: () => Date): () => Date {
  if (setting.from === "machine") return machine;
  if (setting.from === "instant") {
    const ahead = setting.instant.getTime() - machine().getTime();
    return () => new Date(machine().getTime() + ahead);
  }
  let last = readInstantFile(setting.file);
  if (last === null) throw new Error(`${setting.file} holds no instant`);
  return () => {
    // Read while it is being written, the file may be empty for a moment: the last instant still holds then.
    last = readInstantFile(setting.file) ?? last;
    return last as Date;
  };
}

/** The calendar day in Shanghai at an instant, YYYY-MM-DD. */
export function dayInShanghai(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffsetMilliseconds).toISOString().slice(0, 10);
}

/** An instant as ISO 8601 with Shanghai's offset, to the second. */
export function formatInstant(instant: Date): string {
  return `${new Date(instant.getTime() + shanghaiOffsetMilliseconds).toISOString().slice(0, 19)}+08:00`;
}

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads an ISO 8601 instant with its offset; null for anything else, a day that does not exist included. */
export function parseInstant(text: string): Date | null {
  const trimmed = text.trim();
  if (!isoInstant.test(trimmed)) return null;
  const instant = new Date(trimmed);
  if (Number.isNaN(instant.getTime())) return null;
  // V8 takes 2026-02-30 for 2 March.
  const day = trimmed.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? instant : null;
}

/** The instant that a file holds; null when it cannot be read or holds none. */
export function readInstantFile(file: string): Date | null {
  try {
    return parseInstant(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
