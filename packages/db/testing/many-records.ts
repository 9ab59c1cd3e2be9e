import { sql } from "drizzle-orm";
import type { Database } from "../src/database.ts";

/*
 * What comes after the certificate, in numbers: beside every application of `fillApplications` one title, one obligation, one inspection, one
 * report, one notice of its case and one objection. All of it is mixed by a number that looks drawn and is the same every time.
 */

/** A column of a drawn number: the choice of one of these texts. */
const oneOf = (texts: readonly string[], shift: number) =>
  sql`(array[${sql.join(
    texts.map((text) => sql`${text}::text`),
    sql`, `,
  )}])[1 + (a.drawn / ${shift}::bigint) % ${texts.length}::int]`;

/** The applications with a drawn number each, and the instant at which something of theirs came to be. */
const drawn = sql`(
  select a.id, a.organization_id, a.district, n.name, d.drawn, timestamptz '2026-06-10T01:30:00Z' - (d.drawn % 400000) * interval '1 minute' as at
  from applications a
  join organization_names n on n.organization_id = a.organization_id,
  lateral (select substr(a.id, 13)::bigint as n) as numbered,
  lateral (select (numbered.n * 2654435761 % 1000000007) as drawn) as d
) as a`;

const titles = sql`insert into certifications (id, organization_id, platform_name, platform_type, district, state, document_number, certificate_number, valid_from,
      valid_to, source, imported_by, confirmed_by, created_at, planned_through, revision)
    select 'title-' || a.id, a.organization_id, replace(a.name, '有限公司', '公共服务平台'), ${oneOf(["specialized", "comprehensive"], 7)}, a.district,
      'valid', '1号', '郑示范' || a.id, begins, begins + interval '3 years', '档案', 'a', 'b', a.at, '2026-H1', 1
    from ${drawn}, lateral (select date '2020-01-01' + (a.drawn / 11 % 2300)::int as begins) as title`;

const statements = [
  sql`insert into obligations (id, kind, subject, period, holder, certification_id, organization_id, district, state, is_binding, due_on, done_on,
      created_at, revision)
    select 'obligation-' || a.id, kind, 'title-' || a.id, period, case kind when 'periodic_inspection' then 'district' else 'platform' end,
      'title-' || a.id, a.organization_id, a.district, state, true, due_on, case state when 'done' then due_on end, a.at, 1
    from ${drawn}, lateral (select ${oneOf(["periodic_inspection", "half_year_report", "annual_report"], 3)} as kind,
      ${oneOf(["2024-H1", "2024-H2", "2025-H1", "2025-H2", "2026-H1", "2026-H2"], 13)} as period,
      ${oneOf(["done", "done", "done", "due"], 101)} as state) as owed,
      lateral (select case right(period, 1) when '1' then (left(period, 4) || '-07-20')::date else (left(period, 4)::int + 1 || '-01-20')::date end as due_on) as day`,
  sql`insert into inspections (id, kind, certification_id, organization_id, district, period, state, planned_on, checklist, carried_out_on, recorded_on,
      result, closed_on, created_by, created_at, revision)
    select 'inspection-' || a.id, kind, 'title-' || a.id, a.organization_id, a.district, '2026-H1', state, a.at::date, '{}', took, took,
      case when took is not null then 'passed' end, case state when 'closed' then took end, 'u', a.at, 1
    from ${drawn}, lateral (select ${oneOf(["periodic_inspection", "periodic_inspection", "periodic_inspection", "spot_check", "appraisal"], 5)} as kind,
      ${oneOf(["planned", "carried_out", "closed", "closed", "closed"], 17)} as state) as look,
      lateral (select case when state <> 'planned' then a.at::date end as took) as day`,
  sql`insert into reports (id, certification_id, organization_id, district, kind, period, state, policy_version, content, submitted_on, forwarded_on,
      received_on, created_by, created_at, changed_at, revision)
    select 'report-' || a.id, 'title-' || a.id, a.organization_id, a.district, 'half_year_report', ${oneOf(["2024-H2", "2025-H1", "2025-H2", "2026-H1"], 19)},
      state, 1, '{}', case when state <> 'drafted' then a.at::date end, case when state in ('forwarded', 'received') then a.at::date end,
      case state when 'received' then a.at::date end, 'u', a.at, a.at, 1
    from ${drawn}, lateral (select ${oneOf(["drafted", "sent_to_district", "forwarded", "received", "received", "received", "received"], 23)} as state) as sent`,
  sql`insert into notices (id, kind, state, title, text, published_at, created_by, created_at, revision)
    select 'notice-' || a.id, ${oneOf(["certification", "general", "general"], 29)}, state, '通知', '通知', case state when 'published' then a.at end, 'u', a.at, 1
    from ${drawn}, lateral (select ${oneOf(["draft", "published", "published", "published", "published"], 31)} as state) as notice`,
  sql`insert into notice_cases (notice_id, application_id, position, organization_name, platform_name, platform_type, district)
    select 'notice-' || a.id, a.id, 1, a.name, a.name, 'specialized', a.district from ${drawn}`,
  sql`insert into objections (id, notice_id, application_id, receipt_number, state, outcome, channel, received_on, personal, finding, decided_on, reply,
      replied_on, created_at, revision)
    select 'objection-' || a.id, 'notice-' || a.id, a.id, 'receipt-' || a.id, state, case when state <> 'filed' then 'inadmissible' end, 'portal', a.at::date,
      '{}', case when state <> 'filed' then '逾期' end, case when state <> 'filed' then a.at::date end, case state when 'replied' then '已答复' end,
      case state when 'replied' then a.at::date end, a.at, 1
    from ${drawn}, lateral (select ${oneOf(["filed", "inadmissible", "replied", "replied", "replied", "replied"], 37)} as state) as objection`,
];

/** Fills a database that `fillApplications` has filled with one title beside each application. */
export async function fillTitlesBeside(database: Database): Promise<void> {
  await database.execute(titles);
}

/** Fills a database that `fillApplications` has filled with what supervision brings beside each application. */
export async function fillSupervision(database: Database): Promise<void> {
  await fillTitlesBeside(database);
  for (const statement of statements) await database.execute(statement);
  await database.execute(sql`vacuum analyze`);
}
