/** From this day on the days off of the next year are usually announced by the State Council. */
const announcedFrom = "11-01";

/** The years of which the days off are needed and not on record: this one, and the next once they are usually announced. */
export function missingHolidayYears(known: readonly { readonly year: number }[], today: string): readonly number[] {
  const year = Number(today.slice(0, 4));
  const asked = today.slice(5) >= announcedFrom ? [year, year + 1] : [year];
  return asked.filter((each) => !known.some((recorded) => recorded.year === each));
}
