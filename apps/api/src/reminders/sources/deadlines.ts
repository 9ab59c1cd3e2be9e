import {
  countHandedIn,
  findApplication,
  listApplicantsOfRounds,
  listProspects,
  listRoundsByDay,
  listUndecidedOfDistricts,
} from "@shifan/db";
import { lifecycleFigure, type ReminderSubject, type ReminderValues } from "@shifan/rules";
import { policyOfRound } from "../../acts/policy-of-round.ts";
import { checkCase } from "../../applications/check-case.ts";
import type { ReminderContext, ReminderSource, StandingDuty } from "../source.ts";
import { spellCase, spellDistrict, spellItems, spellNames } from "../spell.ts";
import { among, toldCity, toldDistrict } from "./together.ts";

/** The papers that stand in the way of handing in a draft, as its own page lists them. */
async function missingOf({ services, today }: ReminderContext, roundPolicy: PolicyOfRound, id: string) {
  const application = await findApplication(services.database, id);
  if (application === null) return null;
  const { unready } = await checkCase(services, services.database, application, roundPolicy, today);
  return spellItems(unready.map((material) => material.name.slice(material.id.length + 1)));
}

type PolicyOfRound = Awaited<ReturnType<typeof policyOfRound>>;

/** The last day for handing in: for those who are still writing, for the districts that wait for it, and for those who asked. */
const applicationDeadline: ReminderSource = async (context, query) => {
  const { services, document, today } = context;
  const { database, defaultPolicy: policyId } = services;
  const asked = { policyId, states: ["open"], of: "submissionDeadline", days: query.days } as const;
  const rounds = await listRoundsByDay(database, asked);
  const drafts = await listApplicantsOfRounds(database, { roundIds: rounds.map(({ id }) => id), onlyDrafts: true });
  const prospects = rounds.length === 0 ? [] : await listProspects(database);
  const found: StandingDuty[] = [];
  for (const round of rounds) {
    const dueOn = round.submissionDeadline as string;
    const year = { year: String(round.year) };
    const policy = await policyOfRound(services.catalog, round, today);
    const own = drafts.filter(({ roundId }) => roundId === round.id);
    found.push(
      ...prospects.map(({ recipientId }) => ({
        resource: "rounds",
        recordId: round.id,
        dueOn,
        told: { audience: "prospect" as const, recipientId },
        values: async () => year,
      })),
      ...own.map(({ id, organizationId }) => ({
        resource: "applications",
        recordId: id,
        dueOn,
        told: { audience: "applicant" as const, organizationId },
        matter: spellCase(round.year, "draft"),
        values: async () => ({ ...year, missing: await missingOf(context, policy, id) }),
      })),
      ...document.districts.map(({ id: district }) => ({
        resource: "rounds",
        recordId: `${round.id} ${district}`,
        dueOn,
        told: toldDistrict(district),
        matter: `${round.year}年度申报`,
        work: { resource: "applications", recordId: null, filter: { roundId: round.id, district } },
        values: async (): Promise<ReminderValues> => {
          const { submitted, drafts: writing } = await countHandedIn(database, { roundId: round.id, district });
          return { ...year, submitted: String(submitted), drafts: String(writing) };
        },
      })),
    );
  }
  return among(query, found);
};

/** States in which a case waits for its district. */
const undecided = ["submitted", "returned", "accepted", "surveyed"];

/** The last day for recommending, for the districts that have not decided on all they have, and for the city. */
const recommendationDeadline: ReminderSource = async (context, query) => {
  const { services, document, today } = context;
  const { database, defaultPolicy: policyId } = services;
  const asked = { policyId, states: ["open", "closed"], of: "recommendationDeadline", days: query.days } as const;
  const found: StandingDuty[] = [];
  for (const round of await listRoundsByDay(database, asked)) {
    const dueOn = round.recommendationDeadline as string;
    const policy = await policyOfRound(services.catalog, round, today);
    const minimum = lifecycleFigure(policy.document, "survey_minimum");
    const open = await listUndecidedOfDistricts(database, { roundId: round.id, minimum });
    const year = { year: String(round.year) };
    const filter = { roundId: round.id, state: undecided };
    found.push(
      ...open.map((own) => ({
        resource: "rounds",
        recordId: `${round.id} ${own.district}`,
        dueOn,
        told: toldDistrict(own.district),
        matter: `${round.year}年度推荐`,
        work: { resource: "applications", recordId: null, filter: { ...filter, district: own.district } },
        values: async () => ({
          ...year,
          open: String(own.open),
          survey_minimum: String(minimum),
          unsurveyed: own.unsurveyed === 0 ? null : String(own.unsurveyed),
        }),
      })),
    );
    if (open.length === 0) continue;
    found.push({
      resource: "rounds",
      recordId: round.id,
      dueOn,
      told: toldCity,
      matter: `${round.year}年度推荐`,
      work: { resource: "applications", recordId: null, filter },
      values: async () => ({
        ...year,
        open: String(open.reduce((sum, each) => sum + each.open, 0)),
        names: spellNames(
          open.map(({ district }) => spellDistrict(document, district) ?? district),
          "个",
        ),
      }),
    });
  }
  return among(query, found);
};

export const deadlineSources = {
  application_deadline: applicationDeadline,
  recommendation_deadline: recommendationDeadline,
} satisfies Partial<Record<ReminderSubject, ReminderSource>>;
