import { type Task, type Tasks, taskKinds } from "@shifan/contract";
import { listRounds } from "@shifan/db";
import { type Actor, type Grant, reachableBy, type StaffRole, staffRoles } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { describeCheckpoint } from "./checkpoint.ts";
import { daysBetween, type Found, spellDay, spellWeekday, type TaskContext, type TaskSource } from "./source.ts";
import { accountsToSeeTo } from "./sources/accounts.ts";
import { districtsBehind, paperDrafts, returnsRunningOut, waitingApplications } from "./sources/applications.ts";
import { openChecks } from "./sources/checks.ts";
import { openComplaints, openObjections } from "./sources/objections.ts";
import { inspectionsOwed, packagesOwed, yearlyRound } from "./sources/obligations.ts";
import { missingHolidays, waitingMandates } from "./sources/register.ts";
import { sentPackages, waitingReports } from "./sources/reporting.ts";
import { ownReviews, panelsUnderWay } from "./sources/reviews.ts";
import { roundDays, roundsUnderWay } from "./sources/rounds.ts";
import { openSanctions } from "./sources/sanctions.ts";
import { draftInterpretations, openCorrections, reportedChanges, unconfirmedTitles } from "./sources/second-person.ts";
import { surveysUnderWay } from "./sources/surveys.ts";

/** Everything that may wait. */
const sources: readonly TaskSource[] = [
  waitingApplications,
  returnsRunningOut,
  surveysUnderWay,
  paperDrafts,
  districtsBehind,
  panelsUnderWay,
  ownReviews,
  roundsUnderWay,
  openObjections,
  openComplaints,
  openSanctions,
  unconfirmedTitles,
  openCorrections,
  draftInterpretations,
  openChecks,
  inspectionsOwed,
  waitingReports,
  sentPackages,
  packagesOwed,
  yearlyRound,
  waitingMandates,
  reportedChanges,
  accountsToSeeTo,
  missingHolidays,
  roundDays,
];

const order = Object.keys(taskKinds);

/** The roles of an actor, each once: a stand-in who has the same role of the same district already sees its work once. */
function rolesOf({ grants }: Actor): readonly Grant[] {
  const known = new Map<string, Grant>();
  for (const grant of grants) {
    const key = `${grant.role} ${grant.district ?? ""}`;
    if (known.get(key)?.onBehalfOf === null) continue;
    known.set(key, grant);
  }
  return [...known.values()].filter(({ role }) => (staffRoles as readonly string[]).includes(role));
}

/** What waits for an actor under every role that they hold today, and what is next. */
export async function gatherTasks(
  services: ProcedureServices,
  { actor, userId }: { actor: Actor; userId: string },
): Promise<Tasks> {
  const { database, clock, defaultPolicy } = services;
  const [now, today] = [clock.now(), clock.today()];
  const { document } = await policyInForce(services, today);
  const listed = await listRounds(database, { withDrafts: false, policyId: defaultPolicy });
  const rounds = listed.filter(({ state }) => state !== "archived" && state !== "cancelled" && state !== "decided");
  const all: Task[] = [];
  const upcoming = new Set<Task>();
  for (const grant of rolesOf(actor)) {
    const reach: TaskContext["reach"] = (resource, act) => {
      const reached = reachableBy({ userId, grants: [grant] }, resource, act);
      return reached.length === 0 ? null : reached;
    };
    const context = { services, now, today, userId, grant, document, rounds, reach };
    for (const source of sources) {
      for (const found of await source(context)) {
        const task = asTask(context, found);
        all.push(task);
        if (found.isUpcoming === true) upcoming.add(task);
      }
    }
  }
  const sorted = all.toSorted(byDay);
  const tasks = sorted.filter((task) => !upcoming.has(task));
  const next = sorted.filter((task) => upcoming.has(task));
  const seesTrail = reachableBy(actor, "audit", "read-checkpoint").length > 0;
  return {
    today,
    heading: spellHeading(today, tasks.length, next[0]),
    tasks,
    upcoming: next,
    checkpoint: seesTrail ? await describeCheckpoint(database, now) : null,
  };
}

function asTask(
  { today, grant }: TaskContext,
  { kind, text, article, count, dueOn, work, mayAct = true }: Found,
): Task {
  const daysLeft = dueOn === null ? null : daysBetween(today, dueOn);
  const { district, onBehalfOf } = grant;
  return {
    kind,
    text: article === null ? text : `${text}（${article}）`,
    count,
    dueOn,
    daysLeft,
    isOverdue: daysLeft !== null && daysLeft < 0,
    article,
    role: grant.role as StaffRole,
    district,
    onBehalfOf,
    mayAct,
    work,
  };
}

/** By the last day, what has none behind; on the same day in the order of the kinds. */
function byDay(one: Task, other: Task): number {
  const [first, second] = [one.dueOn ?? "9999", other.dueOn ?? "9999"];
  if (first !== second) return first < second ? -1 : 1;
  return order.indexOf(one.kind) - order.indexOf(other.kind);
}

function spellHeading(today: string, count: number, next: Task | undefined): string {
  const day = `您好。${spellDay(today, today)}，${spellWeekday(today)}。`;
  if (count > 0) return `${day}今天有${count}件事：`;
  return next === undefined ? `${day}今天没有到期事项。` : `${day}今天没有到期事项。下一件：${next.text}`;
}
