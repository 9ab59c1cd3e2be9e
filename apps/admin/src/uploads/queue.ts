import { randomKey } from "../api/random-key.ts";
import { mayPass, type Upload } from "./upload.ts";

/** A file of a field, from the choice until the server has it. */
export type QueuedFile = {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly standing: "waiting" | "sending" | "interrupted" | "refused" | "done";
  /** The file's id once it is there. */
  readonly id: string | null;
  /** Why it is not there. */
  readonly cause: unknown;
};

/** The files of one field: sent one after the other in the order in which they were chosen, so that pages keep theirs. */
export type UploadQueue = {
  subscribe(listener: () => void): () => void;
  files(): readonly QueuedFile[];
  add(chosen: readonly File[]): void;
  /** Goes on with a file that was interrupted. */
  again(key: string): void;
  /** Goes on with all of them: the line is back. */
  allAgain(): void;
  remove(key: string): void;
  /** Takes everything back that was uploaded. */
  discard(): void;
};

/**
 * @param start begins the upload of a file
 * @param takeBack removes a file that the server has
 * @param refusalOf why a file need not be sent at all; null where it may be taken
 */
export function createUploadQueue({
  start,
  takeBack,
  refusalOf,
}: {
  start: (file: File, onSent: (bytes: number) => void) => Upload;
  takeBack: (id: string) => Promise<void>;
  refusalOf: (file: File) => string | null;
}): UploadQueue {
  let files: readonly QueuedFile[] = [];
  const uploads = new Map<string, Upload>();
  const listeners = new Set<() => void>();
  let isSending = false;

  const set = (next: readonly QueuedFile[]) => {
    files = next;
    for (const listener of listeners) listener();
  };
  const change = (key: string, changed: Partial<QueuedFile>) =>
    set(files.map((each) => (each.key === key ? { ...each, ...changed } : each)));

  const send = async () => {
    if (isSending) return;
    isSending = true;
    for (let next = nextOf(files); next !== undefined; next = nextOf(files)) {
      const { key } = next;
      change(key, { standing: "sending", cause: null });
      try {
        const id = (await uploads.get(key)?.run()) ?? "";
        // Taken away in the same moment in which its last byte came.
        if (files.some((each) => each.key === key)) change(key, { standing: "done", id });
        else await takeBack(id).catch(() => undefined);
      } catch (cause) {
        change(key, { standing: mayPass(cause) ? "interrupted" : "refused", cause });
      }
    }
    isSending = false;
  };
  const remove = (key: string) => {
    const file = files.find((each) => each.key === key);
    const upload = uploads.get(key);
    uploads.delete(key);
    set(files.filter((each) => each.key !== key));
    // What stays behind was handed in with nothing, and is the uploader's alone.
    if (file?.id != null) void takeBack(file.id).catch(() => undefined);
    else void upload?.stop();
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    files: () => files,
    add: (chosen) => {
      const added = chosen.map((file): QueuedFile => {
        const key = randomKey();
        const refusal = refusalOf(file);
        if (refusal === null)
          uploads.set(
            key,
            start(file, (sent) => change(key, { sent })),
          );
        const standing = refusal === null ? "waiting" : "refused";
        return { key, name: file.name, size: file.size, sent: 0, standing, id: null, cause: refusal };
      });
      set([...files, ...added]);
      void send();
    },
    again: (key) => {
      change(key, { standing: "waiting", cause: null });
      void send();
    },
    allAgain: () => {
      set(
        files.map((each) => (each.standing === "interrupted" ? { ...each, standing: "waiting", cause: null } : each)),
      );
      void send();
    },
    remove,
    discard: () => {
      for (const { key } of files) remove(key);
    },
  };
}

const nextOf = (files: readonly QueuedFile[]) => files.find(({ standing }) => standing === "waiting");
