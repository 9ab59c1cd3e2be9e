import { type ApplicationState, applicationStates } from "@shifan/rules";
import { sql } from "drizzle-orm";
import type { Database } from "../src/database.ts";
import { insertRound, updateRound } from "../src/queries/rounds.ts";
import { searchTextOf } from "../src/search-words.ts";
import { sampleInstant } from "./samples.ts";

const districts = ["410102", "410103", "410104", "410105", "410106", "410108", "410122", "410171", "410172", "410173"];
const years = [2022, 2023, 2024, 2025, 2026];
const trades = ["信息技术", "检验检测", "企业管理", "知识产权", "人力资源", "创业孵化", "财税咨询", "教育培训"];
/** A firm's own name is one of each. */
const firstCharacters = [..."鼎恒嘉博启中云金天华立明"];
const secondCharacters = [..."晟瑞禾远航原海石元信德智"];
/** Most cases have come to their end. */
const weighedStates: readonly ApplicationState[] = [
  ...applicationStates,
  ...Array.from({ length: 12 }, () => "recommended" as const),
  ...Array.from({ length: 4 }, () => "not_recommended" as const),
];
const atOnce = 2_000;

const pick = <Value>(values: readonly Value[], number: number): Value => values[number % values.length] as Value;

/** A number that looks drawn and is the same every time (a step of splitmix32). */
function scattered(index: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b9) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97) >>> 0;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** One of them, as it is filled in. */
export function applicationAt(index: number) {
  const drawn = scattered(index);
  const own = scattered(index + 0x40000000);
  const name = `郑州${pick(firstCharacters, own)}${pick(secondCharacters, own >>> 8)}${pick(trades, own >>> 16)}有限公司`;
  // Of no use as a code, but of a code's form.
  const uscc = `91410100MA${String(index).padStart(8, "0")}`;
  const state = pick(weighedStates, drawn >>> 8);
  return {
    id: `application-${index}`,
    organization: `organization-${index}`,
    round: `round-${pick(years, drawn >>> 16)}`,
    district: pick(districts, drawn),
    state,
    name,
    uscc,
    search: searchTextOf(name, uscc),
    at: new Date(sampleInstant.getTime() - (drawn % 100_000) * 60_000).toISOString(),
  };
}

/**
 * Fills a migrated, empty database with applications that look like years of them: districts, states, years, names and days all mixed. The
 * first so many are the same whatever their number.
 */
export async function fillApplications(database: Database, count: number): Promise<void> {
  for (const year of years) {
    const id = `round-${year}`;
    const windows = { submissionDeadline: `${year}-06-30`, recommendationDeadline: `${year}-07-20` };
    const texts = { binding: "胶装", counterAddress: "测试路1号", noticeTitle: "", noticeText: "" };
    const round = {
      id,
      policyId: "zhengzhou-sme-platform",
      year,
      at: sampleInstant,
      submissionEvent: "online",
    } as const;
    await insertRound(database, { ...round, ...windows, ...texts, copies: 3, quota: null });
    await updateRound(database, id, { state: "open", policyVersion: 1, openedOn: `${year}-06-01` });
  }
  for (let from = 0; from < count; from += atOnce) {
    const length = Math.min(atOnce, count - from);
    await insertSome(database, JSON.stringify(Array.from({ length }, (_, index) => applicationAt(from + index))));
  }
  await database.execute(sql`vacuum analyze`);
}

async function insertSome(database: Database, rows: string): Promise<void> {
  const given = sql`json_to_recordset(${rows}::json) as given (id text, organization text, round text, district text, state text, name text, uscc text, search text, at timestamptz)`;
  await database.execute(
    sql`insert into organizations (id, uscc, district, created_at, revision) select organization, uscc, district, at, 1 from ${given}`,
  );
  await database.execute(
    sql`insert into organization_names (organization_id, from_on, name, source, recorded_at) select organization, '2020-01-01', name, '测试', at from ${given}`,
  );
  await database.execute(sql`
    insert into applications
      (id, round_id, organization_id, district, state, origin, is_handed_in, received_on, entered_by, entered_on,
       data_version, returned, reason, search, created_at, changed_at, revision)
    select id, round, organization, district, state, 'online', state <> 'draft', case when state <> 'draft' then at::date end,
      'u', at::date, 1, case when state = 'returned' then '{"until": "2099-01-01"}'::json end,
      case when state in ('not_recommended', 'not_selected', 'rejected') then '不符合' end, search, at, at, 1
    from ${given}`);
}
