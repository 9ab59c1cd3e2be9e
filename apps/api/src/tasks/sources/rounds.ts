import {
  applicationReachColumns,
  countUnopposed,
  listRounds,
  listStandingPublicities,
  listWaitingApplications,
  type RoundRow,
  type StandingPublicity,
  type WaitingApplications,
  withinReach,
} from "@shifan/db";
import { undecidedBeforeListStates } from "@shifan/rules";
import { articleFor, type Found, spellDay, type TaskContext, type TaskSource } from "../source.ts";

const countOf = (cases: readonly WaitingApplications[], round: RoundRow, states: readonly string[]) =>
  cases.reduce(
    (sum, { roundId, state, count }) => (roundId === round.id && states.includes(state) ? sum + count : sum),
    0,
  );

const atRound = ({ id }: RoundRow) => ({ resource: "rounds", recordId: id, filter: null });

/** What a round of the year waits for, from its announcement to its results. */
export const roundsUnderWay: TaskSource = async (context) => {
  const reach = context.reach("applications", "propose");
  if (reach === null || context.reach("rounds", "propose-list") === null) return [];
  const { services, rounds } = context;
  const within = withinReach(reach, applicationReachColumns);
  const drafts = (await listRounds(services.database, { withDrafts: true, policyId: services.defaultPolicy })).filter(
    ({ state }) => state === "draft",
  );
  const later = rounds.filter(({ state }) => ["in_review", "list_proposed", "in_publicity"].includes(state));
  const cases =
    later.length === 0
      ? []
      : await listWaitingApplications(services.database, {
          within,
          states: [...undecidedBeforeListStates, "proposed", "in_publicity", "objected"],
        });
  return [
    ...drafts.map(
      (round): Found => ({
        kind: "round_to_open",
        text: `${round.year}年度申报还是草稿，公布后才能接受申报`,
        article: articleFor(context, "rounds", "open"),
        count: 1,
        dueOn: null,
        work: atRound(round),
      }),
    ),
    ...later.flatMap((round) => tellRound(context, round, cases)),
    ...(await tellPublicities(context, within, later, cases)),
  ];
};

function tellRound(context: TaskContext, round: RoundRow, cases: readonly WaitingApplications[]): Found[] {
  const on = { article: articleFor(context, "rounds", "propose-list"), dueOn: null, work: atRound(round) };
  const proposed = countOf(cases, round, ["proposed"]);
  const undecided = countOf(cases, round, undecidedBeforeListStates);
  if (round.state === "in_review" && undecided === 0) {
    const text = `${round.year}年度申报已逐份办结，拟认定${proposed}家，可以拟定名单`;
    return [{ ...on, kind: "list_to_propose", text, count: 1 }];
  }
  if (round.state === "list_proposed" && proposed > 0) {
    const text = `${round.year}年度拟认定名单${proposed}家，待公示`;
    return [{ ...on, kind: "list_to_publish", text, count: proposed }];
  }
  if (round.state === "list_proposed") {
    const text = `${round.year}年度没有拟认定的单位，可以公布结果`;
    return [{ ...on, kind: "round_to_decide", text, count: 1 }];
  }
  return [];
}

type Within = ReturnType<typeof withinReach>;
type Cases = readonly WaitingApplications[];

async function tellPublicities(context: TaskContext, within: Within, rounds: readonly RoundRow[], cases: Cases) {
  const { database } = context.services;
  const publicities = await listStandingPublicities(
    database,
    rounds.map(({ id }) => id),
  );
  const found: Found[] = [];
  for (const publicity of publicities) {
    const round = rounds.find(({ id }) => id === publicity.roundId);
    if (round === undefined) continue;
    const isRunning = context.today <= publicity.endsOn;
    found.push(
      ...(isRunning
        ? [tellRunning(context, round, publicity)]
        : tellEnded(context, round, publicity, {
            ready: (await countUnopposed(database, { within, roundId: round.id })).count,
            open: countOf(cases, round, ["proposed", "in_publicity", "objected"]),
          })),
    );
  }
  return found;
}

function tellRunning(context: TaskContext, { year }: RoundRow, { id, endsOn }: StandingPublicity): Found {
  const text = `${year}年度名单公示到${spellDay(endsOn, context.today)}24:00，期满没有异议的才能认定`;
  const work = { resource: "notices", recordId: id, filter: null };
  const article = articleFor(context, "applications", "certify");
  return { kind: "publicity_ending", text, article, count: 1, dueOn: endsOn, work, isUpcoming: true };
}

/** @param cases.ready those to which no objection is open @param cases.open those of the list that are not decided */
function tellEnded(
  context: TaskContext,
  round: RoundRow,
  { endsOn }: StandingPublicity,
  { ready, open }: { ready: number; open: number },
): Found[] {
  if (ready > 0) {
    const text = `公示${spellDay(endsOn, context.today)}期满、没有待处理的异议，待认定${ready}家`;
    const article = articleFor(context, "applications", "certify");
    const work = { resource: "applications", recordId: null, filter: { roundId: round.id, state: ["in_publicity"] } };
    return [{ kind: "applications_to_certify", text, article, count: ready, dueOn: null, work }];
  }
  if (open > 0) return [];
  const text = `${round.year}年度公示名单已逐家办结，可以公布结果`;
  const on = { article: articleFor(context, "rounds", "decide"), count: 1, dueOn: null, work: atRound(round) };
  return [{ ...on, kind: "round_to_decide", text }];
}

/** The days to come of a round, for whoever checks what is handed in or receives what is recommended. */
export const roundDays: TaskSource = async (context) => {
  if (context.reach("applications", "read") === null || context.reach("applications", "transfer") === null) return [];
  const { today } = context;
  return context.rounds.flatMap((round) => {
    const { year, submissionDeadline, recommendationDeadline } = round;
    const days = [
      { kind: "submission_deadline" as const, day: submissionDeadline, what: "申报", act: "submit" },
      { kind: "recommendation_deadline" as const, day: recommendationDeadline, what: "推荐", act: "recommend" },
    ];
    return days.flatMap(({ kind, day, what, act }): Found[] =>
      day === null || day < today
        ? []
        : [
            {
              kind,
              text: `${year}年度${what}${spellDay(day, today)}24:00截止`,
              article: articleFor(context, "applications", act),
              count: 1,
              dueOn: day,
              work: atRound(round),
              isUpcoming: true,
            },
          ],
    );
  });
};
