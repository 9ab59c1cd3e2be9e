import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { createUploadQueue, type QueuedFile, type UploadQueue } from "./queue.ts";
import { refusalOf } from "./refusal.ts";
import { createUpload, removeFile, type UploadTo } from "./upload.ts";

/**
 * The uploads of one field. What was interrupted goes on by itself when the line is back.
 *
 * @param to for which record; what was uploaded for another one is taken back. Null: it is not known yet
 * @param onIds with the ids of what has come, in the order of choosing
 */
export function useUploadQueue(
  to: UploadTo | null,
  onIds: (ids: readonly string[]) => void,
): { queue: UploadQueue; files: readonly QueuedFile[] } {
  const { purpose, target } = to ?? { purpose: "material" as const, target: null };
  const queue = useMemo(
    () =>
      createUploadQueue({
        start: (file, onSent) => createUpload(file, { purpose, target: target ?? "" }, onSent),
        takeBack: removeFile,
        refusalOf,
      }),
    [purpose, target],
  );
  const files = useSyncExternalStore(queue.subscribe, queue.files);
  const ids = files.flatMap(({ id }) => (id === null ? [] : [id]));
  // The form may have changed while a file was on its way: what is told is told to the form as it is then.
  const tell = useRef(onIds);
  tell.current = onIds;
  const said = useRef("");
  const saying = ids.join(" ");
  useEffect(() => {
    if (said.current === saying) return;
    said.current = saying;
    tell.current(saying === "" ? [] : saying.split(" "));
  }, [saying]);
  const present = useRef(queue);
  useEffect(() => {
    if (present.current !== queue) present.current.discard();
    present.current = queue;
  }, [queue]);
  useEffect(() => {
    const goOn = () => queue.allAgain();
    window.addEventListener("online", goOn);
    return () => window.removeEventListener("online", goOn);
  }, [queue]);
  return { queue, files };
}
