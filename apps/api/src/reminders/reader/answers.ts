import type { DeliveryAnswered } from "@shifan/contract";
import { type DeliveryRow, findDelivery, planAgain, type RecipientRow, resumeDuty, stopDuty } from "@shifan/db";
import { daysAfter, isOpenMoment, isWorkingDay } from "@shifan/rules";
import type { ProcedureServices } from "../../acts/services.ts";
import { instantOf, reminderContext } from "../context.ts";
import type { ReminderContext } from "../source.ts";
import { reminderSources } from "../sources/index.ts";
import { spellDay } from "../spell.ts";

/** What a reader may answer to a reminder. */
export const deliveryAnswers = ["snooze", "done", "stop", "resume"] as const;
export type DeliveryAnswerAct = (typeof deliveryAnswers)[number];

/** No stretch of days off is longer. */
const longestHoliday = 30;

/**
 * Does what a reader answers to what they were told. The same answer twice comes to the same.
 *
 * @returns null where the delivery is not the recipient's
 */
export async function answerDelivery(
  services: ProcedureServices,
  recipient: Pick<RecipientRow, "id">,
  deliveryId: string,
  act: DeliveryAnswerAct,
): Promise<DeliveryAnswered | null> {
  const delivery = await findDelivery(services.database, deliveryId);
  if (delivery === null || delivery.recipientId !== recipient.id) return null;
  const context = await reminderContext(services);
  switch (act) {
    case "snooze":
      return snooze(context, delivery);
    case "done":
      return end(context, delivery, "done");
    case "stop":
      return end(context, delivery, "stopped");
    case "resume":
      return resume(context, delivery);
  }
}

/** The next day of work at the usual time; where the last day comes before it, tomorrow as it falls; after the last day nothing. */
function dayToTellAgain({ today, calendar }: ReminderContext, { endsOn }: DeliveryRow): string | null {
  const tomorrow = daysAfter(today, 1);
  let day = tomorrow;
  for (let tried = 0; tried < longestHoliday && isWorkingDay(calendar, day) === false; tried += 1) {
    day = daysAfter(day, 1);
  }
  if (endsOn === null || day <= endsOn) return day;
  return tomorrow <= endsOn ? tomorrow : null;
}

async function snooze(context: ReminderContext, delivery: DeliveryRow): Promise<DeliveryAnswered> {
  const { services, today, calendar, document } = context;
  const { database, clock } = services;
  const day = dayToTellAgain(context, delivery);
  if (day === null) {
    return { answer: "none", until: null, isStillOpen: null, says: "明天就过期了，不能再往后放。请今天办好。" };
  }
  const { subject, resource, recordId, dueOn, recipientId, audience, endsOn } = delivery;
  const { quiet_hours: quiet, send_at } = document.reminders;
  const moment = `${day}T${send_at.time}`;
  await resumeDuty(database, recipientId, { subject, resource, recordId });
  await planAgain(
    database,
    {
      ...{ subject, resource, recordId, dueOn, recipientId, audience, endsOn },
      occasion: `snoozed-${day}`,
      plannedAt: instantOf(moment),
      isUrgent: !isOpenMoment(moment, { quiet, calendar }),
    },
    clock.now(),
  );
  const says = `好的，${spellDay(day, today)}${send_at.time}再提醒您。办完了就不再提醒。`;
  return { answer: "snoozed", until: day, isStillOpen: null, says };
}

async function end(
  context: ReminderContext,
  delivery: DeliveryRow,
  answer: "done" | "stopped",
): Promise<DeliveryAnswered> {
  const { database, clock } = context.services;
  await database.transaction((transaction) =>
    stopDuty(transaction, delivery.recipientId, delivery, answer, clock.now()),
  );
  const isStillOpen = await stands(context, delivery);
  const says =
    answer === "stopped"
      ? "好的，这件事不再提醒您，期限不变。想恢复，到“我的提醒”里点“恢复”。"
      : isStillOpen
        ? "记下了，这件事不再提醒您。系统里它还没有办结，期限不变；请打开核对是不是已经提交。"
        : "好的，系统里这件事也已经办结。";
  return { answer, until: null, isStillOpen, says };
}

async function resume({ services }: ReminderContext, delivery: DeliveryRow): Promise<DeliveryAnswered> {
  const isResumed = await resumeDuty(services.database, delivery.recipientId, delivery);
  const says = isResumed ? "已恢复，这件事到日子还会提醒您。" : "这件事没有停过，到日子会提醒您。";
  return { answer: "resumed", until: null, isStillOpen: null, says };
}

/** Whether what a delivery told of is still to be done, as the records have it. */
async function stands(context: ReminderContext, { subject, recordId, dueOn, audience }: DeliveryRow): Promise<boolean> {
  const found = await reminderSources[subject](context, { subject, days: [dueOn], recordIds: [recordId] });
  return found.some((duty) => duty.recordId === recordId && duty.told.audience === audience);
}
