import { type ChatInput, type ClaimedUpdate, Problem } from "@shifan/contract/client";
import { deliverTurn, type Progress, type Tapped } from "../deliver/deliverTurn.ts";
import { type Outlet, sendPart } from "../deliver/sendPart.ts";
import { type Received, receivedSchema } from "../intake/received.ts";
import type { Service } from "../service/service.ts";
import { classifyFault } from "../telegram/faults.ts";
import { texts } from "../texts.ts";

export type Processing = { service: Pick<Service, "sendChatInput">; outlet: Outlet };

/** What the API is told of a file that somebody sent: that there was one, and nothing of it. */
const fileAction = "r:file";

const reminderActions = "r:";

/**
 * One stored update to its end: what was said goes into the conversation, the turn goes out. May be called again
 * for the same update after any fault: the update's id is the input's number, so the answer is counted once.
 */
export async function processUpdate(tools: Processing, claimed: ClaimedUpdate, progress: Progress): Promise<void> {
  const received = receivedSchema.parse(claimed.payload);
  const { chatId, updateId } = claimed;
  switch (received.kind) {
    case "text":
      return converse(tools, chatId, { text: received.text, seq: updateId }, null, progress);
    case "action":
      return converse(tools, chatId, { action: received.action, seq: updateId }, null, progress);
    case "tap":
      return takeTap(tools, claimed, received, progress);
    case "deadTap":
      return answerTap(tools.outlet, received.queryId, texts.oldButton);
    case "explain":
      // Where papers are handed in instead, the API knows.
      if (received.about === "attachment") {
        return converse(tools, chatId, { action: fileAction, seq: updateId }, null, progress);
      }
      return say(tools.outlet, chatId, texts[received.about]);
  }
}

async function takeTap(
  tools: Processing,
  { chatId, updateId }: ClaimedUpdate,
  tap: Extract<Received, { kind: "tap" }>,
  progress: Progress,
): Promise<void> {
  // Under a reminder its other answers, and the way to the page, stay.
  const isAnswer = tap.action.startsWith(reminderActions);
  const tapped = isAnswer ? null : tap.origin && { action: tap.action, origin: tap.origin };
  const [outcome] = await Promise.allSettled([
    converse(tools, chatId, { action: tap.action, seq: updateId }, tapped, progress),
    answerTap(tools.outlet, tap.queryId),
  ]);
  if (outcome.status === "rejected") throw outcome.reason;
}

async function converse(
  { service, outlet }: Processing,
  chatId: number,
  input: ChatInput,
  tapped: Tapped | null,
  progress: Progress,
): Promise<void> {
  try {
    const { turn } = await service.sendChatInput(chatId, input);
    await deliverTurn(outlet, chatId, turn, tapped, progress);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    const aboutText = error.errors.some((field) => field.path === "/text");
    await say(outlet, chatId, aboutText ? texts.tooLong : texts.notUnderstood);
  }
}

/** Ends the waiting mark on a tapped button. Telegram refuses it after a while: then nobody waits any more. */
async function answerTap({ api, deadline }: Outlet, queryId: string, text?: string): Promise<void> {
  try {
    await api.answerCallbackQuery(queryId, text === undefined ? {} : { text }, deadline);
  } catch (error) {
    if (classifyFault(error)?.kind !== "refused") throw error;
  }
}

async function say(outlet: Outlet, chatId: number, text: string): Promise<void> {
  await sendPart(outlet, chatId, { kind: "text", styled: { text, bold: [] }, keyboard: [] });
}
