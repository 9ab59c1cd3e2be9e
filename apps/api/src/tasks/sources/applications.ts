import type { TaskKind } from "@shifan/contract";
import {
  applicationReachColumns,
  countPaperDrafts,
  listReturnsUntil,
  listWaitingApplications,
  type RoundRow,
  type WaitingApplications,
  withinReach,
} from "@shifan/db";
import type { ActOf, ApplicationState } from "@shifan/rules";
import { formatDate, parseDate } from "@shifan/rules";
import { articleFor, type Found, inDistrict, spellDay, type TaskContext, type TaskSource, workOn } from "../source.ts";

/** A state in which an application waits for an act, and how it is said. */
type Step = {
  kind: TaskKind;
  act: ActOf<"applications">;
  state: ApplicationState;
  /** The last day, where the round sets one. */
  due: (round: RoundRow) => string | null;
  say: (said: { count: number; first: string; due: string }) => string;
};

const steps: readonly Step[] = [
  {
    kind: "applications_to_check",
    act: "accept",
    state: "submitted",
    due: ({ recommendationDeadline }) => recommendationDeadline,
    say: ({ count, first, due }) => `待审材料${count}份，最早${first}收到；推荐截止${due}`,
  },
  {
    kind: "applications_to_recommend",
    act: "recommend",
    state: "surveyed",
    due: ({ recommendationDeadline }) => recommendationDeadline,
    say: ({ count, due }) => `测评已办结、待推荐${count}份；推荐截止${due}`,
  },
  {
    kind: "applications_to_receive",
    act: "receive",
    state: "recommended",
    due: () => null,
    say: ({ count, first }) => `待接收推荐材料${count}份，最早${first}提交`,
  },
  {
    kind: "applications_to_propose",
    act: "propose",
    state: "reviewed",
    due: () => null,
    say: ({ count }) => `评审已结束、待定是否拟认定${count}份`,
  },
];

const beforeRecommendation = ["submitted", "returned", "accepted", "surveyed"] as const;

/** Applications that wait for an act of the role, by the round. */
export const waitingApplications: TaskSource = async (context) => {
  const found: Found[] = [];
  for (const step of steps) {
    const reach = context.reach("applications", step.act);
    if (reach === null) continue;
    const within = withinReach(reach, applicationReachColumns);
    const waiting = await listWaitingApplications(context.services.database, { within, states: [step.state] });
    found.push(...waiting.flatMap((each) => tellStep(context, step, each)));
  }
  return found;
};

function tellStep(context: TaskContext, step: Step, waiting: WaitingApplications): Found[] {
  const { today } = context;
  const round = context.rounds.find(({ id }) => id === waiting.roundId);
  if (round === undefined) return [];
  const dueOn = step.due(round);
  const due = dueOn === null ? "" : spellDay(dueOn, today);
  const first = waiting.firstOn === null ? "" : spellDay(waiting.firstOn, today);
  return [
    {
      kind: step.kind,
      text: step.say({ count: waiting.count, first, due }),
      article: articleFor(context, "applications", step.act),
      count: waiting.count,
      dueOn,
      work: workOn("applications", waiting, { roundId: round.id, state: [step.state], ...inDistrict(context) }),
    },
  ];
}

/** Cases that districts have not decided on after the last day for it: no case ends by silence. */
export const districtsBehind: TaskSource = async (context) => {
  const reach = context.reach("applications", "receive");
  const behind = context.rounds.filter(
    ({ recommendationDeadline: last }) => last !== null && last < context.today && reach !== null,
  );
  if (reach === null || behind.length === 0) return [];
  const waiting = await listWaitingApplications(context.services.database, {
    within: withinReach(reach, applicationReachColumns),
    states: beforeRecommendation,
  });
  return behind.flatMap((round) => {
    const own = waiting.filter(({ roundId }) => roundId === round.id);
    const count = own.reduce((sum, each) => sum + each.count, 0);
    if (count === 0) return [];
    const last = round.recommendationDeadline ?? "";
    return [
      {
        kind: "districts_behind" as const,
        text: `推荐${spellDay(last, context.today)}已经截止，区县（市）、开发区还有${count}份没有办结`,
        article: articleFor(context, "applications", "recommend"),
        count,
        dueOn: last,
        work: workOn("applications", { id: null }, { roundId: round.id, state: [...beforeRecommendation] }),
      },
    ];
  });
};

/** So many days ahead a return is shown to the office that waits for it. */
const daysBeforeReturn = 7;

/** Returned applications whose last day is near: the office can still call. */
export const returnsRunningOut: TaskSource = async (context) => {
  const reach = context.reach("applications", "return");
  if (reach === null) return [];
  const { today, document } = context;
  const day = formatDate((parseDate(today) ?? 0) + daysBeforeReturn);
  const within = withinReach(reach, applicationReachColumns);
  const returns = await listReturnsUntil(context.services.database, { within, day });
  return returns.map((waiting) => {
    const last = waiting.until === today ? "今天" : spellDay(waiting.until, today);
    const [defect] = defectsOf(waiting.returned);
    const material = document.materials.find(({ id }) => id === defect?.material);
    return {
      kind: "returns_running_out" as const,
      text: `补正${last}到期${waiting.count}份${defect === undefined ? "" : `：${defect.text}`}`,
      article: material?.article ?? articleFor(context, "applications", "return"),
      count: waiting.count,
      dueOn: waiting.until,
      work: workOn("applications", waiting, { state: ["returned"], ...inDistrict(context) }),
    };
  });
};

function defectsOf(returned: unknown): readonly { material?: string | null; text: string }[] {
  const kept = returned as { defects?: readonly { material?: string | null; text: string }[] } | null;
  return kept?.defects ?? [];
}

/** Paper dossiers that the district has begun to type in and not handed in yet. */
export const paperDrafts: TaskSource = async (context) => {
  const reach = context.reach("applications", "accept");
  if (reach === null) return [];
  const waiting = await countPaperDrafts(context.services.database, withinReach(reach, applicationReachColumns));
  if (waiting.count === 0) return [];
  const first = waiting.firstOn === null ? "" : `，最早${spellDay(waiting.firstOn, context.today)}收到`;
  return [
    {
      kind: "paper_to_enter",
      text: `纸质申报还没有录完${waiting.count}份${first}`,
      article: articleFor(context, "applications", "submit"),
      count: waiting.count,
      dueOn: null,
      work: workOn("applications", waiting, { state: ["draft"], ...inDistrict(context) }),
    },
  ];
};
