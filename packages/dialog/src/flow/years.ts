import { type Policy, parseDate, yearOfDay } from "@shifan/rules";
import { answeredValue, type DialogContext, type DialogState, isInterval } from "../state.ts";

/** The years that questions and results print. */
export interface Years {
  readonly round: number;
  readonly base: number;
  /** The base year has not ended: its figures are 预计. */
  readonly unfinished: boolean;
}

/** The year of a planned day, also when only its month is known. */
function yearOfPlan(value: unknown): number | undefined {
  const [from, to] = isInterval(value) ? [value.min, value.max] : [value, value];
  if (typeof from !== "string" || typeof to !== "string") return undefined;
  const year = yearOfDay(parseDate(from) as number);
  return year === yearOfDay(parseDate(to) as number) ? year : undefined;
}

/** The year of the round that the answers aim at; without a submission date, that of today. */
export function yearsOf(state: DialogState, context: DialogContext): Years {
  const { policy, today } = context;
  const explicit = answeredValue(state.answers[policy.document.round_year]);
  const planned = yearOfPlan(answeredValue(state.answers[policy.document.submission_date]));
  const round = typeof explicit === "number" ? explicit : (planned ?? yearOfDay(parseDate(today) as number));
  return { round, base: round - 1, unfinished: today <= `${round - 1}-12-31` };
}

/** Values for the {placeholders} of the policy's question texts. */
export function yearTexts(years: Years): Record<string, string> {
  return {
    round_year: String(years.round),
    base_year: String(years.base),
    year_before: String(years.base - 1),
    two_years_before: String(years.base - 2),
    next_round_year: String(years.round + 1),
  };
}

/** The calendar year whose figure a fact is, or null for a fact of no particular year. */
export function yearOfFigure(policy: Policy, fact: string, years: Years): number | null {
  const offset = policy.document.facts[policy.factIndexes.get(fact) ?? -1]?.figure_of;
  if (offset === undefined) return null;
  return years.base - { base_year: 0, year_before: 1, two_years_before: 2 }[offset];
}
