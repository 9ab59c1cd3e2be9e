import type { TaskKind } from "@shifan/contract";
import { type CheckStage, inspectionsWithin, listOpenChecks, type Waiting } from "@shifan/db";
import type { Resource } from "@shifan/rules";
import { articleFor, type Found, inDistrict, spellDay, type TaskContext, type TaskSource, workOn } from "../source.ts";

type Stage = {
  kind: TaskKind;
  act: string;
  state: string;
  /** Whether the day is a last day for the office, or one from which it may act. */
  isDue: boolean;
  say: (count: number, first: string, isPast: boolean) => string;
};

const stages: Readonly<Record<CheckStage, Stage>> = {
  to_carry_out: {
    kind: "checks_to_carry_out",
    act: "record",
    state: "planned",
    isDue: true,
    say: (count, first) => `已安排、待现场检查${count}家，最早安排在${first}`,
  },
  to_notify: {
    kind: "checks_to_notify",
    act: "notify",
    state: "planned",
    isDue: false,
    say: (count) => `考核已安排、待通知单位${count}家`,
  },
  to_hold: {
    kind: "checks_to_hold",
    act: "record",
    state: "notified",
    isDue: true,
    say: (count, first) => `考核已通知、待登记结果${count}家，最早${first}举行`,
  },
  to_hear: {
    kind: "checks_to_hear",
    act: "hear",
    state: "carried_out",
    isDue: false,
    say: (count, first, isPast) =>
      `考核未参加或材料有疑问、待听取说明${count}家，单位说明期${isPast ? `${first}已满` : `到${first}`}`,
  },
  to_check_again: {
    kind: "checks_to_check_again",
    act: "check-again",
    state: "carried_out",
    isDue: true,
    say: (count, first) => `整改待复查${count}家，最早${first}整改到期`,
  },
  to_close: {
    kind: "checks_to_close",
    act: "close",
    state: "carried_out",
    isDue: false,
    say: (count, first, isPast) => {
      if (first === "") return `检查结果待办结${count}家`;
      return `检查结果待办结${count}家，单位说明期${isPast ? `${first}已满` : `到${first}`}`;
    },
  },
};

const offices = [
  { resource: "inspections", filter: { kind: "periodic_inspection" } },
  { resource: "city_checks", filter: {} },
] as const;

/** Inspections of a district, spot checks and appraisals of the city, each by what it waits for. */
export const openChecks: TaskSource = async (context) => {
  const found: Found[] = [];
  for (const { resource, filter } of offices) {
    const reach = context.reach(resource, "record");
    if (reach === null) continue;
    const isOfDistrict = resource === "inspections";
    const within = inspectionsWithin({ inspections: isOfDistrict ? reach : [], cityChecks: isOfDistrict ? [] : reach });
    const open = await listOpenChecks(context.services.database, within);
    found.push(...open.map((waiting) => tellChecks(context, resource, { ...filter, ...inDistrict(context) }, waiting)));
  }
  return found;
};

function tellChecks(
  context: TaskContext,
  resource: Resource,
  filter: Readonly<Record<string, unknown>>,
  waiting: Waiting & { stage: CheckStage },
): Found {
  const { today } = context;
  const { count, firstOn } = waiting;
  const { kind, act, state, isDue, say } = stages[waiting.stage];
  const isAhead = firstOn !== null && today < firstOn;
  return {
    kind,
    text: say(count, firstOn === null ? "" : spellDay(firstOn, today), firstOn !== null && !isAhead),
    article: articleFor(context, resource, act),
    count,
    dueOn: isDue ? firstOn : null,
    work: workOn("inspections", waiting, { ...filter, state }),
    // On the spot there is nothing to do before the day; what a unit may still answer is not decided yet.
    isUpcoming: isAhead && waiting.stage !== "to_notify",
  };
}
