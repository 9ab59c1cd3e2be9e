import { dayText } from "../texts/days.ts";
import type { Holiday } from "./read-notice.ts";

export type Span = {
  readonly name: string;
  readonly kind: Holiday["kind"];
  readonly from: string;
  readonly to: string;
};

const isNext = (before: string, day: string) => Date.parse(day) - Date.parse(before) === 86_400_000;

/** Days of one festival that follow one another, as one. */
export function spansOf(days: readonly Holiday[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { day, kind, name } of days) {
    const last = spans.at(-1);
    if (last !== undefined && last.name === name && last.kind === kind && isNext(last.to, day)) {
      spans[spans.length - 1] = { ...last, to: day };
    } else spans.push({ name, kind, from: day, to: day });
  }
  return spans;
}

const withoutYear = (day: string) => dayText(day).replace(/^\d+年/, "");

/** 1月1日至3日, 2月14日. */
export function spanText({ from, to }: Span): string {
  if (from === to) return withoutYear(from);
  const end = from.slice(0, 7) === to.slice(0, 7) ? withoutYear(to).replace(/^\d+月/, "") : withoutYear(to);
  return `${withoutYear(from)}至${end}`;
}

/** How many days a span has. */
export const lengthOf = ({ from, to }: Span) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
