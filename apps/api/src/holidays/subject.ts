import { type HolidayYear, lockHolidayYear } from "@shifan/db";
import { type HolidayYearState, holidayYearMachine, type Relation } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** The calendar is everybody's. */
export const relationOfHolidays: Relation = {
  organization: null,
  district: null,
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: true,
};

/** Years of the holiday calendar as records that live by their table; a year is known by its number. */
export function holidaySubject(services: ProcedureServices): Subject<HolidayYear, HolidayYearState, unknown> {
  return {
    machine: holidayYearMachine,
    lock: (transaction, id) => lockHolidayYear(transaction, Number(id)),
    idOf: ({ year }) => String(year.year),
    stateOf: () => "recorded",
    relationOf: () => relationOfHolidays,
    revisionOf: ({ year }) => year.revision,
    policyOf: () => policyInForce(services),
    recordOf: (year) => year,
  };
}
