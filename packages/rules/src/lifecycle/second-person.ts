import type { Guard, Machine, Transition } from "./machine.ts";
import { refusal } from "./refusals.ts";

/** What is done takes effect when another person than the one who did it confirms it. */
export const bySecondPerson: Guard<{ readonly isSamePerson: boolean }> = ({ isSamePerson }) =>
  isSamePerson ? refusal("second_person_required") : null;

/**
 * The act that takes another person than whoever does the given one, so that it can be said before anything is begun: the act itself, the one that
 * follows it, or, where the act makes the record, the first on the record's usual course.
 *
 * @returns null where one person may do all of it
 */
export function secondPersonActAfter<State extends string, Context>(
  machine: Machine<State, Context>,
  act: string,
): string | null {
  const needsAnother = ({ guards }: Transition<State, Context>) =>
    guards.some((guard) => (guard as unknown) === bySecondPerson);
  const rows = machine.transitions.filter((row) => row.act === act);
  if (rows.some(needsAnother)) return act;
  const makes = rows.some(({ from }) => from === null);
  let reached = rows.flatMap(({ from, to }) =>
    to === "unchanged" ? (from === null ? [machine.initial] : []) : [to as State],
  );
  const seen = new Set<State>();
  while (reached.length > 0) {
    for (const state of reached) seen.add(state);
    const following = machine.transitions.filter(
      ({ from, isAside, isConsequence }) =>
        !isAside && !isConsequence && reached.some((state) => from?.includes(state) ?? false),
    );
    const found = following.find(needsAnother);
    if (found !== undefined || !makes) return found?.act ?? null;
    reached = following.flatMap(({ to }) => (to === "unchanged" || seen.has(to) ? [] : [to]));
  }
  return null;
}
