import type { PlannedReminder } from "@shifan/contract";
import {
  type DeliveryRow,
  listOrganizationsOf,
  listPlannedOf,
  listRecordsOfOrganizations,
  listRounds,
  type RecipientRow,
} from "@shifan/db";
import { daysAfter, occasionsOf, type ReminderAudience, type ReminderRule } from "@shifan/rules";
import type { ProcedureServices } from "../../acts/services.ts";
import { dayInShanghai } from "../../clock.ts";
import { matterOf } from "../../matters/matter-words.ts";
import { reminderContext } from "../context.ts";
import type { ReminderContext, StandingDuty, Told } from "../source.ts";
import { reminderSources } from "../sources/index.ts";

/** How far ahead what stands today is looked at, and how much of it is shown. */
const horizonDays = 366;
const shownAtMost = 20;

/** What concerns a recipient: the records that are looked through, null for all of a kind, and what of it is theirs. */
type Concern = {
  audiences: ReadonlySet<ReminderAudience>;
  recordIds: readonly string[] | null;
  isTheirs(told: Told): boolean;
};

/**
 * What a recipient is going to be told next of each thing that stands today: what is planned already, and the next occasion of what is not. What is
 * done or moved until then is not told, so that this is an outlook and no promise. For those in office only what is planned: their tasks tell the rest.
 *
 * @param stopped of which duties they want to hear nothing more
 */
export async function upcomingOf(
  services: ProcedureServices,
  recipient: RecipientRow,
  stopped: ReadonlySet<string>,
): Promise<PlannedReminder[]> {
  const context = await reminderContext(services);
  const planned = await listPlannedOf(services.database, recipient.id);
  const concern = await concernOf(services, recipient);
  const known = new Set(planned.map(keyOfThing));
  const { rules } = context.document.reminders;
  const found = planned.flatMap((delivery) => ofDelivery(rules, delivery));
  for (const rule of rules) {
    const duties = concern === null ? [] : await dutiesOf(context, rule, concern);
    for (const duty of duties) {
      const key = keyOfThing({ subject: rule.subject, ...duty });
      const next = known.has(key) || stopped.has(key) ? null : nextOf(context, rule, duty);
      if (next !== null) found.push(next);
      known.add(key);
    }
  }
  return found.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)).slice(0, shownAtMost);
}

/** What stops, plans and duties are compared by. */
export const keyOfThing = ({
  subject,
  resource,
  recordId,
}: Pick<DeliveryRow, "subject" | "resource" | "recordId">): string => `${subject} ${resource} ${recordId}`;

async function concernOf(
  { database, defaultPolicy }: ProcedureServices,
  { id, userId }: RecipientRow,
): Promise<Concern | null> {
  if (userId === null) {
    const isTheirs = (told: Told) => told.audience === "prospect" && told.recipientId === id;
    return { audiences: new Set(["prospect"]), recordIds: null, isTheirs };
  }
  const organizations = new Set(await listOrganizationsOf(database, userId));
  if (organizations.size === 0) return null;
  const rounds = await listRounds(database, { withDrafts: false, policyId: defaultPolicy });
  const records = await listRecordsOfOrganizations(database, [...organizations]);
  return {
    audiences: new Set(["applicant", "platform"]),
    recordIds: [...records, ...rounds.map((round) => round.id)],
    isTheirs: (told) => "organizationId" in told && organizations.has(told.organizationId),
  };
}

async function dutiesOf(
  context: ReminderContext,
  rule: ReminderRule,
  { audiences, recordIds, isTheirs }: Concern,
): Promise<StandingDuty[]> {
  const worded = new Set(rule.messages.map(({ audience }) => audience).filter((audience) => audiences.has(audience)));
  if (worded.size === 0) return [];
  const days = Array.from({ length: horizonDays + 1 }, (_, offset) => daysAfter(context.today, offset));
  const standing = await reminderSources[rule.subject](context, { subject: rule.subject, days, recordIds });
  return standing.filter(({ told }) => worded.has(told.audience) && isTheirs(told));
}

/** Today's occasion was told, or is planned; the next is on a day to come. */
function nextOf(
  { today, calendar }: ReminderContext,
  rule: ReminderRule,
  { resource, dueOn, told, matter }: StandingDuty,
): PlannedReminder | null {
  const occasions = occasionsOf(rule, dueOn, daysAfter(today, horizonDays), calendar);
  const next = occasions.find(({ day }) => day > today);
  if (next === undefined) return null;
  return {
    title: rule.title,
    matter: matter ?? matterOf(told.audience, resource),
    dueOn: dueOn === next.day ? null : dueOn,
    on: next.day,
    article: rule.article,
  };
}

function ofDelivery(rules: readonly ReminderRule[], delivery: DeliveryRow): PlannedReminder[] {
  const rule = rules.find(({ subject }) => subject === delivery.subject);
  if (rule === undefined) return [];
  const { audience, resource, dueOn, plannedAt } = delivery;
  const on = dayInShanghai(plannedAt);
  return [
    {
      title: rule.title,
      matter: matterOf(audience, resource),
      dueOn: dueOn === on ? null : dueOn,
      on,
      article: rule.article,
    },
  ];
}
