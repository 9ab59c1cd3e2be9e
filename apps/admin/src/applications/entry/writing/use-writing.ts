import { Problem } from "@shifan/contract/client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { EntryDrafts } from "./entry-drafts.ts";
import {
  afterSave,
  bodyOf,
  type Change,
  holdsAsSent,
  meet,
  type Seen,
  takeBack,
  type Values,
  type Written,
  write,
} from "./written.ts";

export type WriteStatus =
  | "untouched"
  | "typing"
  | "saving"
  | "saved"
  /** Something typed cannot stand; the rest is on the server. */
  | "wrong"
  /** A colleague has changed the same field: the person has to choose. */
  | "conflict"
  | "unreachable"
  | "refused";

type State = {
  readonly written: Written;
  readonly wrong: ReadonlyMap<string, string>;
  readonly conflicts: readonly string[];
  readonly theirs: readonly Change[];
  readonly status: WriteStatus;
  readonly cause: unknown;
};

/** A part of the form that is written: where it lies in the drafts, and the way to the server and back. */
export type Writing = {
  readonly drafts: EntryDrafts;
  readonly part: string;
  /** As the server had it when it was last asked. */
  readonly seen: Seen;
  /** @param without fields of which the server's own values are sent @throws Problem when the server refused */
  readonly send: (body: Values, revision: number) => Promise<Seen>;
  readonly read: () => Promise<Seen>;
  /** Whether it is saved while it is typed. Otherwise it is saved when the person says so, and whole or not at all. */
  readonly isSavedByItself: boolean;
};

const pauseMs = 1_000;
const retryMs = 5_000;
/** A colleague who is always faster, and fields that are wrong one after the other, are left to the person. */
const mostAttempts = 4;

const nothingWrong: ReadonlyMap<string, string> = new Map();

function begin({ drafts, part, seen }: Writing): State {
  const kept = drafts.read(part);
  const { written, conflicts, theirs } = kept === null ? meet({ seen, typed: {} }, seen) : meet(kept, seen);
  const status = Object.keys(written.typed).length > 0 ? "typing" : "untouched";
  return { written, conflicts, theirs, wrong: nothingWrong, status, cause: null };
}

/**
 * A part of the form while it is written: kept in the tab from the first letter, saved in the state that was last seen, brought together with what
 * colleagues write. "Saved" is said only of what the server has taken.
 */
export function useWriting(writing: Writing) {
  const { drafts, part, seen, isSavedByItself } = writing;
  const [state, setState] = useState(() => begin(writing));
  const latest = useRef(state);
  const way = useRef(writing);
  way.current = writing;
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const update = useCallback(
    (change: Partial<State>) => {
      latest.current = { ...latest.current, ...change };
      const { written } = latest.current;
      drafts.write(part, Object.keys(written.typed).length === 0 ? null : written);
      setState(latest.current);
    },
    [drafts, part],
  );

  const adopt = useCallback(
    (now: Seen) => {
      const { written, conflicts, theirs } = latest.current;
      if (now.revision <= written.seen.revision) return;
      const meeting = meet(written, now);
      const open = [...conflicts, ...meeting.conflicts].filter((field) => Object.hasOwn(meeting.written.typed, field));
      update({ written: meeting.written, conflicts: [...new Set(open)], theirs: [...theirs, ...meeting.theirs] });
    },
    [update],
  );

  /** Sends what can be sent. @returns whether it is to be tried again */
  const sendOnce = useCallback(async (): Promise<boolean> => {
    const { written, wrong, conflicts } = latest.current;
    const waiting = new Set([...wrong.keys(), ...conflicts]);
    const sent = Object.fromEntries(Object.entries(written.typed).filter(([field]) => !waiting.has(field)));
    const isWhole = way.current.isSavedByItself || waiting.size === 0;
    if (Object.keys(sent).length === 0 || !isWhole) {
      if (latest.current.status !== "untouched") update({ status: standingOf(latest.current) });
      return false;
    }
    update({ status: "saving", cause: null });
    try {
      const now = await way.current.send(bodyOf(written, waiting), written.seen.revision);
      update({ written: afterSave(latest.current.written, sent, now) });
      update({ status: standingOf(latest.current) });
      return false;
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.status >= 500) {
        update({ status: "unreachable" });
        if (way.current.isSavedByItself) timer.current = setTimeout(() => void save.current(), retryMs);
        return false;
      }
      if (cause.status === 412) {
        adopt(await way.current.read());
        return true;
      }
      const named = cause.errors
        .map(({ path, message }) => [path.split("/").at(-1) ?? "", message] as const)
        .filter(([field]) => Object.hasOwn(sent, field));
      if (cause.status === 422 && named.length > 0) {
        const still = named.filter(([field]) => holdsAsSent(latest.current.written, sent, field));
        update({ wrong: new Map([...latest.current.wrong, ...still]), status: "wrong" });
        return true;
      }
      update({ status: "refused", cause });
      return false;
    }
  }, [adopt, update]);

  const save = useRef(async () => {});
  save.current = async () => {
    clearTimeout(timer.current);
    while (running.current !== null) await running.current;
    const send = async () => {
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        // Without a line to ask how the part stands now, it is as with any call that does not get through.
        const isAgain = await sendOnce().catch(() => update({ status: "unreachable" }));
        if (isAgain !== true) return;
      }
    };
    running.current = send().finally(() => {
      running.current = null;
    });
    await running.current;
  };

  const changeTo = (written: Written, field: string) => {
    const { wrong, conflicts } = latest.current;
    const others = new Map([...wrong].filter(([each]) => each !== field));
    const open = conflicts.filter((each) => each !== field || Object.hasOwn(written.typed, each));
    update({ written, wrong: others, conflicts: open, status: "typing" });
    clearTimeout(timer.current);
    if (isSavedByItself) timer.current = setTimeout(() => void save.current(), pauseMs);
  };

  useEffect(() => adopt(seen), [adopt, seen]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(latest.current.written.typed).length > 0) event.preventDefault();
    };
    const again = () => {
      if (way.current.isSavedByItself) void save.current();
    };
    // What an earlier page has left unsent goes to the server now.
    again();
    addEventListener("beforeunload", warn);
    addEventListener("online", again);
    return () => {
      removeEventListener("beforeunload", warn);
      removeEventListener("online", again);
      again();
    };
  }, []);

  return {
    ...state,
    change: (field: string, value: unknown) => changeTo(write(latest.current.written, field, value), field),
    /** Settles a field that both have changed: with what is typed here, or with the colleague's. */
    choose: (field: string, isMine: boolean) => {
      const { written, conflicts } = latest.current;
      update({ conflicts: conflicts.filter((each) => each !== field) });
      changeTo(isMine ? written : takeBack(written, field), field);
    },
    putAwayTheirs: () => update({ theirs: [] }),
    /** @returns whether everything that was typed is on the server */
    save: async (): Promise<boolean> => {
      await save.current();
      return Object.keys(latest.current.written.typed).length === 0;
    },
    /** Forgets what was typed. */
    discard: () => {
      const { seen: present } = latest.current.written;
      update({
        written: { seen: present, typed: {} },
        wrong: nothingWrong,
        conflicts: [],
        status: "untouched",
        cause: null,
      });
    },
  };
}

function standingOf({ written, conflicts, wrong }: State): WriteStatus {
  if (conflicts.length > 0) return "conflict";
  if (wrong.size > 0) return "wrong";
  return Object.keys(written.typed).length > 0 ? "typing" : "saved";
}
