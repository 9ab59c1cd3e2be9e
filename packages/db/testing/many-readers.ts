import { sql } from "drizzle-orm";
import type { Database } from "../src/database.ts";
import type { PersonalKeys } from "../src/personal/keys.ts";
import { sealMap } from "../src/personal/maps.ts";
import { equalityHashes } from "../src/personal/seal.ts";
import { rowsOf } from "../src/rows.ts";

/** Somebody who is reminded over one way: who acts for organizations with a title, or an officer. */
export type ManyReader = {
  id: string;
  channel: "mail" | "sms" | "telegram";
  /** Of Telegram the number of the chat. */
  address: string;
  /** Those for which they act; none: an officer. */
  organizations: readonly string[];
  /** The code of a district; of an officer null is the city. */
  district: string | null;
};

/** What is owed, as it stands on record. */
export type ManyObligation = {
  id: string;
  kind: string;
  subject: string;
  period: string;
  holder: "platform" | "district";
  organization: string | null;
  district: string;
  dueOn: string;
};

const atOnce = 2_000;

/** The recipient of a reader. */
export const recipientOf = (reader: string): string => `recipient-${reader}`;

/** Puts readers, each with an open way, and the titles of their organizations into a migrated database. */
export async function fillReaders(
  database: Database,
  readers: readonly ManyReader[],
  { keys, at }: { keys: PersonalKeys; at: Date },
): Promise<void> {
  for (let from = 0; from < readers.length; from += atOnce) {
    const rows = readers.slice(from, from + atOnce).map((reader) => ({
      ...reader,
      recipient: recipientOf(reader.id),
      personal: sealMap(keys, { address: reader.address }),
      phone: sealMap(keys, { phone: "0371-67886827" }).phone,
      hash: equalityHashes(keys, `${reader.channel === "telegram" ? "telegram chat " : ""}${reader.address}`)[0],
    }));
    await insertReaders(database, JSON.stringify(rows), at.toISOString());
  }
}

async function insertReaders(database: Database, rows: string, at: string): Promise<void> {
  const given = sql`json_to_recordset(${rows}::json) as given (id text, channel text, address text, organizations json, district text, recipient text, personal json, phone json, hash text)`;
  const isOfficer = sql`json_array_length(organizations) = 0`;
  const held = sql`${given}, json_array_elements_text(given.organizations) as held(organization)`;
  const instant = sql`${at}::timestamptz`;
  await database.execute(sql`
    insert into users (id, name, email, email_verified, kind, created_at, updated_at)
      select id, id, id || '@reader.example', true, case when ${isOfficer} then 'staff' else 'applicant' end, ${instant}, ${instant} from ${given}`);
  await database.execute(sql`
    insert into accounts (id, account_id, provider_id, user_id, created_at, updated_at)
      select id, id, 'credential', id, ${instant}, ${instant} from ${given}`);
  await database.execute(sql`
    insert into role_grants (id, user_id, role, district, from_on, created_at)
      select id, id, case when district is null then 'city' else 'district' end, district, '2020-01-01', ${instant} from ${given}
      where ${isOfficer}`);
  await database.execute(sql`
    insert into organizations (id, uscc, district, created_at, revision)
      select organization, '91410100MA' || lpad(regexp_replace(organization, '\\D', '', 'g'), 8, '0'), district, ${instant}, 1 from ${held}`);
  await database.execute(sql`
    insert into organization_names (organization_id, from_on, name, source, recorded_at)
      select organization, '2020-01-01', organization, '测试', ${instant} from ${held}`);
  await database.execute(sql`
    insert into mandates (id, organization_id, user_id, state, holder_name, holder_phone, claimed_at, revision)
      select 'mandate-' || organization, organization, id, 'claimed', id, phone, ${instant}, 1 from ${held}`);
  await database.execute(sql`
    insert into certifications (id, organization_id, platform_name, platform_type, district, state, document_number, valid_from, valid_to, source,
        imported_by, confirmed_by, created_at, planned_through, revision)
      select 'title-' || organization, organization, '平台' || organization, 'specialized', district, 'valid', '1号', '2025-06-01', '2028-06-01', '档案',
        'a', 'b', ${instant}, 'ended', 1 from ${held}`);
  await database.execute(sql`
    insert into reminder_recipients (id, kind, user_id, created_at) select recipient, 'person', id, ${instant} from ${given}`);
  await database.execute(sql`
    insert into reminder_addresses (id, recipient_id, channel, personal, address_hash, opened_at)
      select 'way-' || id, recipient, channel, personal, hash, ${instant} from ${given}`);
}

/** Puts what is owed into a database that knows whose titles these are. */
export async function fillObligations(
  database: Database,
  obligations: readonly ManyObligation[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < obligations.length; from += atOnce) {
    const rows = JSON.stringify(obligations.slice(from, from + atOnce));
    await database.execute(sql`
      insert into obligations (id, kind, subject, period, holder, certification_id, organization_id, district, state, is_binding, due_on, created_at, revision)
      select id, kind, subject, period, holder, 'title-' || organization, organization, district, 'due', true, "dueOn", ${at.toISOString()}::timestamptz, 1
      from json_to_recordset(${rows}::json) as given (id text, kind text, subject text, period text, holder text, organization text, district text, "dueOn" date)`);
  }
}

/** What happens to obligations: done, due on another day, or stopped by their reader. */
export type ObligationChange =
  | { kind: "met"; id: string }
  | { kind: "moved"; id: string; dueOn: string }
  | { kind: "stopped"; id: string; subject: string; reader: string };

export async function changeObligations(database: Database, changes: readonly ObligationChange[]): Promise<void> {
  for (const change of changes) {
    const { id } = change;
    if (change.kind === "met")
      await database.execute(sql`update obligations set state = 'done', done_on = '2026-01-01' where id = ${id}`);
    if (change.kind === "moved")
      await database.execute(sql`update obligations set due_on = ${change.dueOn}::date where id = ${id}`);
    if (change.kind === "stopped")
      await database.execute(sql`
        insert into reminder_stops (recipient_id, subject, resource, record_id, answer, at)
        select ${recipientOf(change.reader)}, ${change.subject}, 'obligations', id, 'stopped', created_at from obligations where id = ${id} on conflict do nothing`);
  }
}

/** One thing that somebody was told of, with its message. */
export type ToldRow = {
  subject: string;
  recordId: string;
  recipient: string;
  occasion: string;
  dueOn: string;
  messageId: string;
  messageState: string;
};

/** Everything that went into messages. */
export async function listTold(database: Database): Promise<ToldRow[]> {
  return rowsOf<ToldRow>(
    await database.execute(sql`
      select d.subject, d.record_id as "recordId", d.recipient_id as recipient, d.occasion, d.due_on::text as "dueOn", m.id as "messageId", m.state as "messageState"
      from deliveries d join reminder_messages m on m.id = d.message_id where d.state = 'joined' order by d.id`),
  );
}

/** How many deliveries wait for a time up to an instant, how many for a later one, and how many messages are under way. */
export async function countWaiting(
  database: Database,
  now: Date,
): Promise<{ due: number; planned: number; underWay: number }> {
  const [counted] = rowsOf<{ due: number; planned: number; underWay: number }>(
    await database.execute(sql`
      select (select count(*)::int from deliveries where state = 'planned' and planned_at <= ${now.toISOString()}::timestamptz) as due,
        (select count(*)::int from deliveries where state = 'planned') as planned,
        (select count(*)::int from reminder_messages where state = 'waiting') as "underWay"`),
  );
  return counted as { due: number; planned: number; underWay: number };
}
