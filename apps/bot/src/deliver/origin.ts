import type { Turn } from "@shifan/contract/client";
import type { Origin } from "../intake/received.ts";
import { selectedMark } from "../render/keyboard.ts";
import type { Part, TextPart } from "../render/renderTurn.ts";
import { maximumMessageLength } from "../render/splitText.ts";
import { boldEntities } from "../render/styledText.ts";
import { classifyFault, isAlreadyDone } from "../telegram/faults.ts";
import { texts } from "../texts.ts";
import type { Outlet } from "./sendPart.ts";

/** The actions by which a person ends a question with several answers: the rest is no, or the rest is 不清楚. */
const endingActions = { restIsNo: "done", restIsUnknown: "rest_unknown" } as const;

/**
 * The part that takes the place of the tapped message, when the turn is the same question with several answers
 * again, so that its marks change where they stand; null when the turn is to be sent anew. The same question is
 * known by its buttons: nothing about earlier messages is remembered.
 */
export function replacement(turn: Turn, parts: readonly Part[], origin: Origin): TextPart | null {
  const [part] = parts;
  if (turn.question?.input !== "many" || parts.length !== 1 || part?.kind !== "text") return null;
  const offered = part.keyboard.flat().map((button) => button.callback_data);
  const shown = origin.buttons.map((button) => button.action);
  const same = offered.length === shown.length && offered.every((action, index) => action === shown[index]);
  return same ? part : null;
}

/** Puts `part` in place of the tapped message; false when Telegram no longer lets it be edited. */
export async function replaceOrigin(outlet: Outlet, chatId: number, origin: Origin, part: TextPart): Promise<boolean> {
  const { api, deadline } = outlet;
  const keyboard = { reply_markup: { inline_keyboard: part.keyboard } };
  const options = { entities: boldEntities(part.styled.bold), ...keyboard };
  return attemptEdit(() =>
    part.styled.text === origin.text
      ? api.editMessageReplyMarkup(chatId, origin.messageId, keyboard, deadline)
      : api.editMessageText(chatId, origin.messageId, part.styled.text, options, deadline),
  );
}

/** Takes the buttons from the tapped message and writes under it what was chosen. */
export async function markChosen(outlet: Outlet, chatId: number, origin: Origin, action: string): Promise<void> {
  const { api, deadline } = outlet;
  const labels = chosenLabels(origin, action);
  const text = `${origin.text}\n\n${texts.chosen(labels)}`;
  await attemptEdit(() =>
    labels.length === 0 || text.length > maximumMessageLength
      ? api.editMessageReplyMarkup(chatId, origin.messageId, {}, deadline)
      : api.editMessageText(chatId, origin.messageId, text, { entities: boldEntities(origin.bold) }, deadline),
  );
}

function chosenLabels(origin: Origin, action: string): string[] {
  const marked = origin.buttons.filter((button) => button.text.startsWith(selectedMark));
  const tapped = origin.buttons.filter((button) => button.action === action).slice(0, 1);
  const labels = (buttons: Origin["buttons"]) => buttons.map(({ text }) => text.replace(selectedMark, ""));
  if (action === endingActions.restIsNo) return marked.length > 0 ? labels(marked) : [texts.noneOfThese];
  if (action === endingActions.restIsUnknown) return labels([...marked, ...tapped]);
  return labels(tapped);
}

async function attemptEdit(edit: () => Promise<unknown>): Promise<boolean> {
  try {
    await edit();
    return true;
  } catch (error) {
    if (isAlreadyDone(error)) return true;
    if (classifyFault(error)?.kind === "refused") return false;
    throw error;
  }
}
