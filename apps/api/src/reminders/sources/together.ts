import type { Between } from "@shifan/db";
import { daysAfter } from "@shifan/rules";
import { instantOf } from "../context.ts";
import type { DutyQuery, ReminderSource, StandingDuty, Told } from "../source.ts";

/** What an office of the city is told of. */
export const toldCity: Told = { audience: "city", role: "city", district: null };

/** What the office of a district is told of. */
export const toldDistrict = (district: string): Told => ({ audience: "district", role: "district", district });

/** Those that were asked for. */
export const among = ({ recordIds }: DutyQuery, duties: readonly StandingDuty[]): readonly StandingDuty[] =>
  recordIds === null ? duties : duties.filter(({ recordId }) => recordIds.includes(recordId));

/** What was looked for by several, as one. */
export const both =
  (...sources: readonly ReminderSource[]): ReminderSource =>
  async (context, query) =>
    (await Promise.all(sources.map((source) => source(context, query)))).flat();

/** The span from the first to the last of some days in Shanghai, both whole. */
export function spanOf(days: readonly string[]): Between {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0] ?? "", sorted.at(-1) ?? ""];
  return { from: instantOf(`${first}T00:00`), before: instantOf(`${daysAfter(last, 1)}T00:00`) };
}
