import {
  type DeliveryContent,
  type DeliveryRow,
  keepContents,
  listDeliveriesOfMessages,
  listOfficesAmong,
  listStops,
  type MessageRow,
  withdrawDeliveries,
} from "@shifan/db";
import { composeReminder, type ReminderRule, type ReminderSubject, type WithdrawalGround } from "@shifan/rules";
import { reminderContext } from "./context.ts";
import { endOfDuty, tellableDays } from "./days.ts";
import { type Concerned, findConcerned } from "./recipients.ts";
import type { ReminderServices } from "./services.ts";
import { keyOfDuty, type ReminderContext, type StandingDuty } from "./source.ts";
import { reminderSources } from "./sources/index.ts";
import { commonValues, spellDay } from "./spell.ts";
import { pathOf } from "./ways.ts";

/** One thing that a message tells of. */
export type ToldDelivery = { delivery: DeliveryRow; title: string; content: DeliveryContent };

type Verdict = { stands: StandingDuty; rule: ReminderRule } | { withdrawnFor: WithdrawalGround };

/**
 * What messages say now. Each of their deliveries is looked at anew: what was done, moved, stopped or became somebody else's since it was planned is
 * not told.
 *
 * @returns by message; empty where nothing is left to say, null where it could not be put into words: the fault is told
 */
export async function composeMessages(
  services: ReminderServices,
  messages: readonly MessageRow[],
): Promise<Map<string, ToldDelivery[] | null>> {
  const { database, log } = services;
  const context = await reminderContext(services);
  const deliveries = await listDeliveriesOfMessages(
    database,
    messages.map(({ id }) => id),
  );
  const joined = deliveries.filter(({ state }) => state === "joined");
  const verdicts = await judgeDeliveries(context, joined);
  const offices = await listOfficesAmong(
    database,
    joined.map(({ recipientId }) => recipientId),
  );
  const told = new Map<string, ToldDelivery[] | null>(messages.map(({ id }) => [id, []]));
  const contents = new Map<string, DeliveryContent>();
  for (const delivery of joined) {
    const verdict = verdicts.get(delivery.id);
    if (verdict === undefined) continue;
    if ("withdrawnFor" in verdict) {
      await withdrawDeliveries(database, [delivery.id], verdict.withdrawnFor);
      continue;
    }
    const reader = { audience: delivery.audience, isForOffice: offices.has(delivery.recipientId) };
    const content = await compose(context, reader, verdict).catch((cause: unknown) => {
      log.error({ err: cause, delivery: delivery.id }, "a reminder could not be put into words; it is tried again");
      return null;
    });
    if (content === null) {
      told.set(delivery.messageId ?? "", null);
      continue;
    }
    contents.set(delivery.id, content);
    const said = told.get(delivery.messageId ?? "");
    // What was put off may meet the next occasion of the same duty: one message says it once.
    if (said?.some((other) => isSameDuty(other.delivery, delivery))) continue;
    said?.push({ delivery, title: verdict.stands.matter ?? verdict.rule.title, content });
  }
  await keepContents(database, contents);
  return told;
}

const isSameDuty = (one: DeliveryRow, other: DeliveryRow): boolean =>
  keyOfStop(one) === keyOfStop(other) && one.dueOn === other.dueOn && one.audience === other.audience;

/** Whether deliveries still stand, each with what it stands for. */
async function judgeDeliveries(
  context: ReminderContext,
  deliveries: readonly DeliveryRow[],
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  const stopped = await findStopped(context, deliveries);
  for (const [subject, own] of Map.groupBy(deliveries, (delivery) => delivery.subject)) {
    const { rule, standing, concerned } = await findStanding(context, subject, own);
    for (const delivery of own)
      verdicts.set(delivery.id, judge(context, { delivery, rule, standing, concerned, stopped }));
  }
  return verdicts;
}

