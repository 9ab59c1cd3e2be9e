import { Problem } from "@shifan/contract/client";
import type { KeptVisit, SeenInspection, VisitStorage, VisitValues } from "./kept.ts";
import { filesOf, isOurs, withFiles, withId } from "./sent.ts";

/** How a visit stands: being written, on its way, waiting for the connection, not taken, changed by somebody else meanwhile. */
export type Standing = "kept" | "sending" | "waiting" | "refused" | "overtaken";

export type Held = {
  readonly visit: KeptVisit;
  readonly standing: Standing;
  /** Whether the device has it; not where its storage is closed to the page. */
  readonly isOnDevice: boolean;
  /** Why it was not taken. */
  readonly cause: unknown;
  /** The inspection as it is now, where somebody changed it meanwhile. */
  readonly present: SeenInspection | null;
};

export type VisitServer = {
  /** @returns the id of the file */
  upload(file: File, inspectionId: string): Promise<string>;
  record(seen: SeenInspection, body: Record<string, unknown>): Promise<SeenInspection>;
  read(inspectionId: string): Promise<SeenInspection>;
};

/**
 * Keeps what is written on the spot, and sends what was handed over as soon as the server can be reached. Nothing is let go of before the server has
 * taken it.
 */
export function createOutbox({ storage, server }: { storage: VisitStorage; server: VisitServer }) {
  let held: ReadonlyMap<string, Held> = new Map();
  let reader: string | null = null;
  const listeners = new Set<() => void>();
  const acceptedListeners = new Set<(record: SeenInspection) => void>();

  const put = (id: string, next: Held | null) => {
    const others = [...held].filter(([each]) => each !== id);
    held = new Map(next === null ? others : [...others, [id, next]]);
    for (const listener of listeners) listener();
  };
  const change = (id: string, changed: Partial<Held>) => {
    const before = held.get(id);
    if (before !== undefined) put(id, { ...before, ...changed });
  };

  /** Writes to the device in the order of the changes: the last one stands. */
  let writing: Promise<void> = Promise.resolve();
  const write = (id: string, visit: KeptVisit): Promise<void> => {
    writing = writing.then(async () => {
      const isOnDevice = await storage.write(visit).then(
        () => true,
        () => false,
      );
      if (isReaders(visit)) change(id, { isOnDevice });
    });
    return writing;
  };
  /** Somebody else may have signed in while a call was under way: what is not theirs is kept for whoever wrote it, out of their sight. */
  const isReaders = ({ userId }: KeptVisit) => reader === null || reader === userId;
  const keep = (id: string, visit: KeptVisit, changed: Partial<Held> = {}): Promise<void> => {
    if (!isReaders(visit)) return write(id, visit);
    const before = held.get(id) ?? { standing: "kept" as const, isOnDevice: false, cause: null, present: null };
    put(id, { ...before, ...changed, visit });
    return write(id, visit);
  };
  const letGo = async (id: string, visit: KeptVisit) => {
    if (isReaders(visit)) put(id, null);
    await writing;
    await storage.remove(visit).catch(() => undefined);
  };

  /** Uploads what the server does not have yet; each id is kept at once, so that nothing goes twice. */
  const uploadRest = async (id: string): Promise<VisitValues> => {
    for (const { key, file } of filesOf(valuesOf(held, id)).filter((each) => each.id === null)) {
      const fileId = await server.upload(file, id);
      const visit = held.get(id)?.visit;
      if (visit === undefined) break;
      await keep(id, { ...visit, values: withId(visit.values, key, fileId) });
    }
    return valuesOf(held, id);
  };

  const settleTrouble = async (id: string, visit: KeptVisit, cause: unknown) => {
    if (!(cause instanceof Problem) || cause.status >= 500 || [401, 429].includes(cause.status))
      return change(id, { standing: "waiting" });
    if (cause.status === 412 || cause.status === 409) {
      const present = await server.read(id).catch(() => null);
      if (present === null) return change(id, { standing: "waiting" });
      // Its answer was lost on the way back: what is on record is what was sent.
      if (isOurs(present, visit)) return accept(id, visit, present);
      if (cause.status === 412) {
        return keep(id, { ...visit, toSend: null }, { standing: "overtaken", present });
      }
    }
    return keep(id, { ...visit, toSend: null }, { standing: "refused", cause });
  };
  const accept = async (id: string, visit: KeptVisit, record: SeenInspection) => {
    await letGo(id, visit);
    for (const listener of acceptedListeners) listener(record);
  };

  /** What the same person writes in another tab is what stands here as well. */
  storage.onChangedElsewhere(async (id) => {
    if (reader === null || held.get(id)?.standing === "sending") return;
    const person = reader;
    const visit = await storage.read(person, id).catch(() => held.get(id)?.visit);
    if (reader !== person || held.get(id)?.standing === "sending") return;
    put(id, visit === undefined ? null : heldFrom(visit));
  });

  const sendOne = async (id: string) => {
    const waiting = held.get(id);
    if (waiting === undefined || waiting.visit.toSend === null || waiting.standing === "sending") return;
    await storage.inTurn(waiting.visit, () => sendAlone(id));
  };
  const sendAlone = async (id: string) => {
    const begun = held.get(id);
    if (begun === undefined || begun.visit.toSend === null || begun.standing === "sending") return;
    change(id, { standing: "sending", cause: null });
    try {
      const values = await uploadRest(id);
      // Nothing is sent in the name of whoever signed in meanwhile.
      if (!isReaders(begun.visit)) return;
      const visit = held.get(id)?.visit ?? begun.visit;
      await accept(id, visit, await server.record(visit.record, withFiles(visit.toSend ?? {}, values)));
    } catch (cause) {
      if (isReaders(begun.visit)) await settleTrouble(id, held.get(id)?.visit ?? begun.visit, cause);
    }
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Tells of every visit that the server has taken. */
    onAccepted: (listener: (record: SeenInspection) => void) => {
      acceptedListeners.add(listener);
      return () => {
        acceptedListeners.delete(listener);
      };
    },
    held: () => held,
    /** What this person has kept on the device; another person's is put out of sight. */
    load: async (userId: string) => {
      if (reader === userId) return;
      reader = userId;
      held = new Map();
      const kept = await storage.readAll(userId).catch(() => []);
      for (const visit of kept) put(visit.record.id, heldFrom(visit));
    },
    /** Keeps what was written. What was handed over is written on only when it came back. */
    write: (userId: string, record: SeenInspection, values: VisitValues) => {
      const seen = held.get(record.id)?.visit.record ?? record;
      return keep(record.id, { userId, record: seen, values, toSend: null });
    },
    /** Hands a visit over to be sent, now or when the server can be reached. */
    handOver: async (id: string, body: Record<string, unknown>) => {
      const visit = held.get(id)?.visit;
      if (visit === undefined) return;
      await keep(id, { ...visit, toSend: body }, { standing: "waiting", present: null });
      await sendOne(id);
    },
    /** Goes on from the state that somebody else has made, after it was looked at. */
    goOn: (id: string) => {
      const { visit, present } = held.get(id) ?? {};
      if (visit === undefined || present == null) return;
      void keep(id, { ...visit, record: present }, { standing: "kept", present: null });
    },
    /** Takes a visit that waits back, to write on. */
    takeBack: (id: string) => {
      const { visit, standing } = held.get(id) ?? {};
      if (visit !== undefined && standing === "waiting")
        void keep(id, { ...visit, toSend: null }, { standing: "kept" });
    },
    /** Puts a visit away for good: somebody else has recorded the inspection, or it was only tried out. */
    discard: async (id: string) => {
      const visit = held.get(id)?.visit;
      if (visit !== undefined) await letGo(id, visit);
    },
    /** Tries everything that waits once more. */
    sendWaiting: async () => {
      for (const [id, { standing }] of held) if (standing === "waiting") await sendOne(id);
    },
  };
}

/** As it stands when it comes from the device. */
function heldFrom(visit: KeptVisit): Held {
  return { visit, standing: visit.toSend === null ? "kept" : "waiting", isOnDevice: true, cause: null, present: null };
}

const valuesOf = (held: ReadonlyMap<string, Held>, id: string): VisitValues => held.get(id)?.visit.values ?? {};
