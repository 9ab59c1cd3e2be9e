import {
  applicationReachColumns,
  listRounds,
  listStandingPublicities,
  listWaitingApplications,
  type RoundRow,
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
  const drafts = (await listRounds(services.database, { withDrafts: true, policyId: services.defaultPolicy })).filter(
    ({ state }) => state === "draft",
  );
  const later = rounds.filter(({ state }) => ["in_review", "list_proposed", "in_publicity"].includes(state));
  const cases =
    later.length === 0
      ? []
      : await listWaitingApplications(services.database, {
          within: withinReach(reach, applicationReachColumns),
          states: [...undecidedBeforeListStates, "proposed", "in_publicity", "objected"],
        });
  const publicities = await listStandingPublicities(
    services.database,
    later.map(({ id }) => id),
  );
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
    ...later.flatMap((round) => {
      const own = publicities.find(({ roundId }) => roundId === round.id);
      return own === undefined ? [] : tellPublicity(context, round, own, cases);
    }),
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

function tellPublicity(
  context: TaskContext,
  round: RoundRow,
  { id, endsOn }: { id: string; endsOn: string },
  cases: readonly WaitingApplications[],
): Found[] {
  const { today } = context;
  const article = articleFor(context, "applications", "certify");
  const last = spellDay(endsOn, today);
  if (today <= endsOn) {
    const text = `${round.year}年度名单公示到${last}24:00，期满没有异议的才能认定`;
    const work = { resource: "notices", recordId: id, filter: null };
    return [{ kind: "publicity_ending", text, article, count: 1, dueOn: endsOn, work, isUpcoming: true }];
  }
  const ready = countOf(cases, round, ["in_publicity"]);
  if (ready > 0) {
    const text = `公示${last}期满、没有待处理的异议，待认定${ready}家`;
    const filter = { roundId: round.id, state: ["in_publicity"] };
    const work = { resource: "applications", recordId: null, filter };
    return [{ kind: "applications_to_certify", text, article, count: ready, dueOn: null, work }];
  }
  if (countOf(cases, round, ["objected", "proposed"]) > 0) return [];
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
