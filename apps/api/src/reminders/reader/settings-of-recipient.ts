import type { ChangeReminders, FieldError, Reminders, ReminderWay, ToldReminder } from "@shifan/contract";
import {
  type AddressRow,
  type Database,
  endAddress,
  findRecipient,
  keepRecipient,
  listOpenAddresses,
  listStoppedOf,
  listTold,
  openMap,
  type PersonalKeys,
  type RecipientRow,
  type ToldRow,
  updateRecipient,
} from "@shifan/db";
import type { ReminderChannel } from "@shifan/rules";
import type { ProcedureServices } from "../../acts/services.ts";
import { formatInstant } from "../../clock.ts";
import { matterOf } from "../../matters/matter-words.ts";
import { hideAddress } from "../addresses/addresses.ts";
import { reminderContext } from "../context.ts";
import type { ReminderOwner } from "./owner.ts";
import { keyOfThing, upcomingOf } from "./upcoming.ts";

/** How somebody is reminded, of what next, and of what no more. Whoever was never reminded has nothing yet, and nothing is written down. */
export async function readReminders(
  services: ProcedureServices,
  owner: ReminderOwner,
  { offered, accountMailbox }: { offered: readonly ReminderChannel[]; accountMailbox: string | null },
): Promise<Reminders> {
  const { database, personalKeys } = services;
  const kind = "userId" in owner ? ("person" as const) : ("prospect" as const);
  const head = { today: services.clock.today(), kind, offered: [...offered], accountMailbox };
  const recipient = await findRecipient(database, owner);
  if (recipient === null) return { ...head, ways: [], pausedUntil: null, upcoming: [], stopped: [] };
  const addresses = await listOpenAddresses(database, [recipient.id]);
  const stopped = await listStoppedOf(database, recipient.id);
  const { document } = await reminderContext(services);
  const titles = new Map(document.reminders.rules.map(({ subject, title }) => [subject, title]));
  return {
    ...head,
    ways: addresses.map((address) => wayOf(personalKeys, recipient, addresses, address)),
    pausedUntil: recipient.pausedUntil,
    upcoming: await upcomingOf(services, recipient, new Set(stopped.map(keyOfThing))),
    stopped: stopped.map(({ deliveryId, subject, resource, answer, at }) => ({
      deliveryId,
      title: titles.get(subject) ?? "",
      matter: matterOf(kind === "prospect" ? "prospect" : "applicant", resource),
      answer,
      at: formatInstant(at),
    })),
  };
}

function wayOf(
  personalKeys: PersonalKeys,
  { preferredChannel }: RecipientRow,
  all: readonly AddressRow[],
  { id, channel, personal, openedAt }: AddressRow,
): ReminderWay {
  const first = all.find((each) => each.channel === preferredChannel) ?? all[0];
  return {
    id,
    channel,
    address: hideAddress(channel, openMap(personalKeys, personal).address ?? ""),
    since: formatInstant(openedAt),
    isPreferred: first?.id === id,
  };
}

/** Changes where and until when not somebody is reminded. @returns what is wrong; null when it was done */
export async function changeReminders(
  { database, clock }: Pick<ProcedureServices, "database" | "clock">,
  owner: ReminderOwner,
  { preferredChannel, pausedUntil }: ChangeReminders,
): Promise<FieldError | null> {
  const recipient = await keepRecipient(database, owner, clock.now());
  const open = await listOpenAddresses(database, [recipient.id]);
  if (preferredChannel !== undefined && !open.some(({ channel }) => channel === preferredChannel)) {
    return { path: "/preferredChannel", code: "not_allowed", message: "这种方式还没有开通" };
  }
  if (pausedUntil != null && pausedUntil < clock.today()) {
    return { path: "/pausedUntil", code: "too_early", message: "请写今天或以后的日期" };
  }
  await updateRecipient(database, recipient.id, {
    ...(preferredChannel === undefined ? {} : { preferredChannel }),
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
  });
  return null;
}

/** Ends a way of somebody's own. @returns false where they have no such way */
export async function endWay(
  { database, clock }: { database: Database } & Pick<ProcedureServices, "clock">,
  owner: ReminderOwner,
  id: string,
): Promise<boolean> {
  const recipient = await findRecipient(database, owner);
  if (recipient === null) return false;
  const open = await listOpenAddresses(database, [recipient.id]);
  if (!open.some((address) => address.id === id)) return false;
  return endAddress(database, id, clock.now(), "unlinked");
}

/** What somebody was told, the newest first: it is found here however it was sent. */
export async function readInbox(
  services: ProcedureServices,
  owner: ReminderOwner,
  page: { from: number; limit: number },
): Promise<{ told: ToldReminder[]; total: number }> {
  const { database } = services;
  const recipient = await findRecipient(database, owner);
  if (recipient === null) return { told: [], total: 0 };
  const { document } = await reminderContext(services);
  const titles = new Map(document.reminders.rules.map(({ subject, title }) => [subject, title]));
  const { rows, total } = await listTold(database, recipient.id, page);
  return { told: rows.flatMap((row) => toldOf(row, titles.get(row.delivery.subject) ?? "")), total };
}

function toldOf({ delivery, message, answer }: ToldRow, title: string): ToldReminder[] {
  const { content } = delivery;
  if (content === null) return [];
  return [
    {
      deliveryId: delivery.id,
      subject: delivery.subject,
      title,
      heading: content.heading,
      lines: [...content.lines],
      article: content.article,
      steps: content.steps.map(({ step, path }) => ({ step: step as ToldReminder["steps"][number]["step"], path })),
      toldAt: formatInstant(message.createdAt),
      state: message.state,
      channel: message.channel,
      sentAt: message.settledAt === null ? null : formatInstant(message.settledAt),
      answer,
    },
  ];
}
