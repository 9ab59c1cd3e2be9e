import type { TitleStatistics } from "@shifan/contract";
import { countTitles, type Database, type FunctionsPlace, type TitleCount, type TitleDimension } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import { placeOfFact } from "../applications/form.ts";

/** Where the form says which functions a platform claims, and what it states when it does not; null where the policy does not ask. */
export function placeOfFunctions(policy: Policy): FunctionsPlace | null {
  const sought = policy.document.functions_of;
  const place = sought === null ? null : placeOfFact(policy, sought);
  if (place === null) return null;
  const absent = policy.document.facts.find(({ id }) => id === sought)?.absent;
  const stated = absent !== undefined && "is" in absent && !("first_character_of" in absent) ? absent.is : null;
  return { ...place, blankMeans: Array.isArray(stated) ? stated : null };
}

const none = { valid: 0, expired: 0, cancelled: 0, revoked: 0, holders: 0 };

/** The counts of one group: titles by how they stood, and the units that hold one in force. */
function sumOf(counts: readonly TitleCount[]): TitleStatistics["all"] {
  const sum = { ...none };
  for (const { standing, titles, holders } of counts) {
    sum[standing] = titles;
    if (standing === "valid") sum.holders = holders;
  }
  return sum;
}

const unrecorded = "没有记录";

/** The titles that had begun by a day, by district, type, function and year, as they stood at its end. */
export async function titleStatistics(database: Database, policy: Policy, asOf: string): Promise<TitleStatistics> {
  const counts = await countTitles(database, { day: asOf, functions: placeOfFunctions(policy) });
  const { document } = policy;
  const optionsOf = (fact: string | null) => document.facts.find(({ id }) => id === fact)?.options ?? {};
  const groups = (dimension: TitleDimension, nameOf: (key: string) => string | undefined) => {
    const own = counts.filter((count) => count.dimension === dimension);
    return [...Map.groupBy(own, ({ key }) => key)].map(([key, each]) => ({
      key,
      name: key === null ? unrecorded : (nameOf(key) ?? key),
      ...sumOf(each),
    }));
  };
  return {
    asOf,
    all: sumOf(counts.filter(({ dimension }) => dimension === "all")),
    byDistrict: groups("district", (key) => document.districts.find(({ id }) => id === key)?.name),
    byType: groups("type", (key) => optionsOf(document.alternatives_of)[key]),
    byFunction: groups("function", (key) => optionsOf(document.functions_of)[key]),
    byYear: groups("year", (key) => `${key}年`),
  };
}
