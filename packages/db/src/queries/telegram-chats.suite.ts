import { beforeAll, expect, it } from "vitest";
import { sampleInstant, samplePolicy, sampleSession } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import { deleteChatSessionsUnusedSince, insertChatSession } from "./chat-sessions.ts";
import { addPolicyVersions } from "./policy-versions.ts";
import { findTelegramSession, linkTelegramChat, lockTelegramChat } from "./telegram-chats.ts";

export const telegramChatsSuite = suite("Telegram chats", (open) => {
  beforeAll(() => addPolicyVersions(open().database, [samplePolicy("p")], sampleInstant));

  it("gets one conversation, even when two inputs come at once", async () => {
    const { database } = open();
    const begin = (id: string) =>
      database.transaction(async (transaction) => {
        const existing = await lockTelegramChat(transaction, 1);
        if (existing !== null) return existing;
        await insertChatSession(transaction, sampleSession(id, "p"));
        await linkTelegramChat(transaction, 1, id);
        return id;
      });
    const sessions = await Promise.all([begin("a"), begin("b"), begin("c")]);
    expect(new Set(sessions).size).toBe(1);
    expect(await findTelegramSession(database, 1)).toBe(sessions[0]);
  });

  it("has none before the first input, and none after its conversation was deleted", async () => {
    const { database } = open();
    expect(await findTelegramSession(database, 2)).toBeNull();
    await database.transaction(async (transaction) => {
      await lockTelegramChat(transaction, 2);
      await insertChatSession(transaction, { ...sampleSession("gone", "p"), day: "2020-01-01" });
      await linkTelegramChat(transaction, 2, "gone");
    });
    expect(await findTelegramSession(database, 2)).toBe("gone");
    await deleteChatSessionsUnusedSince(database, { day: "2021-01-01", remindedDay: "2021-01-01" }, 10);
    expect(await findTelegramSession(database, 2)).toBeNull();
  });
});
