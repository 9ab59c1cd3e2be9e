import type { ChatInput, ClaimedReminder, ClaimedUpdate, SettleReminder, Turn } from "@shifan/contract/client";

export type StoredUpdate = {
  updateId: number;
  chatId: number;
  payload: Record<string, unknown>;
  attempts: number;
  done: boolean;
  waitsUntil: number;
};

/** A reminder as the fake API keeps it; settled when it is due no more. */
export type KeptReminder = ClaimedReminder & { dueAt: number | null; outcomes: SettleReminder["outcome"][] };

/** What the fake API keeps; it outlives a restart of the server, as a database does. */
export type ServiceState = {
  /** The fake's own time, in milliseconds: it stands still until a test moves it on. */
  now: number;
  /** In the order in which they were stored. */
  updates: StoredUpdate[];
  leases: Map<number, { number: number; updateId: number | null; until: number }>;
  /** Each input that was applied, once. */
  inputs: (ChatInput & { chatId: number })[];
  turns: Map<string, Turn>;
  /** Names under which bots introduced themselves. */
  bots: string[];
  reminders: KeptReminder[];
  /** After so many milliseconds, as every claim is told, there is room for more; without it nobody is told of any end. */
  fullForMilliseconds?: number;
  /** The conversation, as the test wants it. */
  reply: (input: ChatInput, chatId: number) => Turn;
};

export function createServiceState(reply: ServiceState["reply"]): ServiceState {
  return {
    now: 1_780_000_000_000,
    updates: [],
    leases: new Map(),
    inputs: [],
    turns: new Map(),
    bots: [],
    reminders: [],
    reply,
  };
}

/** True when the update was not known before. */
export function storeUpdate(
  state: ServiceState,
  update: Pick<StoredUpdate, "updateId" | "chatId" | "payload">,
): boolean {
  if (state.updates.some((known) => known.updateId === update.updateId)) return false;
  state.updates.push({ ...update, attempts: 0, done: false, waitsUntil: 0 });
  return true;
}

/** The oldest open update of each chat that nobody holds. */
export function claimUpdates(state: ServiceState, limit: number, leaseSeconds: number): ClaimedUpdate[] {
  const { now } = state;
  const open = state.updates.filter((update) => !update.done);
  const heads = open.filter((update) => open.find((other) => other.chatId === update.chatId) === update);
  const free = heads.filter(({ chatId, waitsUntil }) => {
    const lease = state.leases.get(chatId);
    return waitsUntil <= now && (lease === undefined || lease.updateId === null || lease.until <= now);
  });
  return free.slice(0, limit).map((update) => {
    update.attempts += 1;
    const number = (state.leases.get(update.chatId)?.number ?? 0) + 1;
    const until = now + leaseSeconds * 1_000;
    state.leases.set(update.chatId, { number, updateId: update.updateId, until });
    const { updateId, chatId, payload, attempts } = update;
    const leaseUntil = new Date(until).toISOString();
    return { updateId, chatId, payload, attempts, lease: number, leaseUntil, receivedAt: leaseUntil };
  });
}

/** Ends a lease; false when it is somebody else's by now. */
export function endLease(state: ServiceState, chatId: number, lease: number): boolean {
  const held = state.leases.get(chatId);
  if (held?.number !== lease) return false;
  held.updateId = null;
  return true;
}

/** Applies an input once; the same `seq` gets the same turn. */
export function applyInput(state: ServiceState, chatId: number, input: ChatInput): Turn {
  const key = `${chatId}:${input.seq}`;
  const known = state.turns.get(key);
  if (known !== undefined) return known;
  state.inputs.push({ ...input, chatId });
  const turn = state.reply(input, chatId);
  state.turns.set(key, turn);
  return turn;
}

/** Lets every lease and every waiting time run out now. */
export function runOutTimes(state: ServiceState): void {
  const ends = [
    ...state.updates.map((update) => update.waitsUntil),
    ...[...state.leases.values()].map(({ until }) => until),
    ...state.reminders.map(({ dueAt }) => dueAt ?? 0),
  ];
  state.now = Math.max(state.now, ...ends);
}
