import type { Review } from "@shifan/contract";
import { Problem } from "@shifan/contract/client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { dataProvider, pathOf, type Tagged, tagged } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";
import { keepRecord } from "../../api/use-record.ts";
import { type Draft, draftOf, scoresOf } from "./draft.ts";

export type SavedReview = Review & Tagged;
export type SaveStatus =
  | "untouched"
  | "typing"
  | "saving"
  | "saved"
  | "wrong"
  | "unreachable"
  | "refused"
  | "overtaken";

const pauseMs = 800;
const retryMs = 5_000;

/**
 * Keeps a sheet on the server while it is written: one save at a time, always of the latest words, in the state that was last seen. "saved" is said only
 * of what the server has taken.
 */
export function useAutosave(record: SavedReview) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(record.scores));
  const [status, setStatus] = useState<SaveStatus>("untouched");
  const [cause, setCause] = useState<unknown>(null);
  const [overtaking, setOvertaking] = useState<SavedReview | null>(null);
  const latest = useRef(draft);
  const kept = useRef(draft);
  const etag = useRef(record.etag);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    while (running.current !== null) await running.current;
    const written = latest.current;
    if (written === kept.current) return;
    const body = scoresOf(written, record.sheet);
    if (body === null) return setStatus("wrong");
    const send = async () => {
      setStatus("saving");
      setCause(null);
      try {
        const headers = etag.current === undefined ? {} : { "if-match": etag.current };
        const path = pathOf("reviews", record.id, "scores");
        const answer = await ask<SavedReview>({ method: "PUT", path, headers, body });
        const after = tagged(answer.body, answer.headers);
        etag.current = after.etag;
        kept.current = written;
        keepRecord(queries, "reviews", after);
        setStatus(latest.current === written ? "saved" : "typing");
      } catch (caught) {
        if (!(caught instanceof Problem)) {
          setStatus("unreachable");
          timer.current = setTimeout(() => void save(), retryMs);
        } else if (caught.status === 412) {
          setOvertaking((await dataProvider.getOne<SavedReview>("reviews", { id: record.id })).data);
          setStatus("overtaken");
        } else {
          setCause(caught);
          setStatus("refused");
        }
      }
    };
    running.current = send().finally(() => {
      running.current = null;
    });
    await running.current;
  }, [queries, record.id, record.sheet]);

  const change = (next: Draft) => {
    latest.current = next;
    setDraft(next);
    if (overtaking !== null) return;
    setStatus("typing");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pauseMs);
  };

  /** Goes on from what stands on the server now, with the words of here or of there. */
  const settle = (own: boolean) => {
    if (overtaking === null) return;
    etag.current = overtaking.etag;
    kept.current = draftOf(overtaking.scores);
    setOvertaking(null);
    keepRecord(queries, "reviews", overtaking);
    if (own) return void save();
    latest.current = kept.current;
    setDraft(kept.current);
    setStatus("saved");
  };

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current !== kept.current) event.preventDefault();
    };
    const retry = () => void save();
    addEventListener("beforeunload", warn);
    addEventListener("online", retry);
    return () => {
      removeEventListener("beforeunload", warn);
      removeEventListener("online", retry);
      void save();
    };
  }, [save]);

  /** Whether everything is on the server, after trying once more. */
  const flush = async (): Promise<boolean> => {
    await save();
    return latest.current === kept.current;
  };
  return { draft, change, status, cause, overtaking, settle, flush };
}
