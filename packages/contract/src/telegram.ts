import { z } from "zod";
import { instantSchema } from "./values.ts";

/*
 * The Telegram channel, for the bot alone (Authorization: Bearer SERVICE_TOKEN). How the calls belong together:
 *
 *   1. store   an update by its id, before Telegram is told that it arrived. Storing the same one again changes nothing.
 *   2. claim   some work. An answer holds at most one update of a chat: the oldest that is not done. While that chat's lease runs, no
 *              claim of any process gets another update of the same chat, so messages of one chat stay in order and many chats go at once.
 *   3. input   hands what the person wrote to the conversation of the chat, with the update's id as `seq`: a repeated one gets the same turn.
 *   4. done    ends the lease, and the chat's next update can be claimed at once; or
 *      release gives the update back, to be claimed again after a while.
 *
 * A lease carries a number that grows with every claim of the chat. Whoever comes back with an old number is told `lease_lost` (409): by then
 * somebody else works on the chat, and the late one just stops.
 */

/** Telegram's numbers fit a double exactly (at most 52 bits); chat ids of groups are negative. */
const updateIdSchema = z.int().nonnegative().meta({ description: "Telegram 的 update_id" });
const chatIdSchema = z.int().meta({ description: "Telegram 的 chat.id" });
const leaseSchema = z.int().positive().meta({ description: "领取时得到的编号" });

export const maximumClaimLimit = 100;
export const maximumLeaseSeconds = 600;

export const storeUpdateSchema = z
  .strictObject({
    updateId: updateIdSchema,
    chatId: chatIdSchema,
    payload: z.record(z.string(), z.unknown()).meta({ description: "机器人自己要用的内容，原样保存、原样交还" }),
  })
  .meta({ id: "StoreTelegramUpdate" });

/** `stored` is false when the update was already known (status 200 instead of 201). */
export const updateStoredSchema = z
  .object({ updateId: updateIdSchema, stored: z.boolean() })
  .meta({ id: "TelegramUpdateStored" });

export const claimUpdatesSchema = z
  .strictObject({
    limit: z.int().min(1).max(maximumClaimLimit),
    leaseSeconds: z.int().min(1).max(maximumLeaseSeconds),
    worker: z.string().min(1).max(100).meta({ description: "哪个进程，写进记录便于查找" }),
  })
  .meta({ id: "ClaimTelegramUpdates" });

export const claimedUpdateSchema = z
  .object({
    updateId: updateIdSchema,
    chatId: chatIdSchema,
    payload: z.record(z.string(), z.unknown()),
    lease: leaseSchema,
    leaseUntil: instantSchema,
    attempts: z.int().positive().meta({ description: "第几次领取，首次为 1" }),
    receivedAt: instantSchema,
  })
  .meta({ id: "ClaimedTelegramUpdate" });

export const claimedUpdatesSchema = z
  .object({ updates: z.array(claimedUpdateSchema) })
  .meta({ id: "ClaimedTelegramUpdates" });

/** The chat is named beside the update because leases belong to chats. */
export const finishUpdateSchema = z
  .strictObject({ chatId: chatIdSchema, lease: leaseSchema })
  .meta({ id: "FinishTelegramUpdate" });

export const releaseUpdateSchema = z
  .strictObject({
    chatId: chatIdSchema,
    lease: leaseSchema,
    retryAfterSeconds: z.int().min(0).max(86_400).optional().meta({ description: "过多少秒再领，默认马上" }),
  })
  .meta({ id: "ReleaseTelegramUpdate" });

export type StoreUpdate = z.infer<typeof storeUpdateSchema>;
export type UpdateStored = z.infer<typeof updateStoredSchema>;
export type ClaimUpdates = z.infer<typeof claimUpdatesSchema>;
export type ClaimedUpdate = z.infer<typeof claimedUpdateSchema>;
export type ClaimedUpdates = z.infer<typeof claimedUpdatesSchema>;
export type FinishUpdate = z.infer<typeof finishUpdateSchema>;
export type ReleaseUpdate = z.infer<typeof releaseUpdateSchema>;
