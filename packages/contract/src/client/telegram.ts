import type { ChatAnswer, ChatInput } from "../chat.ts";
import type {
  ClaimedUpdates,
  ClaimUpdates,
  FinishUpdate,
  ReleaseUpdate,
  StoreUpdate,
  UpdateStored,
} from "../telegram.ts";
import type { ClaimedReminders, ClaimReminders, IntroduceBot, SettleReminder } from "../telegram-reminders.ts";
import { type Connection, send } from "./send.ts";

const root = "/api/v1/channels/telegram";

/** The Telegram channel's calls, for the bot; how they belong together stands in telegram.ts of the contract. */
export function createTelegramClient(connection: Connection & { serviceToken: string }) {
  const post = <Answer>(path: string, body: unknown) =>
    send<Answer>(connection, { method: "POST", path: `${root}${path}`, body, token: connection.serviceToken });
  return {
    /** Stores an update by its id; the same one again changes nothing and answers `stored: false`. */
    storeUpdate: (update: StoreUpdate) => post<UpdateStored>("/updates", update),
    /** At most one update of a chat, the oldest that is not done; an empty list when nothing is due. */
    claimUpdates: (claim: ClaimUpdates) => post<ClaimedUpdates>("/updates/claim", claim),
    /** Rejects with `lease_lost` when somebody else has taken over. A repeated call is fine. */
    finishUpdate: (updateId: number, lease: FinishUpdate) =>
      post<Record<string, never>>(`/updates/${updateId}/done`, lease),
    /** Gives the update back, to be claimed again after `retryAfterSeconds` (at once when left out). */
    releaseUpdate: (updateId: number, lease: ReleaseUpdate) =>
      post<Record<string, never>>(`/updates/${updateId}/release`, lease),
    /** The conversation's answer; begins a conversation when the chat has none. `seq` is the update's id. */
    sendChatInput: (chatId: number, input: ChatInput) => post<ChatAnswer>(`/chats/${chatId}/inputs`, input),
    /** Tells the API that a bot of this name is at work. */
    introduceBot: (bot: IntroduceBot) => post<Record<string, never>>("/bot", bot),
    /** Reminders that are to go now, each with what it says now. */
    claimReminders: (claim: ClaimReminders) => post<ClaimedReminders>("/reminders/claim", claim),
    /** Says what became of one. Rejects with `lease_lost` when somebody else has it. */
    settleReminder: (id: string, settled: SettleReminder) =>
      post<Record<string, never>>(`/reminders/${encodeURIComponent(id)}/settle`, settled),
  };
}

export type TelegramClient = ReturnType<typeof createTelegramClient>;
