import type { TaskKind } from "@shifan/contract";
import {
  countSentPackages,
  countWaitingReports,
  packageReachColumns,
  reportReachColumns,
  type Waiting,
  withinReach,
} from "@shifan/db";
import type { Resource } from "@shifan/rules";
import { articleFor, type Found, inDistrict, spellDay, type TaskContext, type TaskSource, workOn } from "../source.ts";

/** Reports that a district has to read, or that came to the city by themselves; those in a package wait with it. */
export const waitingReports: TaskSource = async (context) => {
  const steps = [
    { act: "forward", state: "sent_to_district", kind: "reports_to_read", what: "工作总结待审阅、转报" },
    { act: "receive", state: "forwarded", kind: "reports_to_receive", what: "单独转报的工作总结待接收" },
  ] as const;
  const found: Found[] = [];
  for (const { act, state, kind, what } of steps) {
    const reach = context.reach("reports", act);
    if (reach === null) continue;
    const within = withinReach(reach, reportReachColumns);
    const waiting = await countWaitingReports(context.services.database, { within, state });
    found.push(...tell(context, waiting, { kind, what, on: "reports", act, state }));
  }
  return found;
};

/** Packages of the districts that the city has not received. */
export const sentPackages: TaskSource = async (context) => {
  const reach = context.reach("packages", "receive");
  if (reach === null) return [];
  const waiting = await countSentPackages(context.services.database, withinReach(reach, packageReachColumns));
  const what = "区县（市）、开发区报送待接收";
  return tell(context, waiting, { kind: "packages_to_receive", what, on: "packages", act: "receive", state: "sent" });
};

function tell(
  context: TaskContext,
  waiting: Waiting,
  { kind, what, on, act, state }: { kind: TaskKind; what: string; on: Resource; act: string; state: string },
): Found[] {
  if (waiting.count === 0) return [];
  const first = waiting.firstOn === null ? "" : `，最早${spellDay(waiting.firstOn, context.today)}送来`;
  return [
    {
      kind,
      text: `${what}${waiting.count}份${first}`,
      article: articleFor(context, on, act),
      count: waiting.count,
      dueOn: null,
      work: workOn(on, waiting, { state, ...inDistrict(context) }),
    },
  ];
}
