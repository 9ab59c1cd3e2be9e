import { randomUUID } from "node:crypto";
import type { ReminderAnswer, ReminderChannel, ReminderSubject, WithdrawalGround } from "@shifan/rules";
import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";
import {
  type DeliveryContent,
  deliveries,
  reminderMessages,
  reminderRecipients,
  reminderStops,
} from "../schema/index.ts";
import { listOpenAddresses } from "./reminder-recipients.ts";

export type DeliveryRow = typeof deliveries.$inferSelect;
export type PlannedDelivery = Pick<
  DeliveryRow,
  | "subject"
  | "resource"
  | "recordId"
  | "occasion"
  | "dueOn"
  | "recipientId"
  | "audience"
  | "plannedAt"
  | "endsOn"
  | "isUrgent"
>;

/** The duty that a delivery tells of. */
export type Duty = Pick<DeliveryRow, "subject" | "resource" | "recordId">;

const atOnce = 1_000;

/**
 * Plans deliveries. What is planned or told already stays as it is, and of a duty that its reader stopped nothing is planned. What was withdrawn
 * because the duty was met, moved or somebody else's, and is to be told after all, is planned again.
 *
 * @returns how many are new or planned again
 */
export async function planDeliveries(
  database: Database,
  planned: readonly PlannedDelivery[],
  at: Date,
): Promise<number> {
  let count = 0;
  for (let from = 0; from < planned.length; from += atOnce) {
    const rows = planned.slice(from, from + atOnce).map((each) => ({
      ...each,
      id: randomUUID(),
      plannedAt: each.plannedAt.toISOString(),
    }));
    const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as given (id text, subject text, resource text, "recordId" text, occasion text, "dueOn" date, "recipientId" text, audience text, "plannedAt" timestamptz, "endsOn" date, "isUrgent" boolean)`;
    const notStopped = sql`not exists (
        select 1 from reminder_stops s
        where s.recipient_id = given."recipientId" and s.subject = given.subject and s.resource = given.resource and s.record_id = given."recordId")`;
    const inserted = await database.execute(sql`
      insert into deliveries (id, subject, resource, record_id, occasion, due_on, recipient_id, audience, planned_at, ends_on, is_urgent, state, created_at)
      select id, subject, resource, "recordId", occasion, "dueOn", "recipientId", audience, "plannedAt", "endsOn", "isUrgent", 'planned', ${at.toISOString()}::timestamptz
      from ${given}
      where ${notStopped}
      on conflict do nothing
      returning id`);
    const revived = await database.execute(sql`
      update deliveries set state = 'planned', withdrawn_for = null, message_id = null, content = null,
        planned_at = given."plannedAt", ends_on = given."endsOn", is_urgent = given."isUrgent", revision = deliveries.revision + 1
      from ${given}
      where deliveries.subject = given.subject and deliveries.resource = given.resource and deliveries.record_id = given."recordId"
        and deliveries.recipient_id = given."recipientId" and deliveries.occasion = given.occasion and deliveries.due_on = given."dueOn"
        and deliveries.audience = given.audience and deliveries.state = 'withdrawn' and deliveries.withdrawn_for in ('met', 'moved', 'not_theirs') and ${notStopped}
      returning deliveries.id`);
    count += rowsOf(inserted).length + rowsOf(revived).length;
  }
  return count;
}

/** Which of the channels each recipient is reached by: the one that they chose, else the one that they opened last. */
async function waysOf(
  transaction: Database,
  recipientIds: readonly string[],
  { today, channels }: { today: string; channels: readonly ReminderChannel[] },
): Promise<Map<string, { channel: ReminderChannel; addressId: string }>> {
  const recipients = await transaction
    .select()
    .from(reminderRecipients)
    .where(inArray(reminderRecipients.id, [...recipientIds]));
  const addresses = await listOpenAddresses(transaction, recipientIds);
  const ways = new Map<string, { channel: ReminderChannel; addressId: string }>();
  for (const { id, preferredChannel, pausedUntil } of recipients) {
    if (pausedUntil !== null && pausedUntil >= today) continue;
    const open = addresses.filter(({ recipientId, channel }) => recipientId === id && channels.includes(channel));
    const chosen = open.find(({ channel }) => channel === preferredChannel) ?? open[0];
    if (chosen !== undefined) ways.set(id, { channel: chosen.channel, addressId: chosen.id });
  }
  return ways;
}

/**
 * Puts what is due into messages: whatever one recipient is to be told by now is one message. One process does so at a time, so that nobody gets
 * two for want of one.
 *
 * @param now by the product's clock
 * @param machine by the machine's clock
 * @param channels those that exist
 * @returns how many messages were made
 */
export async function joinDueDeliveries(
  database: Database,
  {
    now,
    machine,
    today,
    limit,
    channels,
  }: { now: Date; machine: Date; today: string; limit: number; channels: readonly ReminderChannel[] },
): Promise<number> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('reminders: join'))`);
    const first = await transaction
      .select({ recipientId: deliveries.recipientId })
      .from(deliveries)
      .where(and(eq(deliveries.state, "planned"), lte(deliveries.plannedAt, now)))
      .orderBy(asc(deliveries.plannedAt))
      .limit(limit);
    const recipientIds = [...new Set(first.map(({ recipientId }) => recipientId))];
    if (recipientIds.length === 0) return 0;
    const due = await transaction
      .select({ id: deliveries.id, recipientId: deliveries.recipientId, isUrgent: deliveries.isUrgent })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.state, "planned"),
          lte(deliveries.plannedAt, now),
          inArray(deliveries.recipientId, recipientIds),
        ),
      )
      .for("update");
    const ways = await waysOf(transaction, recipientIds, { today, channels });
    const messages = [...Map.groupBy(due, ({ recipientId }) => recipientId)].map(([recipientId, own]) => {
      const way = ways.get(recipientId);
      return {
        message: {
          id: randomUUID(),
          recipientId,
          state: "waiting" as const,
          channel: way?.channel ?? null,
          addressId: way?.addressId ?? null,
          isUrgent: own.some(({ isUrgent }) => isUrgent),
          dueAt: machine,
          lease: 0,
          attempts: 0,
          createdAt: now,
        },
        deliveryIds: own.map(({ id }) => id),
      };
    });
    await transaction.insert(reminderMessages).values(messages.map(({ message }) => message));
    const joined = messages.flatMap(({ message, deliveryIds }) =>
      deliveryIds.map((id) => ({ id, message: message.id })),
    );
    await transaction.execute(sql`
      update deliveries set state = 'joined', message_id = given.message, revision = revision + 1
      from json_to_recordset(${JSON.stringify(joined)}::json) as given (id text, message text)
      where deliveries.id = given.id`);
    return messages.length;
  });
}

