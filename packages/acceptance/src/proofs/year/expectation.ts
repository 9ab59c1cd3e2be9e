import { addDays, type DaysOnRecord, workedOnOrBefore } from "./working-days.ts";

/** What the policy data say of a subject, as far as the proof knows it. */
export interface SubjectRule {
  readonly subject: string;
  readonly occasions: readonly { readonly when: string; readonly days?: number }[];
  readonly on_day_off: string;
  readonly worth_telling_days: number;
}

/** What one reader owes, or answers for. */
export interface Duty {
  readonly subject: string;
  readonly record: string;
  readonly reader: string;
  due: string;
  isOver: boolean;
}

/** That a reader is told of a duty on one of its occasions. */
export interface Telling {
  readonly reader: string;
  readonly key: string;
}

interface ToldDay {
  readonly occasion: string;
  readonly day: string;
}

/**
 * The tellings of a year, counted out a second time and simply: each duty that stands is told of once on each of its days, which are so many
 * days before it is due, or the day of work before that. It knows nothing of how the product plans.
 */
export class Expectation {
  readonly #rules: ReadonlyMap<string, SubjectRule>;
  readonly #days: DaysOnRecord;
  readonly #told = new Set<string>();
  readonly #toldDays = new Map<string, readonly ToldDay[]>();
  readonly duties: Duty[];

  constructor(rules: readonly SubjectRule[], days: DaysOnRecord, duties: Duty[]) {
    this.#rules = new Map(rules.map((rule) => [rule.subject, rule]));
    this.#days = days;
    this.duties = duties;
  }

  /** Everything that was to be told so far. */
  get told(): ReadonlySet<string> {
    return this.#told;
  }

  /** What is to be told on a day on which the server looks and which nobody has told yet. */
  on(day: string): Telling[] {
    return this.duties.flatMap((duty) => {
      const occasion = duty.isOver || day > duty.due ? undefined : this.latestOn(duty, day);
      if (occasion === undefined) return [];
      const key = `${duty.subject} | ${duty.record} | ${duty.reader} | ${occasion.occasion} | ${duty.due}`;
      return this.#told.has(key) ? [] : [{ reader: duty.reader, key }];
    });
  }

  /** Notes that something is told. */
  note(tellings: readonly Telling[]): void {
    for (const { key } of tellings) this.#told.add(key);
  }

  /** The first day after another on which something is to be told, as things stand. */
  nextDay(after: string): string | null {
    let first: string | null = null;
    for (const duty of this.duties) {
      if (duty.isOver || duty.due <= after) continue;
      const next = this.#toldDaysOf(duty).find(({ day }) => day > after)?.day;
      if (next !== undefined && (first === null || next < first)) first = next;
    }
    return first;
  }

  /** The last occasion of a duty up to a day, as long as it is worth telling. */
  latestOn(duty: Pick<Duty, "subject" | "due">, day: string): ToldDay | undefined {
    const latest = this.#toldDaysOf(duty).findLast((each) => each.day <= day);
    const worth = this.#rules.get(duty.subject)?.worth_telling_days ?? 0;
    return latest !== undefined && day <= addDays(latest.day, worth) ? latest : undefined;
  }

  #toldDaysOf({ subject, due }: Pick<Duty, "subject" | "due">): readonly ToldDay[] {
    const key = `${subject} ${due}`;
    const known = this.#toldDays.get(key);
    if (known !== undefined) return known;
    const counted = this.#count(subject, due);
    this.#toldDays.set(key, counted);
    return counted;
  }

  #count(subject: string, due: string): ToldDay[] {
    const rule = this.#rules.get(subject);
    if (rule === undefined || rule.on_day_off !== "working_day_before") throw new Error(`cannot count ${subject}`);
    const byDay = new Map<string, { told: ToldDay; named: string }>();
    for (const { when, days = 0 } of rule.occasions) {
      const isLast = when === "last_working_day";
      if (!isLast && when !== "before") throw new Error(`cannot count ${when} of ${subject}`);
      const named = isLast ? workedOnOrBefore(due, this.#days) : addDays(due, -days);
      const day = workedOnOrBefore(named, this.#days);
      const other = byDay.get(day);
      // Before a long holiday several fall on one day: the one nearest to the due day is told.
      if (other !== undefined && other.named > named) continue;
      byDay.set(day, { named, told: { occasion: isLast ? "last-working-day" : `before-${days}`, day } });
    }
    return [...byDay.values()].map(({ told }) => told).toSorted((one, other) => (one.day < other.day ? -1 : 1));
  }
}
