import {
  type ClaimedReminder,
  type ClaimedReminders,
  type ClaimReminders,
  type ReminderButton,
  reminderStepLabels,
  type SettleReminder,
} from "@shifan/contract";
import { findReminderMessage, isReminderDue } from "@shifan/db";
import type { ReminderStep } from "@shifan/rules";
import { giveBackSending, reserveSending } from "../../reminders/addresses/telegram-bot.ts";
import { outgoingMessage } from "../../reminders/message.ts";
import { type ClaimedMessage, claimMessages, settleAttempt } from "../../reminders/send.ts";
import type { ReminderServices } from "../../reminders/services.ts";
import type { ToldDelivery } from "../../reminders/tell.ts";
import type { SendOutcome } from "../channel.ts";
import { actions } from "./commands.ts";

/** What the bot sends now: leased to it, each with what it says now and its buttons; and when it is worth asking again, where that is no second away. */
export async function claimForBot(services: ReminderServices, claim: ClaimReminders): Promise<ClaimedReminders> {
  const { database, clock } = services;
  if (!(await isReminderDue(database, "telegram", clock.machine())))
    return { reminders: [], fullForMilliseconds: null };
  const { granted, fullUntil } = await reserveSending(services, claim.limit);
  // The second that is full ends meanwhile: whoever waited a whole one for the next would lose it.
  const fullFor = () => fullUntil && Math.max(0, fullUntil.getTime() - clock.machine().getTime());
  if (granted === 0) return { reminders: [], fullForMilliseconds: fullFor() };
  const claimed = await claimMessages(services, { ...claim, channel: "telegram", limit: granted });
  await giveBackSending(services, granted - claimed.length);
  const reminders: ClaimedReminder[] = [];
  for (const each of claimed) {
    const { message, address } = each;
    if (address === null) await settleAttempt(services, message, { kind: "gone", fault: "地址已删除" });
    else reminders.push(describe(services, { ...each, address }));
  }
  return { reminders, fullForMilliseconds: claimed.length < granted ? null : fullFor() };
}

function describe({ publicUrl }: ReminderServices, claimed: ClaimedMessage & { address: string }): ClaimedReminder {
  const { message, address, told } = claimed;
  const { heading, paragraphs } = outgoingMessage(claimed, publicUrl);
  return {
    id: message.id,
    lease: message.lease,
    chatId: Number(address),
    text: [...(told.length === 1 ? [] : [heading]), ...paragraphs, `编号 ${message.id.slice(0, 8)}`].join("\n"),
    buttons: buttonsOf(claimed, publicUrl),
  };
}

const linkTo = (label: string, url: string): ReminderButton => ({ label, url, action: null });
const tapFor = (label: string, action: string): ReminderButton => ({ label, url: null, action });

/** A page of this server is opened by a button only where others can reach it: Telegram takes no address of a single machine. */
const isReachable = (publicUrl: string): boolean => {
  const { hostname } = new URL(publicUrl);
  return hostname.includes(".") && hostname !== "127.0.0.1";
};

/** Below one thing the ways to it and the answers; below several the ways, and one tap to the answers to each. */
function buttonsOf({ message, told }: ClaimedMessage, publicUrl: string): ReminderButton[][] {
  const [only, ...others] = told;
  if (only === undefined) return [];
  const ways = isReachable(publicUrl) ? told.map((each) => waysTo(each, publicUrl, others.length > 0)) : [];
  if (others.length > 0) return [...ways, [tapFor("逐件处理：再提醒、已办好、不再提醒", actions.each(message.id))]];
  const { id } = only.delivery;
  return [
    ...ways,
    [tapFor("明天再提醒", actions.answer("snooze", id)), tapFor("已办好", actions.answer("done", id))],
    [tapFor("不再提醒此事", actions.answer("stop", id))],
  ];
}

function waysTo({ title, content }: ToldDelivery, publicUrl: string, withTitle: boolean): ReminderButton[] {
  return content.steps.map(({ step, path }) => {
    const label = reminderStepLabels[step as ReminderStep];
    return linkTo(withTitle ? `${label}：${title}` : label, `${publicUrl}${path}`);
  });
}

/** Notes what became of a message that the bot had. */
export async function settleForBot(
  services: ReminderServices,
  id: string,
  { lease, outcome }: SettleReminder,
): Promise<"accepted" | "unknown_record" | "lease_lost"> {
  const message = await findReminderMessage(services.database, id);
  if (message === null || message.channel !== "telegram") return "unknown_record";
  // Said again, because the first answer was lost.
  const isRepeated = message.lease === lease && message.state === "sent" && outcome.kind === "sent";
  if (isRepeated) return "accepted";
  if (message.lease !== lease || message.state !== "waiting") return "lease_lost";
  return (await settleAttempt(services, { ...message, lease }, outcomeOf(outcome))) ? "accepted" : "lease_lost";
}

function outcomeOf(outcome: SettleReminder["outcome"]): SendOutcome {
  if (outcome.kind !== "retry") return outcome;
  const { afterSeconds, fault } = outcome;
  return {
    kind: "retry",
    // Where Telegram says how long to wait, it did not take it.
    mayHaveArrived: afterSeconds === null,
    afterMilliseconds: afterSeconds === null ? null : afterSeconds * 1_000,
    fault,
  };
}
