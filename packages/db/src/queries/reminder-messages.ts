import type { ReminderChannel, ReminderSubject } from "@shifan/rules";
import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { deliveries, reminderMessages } from "../schema/index.ts";

export type MessageRow = typeof reminderMessages.$inferSelect;

/** What holds a message: its lease. */
export type MessageLease = Pick<MessageRow, "id" | "lease">;

/** A time at which people want to hear nothing: the day on which it ends, YYYY-MM-DD, and the subjects whose last day does not wait for it. */
export type QuietTime = { opensOn: string; hardSubjects: readonly ReminderSubject[] };

/**
 * Leases messages of a channel that are due, the oldest first. Those that another process is claiming at the moment are passed over; whoever
 * settles one must name the number of the lease.
 *
 * @param channel null: those that stay in the inbox
 * @param quiet null: people want to hear something now; else only what may go at night and what would come too late afterwards
 */
export async function claimReminderMessages(
  database: Database,
  claim: {
    channel: ReminderChannel | null;
    limit: number;
    worker: string;
    at: Date;
    leaseUntil: Date;
    quiet: QuietTime | null;
  },
): Promise<MessageRow[]> {
  const { channel, dueAt, isUrgent } = reminderMessages;
  return database.transaction(async (transaction) => {
    const due = await transaction
      .select({ id: reminderMessages.id })
      .from(reminderMessages)
      .where(
        and(
          claim.channel === null ? isNull(channel) : eq(channel, claim.channel),
          isNotNull(dueAt),
          lte(dueAt, claim.at),
          claim.quiet === null ? undefined : or(eq(isUrgent, true), endsBefore(claim.quiet)),
        ),
      )
      .orderBy(asc(dueAt))
      .limit(claim.limit)
      .for("update", { skipLocked: true });
    if (due.length === 0) return [];
    const leased = await transaction
      .update(reminderMessages)
      .set({
        lease: sql`${reminderMessages.lease} + 1`,
        attempts: sql`${reminderMessages.attempts} + 1`,
        dueAt: claim.leaseUntil,
        worker: claim.worker,
      })
      .where(
        inArray(
          reminderMessages.id,
          due.map(({ id }) => id),
        ),
      )
      .returning();
    return leased.toSorted(
      (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1),
    );
  });
}

/** Whether a message tells of something whose last day is over before people want to hear something again. */
const endsBefore = ({ opensOn, hardSubjects }: QuietTime): SQL =>
  sql`exists (select 1 from ${deliveries} where ${deliveries.messageId} = ${reminderMessages.id} and ${deliveries.state} = 'joined' and ${inArray(deliveries.subject, [...hardSubjects])} and ${deliveries.endsOn} < ${opensOn})`;

/** Whether a message of a channel may be claimed now. */
export async function isReminderDue(database: Database, channel: ReminderChannel, at: Date): Promise<boolean> {
  const [due] = await database
    .select({ id: reminderMessages.id })
    .from(reminderMessages)
    .where(
      and(eq(reminderMessages.channel, channel), isNotNull(reminderMessages.dueAt), lte(reminderMessages.dueAt, at)),
    )
    .limit(1);
  return due !== undefined;
}

/** Changes a message whose lease still holds. A lease that ran out holds until somebody else claims the message. @returns whether it did */
async function changeLeased(
  database: Database,
  { id, lease }: MessageLease,
  changes: Partial<Pick<MessageRow, "state" | "channel" | "addressId" | "fault" | "reference" | "dueAt" | "settledAt">>,
): Promise<boolean> {
  const changed = await database
    .update(reminderMessages)
    .set(changes)
    .where(isLeased(id, lease))
    .returning({ id: reminderMessages.id });
  return changed.length === 1;
}

const isLeased = (id: string, lease: number): SQL | undefined =>
  and(eq(reminderMessages.id, id), eq(reminderMessages.lease, lease), eq(reminderMessages.state, "waiting"));

/** Ends a message. @returns false where the lease is lost */
export async function settleMessage(
  database: Database,
  lease: MessageLease,
  settled: {
    state: Exclude<MessageRow["state"], "waiting">;
    at: Date;
    reference?: string | null;
    fault?: string | null;
  },
): Promise<boolean> {
  const { state, at, reference = null, fault = null } = settled;
  return changeLeased(database, lease, { state, reference, fault, settledAt: at, dueAt: null });
}

/** Has a message be tried again at a time. @returns false where the lease is lost */
export async function putBackMessage(
  database: Database,
  lease: MessageLease,
  { dueAt, fault }: { dueAt: Date; fault: string },
): Promise<boolean> {
  return changeLeased(database, lease, { dueAt, fault });
}

/** Sends a message another way, or leaves it to the inbox where there is none. @returns false where the lease is lost */
export async function redirectMessage(
  database: Database,
  lease: MessageLease,
  way: { channel: ReminderChannel | null; addressId: string | null; dueAt: Date; fault: string },
): Promise<boolean> {
  return changeLeased(database, lease, way);
}

export async function findReminderMessage(database: Database, id: string): Promise<MessageRow | null> {
  const [row] = await database.select().from(reminderMessages).where(eq(reminderMessages.id, id));
  return row ?? null;
}
