import type { Turn } from "@shifan/contract/client";
import type { Origin } from "../intake/received.ts";
import { renderTurn } from "../render/renderTurn.ts";
import { markChosen, replacement, replaceOrigin } from "./origin.ts";
import { type Outlet, sendPart } from "./sendPart.ts";

/** A tapped button and the message it stands under. */
export type Tapped = { action: string; origin: Origin };

/** How much of a turn has gone out, so that an attempt after a fault goes on where the last one stopped. */
export type Progress = { sent: number };

/** Shows a turn: in place of the tapped question when only its marks change, otherwise as new messages. */
export async function deliverTurn(
  outlet: Outlet,
  chatId: number,
  turn: Turn,
  tapped: Tapped | null,
  progress: Progress,
): Promise<void> {
  const parts = renderTurn(turn);
  if (tapped !== null && progress.sent === 0) {
    const part = replacement(turn, parts, tapped.origin);
    if (part !== null && (await replaceOrigin(outlet, chatId, tapped.origin, part))) return;
    if (part === null) await markChosen(outlet, chatId, tapped.origin, tapped.action);
  }
  for (const part of parts.slice(progress.sent)) {
    await sendPart(outlet, chatId, part);
    progress.sent += 1;
  }
}
