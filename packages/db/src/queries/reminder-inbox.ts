import type { ReminderAnswer } from "@shifan/rules";
import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";
import {
  applications,
  certifications,
  deliveries,
  obligations,
  reminderMessages,
  reminderStops,
} from "../schema/index.ts";
import type { DeliveryRow } from "./deliveries.ts";
import type { MessageRow } from "./reminder-messages.ts";

/** Something that a recipient was told, with the message that brought it and what they answered. */
export type ToldRow = { delivery: DeliveryRow; message: MessageRow; answer: ReminderAnswer | null };

/** What a recipient was told, the newest first. */
export async function listTold(
  database: Database,
  recipientId: string,
  { from, limit }: { from: number; limit: number },
): Promise<{ rows: ToldRow[]; total: number }> {
  const told = and(
    eq(deliveries.recipientId, recipientId),
    eq(deliveries.state, "joined"),
    isNotNull(deliveries.content),
  );
  const rows = await database
    .select({ delivery: deliveries, message: reminderMessages, answer: reminderStops.answer })
    .from(deliveries)
    .innerJoin(reminderMessages, eq(reminderMessages.id, deliveries.messageId))
    .leftJoin(
      reminderStops,
      and(
        eq(reminderStops.recipientId, deliveries.recipientId),
        eq(reminderStops.subject, deliveries.subject),
        eq(reminderStops.resource, deliveries.resource),
        eq(reminderStops.recordId, deliveries.recordId),
      ),
    )
    .where(told)
    .orderBy(desc(deliveries.plannedAt), desc(deliveries.id))
    .offset(from)
    .limit(limit);
  return { rows, total: await database.$count(deliveries, told) };
}

/** What a recipient is going to be told, the earliest first. */
export async function listPlannedOf(database: Database, recipientId: string): Promise<DeliveryRow[]> {
  return database
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.recipientId, recipientId), eq(deliveries.state, "planned")))
    .orderBy(asc(deliveries.plannedAt), asc(deliveries.id));
}

/** The duties that a recipient ended, the last first, each with its latest delivery. One that was never told or planned is left out. */
export async function listStoppedOf(
  database: Database,
  recipientId: string,
): Promise<
  {
    deliveryId: string;
    subject: DeliveryRow["subject"];
    resource: string;
    recordId: string;
    answer: ReminderAnswer;
    at: Date;
  }[]
> {
  const found = await database.execute(sql`
    select s.subject, s.resource, s.record_id, s.answer, s.at, d.id
    from reminder_stops s
    join lateral (
      select id from deliveries
      where recipient_id = s.recipient_id and subject = s.subject and resource = s.resource and record_id = s.record_id
      order by created_at desc, id limit 1) d on true
    where s.recipient_id = ${recipientId}
    order by s.at desc, d.id`);
  return rowsOf<Record<string, unknown>>(found).map((row) => ({
    deliveryId: row.id as string,
    subject: row.subject as DeliveryRow["subject"],
    resource: row.resource as string,
    recordId: row.record_id as string,
    answer: row.answer as ReminderAnswer,
    // One engine gives a Date, the other its text.
    at: new Date(row.at as Date | string),
  }));
}

/** The records that duties of these organizations may be about: their titles, what they still owe, and their applications. */
export async function listRecordsOfOrganizations(
  database: Database,
  organizationIds: readonly string[],
): Promise<string[]> {
  if (organizationIds.length === 0) return [];
  const ids = [...organizationIds];
  const titles = await database
    .select({ id: certifications.id })
    .from(certifications)
    .where(inArray(certifications.organizationId, ids));
  const owed = await database
    .select({ id: obligations.id })
    .from(obligations)
    .where(and(inArray(obligations.organizationId, ids), eq(obligations.state, "due")));
  const cases = await database
    .select({ id: applications.id })
    .from(applications)
    .where(inArray(applications.organizationId, ids));
  return [...titles, ...owed, ...cases].map(({ id }) => id);
}
