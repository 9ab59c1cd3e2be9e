import type { ChatInput, ClaimedUpdate, ClaimUpdates } from "@shifan/contract";
import {
  claimTelegramUpdates,
  type Database,
  findTelegramSession,
  insertChatSession,
  linkTelegramChat,
  lockTelegramChat,
} from "@shifan/db";
import type { Choice, Message, Turn } from "@shifan/dialog";
import { prepareSession } from "../../chat/begin.ts";
import type { ChatServices } from "../../chat/services.ts";
import { type InputOutcome, takeInput } from "../../chat/take-input.ts";
import { type Clock, formatInstant } from "../../clock.ts";
import { recipientOfChat, telegramChat } from "../../reminders/addresses/linking.ts";
import { readTelegramCommand } from "./commands.ts";
import { obey } from "./obey.ts";
import { howToLink, remindChoice } from "./words.ts";

/** Leases run on the machine's time: they end even when the product's clock stands still. */
export async function claimUpdates(
  { database, clock }: { database: Database; clock: Clock },
  { limit, leaseSeconds, worker }: ClaimUpdates,
): Promise<ClaimedUpdate[]> {
  const at = clock.machine();
  const leaseUntil = new Date(at.getTime() + leaseSeconds * 1_000);
  const claimed = await claimTelegramUpdates(database, { limit, worker, at, leaseUntil });
  return claimed.map(({ receivedAt, ...update }) => ({
    ...update,
    leaseUntil: formatInstant(leaseUntil),
    receivedAt: formatInstant(receivedAt),
  }));
}

type Unstarted = { ok: false; code: "unknown_policy" | "before_first_version" };
export type TelegramInputOutcome = InputOutcome | Unstarted;

/**
 * An input of a Telegram chat: a command about reminders, or the self-check's. A chat without a conversation gets one; when it came by /start, the
 * welcome is the answer, and otherwise the input is taken like any other.
 */
export async function takeTelegramInput(
  services: ChatServices,
  chatId: number,
  input: ChatInput,
): Promise<TelegramInputOutcome> {
  const command = readTelegramCommand(input);
  if (command !== null) {
    const messages = await obey(services, { id: chatId, keepSession: () => keepSession(services, chatId) }, command);
    if (messages !== null) return { ok: true, turn: turnOf(messages) };
  }
  const outcome = await talk(services, chatId, input);
  if (!outcome.ok) return outcome;
  if (command?.kind === "todo") {
    return { ok: true, turn: withMessage(outcome.turn, howToLink(services.publicUrl)) };
  }
  const isOffered = outcome.turn.assessment !== null && outcome.turn.question === null;
  if (!isOffered || (await recipientOfChat(services, telegramChat(chatId))) !== null) return outcome;
  return { ok: true, turn: withChoice(outcome.turn, remindChoice) };
}

const turnOf = (messages: readonly Message[]): Turn => ({
  messages: [...messages],
  question: null,
  progress: { answered: 0, remaining: 0 },
  assessment: null,
});
const withMessage = (turn: Turn, message: Message): Turn => ({ ...turn, messages: [...turn.messages, message] });

/** The same with one more choice below its last message. */
function withChoice(turn: Turn, choice: Choice): Turn {
  const last = turn.messages.at(-1);
  if (last === undefined) return turn;
  return { ...turn, messages: [...turn.messages.slice(0, -1), { ...last, choices: [...last.choices, choice] }] };
}

async function talk(services: ChatServices, chatId: number, input: ChatInput): Promise<TelegramInputOutcome> {
  // What a link into the bot brings along beside a code says nothing to the conversation.
  const isWelcome = input.action?.split(" ")[0] === "start";
  const said = isWelcome ? { ...input, action: "start" } : input;
  const existing = await findTelegramSession(services.database, chatId);
  if (existing !== null) return takeInput(services, existing, said, () => true);
  const begun = await begin(services, chatId, isWelcome ? (input.seq ?? null) : null);
  if (!begun.ok) return begun;
  if (isWelcome && begun.isNew) return { ok: true, turn: begun.turn };
  return takeInput(services, begun.sessionId, said, () => true);
}

/** The conversation of a chat that has none, unless another process began one meanwhile. */
async function begin(
  services: ChatServices,
  chatId: number,
  seq: number | null,
): Promise<{ ok: true; sessionId: string; isNew: boolean; turn: Turn } | Unstarted> {
  const prepared = await prepareSession(services, services.defaultPolicy);
  if (!prepared.ok) return prepared;
  const { session, turn } = prepared;
  const sessionId = await services.database.transaction(async (transaction) => {
    const begunMeanwhile = await lockTelegramChat(transaction, chatId);
    if (begunMeanwhile !== null) return begunMeanwhile;
    await insertChatSession(transaction, { ...session, seq });
    await linkTelegramChat(transaction, chatId, session.id);
    return session.id;
  });
  return { ok: true, sessionId, isNew: sessionId === session.id, turn };
}

/** The conversation of a chat, begun where it has none. @throws Error where no policy is in force */
async function keepSession(services: ChatServices, chatId: number): Promise<string> {
  const existing = await findTelegramSession(services.database, chatId);
  if (existing !== null) return existing;
  const begun = await begin(services, chatId, null);
  if (!begun.ok) throw new Error(`no conversation can begin: ${begun.code}`);
  return begun.sessionId;
}
