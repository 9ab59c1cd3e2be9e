import type { Inspection } from "@shifan/contract";
import { createStore, del, entries, get, set } from "idb-keyval";
import type { Tagged } from "../../api/data-provider.ts";
import type { Values } from "../../forms/values.ts";

export type SeenInspection = Inspection & Tagged;

/** A picture that was taken or drawn on the spot; it has an id once the server has it. */
export type KeptFile = { readonly key: string; readonly file: File; readonly id: string | null };

/** What both sides sign on the device. */
export type KeptSignatures = {
  readonly inspectors: KeptFile | null;
  readonly unit: KeptFile | null;
  readonly unsignedReason: string;
};

/** What is written on the spot: the fields of the form, with pictures where the form has ids of files. */
export type VisitValues = Values & {
  readonly fileIds?: readonly KeptFile[];
  /** Null: signed on paper. */
  readonly signatures?: KeptSignatures | null;
};

/** A visit as it is kept on the device until the server has it. */
export type KeptVisit = {
  readonly userId: string;
  /** The inspection in the state in which it was seen. */
  readonly record: SeenInspection;
  readonly values: VisitValues;
  /** The body without its files, once it was handed over to be sent; null while it is being written. */
  readonly toSend: Record<string, unknown> | null;
};

/** Where visits are kept on the device. */
export type VisitStorage = {
  readAll(userId: string): Promise<readonly KeptVisit[]>;
  write(visit: KeptVisit): Promise<void>;
  remove(visit: KeptVisit): Promise<void>;
  /** @returns undefined where nothing is kept */
  read(userId: string, inspectionId: string): Promise<KeptVisit | undefined>;
  /** Tells which inspection's visit another tab has written or removed. */
  onChangedElsewhere(listener: (inspectionId: string) => void): void;
  /** Sends unless another tab is at it. */
  inTurn(visit: KeptVisit, send: () => Promise<void>): Promise<void>;
};

const keyFor = (userId: string, inspectionId: string) => `${userId} ${inspectionId}`;
const keyOf = ({ userId, record }: KeptVisit) => keyFor(userId, record.id);

/** The browser's own database: it holds pictures as they are, and outlives the page. What another person has written on the same device is not read. */
export function deviceStorage(): VisitStorage {
  const store = createStore("shifan-visits", "visits");
  const tabs = new BroadcastChannel("shifan-visits");
  return {
    readAll: async (userId) => {
      const all = await entries<string, KeptVisit>(store);
      return all.flatMap(([, visit]) => (visit.userId === userId ? [visit] : []));
    },
    write: async (visit) => {
      await set(keyOf(visit), visit, store);
      tabs.postMessage(visit.record.id);
    },
    remove: async (visit) => {
      await del(keyOf(visit), store);
      tabs.postMessage(visit.record.id);
    },
    read: (userId, inspectionId) => get(keyFor(userId, inspectionId), store),
    onChangedElsewhere: (listener) => {
      tabs.onmessage = ({ data }: MessageEvent<string>) => listener(data);
    },
    inTurn: async (visit, send) => {
      // A browser knows locks only on pages that came by https or from itself.
      if (!window.isSecureContext) return send();
      await navigator.locks.request(`shifan-visits ${keyOf(visit)}`, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await send();
      });
    },
  };
}
