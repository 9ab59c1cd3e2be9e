import { compileTemplate, fillTemplate } from "../evaluate/templates.ts";
import { daysAfter, parseDate } from "../facts/calendar.ts";
import { countWorkingDays, type HolidayCalendar } from "../selection/working-days.ts";
import type { ReminderRule } from "./occasions.ts";
import type { ReminderAudience, ReminderStep } from "./subjects.ts";

/** What somebody is told, without the way to them. */
export interface ReminderMessage {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly steps: readonly ReminderStep[];
}

/** By the names that stand in the texts; null where there is nothing to say. */
export type ReminderValues = Readonly<Record<string, string | null>>;

/**
 * The words for one kind of reader. A line that asks for something of which there is nothing to say is left out.
 *
 * @returns null where the policy has no words for that reader
 * @throws RangeError when a text asks for a value that nobody gave
 */
export function composeReminder(
  rule: ReminderRule,
  audience: ReminderAudience,
  values: ReminderValues,
): ReminderMessage | null {
  const message = rule.messages.find((each) => each.audience === audience);
  if (message === undefined) return null;
  const lines = fillLines(message.lines, values);
  return { heading: fillLine(message.heading, values) ?? rule.title, lines, steps: message.steps };
}

/** The names that the words for one kind of reader ask for. */
export function namesInMessage({
  heading,
  lines,
}: Pick<ReminderRule["messages"][number], "heading" | "lines">): string[] {
  return [
    ...new Set(
      [heading, ...lines].flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)),
    ),
  ];
}

/**
 * Lines with their values, without those that ask for something of which there is nothing to say.
 *
 * @throws RangeError when a line asks for a value that nobody gave
 */
export function fillLines(lines: readonly string[], values: ReminderValues): string[] {
  return lines.flatMap((line) => fillLine(line, values) ?? []);
}

function fillLine(line: string, values: ReminderValues): string | null {
  let isWhole = true;
  const filled = fillTemplate(compileTemplate(line), (name) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`no value for {${name}}`);
    if (value === null) isWhole = false;
    return value;
  });
  return isWhole ? filled : null;
}

/** How many days are left, with those of work where the calendar knows them: 还有12天（7个工作日）. The last day itself is told as today. */
export function spellDaysLeft(today: string, due: string, calendar: HolidayCalendar): string {
  const days = (parseDate(due) ?? Number.NaN) - (parseDate(today) ?? Number.NaN);
  if (Number.isNaN(days)) throw new RangeError(`no day: ${today}, ${due}`);
  if (days === 0) return "就是今天";
  if (days < 0) return `已过${-days}天`;
  const working = countWorkingDays(calendar, daysAfter(today, 1), due);
  return working === undefined || working === days ? `还有${days}天` : `还有${days}天（${working}个工作日）`;
}