/** What messages tell of, by the day it is due. */
export async function listDeliveriesOfMessages(
  database: Database,
  messageIds: readonly string[],
): Promise<DeliveryRow[]> {
  if (messageIds.length === 0) return [];
  return database
    .select()
    .from(deliveries)
    .where(inArray(deliveries.messageId, [...messageIds]))
    .orderBy(asc(deliveries.dueOn), asc(deliveries.subject), asc(deliveries.recordId), asc(deliveries.id));
}

export async function findDelivery(database: Database, id: string): Promise<DeliveryRow | null> {
  const [row] = await database.select().from(deliveries).where(eq(deliveries.id, id));
  return row ?? null;
}

/** Notes that something is not told after all. */
export async function withdrawDeliveries(
  database: Database,
  ids: readonly string[],
  withdrawnFor: WithdrawalGround,
): Promise<void> {
  if (ids.length === 0) return;
  await database
    .update(deliveries)
    .set({ state: "withdrawn", withdrawnFor, revision: sql`${deliveries.revision} + 1` })
    .where(inArray(deliveries.id, [...ids]));
}

/** Keeps what was said of each. */
export async function keepContents(database: Database, contents: ReadonlyMap<string, DeliveryContent>): Promise<void> {
  if (contents.size === 0) return;
  const rows = [...contents].map(([id, content]) => ({ id, content }));
  await database.execute(sql`
    update deliveries set content = given.content
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (id text, content json)
    where deliveries.id = given.id`);
}

/** Puts a duty off for a reader: told of again at that time, once. @returns false where it is already */
export async function planAgain(database: Database, planned: PlannedDelivery, at: Date): Promise<boolean> {
  return (await planDeliveries(database, [planned], at)) === 1;
}

/** Ends the reminders of a duty for a reader; what is planned of it is withdrawn. A later answer takes the place of the earlier. */
export async function stopDuty(
  transaction: Database,
  recipientId: string,
  { subject, resource, recordId }: Duty,
  answer: ReminderAnswer,
  at: Date,
): Promise<void> {
  await transaction
    .insert(reminderStops)
    .values({ recipientId, subject, resource, recordId, answer, at })
    .onConflictDoUpdate({
      target: [reminderStops.recipientId, reminderStops.subject, reminderStops.resource, reminderStops.recordId],
      set: { answer, at },
    });
  await transaction
    .update(deliveries)
    .set({ state: "withdrawn", withdrawnFor: "stopped", revision: sql`${deliveries.revision} + 1` })
    .where(
      and(
        eq(deliveries.recipientId, recipientId),
        eq(deliveries.subject, subject),
        eq(deliveries.resource, resource),
        eq(deliveries.recordId, recordId),
        eq(deliveries.state, "planned"),
      ),
    );
}

/** Has a reader be told of a duty again. @returns false where nothing was stopped */
export async function resumeDuty(
  database: Database,
  recipientId: string,
  { subject, resource, recordId }: { subject: ReminderSubject; resource: string; recordId: string },
): Promise<boolean> {
  const ended = await database
    .delete(reminderStops)
    .where(
      and(
        eq(reminderStops.recipientId, recipientId),
        eq(reminderStops.subject, subject),
        eq(reminderStops.resource, resource),
        eq(reminderStops.recordId, recordId),
      ),
    )
    .returning({ at: reminderStops.at });
  return ended.length === 1;
}

/** Of which duties readers want to hear nothing more, the last first. */
export async function listStops(database: Database, recipientIds: readonly string[]) {
  if (recipientIds.length === 0) return [];
  return database
    .select()
    .from(reminderStops)
    .where(inArray(reminderStops.recipientId, [...recipientIds]))
    .orderBy(desc(reminderStops.at));
}
