import { type PlannedDelivery, planDeliveries } from "@shifan/db";
import { daysAfter, isOpenMoment, type ReminderRule, timeToSend } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { instantOf, momentOf, reminderContext } from "./context.ts";
import { endOfDuty, tellableDays } from "./days.ts";
import { findConcerned } from "./recipients.ts";
import type { ReminderContext, StandingDuty } from "./source.ts";
import { reminderSources } from "./sources/index.ts";

/**
 * Plans what is to be told today, by every rule of the policy. What is planned already stays as it is, so that it may be done at any time, by
 * several processes, and again after a fall. It looks only at what is due on days of which there is something to tell. A rule that cannot be
 * looked through keeps the others from nothing: its fault is thrown once they are planned.
 *
 * @returns how many deliveries are new
 */
export async function planReminders(services: ProcedureServices): Promise<number> {
  const context = await reminderContext(services);
  const found: PlannedDelivery[] = [];
  const faults: unknown[] = [];
  for (const rule of context.document.reminders.rules) {
    try {
      found.push(...(await findOfRule(context, rule)));
    } catch (cause) {
      faults.push(cause);
    }
  }
  // At once, so that nobody makes a message of some of them while the others are still being planned.
  const planned = await services.database.transaction((transaction) =>
    planDeliveries(transaction, found, services.clock.now()),
  );
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} rules of reminders could not be planned`);
  return planned;
}

/** What a rule tells of today, to each reader. */
async function findOfRule(context: ReminderContext, rule: ReminderRule): Promise<PlannedDelivery[]> {
  const { today, calendar } = context;
  const days = tellableDays(rule, today, calendar);
  if (days.size === 0) return [];
  const audiences = new Set(rule.messages.map(({ audience }) => audience));
  const found = await reminderSources[rule.subject](context, {
    subject: rule.subject,
    days: [...days.keys()],
    recordIds: null,
  });
  const duties = found.filter(({ told }) => audiences.has(told.audience));
  const concerned = await findConcerned(
    context,
    duties.map(({ told }) => told),
  );
  return duties.flatMap((duty) => {
    const occasion = days.get(duty.dueOn);
    const going = occasion === undefined ? null : timeOf(context, rule, duty);
    if (occasion === undefined || going === null) return [];
    return concerned(duty.told).map((recipientId): PlannedDelivery => {
      const { resource, recordId, dueOn, told } = duty;
      return {
        subject: rule.subject,
        resource,
        recordId,
        occasion: occasion.id,
        dueOn,
        recipientId,
        audience: told.audience,
        ...going,
      };
    });
  });
}

/** When a duty is told of today; null where it would come too late. */
function timeOf(
  { services, today, document, calendar }: ReminderContext,
  rule: ReminderRule,
  { dueOn, endsOn = endOfDuty(rule, dueOn) }: StandingDuty,
): Pick<PlannedDelivery, "plannedAt" | "endsOn" | "isUrgent"> | null {
  const { quiet_hours: quiet, send_at } = document.reminders;
  const open = { quiet, calendar };
  const moment = timeToSend(
    {
      planned: `${today}T${send_at.time}`,
      now: momentOf(services.clock.now()),
      deadline: endsOn === null ? null : `${daysAfter(endsOn, 1)}T00:00`,
      isHard: rule.is_hard,
    },
    open,
  );
  if (moment === null) return null;
  return { plannedAt: instantOf(moment), endsOn, isUrgent: !isOpenMoment(moment, open) };
}
