import type { Choice } from "@shifan/contract/client";
import type { InlineKeyboardButton } from "grammy/types";

/** The most bytes Telegram takes as callback data. */
const maximumCallbackBytes = 64;
/** Widths count a Chinese character as 2, a Latin one as 1: what a row of a small phone shows before it cuts off. */
const rowWidth = 36;
const widthsByCount = [
  { count: 3, width: 10 },
  { count: 2, width: 16 },
] as const;

export const selectedMark = "✓ ";

/**
 * A keyboard of one button for each choice, short labels beside each other, long ones alone; the chosen ones are
 * marked. Room for a mark is kept from the start, so that no button moves under a thumb that toggles several, and
 * what can be marked shares no row with what cannot.
 */
export function layOutKeyboard(choices: readonly Choice[]): InlineKeyboardButton.CallbackButton[][] {
  const rows: Row[] = [];
  for (const choice of choices.filter(canBeButton)) {
    const button = { text: buttonText(choice), callback_data: choice.action };
    const markable = choice.selected !== undefined;
    const fits = perRow(displayWidth(choice.label) + (markable ? displayWidth(selectedMark) : 0));
    const row = rows.at(-1);
    if (row?.markable === markable && row.buttons.length < Math.min(row.room, fits)) {
      row.buttons.push(button);
      row.room = Math.min(row.room, fits);
    } else {
      rows.push({ buttons: [button], room: fits, markable });
    }
  }
  return rows.map((row) => row.buttons);
}

type Row = { buttons: InlineKeyboardButton.CallbackButton[]; room: number; markable: boolean };

/** Choices whose label a button cannot show whole, or that no button can carry: the message must name them in full. */
export function choicesToSpellOut(choices: readonly Choice[]): Choice[] {
  return choices.filter((choice) => !canBeButton(choice) || displayWidth(choice.label) > rowWidth);
}

/** An action longer than callback data allows cannot be tapped; typing the label does the same. */
function canBeButton(choice: Choice): boolean {
  return choice.action !== "" && Buffer.byteLength(choice.action, "utf8") <= maximumCallbackBytes;
}

function buttonText(choice: Choice): string {
  return (choice.selected === true ? selectedMark : "") + shorten(choice.label);
}

function perRow(width: number): number {
  return widthsByCount.find((entry) => width <= entry.width)?.count ?? 1;
}

function shorten(label: string): string {
  if (displayWidth(label) <= rowWidth) return label;
  let short = "";
  for (const character of label) {
    if (displayWidth(short + character) > rowWidth - 2) break;
    short += character;
  }
  return `${short}…`;
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return width;
}
