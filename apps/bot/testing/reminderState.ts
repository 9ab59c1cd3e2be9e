import type { ClaimedReminder, SettleReminder } from "@shifan/contract/client";
import type { KeptReminder, ServiceState } from "./serviceState.ts";

/** Has a reminder be due now. */
export function addReminder(state: ServiceState, reminder: Partial<ClaimedReminder> & { id: string }): KeptReminder {
  const text = `【提醒】${reminder.id}\n编号 ${reminder.id}`;
  const kept = { chatId: 42, text, buttons: [], ...reminder, lease: 0, dueAt: state.now, outcomes: [] };
  state.reminders.push(kept);
  return kept;
}

/** Leases what is due, by a number that grows. */
export function claimReminders(
  state: ServiceState,
  { limit, leaseSeconds }: { limit: number; leaseSeconds: number },
): ClaimedReminder[] {
  const due = state.reminders.filter(({ dueAt }) => dueAt !== null && dueAt <= state.now).slice(0, limit);
  return due.map((reminder) => {
    reminder.lease += 1;
    reminder.dueAt = state.now + leaseSeconds * 1_000;
    const { id, lease, chatId, text, buttons } = reminder;
    return { id, lease, chatId, text, buttons };
  });
}

/** False where the lease is somebody else's by now. */
export function settleReminder(state: ServiceState, id: string, { lease, outcome }: SettleReminder): boolean {
  const reminder = state.reminders.find((each) => each.id === id);
  if (reminder?.lease !== lease || reminder.dueAt === null) return false;
  reminder.outcomes.push(outcome);
  reminder.dueAt = outcome.kind === "retry" ? state.now + (outcome.afterSeconds ?? 15) * 1_000 : null;
  return true;
}
