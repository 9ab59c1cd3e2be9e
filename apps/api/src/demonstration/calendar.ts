import { addMonths, civilOf, dayOf, daysAfter, formatDate, parseDate } from "@shifan/rules";

/** The days of one round of the demonstration, each YYYY-MM-DD in Shanghai. */
export type RoundDays = {
  readonly year: number;
  readonly opens: string;
  readonly submissionDeadline: string;
  readonly recommendationDeadline: string;
  /** When applicants hand in, the district works, and the city receives; all before the deadlines. */
  readonly submits: string;
  readonly surveys: string;
  readonly recommends: string;
  readonly receives: string;
  readonly scores: string;
  /** Null for the round that is still open. */
  readonly selection: {
    readonly lists: string;
    readonly publicityStarts: string;
    readonly publicityEnds: string;
    readonly objects: string;
    readonly decides: string;
    readonly certifies: string;
  } | null;
};

/** The three rounds of the demonstration, the oldest first; the last is open for the whole month. */
export type DemonstrationCalendar = { readonly month: string; readonly rounds: readonly RoundDays[] };

/**
 * The demonstration's days, as a function of the month in which it is made: the open round opened in the middle of the month before, so that
 * all that has happened in it lies behind on whichever day of the month somebody looks; the two rounds of the years before are over.
 *
 * @param today YYYY-MM-DD in Shanghai
 */
export function demonstrationCalendar(today: string): DemonstrationCalendar {
  const { year, month } = civilOf(parseDate(today) ?? Number.NaN);
  const first = dayOf(year, month, 1);
  const before = civilOf(addMonths(first, -1));
  const opens = formatDate(dayOf(before.year, before.month, 16));
  const open: RoundDays = {
    year: before.year,
    opens,
    submits: daysAfter(opens, 2),
    surveys: daysAfter(opens, 5),
    recommends: daysAfter(opens, 8),
    receives: daysAfter(opens, 9),
    scores: daysAfter(opens, 11),
    submissionDeadline: formatDate(addMonths(first, 1) - 1),
    recommendationDeadline: formatDate(addMonths(first, 1) + 19),
    selection: null,
  };
  return { month: today.slice(0, 7), rounds: [pastRound(before.year - 2), pastRound(before.year - 1), open] };
}

/** A round of a year that is over: called in April, decided in August. */
function pastRound(year: number): RoundDays {
  return {
    year,
    opens: `${year}-04-08`,
    submits: `${year}-05-06`,
    submissionDeadline: `${year}-05-20`,
    surveys: `${year}-05-27`,
    recommends: `${year}-06-10`,
    recommendationDeadline: `${year}-06-20`,
    receives: `${year}-06-24`,
    scores: `${year}-07-08`,
    selection: {
      lists: `${year}-07-22`,
      publicityStarts: `${year}-08-03`,
      publicityEnds: `${year}-08-12`,
      objects: `${year}-08-05`,
      decides: `${year}-08-20`,
      certifies: `${year}-08-28`,
    },
  };
}
