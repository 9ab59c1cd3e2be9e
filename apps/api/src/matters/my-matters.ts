import type { Matter, Matters } from "@shifan/contract";
import type { Actor } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { reminderContext } from "../reminders/context.ts";
import { spellDay } from "../reminders/spell.ts";
import { mattersOfApplications } from "./matters-of-applications.ts";
import { mattersOfTitles } from "./matters-of-titles.ts";

/**
 * The matters of those for whom somebody acts, in plain words: where each stands, what comes next, by whom and by when, and the article. Nothing for
 * those in office, whose work is told by their tasks.
 */
export async function gatherMatters(services: ProcedureServices, actor: Actor): Promise<Matters> {
  const context = await reminderContext(services);
  const found = [...(await mattersOfApplications(context, actor)), ...(await mattersOfTitles(context, actor))];
  const matters = found.toSorted(byOwnAndDay);
  return { today: context.today, heading: spellHeading(matters, context.today), matters };
}

/** What its reader has to do first, by the last day, what has none behind. */
function byOwnAndDay(one: Matter, other: Matter): number {
  if (one.isYours !== other.isYours) return one.isYours ? -1 : 1;
  const [first, second] = [one.dueOn ?? "9999", other.dueOn ?? "9999"];
  return first === second ? 0 : first < second ? -1 : 1;
}

function spellHeading(matters: readonly Matter[], today: string): string {
  const own = matters.filter(({ isYours }) => isYours);
  const first = own.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null;
  if (own.length > 0) {
    return `有${own.length}件事由您办${first === null ? "" : `，最早${spellDay(first, today)}到期`}。`;
  }
  return matters.length > 0 ? "现在没有要您办的事。" : "还没有您的事项。";
}
