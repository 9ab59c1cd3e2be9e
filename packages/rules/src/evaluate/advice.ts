import type { CriterionStatus, OpenReason } from "../assessment/schema.ts";
import { dayOf, formatDate } from "../facts/calendar.ts";
import { spellMoney } from "../facts/spelling.ts";
import type { CriterionDocument } from "../policy/schema.ts";
import type { Case } from "./case.ts";

interface AdviceInput {
  readonly status: CriterionStatus;
  readonly reason: OpenReason | null;
  readonly actual: string | null;
  readonly required: string | null;
  readonly gap: string | null;
  readonly unit: string | null;
  readonly earliestDate: string | null;
  /** False for a line that the applicant does not claim. */
  readonly isClaimed: boolean;
}

/** 2026-11-03 as people write it: 2026年11月3日. */
export function spellDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** Fills {name} in a text of the policy. A name without a value is left out rather than shown raw. */
export function fillText(template: string, values: Readonly<Record<string, string | null>>): string {
  return template.replace(/\{([a-z_]+)\}/g, (_, name: string) => values[name] ?? "");
}

function templateFor(document: CriterionDocument, facts: Case, input: AdviceInput): string | undefined {
  const { advice } = document;
  if (input.status === "met") return undefined;
  if (!input.isClaimed) return advice.not_claimed ?? advice.not_met;
  if (input.status === "not_met") {
    const yearOver = facts.asOf > dayOf(facts.roundYear - 1, 12, 31);
    return yearOver ? (advice.not_met_year_over ?? advice.not_met) : advice.not_met;
  }
  if (input.reason === "contradictory") return advice.contradictory;
  if (input.reason === "reading") return advice.reading ?? advice.unanswered;
  return input.reason === "officer" ? (advice.officer ?? advice.unanswered) : advice.unanswered;
}

/** How much is missing. Of a span only the least is known, and of money that least says nothing: 低于150万元 lacks 0.01元. */
function gapText({ gap, unit, actual }: AdviceInput): string | null {
  if (gap === null) return null;
  const isSpan = actual !== null && /[～≥≤]/.test(actual);
  if (unit === "元") return isSpan ? "多少要有准数才知道" : spellMoney(gap);
  return isSpan ? `至少${gap}` : gap;
}

/** What to do about a criterion that is not met or open, with every year printed. Null for a criterion that is met. */
export function adviseOn(document: CriterionDocument, facts: Case, input: AdviceInput): string | null {
  const template = templateFor(document, facts, input);
  if (template === undefined) return null;
  const { roundYear } = facts;
  return fillText(template, {
    gap: gapText(input),
    actual: input.actual,
    required: input.required,
    earliest_date: input.earliestDate === null ? null : spellDate(input.earliestDate),
    round_year: String(roundYear),
    base_year: String(roundYear - 1),
    year_before: String(roundYear - 2),
    two_years_before: String(roundYear - 3),
    next_round_year: String(roundYear + 1),
    base_year_end: spellDate(formatDate(dayOf(roundYear - 1, 12, 31))),
    next_base_year_end: spellDate(formatDate(dayOf(roundYear, 12, 31))),
  });
}
