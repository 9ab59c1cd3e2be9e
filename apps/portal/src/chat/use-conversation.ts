import { useSyncExternalStore } from "react";
import { chatApi } from "../api/chat.ts";
import { Conversation, type Snapshot } from "./conversation.ts";
import { deviceMemory } from "./remembered.ts";

/** The one conversation of this page. It outlives the pages of the site, so that reading the articles does not end it. */
export const conversation = new Conversation(chatApi, deviceMemory);

export function useConversation(): Snapshot {
  return useSyncExternalStore(conversation.subscribe, conversation.snapshot);
}
