import { appendEntries, type Database, insertHolidayYears, listHolidayYears } from "@shifan/db";
import shipped from "chinese-days/dist/chinese-days.json" with { type: "json" };
import type { Clock } from "../clock.ts";
import { relationOfHolidays } from "./subject.ts";

const source = "国务院办公厅历年部分节假日安排的通知（据 chinese-days 1.5.7 的数据）";

type Day = { day: string; kind: "off" | "working"; name: string };

/** The years of which the package has announced days. It is never asked about a day itself: for a year without a notice it answers all the same. */
function shippedYears(): Map<number, Day[]> {
  const years = new Map<number, Day[]>();
  const take = (days: Readonly<Record<string, string>>, kind: Day["kind"]) => {
    for (const [day, described] of Object.entries(days)) {
      const year = Number(day.slice(0, 4));
      // "National Day,国庆节,3"
      const name = described.split(",")[1] ?? "";
      years.set(year, [...(years.get(year) ?? []), { day, kind, name }]);
    }
  };
  take(shipped.holidays, "off");
  take(shipped.workdays, "working");
  return years;
}

/** Puts the announced years that ship with the product on record where they are missing; what an administrator has recorded stays. */
export async function addShippedHolidayYears({ database, clock }: { database: Database; clock: Clock }): Promise<void> {
  const known = new Set((await listHolidayYears(database)).map(({ year }) => year));
  const missing = [...shippedYears()].filter(([year]) => !known.has(year));
  if (missing.length === 0) return;
  const at = clock.now();
  await database.transaction(async (transaction) => {
    const years = missing.map(([year, days]) => ({ year: { year, source, recordedBy: null, recordedAt: at }, days }));
    const written = await insertHolidayYears(transaction, years);
    await appendEntries(
      transaction,
      written.map((state) => ({
        at,
        actor: { userId: null, role: "system", district: null, onBehalfOf: null },
        resource: "holidays",
        recordId: String(state.year.year),
        act: "record",
        outcome: "accepted",
        article: null,
        ground: source,
        fields: ["source", "days"],
        relation: relationOfHolidays,
        state,
        before: null,
        revision: state.year.revision,
      })),
    );
  });
}
