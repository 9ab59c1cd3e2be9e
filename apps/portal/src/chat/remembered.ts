import type { ChatInput } from "../api/chat.ts";

/** An input that the service has not yet acknowledged. Its `seq` makes a second sending harmless. */
export type WaitingInput = {
  seq: number;
  input: ChatInput;
  said: string;
  /** A tap on a toggle: it shows in the button, not as a bubble. */
  toggles: boolean;
};

/** What this device keeps of a self-check: the key to it, and what is not yet sent. Never an answer the service has. */
export type Remembered = {
  id: string;
  token: string;
  lastSeq: number;
  waiting: WaitingInput[];
  answered: number;
  remaining: number;
  finished: boolean;
};

/** The part of localStorage we use; a browser may refuse it altogether. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export const storageKey = "shifan.self-check";

export type Memory = {
  read(): Remembered | null;
  write(remembered: Remembered): void;
  forget(): void;
  /** False where the browser keeps nothing: then the self-check lasts only as long as the page. */
  lasts(): boolean;
};

/** Keeps the session on the device; where that is refused, in this page alone. */
export function memoryOn(shelf: () => Shelf): Memory {
  let inPage: Remembered | null = null;
  let refused = false;
  const attempt = <Value>(use: (shelf: Shelf) => Value, otherwise: Value): Value => {
    try {
      return use(shelf());
    } catch {
      refused = true;
      return otherwise;
    }
  };
  return {
    read: () => {
      const text = attempt((store) => store.getItem(storageKey), null);
      return refused ? inPage : parseRemembered(text);
    },
    write: (remembered) => {
      inPage = remembered;
      attempt((store) => store.setItem(storageKey, JSON.stringify(remembered)), undefined);
    },
    forget: () => {
      inPage = null;
      attempt((store) => store.removeItem(storageKey), undefined);
    },
    lasts: () => !refused,
  };
}

/** The memory of this browser. */
export const deviceMemory: Memory = memoryOn(() => window.localStorage);

function parseRemembered(text: string | null): Remembered | null {
  if (text === null) return null;
  try {
    const value: Partial<Remembered> | null = JSON.parse(text);
    if (value === null || typeof value.id !== "string" || typeof value.token !== "string") return null;
    return {
      id: value.id,
      token: value.token,
      lastSeq: Number.isSafeInteger(value.lastSeq) ? Number(value.lastSeq) : 0,
      waiting: Array.isArray(value.waiting) ? value.waiting : [],
      answered: Number(value.answered) || 0,
      remaining: Number(value.remaining) || 0,
      finished: value.finished === true,
    };
  } catch {
    return null;
  }
}
