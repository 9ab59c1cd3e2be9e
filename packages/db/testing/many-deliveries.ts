import { sql } from "drizzle-orm";
import type { Database } from "../src/database.ts";
import { type ManyReader, recipientOf } from "./many-readers.ts";
import { sampleInstant } from "./samples.ts";

const atOnce = 50_000;

/** Plans so many deliveries of the days after the sample's instant, to readers who are on record: each of a duty of its own. */
export async function fillDeliveries(database: Database, readers: readonly ManyReader[], count: number): Promise<void> {
  const ids = JSON.stringify(readers.map(({ id }) => recipientOf(id)));
  const recipients = sql`json_array_elements_text(${ids}::json) with ordinality as recipient(id, number)`;
  const at = sql`${sampleInstant.toISOString()}::timestamptz`;
  for (let from = 1; from <= count; from += atOnce) {
    const until = Math.min(count, from + atOnce - 1);
    await database.execute(sql`
      insert into deliveries (id, subject, resource, record_id, occasion, due_on, recipient_id, audience, planned_at, ends_on, is_urgent, state, created_at, revision)
      select 'later-' || n, 'annual_report', 'obligations', 'later-' || n, 'before-20', '2027-01-20', recipient.id, 'platform',
        ${at} + interval '1 day' + n * interval '1 second', '2027-01-20', false, 'planned', ${at}, 1
      from generate_series(${from}::int, ${until}::int) as n join ${recipients} on recipient.number = n % ${readers.length}::int + 1`);
  }
  await database.execute(sql`vacuum analyze`);
}

/** Takes away what was planned of a subject, with its messages, as if nobody had looked yet. */
export async function forgetDeliveries(database: Database, subject: string): Promise<void> {
  await database.execute(sql`delete from deliveries where subject = ${subject}`);
  await database.execute(sql`delete from reminder_messages`);
}

/** Takes what is in messages out of them, as if it had only been planned. */
export async function unjoinDeliveries(database: Database): Promise<void> {
  await database.execute(
    sql`update deliveries set state = 'planned', message_id = null where message_id in (select id from reminder_messages)`,
  );
  await database.execute(sql`delete from reminder_messages`);
}
