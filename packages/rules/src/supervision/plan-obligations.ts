import type { Exemption, ObligationHolder, ObligationKind } from "../lifecycle/supervision/obligations.ts";
import type { PackageKind } from "../lifecycle/supervision/packages.ts";
import type { ReportKind } from "../lifecycle/supervision/reports.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import { type HolidayCalendar, isWorkingDay, nthWorkingDay } from "../selection/working-days.ts";
import { calendarYearOf, firstDayOf, halvesOf, lastDayOf, yearOf } from "./periods.ts";
import { readingOf } from "./readings.ts";

type Document = Pick<PolicyDocument, "supervision">;
type Rule = PolicyDocument["supervision"]["obligations"][number];

/** Of a title, what decides which obligations it brings. Days are YYYY-MM-DD, the last one included. */
export interface PlannedTitle {
  readonly id: string;
  readonly district: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/** An obligation of one period, as it is planned. */
export interface PlannedObligation {
  readonly kind: ObligationKind;
  /** The id of the title, the code of the district, or `city`. */
  readonly subject: string;
  readonly period: string;
  readonly holder: ObligationHolder;
  readonly district: string | null;
  readonly certificationId: string | null;
  readonly isBinding: boolean;
  readonly dueOn: string;
  /** Why it does not apply from the beginning; null where it is owed. */
  readonly exemption: Exemption | null;
}

/** The package in which a district sends the reports of a kind to the city (第十三条). */
export const packageOfReport = {
  half_year_report: "half_year_package",
  annual_report: "annual_package",
} as const satisfies Record<ReportKind, PackageKind>;

/** The rule of a kind of obligation; undefined where the policy knows none. */
export function obligationRule({ supervision }: Document, kind: ObligationKind): Rule | undefined {
  return supervision.obligations.find((rule) => rule.kind === kind);
}

/** The last day for what is owed for a period; null where nothing is. */
function dueDayOf(rule: Rule, period: string): string | null {
  const year = calendarYearOf(period);
  const due =
    rule.period === "year"
      ? rule.due.year
      : rule.period === "half_year"
        ? rule.due[period.endsWith("1") ? "first_half" : "second_half"]
        : null;
  return due === null ? null : `${String(year + due.years).padStart(4, "0")}-${due.day}`;
}

/**
 * The last day as the policy's setting moves it (截止日遇节假日是否顺延). In a year whose holidays are not announced it stays where the law puts
 * it: the strict reading never harms whoever reports.
 */
function settleDueDay(document: Document, day: string, calendar: HolidayCalendar): string {
  if (readingOf(document, "deadline_on_day_off") !== "next_working_day") return day;
  return isWorkingDay(calendar, day) === false ? (nthWorkingDay(calendar, day, 1) ?? day) : day;
}

/**
 * Why a title owes nothing for a period: it covers no full half of it, or it has ended by the last day of the period or of the obligation. The
 * partial half may be made binding by a setting (第十三条: 每半年不少于一次).
 */
function exemptionOf(document: Document, title: PlannedTitle, period: string, dueOn: string): Exemption | null {
  if (title.validTo < lastDayOf(period) || title.validTo < dueOn) return "title_ended";
  const isWhole = halvesOf(period).some((half) => title.validFrom <= firstDayOf(half));
  if (isWhole || readingOf(document, "partial_half_reading") === "binding") return null;
  return "partial_period";
}

/**
 * What a title brings for a calendar half: the inspection, the summary, the year's summary, and in the year in which it ends the right to apply
 * again. What belongs to the year is planned with either half, and is the same from both.
 *
 * @param half such as 2027-H1
 * @param calendar the announced holidays, which matter only where the policy moves last days on
 */
export function planOfTitle(
  document: Document,
  title: PlannedTitle,
  half: string,
  calendar: HolidayCalendar,
): readonly PlannedObligation[] {
  const year = yearOf(half);
  if (title.validFrom > lastDayOf(half) || title.validTo < firstDayOf(half)) return [];
  return document.supervision.obligations.flatMap((rule): PlannedObligation[] => {
    const own = {
      kind: rule.kind,
      subject: title.id,
      holder: rule.holder,
      district: title.district,
      certificationId: title.id,
      isBinding: rule.is_binding,
    };
    if (rule.period === "last_year") {
      if (yearOf(title.validTo) !== year) return [];
      return [{ ...own, period: year, dueOn: title.validTo, exemption: null }];
    }
    // A district's packages and the city's round are owed by them, not for a title.
    if (!isOfTitle(rule.kind)) return [];
    const period = rule.period === "year" ? year : half;
    const day = dueDayOf(rule, period);
    if (day === null) return [];
    const dueOn = settleDueDay(document, day, calendar);
    return [{ ...own, period, dueOn, exemption: exemptionOf(document, title, period, dueOn) }];
  });
}

function isOfTitle(kind: ObligationKind): boolean {
  return kind === "periodic_inspection" || kind === "half_year_report" || kind === "annual_report";
}

/** The package that a district owes for a period in which one of its platforms owes a report; null where the policy knows none. */
export function planOfPackage(
  document: Document,
  { report, district, period }: { report: ReportKind; district: string; period: string },
  calendar: HolidayCalendar,
): PlannedObligation | null {
  const kind = packageOfReport[report];
  const rule = obligationRule(document, kind);
  const day = rule === undefined ? null : dueDayOf(rule, period);
  if (rule === undefined || day === null) return null;
  const dueOn = settleDueDay(document, day, calendar);
  const { holder, is_binding: isBinding } = rule;
  return {
    kind,
    subject: district,
    period,
    holder,
    district,
    certificationId: null,
    isBinding,
    dueOn,
    exemption: null,
  };
}

/** The round that the city owes in a year (第十四条: 每年认定一次); null where the policy knows none. */
export function planOfYearlyRound(document: Document, year: string): PlannedObligation | null {
  const rule = obligationRule(document, "yearly_round");
  const dueOn = rule === undefined ? null : dueDayOf(rule, year);
  if (rule === undefined || dueOn === null) return null;
  const { kind, holder, is_binding: isBinding } = rule;
  return {
    kind,
    subject: "city",
    period: year,
    holder,
    district: null,
    certificationId: null,
    isBinding,
    dueOn,
    exemption: null,
  };
}
