import { defineMachine } from "./machine.ts";

/** A year of which nothing is recorded is unknown; one that is recorded is known, and may be corrected as a whole. */
export const holidayYearStates = ["recorded"] as const;
export type HolidayYearState = (typeof holidayYearStates)[number];

/** The days off of a year, as the State Council has announced them. */
export const holidayYearMachine = defineMachine<HolidayYearState, unknown>({
  resource: "holidays",
  states: holidayYearStates,
  initial: "recorded",
  transitions: [
    { act: "record", from: null, to: "recorded" },
    { act: "record", from: ["recorded"], to: "unchanged" },
  ],
});
