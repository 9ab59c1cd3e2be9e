import type { CriterionStatus, OpenReason } from "../assessment/schema.ts";
import { dayOf, formatDate } from "../facts/calendar.ts";
import { spellMoney } from "../facts/spelling.ts";
import type { CriterionDocument } from "../policy/schema.ts";
import type { Case } from "./case.ts";
import { compileTemplate, fillTemplate, type Template } from "./templates.ts";

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

/** The advice of a criterion by the case it is for, each with the text that stands in where the policy has none. */
export interface Advice {
  readonly notMet: Template;
  readonly notMetYearOver: Template;
  readonly notClaimed: Template;
  readonly unanswered: Template;
  readonly reading: Template;
  readonly officer: Template;
  readonly contradictory: Template;
}

export function compileAdvice({ advice }: CriterionDocument): Advice {
  const notMet = compileTemplate(advice.not_met);
  return {
    notMet,
    notMetYearOver: advice.not_met_year_over === undefined ? notMet : compileTemplate(advice.not_met_year_over),
    notClaimed: compileTemplate(advice.not_claimed ?? advice.not_met),
    unanswered: compileTemplate(advice.unanswered),
    reading: compileTemplate(advice.reading ?? advice.unanswered),
    officer: compileTemplate(advice.officer ?? advice.unanswered),
    contradictory: compileTemplate(advice.contradictory),
  };
}

/** 2026-11-03 as people write it: 2026年11月3日. */
export function spellDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** Fills {name} in a text of the policy. A name without a value is left out rather than shown raw. */
export function fillText(template: string, values: Readonly<Record<string, string | null>>): string {
  return fillTemplate(compileTemplate(template), (name) => values[name] ?? null);
}

/** What the choice of a text goes by. */
type Standing = Pick<AdviceInput, "status" | "reason" | "isClaimed">;

function templateFor(advice: Advice, facts: Case, input: Standing): Template | undefined {
  if (input.status === "met") return undefined;
  if (!input.isClaimed) return advice.notClaimed;
  if (input.status === "not_met") return facts.isBaseYearOver ? advice.notMetYearOver : advice.notMet;
  return advice[input.reason ?? "unanswered"];
}

/** What a name that follows the year of the round stands for. */
function yearText(name: string, roundYear: number): string | null {
  switch (name) {
    case "round_year":
      return String(roundYear);
    case "base_year":
      return String(roundYear - 1);
    case "year_before":
      return String(roundYear - 2);
    case "two_years_before":
      return String(roundYear - 3);
    case "next_round_year":
      return String(roundYear + 1);
    case "base_year_end":
      return spellDate(formatDate(dayOf(roundYear - 1, 12, 31)));
    case "next_base_year_end":
      return spellDate(formatDate(dayOf(roundYear, 12, 31)));
    default:
      return null;
  }
}

function valueText(name: string, input: AdviceInput): string | null {
  switch (name) {
    case "gap":
      return gapText(input);
    case "actual":
      return input.actual;
    case "required":
      return input.required;
    case "earliest_date":
      return input.earliestDate === null ? null : spellDate(input.earliestDate);
    default:
      return null;
  }
}

function textOfYear(template: Template, roundYear: number): string {
  const known = template.byYear.get(roundYear);
  if (known !== undefined) return known;
  const text = fillTemplate(template, (name) => yearText(name, roundYear));
  template.byYear.set(roundYear, text);
  return text;
}

/** How much is missing. Of a span only the least is known, and of money that least says nothing: 低于150万元 lacks 0.01元. */
function gapText({ gap, unit, actual }: AdviceInput): string | null {
  if (gap === null) return null;
  const isSpan = actual !== null && /[～≥≤]/.test(actual);
  if (unit === "元") return isSpan ? "多少要有准数才知道" : spellMoney(gap);
  return isSpan ? `至少${gap}` : gap;
}

/** Whether all who stand so are given the same advice in every year, whatever their figures. */
export function isSameForAll(advice: Advice, facts: Case, input: Standing): boolean {
  const isChosenByYear = input.status === "not_met" && input.isClaimed && advice.notMet !== advice.notMetYearOver;
  return !isChosenByYear && templateFor(advice, facts, input)?.pieces.length === 1;
}

/** What to do about a criterion that is not met or open, with every year printed. Null for a criterion that is met. */
export function adviseOn(advice: Advice, facts: Case, input: AdviceInput): string | null {
  const template = templateFor(advice, facts, input);
  if (template === undefined) return null;
  const { roundYear } = facts;
  if (template.needsYearAlone) return textOfYear(template, roundYear);
  return fillTemplate(template, (name) => valueText(name, input) ?? yearText(name, roundYear));
}