function judge(
  { today }: ReminderContext,
  {
    delivery,
    rule,
    standing,
    concerned,
    stopped,
  }: {
    delivery: DeliveryRow;
    rule: ReminderRule | null;
    standing: readonly StandingDuty[];
    concerned: Concerned;
    stopped: ReadonlySet<string>;
  },
): Verdict {
  if (stopped.has(keyOfStop(delivery))) return { withdrawnFor: "stopped" };
  if (delivery.endsOn !== null && delivery.endsOn < today) return { withdrawnFor: "too_late" };
  const { audience, resource, recordId, dueOn, recipientId } = delivery;
  const ofRecord = standing.filter(
    (each) => each.resource === resource && each.recordId === recordId && each.told.audience === audience,
  );
  const key = keyOfDuty({ resource, recordId, dueOn, told: { audience } });
  const same = ofRecord.filter((each) => keyOfDuty(each) === key);
  if (rule === null || same.length === 0) return { withdrawnFor: ofRecord.length > 0 ? "moved" : "met" };
  const theirs = same.find((each) => concerned(each.told).includes(recipientId));
  return theirs === undefined ? { withdrawnFor: "not_theirs" } : { stands: theirs, rule };
}

/** What stands of a subject for these records, also on other days than those that were planned. */
async function findStanding(context: ReminderContext, subject: ReminderSubject, deliveries: readonly DeliveryRow[]) {
  const rule = context.document.reminders.rules.find((each) => each.subject === subject) ?? null;
  const recordIds = [...new Set(deliveries.map(({ recordId }) => recordId))];
  const tellable = rule === null ? [] : [...tellableDays(rule, context.today, context.calendar).keys()];
  const days = [...new Set([...deliveries.map(({ dueOn }) => dueOn), ...tellable])];
  const standing = rule === null ? [] : await reminderSources[subject](context, { subject, days, recordIds });
  const concerned = await findConcerned(
    context,
    standing.map(({ told }) => told),
  );
  return { rule, standing, concerned };
}

const keyOfStop = ({
  recipientId,
  subject,
  resource,
  recordId,
}: Pick<DeliveryRow, "recipientId" | "subject" | "resource" | "recordId">) =>
  `${recipientId} ${subject} ${resource} ${recordId}`;

async function findStopped(
  { services: { database } }: ReminderContext,
  deliveries: readonly DeliveryRow[],
): Promise<ReadonlySet<string>> {
  const recipientIds = [...new Set(deliveries.map(({ recipientId }) => recipientId))];
  const stops = await listStops(database, recipientIds);
  return new Set(stops.map(keyOfStop));
}

async function compose(
  context: ReminderContext,
  { audience, isForOffice }: Pick<DeliveryRow, "audience"> & { isForOffice: boolean },
  { stands, rule }: { stands: StandingDuty; rule: ReminderRule },
): Promise<DeliveryContent> {
  const { today, calendar } = context;
  if (isForOffice) return forGroup(context, stands, rule);
  const common = commonValues(stands.dueOn, today, calendar);
  const message = composeReminder(rule, audience, { ...common, ...(await stands.values()) });
  if (message === null) throw new Error(`the policy has no words of ${rule.subject} for ${audience}`);
  return {
    heading: message.heading,
    lines: message.lines,
    steps: message.steps.map((step) => ({ step, path: pathOf(stands, step) })),
    article: rule.article,
  };
}

/** What a group is told: that something is due, and where to look. Names stay in the console. */
function forGroup({ today, calendar }: ReminderContext, stands: StandingDuty, rule: ReminderRule): DeliveryContent {
  const { left } = commonValues(stands.dueOn, today, calendar);
  const line = endOfDuty(rule, stands.dueOn) === null ? "" : `${spellDay(stands.dueOn, today)}到期，${left}。`;
  return {
    heading: rule.title,
    lines: [`${line}请登录系统办理（${rule.article}）。`],
    steps: [{ step: "open", path: pathOf(stands, "open") }],
    article: rule.article,
  };
}
