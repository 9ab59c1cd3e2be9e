import type { Message, Turn } from "@shifan/contract/client";
import type { InlineKeyboardButton } from "grammy/types";
import { texts } from "../texts.ts";
import { choicesToSpellOut, layOutKeyboard } from "./keyboard.ts";
import { splitText } from "./splitText.ts";
import { type StyledText, styleText } from "./styledText.ts";

/** One thing to send: a message with its buttons, or a file. */
export type Part =
  | { kind: "text"; styled: StyledText; keyboard: InlineKeyboardButton.CallbackButton[][] }
  | { kind: "file"; name: string; url: string };

export type TextPart = Extract<Part, { kind: "text" }>;

/** What Telegram shows for a turn, in order. Buttons stand under the last part of their message. */
export function renderTurn(turn: Pick<Turn, "messages">): Part[] {
  return turn.messages.flatMap(renderMessage);
}

function renderMessage(message: Message): Part[] {
  const keyboard = layOutKeyboard(message.choices);
  const pieces = splitText(styleText(messageText(message)));
  const textParts = pieces.map<Part>((styled, index) => ({
    kind: "text",
    styled,
    keyboard: index === pieces.length - 1 ? keyboard : [],
  }));
  return [...textParts, ...message.files.map<Part>((file) => ({ kind: "file", ...file }))];
}

function messageText(message: Message): string {
  const cut = choicesToSpellOut(message.choices);
  const spelledOut = cut.length > 0 ? texts.spelledOut(cut.map((choice) => choice.label)) : "";
  const lines = [message.text, spelledOut].filter((part) => part.trim() !== "");
  if (lines.length === 0 && message.choices.length > 0) return texts.pleaseChoose;
  return lines.join("\n\n");
}
