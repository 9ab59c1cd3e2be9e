import type { ObligationChange } from "@shifan/db/testing";
import type { Draw } from "../../random.ts";
import type { Duty, Expectation } from "./expectation.ts";
import { addDays } from "./working-days.ts";

/** How many of each kind happened. */
export type CountOfChanges = Record<ObligationChange["kind"], number>;

/** Draws what becomes of some duties before another day, notes it in the expectation, and says what is to be written down. */
export function drawChanges(
  { own, expectation, draw }: { own: readonly Duty[]; expectation: Expectation; draw: Draw },
  {
    count,
    today,
    next,
    kinds,
  }: { count: number; today: string; next: string; kinds: readonly ObligationChange["kind"][] },
): ObligationChange[] {
  const open = own.filter(({ isOver, due }) => !isOver && due > next);
  const changes: ObligationChange[] = [];
  for (let n = 0; n < Math.min(count, open.length); n += 1) {
    const duty = open[draw(open.length)] as Duty;
    const kind = kinds[draw(kinds.length)] as ObligationChange["kind"];
    if (duty.isOver) continue;
    const { record: id, reader, subject } = duty;
    if (kind === "moved") {
      const dueOn = addDays(duty.due, draw(21) - 7);
      if (!isPlain(expectation, { subject, due: dueOn }, today, next)) continue;
      duty.due = dueOn;
      changes.push({ kind, id, dueOn });
      continue;
    }
    duty.isOver = true;
    changes.push(kind === "met" ? { kind, id } : { kind, id, subject, reader });
  }
  return changes;
}

/**
 * Whether it makes no difference if the server looks at a day in the evening on which it is set or on the next day only: what it is told of then is the
 * same occasion, or none is worth telling in the evening.
 */
function isPlain(
  expectation: Expectation,
  duty: { subject: string; due: string },
  today: string,
  next: string,
): boolean {
  if (duty.due <= addDays(next, 1)) return false;
  const inTheEvening = expectation.latestOn(duty, today);
  return inTheEvening === undefined || inTheEvening.occasion === expectation.latestOn(duty, next)?.occasion;
}
