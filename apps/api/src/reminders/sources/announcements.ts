import {
  listApplicantsOfRounds,
  listCancelledRounds,
  listLastExtensions,
  listProspects,
  listRoundsByDay,
  listTitlesEndingIn,
  type RoundRow,
} from "@shifan/db";
import type { ReminderSubject, ReminderValues } from "@shifan/rules";
import { dayInShanghai } from "../../clock.ts";
import type { ReminderContext, ReminderSource, StandingDuty, Told } from "../source.ts";
import { dayValues, spellDay, spellReason } from "../spell.ts";
import { among, spanOf, toldDistrict } from "./together.ts";

/** Whoever asked to be told after a self-check. */
async function toldProspects({ services }: ReminderContext): Promise<Told[]> {
  const prospects = await listProspects(services.database);
  return prospects.map(({ recipientId }) => ({ audience: "prospect", recipientId }));
}

const toldDistricts = ({ document }: ReminderContext): { id: string; told: Told }[] =>
  document.districts.map(({ id }) => ({ id, told: toldDistrict(id) }));

/** Where a district works on the cases of a round. */
const casesOf = (round: RoundRow, district: string): NonNullable<StandingDuty["work"]> => ({
  resource: "applications",
  recordId: null,
  filter: { roundId: round.id, district },
});

/** The days of a round, as texts ask for them. */
function roundValues(context: ReminderContext, round: RoundRow): ReminderValues {
  return {
    year: String(round.year),
    ...dayValues(context, { day: "due", left: "left" }, round.submissionDeadline),
    recommend_due: round.recommendationDeadline === null ? null : spellDay(round.recommendationDeadline, context.today),
  };
}

/** The opening of a round, as long as it takes applications. */
const roundOpened: ReminderSource = async (context, query) => {
  const { services, today } = context;
  const { database, defaultPolicy: policyId } = services;
  const opened = await listRoundsByDay(database, { policyId, states: ["open"], of: "openedOn", days: query.days });
  const found: StandingDuty[] = [];
  for (const round of opened) {
    const { openedOn, submissionDeadline: endsOn } = round;
    if (openedOn === null || endsOn === null || endsOn < today) continue;
    const on = { dueOn: openedOn, endsOn, matter: `${round.year}年度申报` };
    const values = async () => ({ ...roundValues(context, round), starts: spellDay(openedOn, today) });
    const ending = await listTitlesEndingIn(database, { year: round.year, ids: query.recordIds });
    found.push(
      ...(await toldProspects(context)).map((told) => ({
        ...on,
        resource: "rounds",
        recordId: round.id,
        told,
        values,
      })),
      ...ending.map(({ id, organizationId, validTo }) => ({
        ...on,
        resource: "certifications",
        recordId: id,
        told: { audience: "platform" as const, organizationId },
        values: async () => ({ ...(await values()), valid_to: spellDay(validTo, today) }),
      })),
      ...toldDistricts(context).map(({ id, told }) => ({
        ...on,
        resource: "rounds",
        recordId: round.id,
        told,
        work: casesOf(round, id),
        values,
      })),
    );
  }
  return among(query, found);
};

/** The last extension of a round, until its new days have passed. */
const roundExtended: ReminderSource = async (context, query) => {
  const { services, today } = context;
  const { database } = services;
  const extended = (await listLastExtensions(database, spanOf(query.days))).filter(({ extension }) =>
    query.days.includes(dayInShanghai(extension.at)),
  );
  const applicants = await listApplicantsOfRounds(database, {
    roundIds: extended.map(({ round }) => round.id),
    onlyDrafts: true,
  });
  const found: StandingDuty[] = [];
  for (const { round, extension } of extended) {
    const { n, at, submissionDeadline, submissionDeadlineBefore, recommendationDeadline } = extension;
    // One of the same day has a record of its own: whoever was told of the first is told of the second.
    const on = {
      resource: "rounds",
      recordId: `${round.id} ${n}`,
      dueOn: dayInShanghai(at),
      matter: `${round.year}年度申报`,
    };
    const work = { resource: "rounds", recordId: round.id, filter: null };
    const values = async () => ({
      ...roundValues(context, round),
      before: spellDay(submissionDeadlineBefore, today),
    });
    if (submissionDeadline > submissionDeadlineBefore && submissionDeadline >= today) {
      const own = applicants.filter(({ roundId }) => roundId === round.id);
      found.push(
        ...(await toldProspects(context)).map((told) => ({ ...on, endsOn: submissionDeadline, told, work, values })),
        ...own.map(({ id, organizationId }) => ({
          ...on,
          endsOn: submissionDeadline,
          told: { audience: "applicant" as const, organizationId },
          work: { resource: "applications", recordId: id, filter: null },
          values,
        })),
      );
    }
    if (recommendationDeadline < today) continue;
    found.push(
      ...toldDistricts(context).map(({ id, told }) => ({
        ...on,
        endsOn: recommendationDeadline,
        told,
        work: casesOf(round, id),
        values,
      })),
    );
  }
  return among(query, found);
};

/** The cancellation of an announced round, as long as nobody has taken the round up again. */
const roundCancelled: ReminderSource = async (context, query) => {
  const { database } = context.services;
  const cancelled = (await listCancelledRounds(database, spanOf(query.days))).filter(({ at }) =>
    query.days.includes(dayInShanghai(at)),
  );
  const roundIds = cancelled.map(({ round }) => round.id);
  const applicants = await listApplicantsOfRounds(database, { roundIds, onlyDrafts: false });
  const found: StandingDuty[] = [];
  for (const { round, at } of cancelled) {
    const on = {
      resource: "rounds",
      recordId: round.id,
      dueOn: dayInShanghai(at),
      matter: `${round.year}年度申报`,
    };
    const values = async () => ({ year: String(round.year), reason: spellReason(round.cancelledReason) });
    const own = applicants.filter(({ roundId }) => roundId === round.id);
    found.push(
      ...(await toldProspects(context)).map((told) => ({ ...on, told, values })),
      ...own.map(({ id, organizationId }) => ({
        ...on,
        told: { audience: "applicant" as const, organizationId },
        work: { resource: "applications", recordId: id, filter: null },
        values,
      })),
      ...toldDistricts(context).map(({ id, told }) => ({ ...on, told, work: casesOf(round, id), values })),
    );
  }
  return among(query, found);
};

export const announcementSources = {
  round_opened: roundOpened,
  round_extended: roundExtended,
  round_cancelled: roundCancelled,
} satisfies Partial<Record<ReminderSubject, ReminderSource>>;
