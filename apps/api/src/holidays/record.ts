import type { RecordHolidays } from "@shifan/contract";
import { type Database, findHolidayYear, type HolidayYear, insertHolidayYear, replaceHolidayYear } from "@shifan/db";
import { parseDate, permittingGrant, spellDate } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performActIn, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { holidaySubject, relationOfHolidays } from "./subject.ts";

const firstYear = 1990;
const lastYear = 2100;

/** The year of an address; null for anything that is none. */
export function readYear(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= firstYear && year <= lastYear ? year : null;
}

/**
 * The most that a year's notice can mean. Since 2004 the State Council has given at most 33 days off, weekends included, and at most
 * twelve working weekend days: what is far beyond was pasted or typed wrongly, and every working day would be counted by it.
 */
const most = { off: 60, working: 20 } as const;

/** The day with which a year has become absurd, and what it says by then. */
function checkNumbers(year: number, days: RecordHolidays["days"]): InputErrors {
  return (["off", "working"] as const).flatMap((kind) => {
    const own = days.flatMap((each, at) => (each.kind === kind ? [{ ...each, at }] : []));
    const first = own[most[kind]];
    if (first === undefined) return [];
    const what = kind === "off" ? "放假" : "周末上班";
    const day = parseDate(first.day) === undefined ? first.day : spellDate(first.day);
    const message = `${year}年写了${own.length}天${what}，从${day}起超过${most[kind]}天，历年通知都远没有这么多；请对着通知核对`;
    return [{ path: `/days/${first.at}/day`, code: "too_many", message }];
  });
}

/** What of a year's days cannot be, each at its place. */
export function checkDays(year: number, days: RecordHolidays["days"]): InputErrors {
  return [...checkEachDay(year, days), ...checkNumbers(year, days)];
}

function checkEachDay(year: number, days: RecordHolidays["days"]): InputErrors {
  const seen = new Set<string>();
  return days.flatMap(({ day, kind }, at) => {
    const path = `/days/${at}/day`;
    const number = parseDate(day);
    if (number === undefined) return [{ path, code: "no_such_day", message: "没有这一天，请再核对一下日期" }];
    if (!day.startsWith(`${year}-`)) return [{ path, code: "other_year", message: `应为${year}年的日子` }];
    if (seen.has(day)) return [{ path, code: "repeated", message: "这一天写了两次" }];
    seen.add(day);
    // Day 0 is 1 January 1970, a Thursday.
    const weekday = (number + 4) % 7;
    const isWeekend = weekday === 0 || weekday === 6;
    return kind === "working" && !isWeekend
      ? [{ path, code: "no_weekend", message: "这一天不是周末，不用写调休上班" }]
      : [];
  });
}

/** Two record the same new year at the same moment: the table itself lets one of them pass. */
class RecordedMeanwhile extends Error {}

/** Records a year from its notice, or replaces it as a whole. The revision of a year that is not on record is 0. */
export function recordHolidays(
  services: ProcedureServices,
  on: On,
  { source, days }: RecordHolidays,
): Promise<ActOutcome<HolidayYear>> {
  const year = readYear(on.id);
  if (year === null) return Promise.resolve({ kind: "unknown" });
  const at = services.clock.now();
  const written = { year, source, recordedBy: on.actor.userId, recordedAt: at };
  const recorded = services.database.transaction(async (transaction): Promise<ActOutcome<HolidayYear>> => {
    if ((await findHolidayYear(transaction, year)) === null) return begin(services, transaction, on, written, days);
    return performActIn(
      transaction,
      holidaySubject(services),
      { ...on, id: String(year), act: "record", ground: source, at },
      {
        check: async () => checkDays(year, days),
        context: async () => null,
        write: async () => {
          const row = await replaceHolidayYear(transaction, written, days);
          return { row, result: row, fields: ["source", "days"] };
        },
      },
    );
  });
  return recorded.catch(async (cause: unknown) => {
    if (!(cause instanceof RecordedMeanwhile)) throw cause;
    const present = await findHolidayYear(services.database, year);
    return { kind: "stale", revision: present?.year.revision ?? 0, state: "recorded" };
  });
}

async function begin(
  services: ProcedureServices,
  transaction: Database,
  { actor, revision }: On,
  written: { year: number; source: string; recordedBy: string | null; recordedAt: Date },
  days: RecordHolidays["days"],
): Promise<ActOutcome<HolidayYear>> {
  const mayAct = permittingGrant(actor, "holidays", "record", relationOfHolidays) !== null;
  if (mayAct && revision !== 0) return { kind: "stale", revision: 0, state: "unknown" };
  const errors = mayAct ? checkDays(written.year, days) : [];
  if (errors.length > 0) return invalid(...errors);
  return performCreationIn(
    transaction,
    holidaySubject(services),
    {
      actor,
      act: "record",
      relation: relationOfHolidays,
      policy: await policyInForce(services),
      ground: written.source,
      at: written.recordedAt,
    },
    {
      context: async () => null,
      write: async () => {
        const row = await insertHolidayYear(transaction, written, days);
        if (row === null) throw new RecordedMeanwhile();
        return { row, result: row, fields: ["source", "days"] };
      },
    },
  );
}
