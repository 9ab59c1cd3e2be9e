import { readHolidayCalendar } from "@shifan/db";
import { type Moment, yearOf } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import type { ReminderContext } from "./source.ts";

/** Law and calendar of today. The years around it are known as far as their notices are on record. */
export async function reminderContext(services: ProcedureServices): Promise<ReminderContext> {
  const today = services.clock.today();
  const year = yearOf(today);
  const [{ document }, calendar] = [
    await policyInForce(services, today),
    await readHolidayCalendar(services.database, [Number(year) - 1, Number(year), Number(year) + 1]),
  ];
  return { services, today, document, calendar };
}

/** An instant as the rules compare it. */
export const momentOf = (instant: Date): Moment => formatInstant(instant).slice(0, 16);

/** A moment of Shanghai's as an instant. */
export const instantOf = (moment: Moment): Date => new Date(`${moment}:00+08:00`);
