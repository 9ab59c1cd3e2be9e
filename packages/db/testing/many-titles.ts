import { sql } from "drizzle-orm";
import type { Database } from "../src/database.ts";
import { sampleInstant } from "./samples.ts";

/** Titles of the sample run over these days, and are planned for the half in which the sample's instant lies. */
export const manyTitles = { validFrom: "2025-11-20", validTo: "2028-11-20", plannedThrough: "2026-H1" };

/**
 * Fills a migrated, empty database with so many confirmed titles, each of its own organization, planned through a half and with its obligations of
 * that half on record, half of them done.
 */
export async function fillTitles(database: Database, count: number): Promise<void> {
  const at = sampleInstant.toISOString();
  const { validFrom, validTo, plannedThrough } = manyTitles;
  const numbers = sql`generate_series(1, ${count}::int) as n`;
  const district = sql`'4101' || lpad((n % 8 + 1)::text, 2, '0')`;
  await database.execute(sql`
    insert into organizations (id, uscc, district, created_at, revision)
      select 'organization-' || n, '91410100MA' || lpad(n::text, 8, '0'), ${district}, ${at}::timestamptz, 1 from ${numbers}`);
  await database.execute(sql`
    insert into certifications (id, organization_id, platform_name, platform_type, district, state, document_number, valid_from, valid_to, source,
        imported_by, confirmed_by, created_at, planned_through, revision)
      select 'title-' || n, 'organization-' || n, '平台' || n, 'specialized', ${district}, 'valid', '1号', ${validFrom}::date, ${validTo}::date, '档案',
        'a', 'b', ${at}::timestamptz, ${plannedThrough}, 1 from ${numbers}`);
  await database.execute(sql`
    insert into obligations (id, kind, subject, period, holder, certification_id, organization_id, district, state, is_binding, due_on, done_on,
        created_at, revision)
      select k.kind || '-' || n, k.kind, 'title-' || n, k.period, k.holder, 'title-' || n, 'organization-' || n, ${district},
        case when n % 2 = 0 then 'done' else 'due' end, true, k.due_on::date, case when n % 2 = 0 then '2026-06-01'::date end, ${at}::timestamptz, 1
      from ${numbers}, (values ('periodic_inspection', '2026-H1', 'district', '2026-06-30'), ('half_year_report', '2026-H1', 'platform', '2026-07-20'),
        ('annual_report', '2026', 'platform', '2027-01-20')) as k(kind, period, holder, due_on)`);
  await database.execute(sql`vacuum analyze`);
}

/** Takes the plan of some of the titles away again, as if they had just been given. */
export async function forgetPlans(database: Database, from: number, count: number): Promise<void> {
  const ids = sql`(select 'title-' || n from generate_series(${from}::int, ${from + count - 1}::int) as n)`;
  await database.execute(sql`delete from obligations where certification_id in ${ids}`);
  await database.execute(sql`update certifications set planned_through = '' where id in ${ids}`);
}
