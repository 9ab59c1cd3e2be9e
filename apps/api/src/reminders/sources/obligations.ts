import { listDutiesDueOn, listRounds, type OwedDuty, readDutyProgress } from "@shifan/db";
import {
  type ObligationKind,
  obligationRule,
  type ReminderSubject,
  type ReminderValues,
  spellPeriod,
} from "@shifan/rules";
import type { ReminderContext, ReminderSource, StandingDuty } from "../source.ts";
import { spellDistrict, spellNames } from "../spell.ts";
import { among, both, toldCity, toldDistrict } from "./together.ts";

/** Subjects whose day is that of an obligation of the same name. */
type ObligationSubject = Extract<ReminderSubject, ObligationKind>;

/** What of a kind is owed by a platform itself: each for its own. */
const ofPlatforms =
  (kind: ObligationSubject): ReminderSource =>
  async (context, { days, recordIds }) => {
    const owed = await listDutiesDueOn(context.services.database, { kind, days, ids: recordIds });
    return owed.flatMap((duty) => {
      const { id, organizationId, dueOn, period, district } = duty;
      if (organizationId === null) return [];
      return {
        resource: "obligations",
        recordId: id,
        dueOn,
        told: { audience: "platform" as const, organizationId },
        matter: matterOf(context, kind, period),
        values: async (): Promise<ReminderValues> => ({
          period: periodOf(kind, period),
          district: district === null ? null : spellDistrict(context.document, district),
        }),
      };
    });
  };

/** An appraisal has the name of its notice as its period, which says nobody anything. */
const periodOf = (kind: ObligationKind, period: string): string | null =>
  kind === "appraisal" ? null : spellPeriod(period);

/** 2026年上半年：半年工作总结. */
function matterOf({ document }: ReminderContext, kind: ObligationKind, period: string): string {
  const title = obligationRule(document, kind)?.title ?? "";
  const spelt = periodOf(kind, period);
  return spelt === null ? title : `${spelt}：${title}`;
}

/** What several owe for one period together, for whoever answers for them. */
function together(
  owed: readonly OwedDuty[],
  byDistrict: boolean,
): { district: string | null; period: string; dueOn: string }[] {
  const groups = Map.groupBy(owed, ({ district, period, dueOn }) => `${byDistrict ? district : ""} ${period} ${dueOn}`);
  return [...groups.values()].flatMap(([first]) =>
    first === undefined
      ? []
      : { district: byDistrict ? first.district : null, period: first.period, dueOn: first.dueOn },
  );
}

const groupId = (kind: string, district: string | null, period: string) => `${kind} ${district ?? "city"} ${period}`;

/** For a district: what its platforms, or it itself, owe of a kind for a period. */
const ofDistricts =
  (kind: ObligationSubject, counted: ObligationKind = kind): ReminderSource =>
  async (context, query) => {
    const owed = await listDutiesDueOn(context.services.database, { kind, days: query.days, ids: null });
    const groups = together(owed, true).filter(({ district }) => district !== null);
    return among(
      query,
      groups.map(({ district, period, dueOn }) =>
        groupDuty(context, { kind, counted, period, dueOn, district: district as string }),
      ),
    );
  };

/** For the city: which districts are behind. */
const ofCity =
  (kind: ObligationSubject): ReminderSource =>
  async (context, query) => {
    const { services, document } = context;
    const owed = await listDutiesDueOn(services.database, { kind, days: query.days, ids: null });
    return among(
      query,
      together(owed, false).map(({ period, dueOn }): StandingDuty => {
        const open = owed.filter((each) => each.period === period && each.dueOn === dueOn);
        const names = open.flatMap(({ district }) =>
          district === null ? [] : (spellDistrict(document, district) ?? []),
        );
        return {
          resource: "obligations",
          recordId: groupId(kind, null, period),
          dueOn,
          told: toldCity,
          matter: matterOf(context, kind, period),
          work: { resource: "obligations", recordId: null, filter: { kind, period, state: "due" } },
          values: async () => ({
            period: periodOf(kind, period),
            open: String(open.length),
            names: spellNames(names, "个"),
          }),
        };
      }),
    );
  };

function groupDuty(
  context: ReminderContext,
  {
    kind,
    counted,
    period,
    dueOn,
    district,
  }: { kind: ObligationSubject; counted: ObligationKind; period: string; dueOn: string; district: string },
): StandingDuty {
  const { services, document } = context;
  return {
    resource: "obligations",
    recordId: groupId(kind, district, period),
    dueOn,
    told: toldDistrict(district),
    matter: matterOf(context, kind, period),
    work: { resource: "obligations", recordId: null, filter: { kind: counted, period, state: "due", district } },
    values: async () => {
      const { owed, done, openNames } = await readDutyProgress(services.database, { kind: counted, period, district });
      return {
        district: spellDistrict(document, district),
        period: periodOf(kind, period),
        total: String(owed),
        done: String(done),
        open: String(owed - done),
        names: spellNames(openNames, "家"),
      };
    },
  };
}

/** The round that a year owes, as long as none has been opened. */
const yearlyRound: ReminderSource = async ({ services }, { days, recordIds }) => {
  const owed = await listDutiesDueOn(services.database, { kind: "yearly_round", days, ids: recordIds });
  const rounds = await listRounds(services.database, { withDrafts: false, policyId: services.defaultPolicy });
  const begun = new Set(rounds.filter(({ state }) => state !== "cancelled").map(({ year }) => String(year)));
  return owed
    .filter(({ period }) => !begun.has(period))
    .map(({ id, period, dueOn }) => ({
      resource: "obligations",
      recordId: id,
      dueOn,
      told: toldCity,
      work: { resource: "rounds", recordId: null, filter: {} },
      values: async () => ({ year: period }),
    }));
};

export const obligationSources = {
  periodic_inspection: ofDistricts("periodic_inspection"),
  half_year_report: ofPlatforms("half_year_report"),
  annual_report: ofPlatforms("annual_report"),
  half_year_package: both(ofDistricts("half_year_package", "half_year_report"), ofCity("half_year_package")),
  annual_package: both(ofDistricts("annual_package", "annual_report"), ofCity("annual_package")),
  appraisal: both(ofPlatforms("appraisal"), ofDistricts("appraisal")),
  yearly_round: yearlyRound,
} satisfies Partial<Record<ReminderSubject, ReminderSource>>;
