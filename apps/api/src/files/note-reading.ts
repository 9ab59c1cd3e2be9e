import type { FileRow } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { FileServices } from "./services.ts";

/** A viewer fetches a PDF in many pieces, and again at every look: one look is one reading. */
const lookMilliseconds = 10 * 60_000;
const mostLooks = 10_000;

/** Notes that somebody reads the content of a file, once for a look of theirs. */
export function createReadingNote({ clock, filePorts }: Pick<FileServices, "clock" | "filePorts">) {
  const looks = new Map<string, number>();
  return async (actor: Actor, file: FileRow): Promise<void> => {
    const now = clock.machine().getTime();
    const look = JSON.stringify([actor.userId, file.id]);
    const since = looks.get(look);
    if (since !== undefined && now >= since && now < since + lookMilliseconds) return;
    await filePorts.noteRead(actor, file);
    if (looks.size >= mostLooks) looks.clear();
    looks.set(look, now);
  };
}
