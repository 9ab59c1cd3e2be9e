import { type Api, InputFile } from "grammy/web";
import type { Part } from "../render/renderTurn.ts";
import { boldEntities } from "../render/styledText.ts";
import type { Download } from "../service/files.ts";
import type { GrammySignal } from "../telegram/signal.ts";

/** Where an attempt sends to, and when it has to give up. */
export type Outlet = { api: Api; download: Download; deadline: GrammySignal };

/** Sends one part. Text goes without parse mode: bold is given by position, so nothing in it is read as markup. */
export async function sendPart(outlet: Outlet, chatId: number, part: Part): Promise<void> {
  if (part.kind === "file") {
    const file = new InputFile(await outlet.download(part.url), part.name);
    await outlet.api.sendDocument(chatId, file, {}, outlet.deadline);
    return;
  }
  const options = {
    entities: boldEntities(part.styled.bold),
    link_preview_options: { is_disabled: true },
    ...(part.keyboard.length > 0 ? { reply_markup: { inline_keyboard: part.keyboard } } : {}),
  };
  await outlet.api.sendMessage(chatId, part.styled.text, options, outlet.deadline);
}
