import type { DeliveryState, ReminderChannel, ReminderSubject } from "@shifan/rules";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { deliveries, reminderMessages, reminderRecipients, users } from "../schema/index.ts";
import type { DeliveryRow } from "./deliveries.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";
import type { MessageRow } from "./reminder-messages.ts";
import type { RecipientRow } from "./reminder-recipients.ts";

/** A delivery with its message, where it has one, and whoever it is for. */
export type DeliveryFile = {
  readonly delivery: DeliveryRow;
  readonly message: MessageRow | null;
  readonly recipient: RecipientRow;
  readonly recipientName: string | null;
};

export type DeliveryListFilter = {
  subject?: ReminderSubject | undefined;
  state?: DeliveryState | undefined;
  way?: ReminderChannel | undefined;
  recipientId?: string | undefined;
  resource?: string | undefined;
  recordId?: string | undefined;
};

const select = (database: Database) =>
  database
    .select({
      delivery: deliveries,
      message: reminderMessages,
      recipient: reminderRecipients,
      recipientName: users.name,
    })
    .from(deliveries)
    .innerJoin(reminderRecipients, eq(reminderRecipients.id, deliveries.recipientId))
    .leftJoin(reminderMessages, eq(reminderMessages.id, deliveries.messageId))
    .leftJoin(users, eq(users.id, reminderRecipients.userId));

/** How a delivery stands: by itself until it is part of a message, then by that. */
export function standingOf({ delivery, message }: Pick<DeliveryFile, "delivery" | "message">): DeliveryState {
  if (delivery.state !== "joined" || message === null) return delivery.state === "withdrawn" ? "withdrawn" : "planned";
  return message.state;
}

function isStanding(state: DeliveryState): SQL | undefined {
  switch (state) {
    case "planned":
      return eq(deliveries.state, "planned");
    case "withdrawn":
      return or(eq(deliveries.state, "withdrawn"), eq(reminderMessages.state, "withdrawn"));
    default:
      return and(eq(deliveries.state, "joined"), eq(reminderMessages.state, state));
  }
}

/** One delivery; null when there is none. */
export async function findDeliveryFile(database: Database, id: string): Promise<DeliveryFile | null> {
  const [row] = await select(database).where(eq(deliveries.id, id));
  return row ?? null;
}

/** A page of deliveries within a condition, in the order in which they were planned. */
export async function listDeliveryFiles(
  database: Database,
  { within, filter, page }: { within: SQL; filter: DeliveryListFilter; page: RowsPage },
): Promise<{ rows: DeliveryFile[]; total: number }> {
  const { start, order, offset, limit } = pageOfRows({ at: deliveries.createdAt, id: deliveries.id }, page);
  const { subject, state, way, recipientId, resource, recordId } = filter;
  const where = and(
    within,
    subject === undefined ? undefined : eq(deliveries.subject, subject),
    state === undefined ? undefined : isStanding(state),
    way === undefined ? undefined : eq(reminderMessages.channel, way),
    recipientId === undefined ? undefined : eq(deliveries.recipientId, recipientId),
    resource === undefined ? undefined : eq(deliveries.resource, resource),
    recordId === undefined ? undefined : eq(deliveries.recordId, recordId),
  );
  const rows = await select(database)
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const needsMessage = state !== undefined || way !== undefined;
  const counted = needsMessage
    ? database
        .select({ id: deliveries.id })
        .from(deliveries)
        .leftJoin(reminderMessages, eq(reminderMessages.id, deliveries.messageId))
        .where(where)
    : database.select({ id: deliveries.id }).from(deliveries).where(where);
  return { rows, total: await countRows(database, counted, page.countUpTo) };
}

/** The delivery, locked until the end of the transaction. */
export async function lockDeliveryFile(transaction: Database, id: string): Promise<DeliveryFile | null> {
  const [locked] = await transaction
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.id, id))
    .for("update");
  return locked === undefined ? null : findDeliveryFile(transaction, id);
}

/** Notes that something was done about a delivery. @returns it with its new revision */
export async function touchDelivery(transaction: Database, id: string): Promise<DeliveryFile> {
  await transaction
    .update(deliveries)
    .set({ revision: sql`${deliveries.revision} + 1` })
    .where(eq(deliveries.id, id));
  return (await findDeliveryFile(transaction, id)) as DeliveryFile;
}

/** How often one duty was told to one reader on an occasion that begins so. */
export async function countOccasions(
  database: Database,
  { delivery }: Pick<DeliveryFile, "delivery">,
  beginning: string,
): Promise<number> {
  const { subject, resource, recordId, recipientId, dueOn } = delivery;
  const [row] = await database
    .select({ count: sql<number>`count(*)::int` })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.subject, subject),
        eq(deliveries.resource, resource),
        eq(deliveries.recordId, recordId),
        eq(deliveries.recipientId, recipientId),
        eq(deliveries.dueOn, dueOn),
        sql`starts_with(${deliveries.occasion}, ${beginning})`,
      ),
    );
  return row?.count ?? 0;
}
