import { beginChat, type Chat, type Turn } from "../../chat.ts";

/** Fewer than a chat may send in a minute. */
const inputsPerChat = 40;
/** Both are written by one input: a half of it would show. */
export const pair = ["service_staff_count", "info_events"] as const;

/** What a client knows of one conversation: what it sent, and what it was told. */
export interface Written {
  readonly chat: Chat;
  /** The turns that were acknowledged, by their seq from 1 on. */
  readonly acknowledged: Turn[];
  /** Whether the input after the last acknowledged one was on its way when the server went. */
  inFlight: boolean;
}

/** The input with this number: two facts of the same value, which is the number. */
export function inputOf(seq: number) {
  return { facts: Object.fromEntries(pair.map((fact) => [fact, seq])), seq };
}

/** Holds conversations one after the other until the server goes. */
export async function writeUntilGone(url: string): Promise<Written[]> {
  const written: Written[] = [];
  for (;;) {
    const chat = await beginChat(url).catch(whenGone);
    if (chat === null) return written;
    const record: Written = { chat, acknowledged: [], inFlight: false };
    written.push(record);
    for (let seq = 1; seq <= inputsPerChat; seq++) {
      record.inFlight = true;
      const turn = await chat.send(inputOf(seq)).catch(whenGone);
      if (turn === null) return written;
      record.inFlight = false;
      record.acknowledged.push(turn);
    }
  }
}

/** A broken connection is what a killed server looks like; any answer that refuses is a defect. */
function whenGone(cause: unknown): null {
  if (cause instanceof TypeError) return null;
  throw cause;
}
