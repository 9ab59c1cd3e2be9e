import { daysAfter } from "@shifan/rules";

/** How the half of a year stands in which the open round opened. */
export type PresentHalf = {
  /** Such as 2026-H2. */
  readonly period: string;
  /** The day by which the districts have looked at what they look at first. */
  readonly inspectedOn: string;
  /** Whether it ends before the month in which the demonstration is looked at: then nothing of it is still open. */
  readonly endsBefore: boolean;
};

/** @param opens the day on which the open round opened, in the month before that in which the demonstration is looked at */
export function presentHalf(opens: string): PresentHalf {
  const [year, month] = [opens.slice(0, 4), Number(opens.slice(5, 7))];
  const usual = month > 6 ? `${year}-11-12` : `${year}-05-12`;
  const soon = daysAfter(opens, 4);
  const isSoon = soon < usual;
  return {
    period: `${year}-H${month > 6 ? 2 : 1}`,
    inspectedOn: isSoon ? soon : usual,
    endsBefore: month % 6 === 0,
  };
}
