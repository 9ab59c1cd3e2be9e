import type { Assessment, ChatFactAnswer } from "../api/types.ts";
import type { PolicyView } from "../policy/policy.ts";

/**
 * The year whose figures count (上年度). The conversation prints it in the names of its answers; where none tells, it is
 * the year before the day of the result.
 */
export function baseYearOf(
  assessment: Assessment,
  answers: readonly ChatFactAnswer[],
  policy: PolicyView | null,
): number {
  const figures = new Set(policy?.facts.filter(({ label }) => label.startsWith("上年")).map(({ id }) => id));
  const printed = answers
    .filter(({ fact }) => figures.has(fact))
    .map(({ label }) => /^(\d{4})年/.exec(label)?.[1])
    .find((year) => year !== undefined);
  return printed === undefined ? Number(assessment.asOf.slice(0, 4)) - 1 : Number(printed);
}

/** Puts the calendar years into a text of the policy; no year is ever left as a word in braces. */
export function printYears(text: string, baseYear: number): string {
  const years: Record<string, number> = {
    round_year: baseYear + 1,
    base_year: baseYear,
    year_before: baseYear - 1,
    two_years_before: baseYear - 2,
    next_round_year: baseYear + 2,
  };
  return text.replace(/\{([a-z_]+)\}/g, (_, name: string) => String(years[name] ?? ""));
}
