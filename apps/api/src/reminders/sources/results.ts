import {
  findAnswerDay,
  findCasePublicity,
  listResults,
  listTitlesOf,
  type ResultAct,
  type ResultRow,
} from "@shifan/db";
import {
  type ApplicationState,
  daysAfter,
  fillLines,
  lifecycleFigure,
  type ReminderSubject,
  type ReminderValues,
  type ResultEvent,
} from "@shifan/rules";
import { policyOfRound } from "../../acts/policy-of-round.ts";
import type { KeptReturn } from "../../applications/context.ts";
import { dayInShanghai } from "../../clock.ts";
import type { ReminderContext, ReminderSource } from "../source.ts";
import { dayValues, spellCase, spellDay, spellDistrict, spellReason } from "../spell.ts";
import { spellDefects } from "./applications.ts";
import { spanOf } from "./together.ts";

/** In which states what an act did still holds: what was overtaken is not told of. */
const holdsIn: Readonly<Record<ResultAct, readonly ApplicationState[]>> = {
  return: ["returned"],
  transfer: ["submitted", "returned"],
  accept: ["accepted", "surveyed"],
  recommend: ["recommended"],
  "not-recommend": ["not_recommended"],
  receive: ["received"],
  "send-back": ["surveyed"],
  // Who is proposed may still change; they read of it when the list is published.
  "finish-review": ["reviewed", "proposed"],
  "not-propose": ["not_selected"],
  publish: ["in_publicity"],
  object: ["objected"],
  "clear-objection": ["in_publicity"],
  "uphold-objection": ["rejected"],
  certify: ["certified"],
  reject: ["rejected"],
  withdraw: ["withdrawn"],
  lapse: ["lapsed"],
};

function eventOf({ act, application }: ResultRow): ResultEvent {
  switch (act) {
    case "return":
      return (application.returned as KeptReturn).kind === "correction" ? "return_correction" : "return_resubmission";
    case "lapse":
      return application.isHandedIn ? "lapse_returned" : "lapse_draft";
    case "not-recommend":
      return "not_recommend";
    case "send-back":
      return "send_back";
    case "finish-review":
      return "finish_review";
    case "not-propose":
      return "not_propose";
    case "clear-objection":
      return "clear_objection";
    case "uphold-objection":
      return "uphold_objection";
    default:
      return act;
  }
}

/** What happened to a case, on its day: the last that did, as long as it holds. A draft that ends with its round is told of with the round. */
const result: ReminderSource = async (context, { days, recordIds: ids }) => {
  const { services, document } = context;
  const found = await listResults(services.database, { ...spanOf(days), ids });
  return found.flatMap((row) => {
    const { id, at, act, application, round } = row;
    const dueOn = dayInShanghai(at);
    if (!days.includes(dueOn) || !holdsIn[act].includes(application.state)) return [];
    if (act === "lapse" && round.state === "cancelled") return [];
    const event = eventOf(row);
    const words = document.reminders.results.find((each) => each.event === event);
    if (words === undefined) return [];
    return {
      resource: "audit",
      recordId: id,
      dueOn,
      told: { audience: "applicant" as const, organizationId: application.organizationId },
      matter: spellCase(round.year, application.state),
      work: { resource: "applications", recordId: application.id, filter: null },
      values: async (): Promise<ReminderValues> => {
        const values = await resultValues(context, row);
        const [told = null] = fillLines([words.result], values);
        return { result: told, explanation: fillLines(words.explanation, values).join("") };
      },
    };
  });
};

/** What the words for a result may ask for; null where the case has nothing of it. */
export async function resultValues(
  context: ReminderContext,
  { act, at, application, round }: ResultRow,
): Promise<ReminderValues> {
  const { services, today, document } = context;
  const { database, catalog } = services;
  const { id, organizationId, district, returned, reason } = application;
  const kept = returned as KeptReturn | null;
  const policy = await policyOfRound(catalog, round, today);
  const answerUntil =
    act === "object"
      ? await findAnswerDay(database, id)
      : daysAfter(dayInShanghai(at), lifecycleFigure(policy.document, "refusal_answer_days"));
  const isOpen = round.state === "open" && (round.submissionDeadline ?? "") >= today;
  const title = act === "certify" ? await titleOf(context, { id, organizationId }) : null;
  return {
    year: String(round.year),
    district: spellDistrict(document, district),
    reason: spellReason(reason),
    missing: kept === null ? null : spellDefects(policy.document, kept),
    recommend_due: round.recommendationDeadline === null ? null : spellDay(round.recommendationDeadline, today),
    certificate_number: title?.certificateNumber ?? null,
    valid_from: title === null ? null : spellDay(title.validFrom, today),
    valid_to: title === null ? null : spellDay(title.validTo, today),
    ...dayValues(context, { day: "until", left: "until_left" }, kept?.until ?? null),
    ...dayValues(
      context,
      { day: "answer_until", left: "answer_left" },
      answerUntil !== null && answerUntil >= today ? answerUntil : null,
    ),
    ...dayValues(context, { day: "round_due", left: "round_left" }, isOpen ? round.submissionDeadline : null),
    ...dayValues(
      context,
      { day: "publicity_end", left: "publicity_left" },
      (await findCasePublicity(database, id))?.endsOn ?? null,
    ),
  };
}

async function titleOf({ services }: ReminderContext, { id, organizationId }: { id: string; organizationId: string }) {
  const titles = await listTitlesOf(services.database, organizationId);
  return titles.find(({ applicationId }) => applicationId === id) ?? null;
}

export const resultSources = { result } satisfies Partial<Record<ReminderSubject, ReminderSource>>;
