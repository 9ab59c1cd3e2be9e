import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { after } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import { telegramUpdates } from "../schema/index.ts";
import { finishTelegramUpdate, releaseTelegramUpdate } from "./telegram-leases.ts";
import { claimTelegramUpdates, deleteTelegramUpdatesDoneBefore, storeTelegramUpdate } from "./telegram-updates.ts";

export const telegramUpdatesSuite = suite("Telegram updates", (open) => {
  const store = (chatId: number, updateId: number, seconds = 0) =>
    storeTelegramUpdate(open().database, { chatId, updateId, payload: { text: `消息${updateId}` } }, after(seconds));
  const claim = (seconds: number, limit = 100, worker = "w") =>
    claimTelegramUpdates(open().database, { limit, worker, at: after(seconds), leaseUntil: after(seconds + 60) });
  const finishAll = async (seconds: number) => {
    for (;;) {
      const updates = await claim(seconds);
      if (updates.length === 0) return;
      for (const update of updates) await finishTelegramUpdate(open().database, update, after(seconds));
    }
  };

  it("keeps an update once, however often Telegram repeats it", async () => {
    expect(
      await Promise.all([store(1, 10), store(1, 10), store(1, 10)]).then((all) => all.filter(Boolean)),
    ).toHaveLength(1);
    expect((await claim(1)).filter(({ chatId }) => chatId === 1)).toMatchObject([{ updateId: 10, attempts: 1 }]);
    await finishAll(100);
    expect(await store(1, 10, 101)).toBe(false);
    expect(await claim(102)).toEqual([]);
  });

  it("gives out the oldest update of each chat, and the next one when that is done", async () => {
    for (const [chatId, updateId] of [
      [2, 22],
      [2, 21],
      [3, 23],
      [-4, 24],
    ] as const)
      await store(chatId, updateId, 200);
    const first = await claim(200);
    expect(first.map(({ updateId }) => updateId).sort()).toEqual([21, 23, 24]);
    expect(await claim(201)).toEqual([]);
    for (const update of first)
      expect(await finishTelegramUpdate(open().database, update, after(202))).toBe("accepted");
    const second = await claim(202);
    expect(second).toMatchObject([{ updateId: 22, chatId: 2, payload: { text: "消息22" }, receivedAt: after(200) }]);
    await finishAll(300);
  });

  it("holds back a chat even when an older update arrives while a newer one is worked on", async () => {
    await store(5, 52, 400);
    const [leased] = await claim(400);
    await store(5, 51, 401);
    expect(await claim(402)).toEqual([]);
    if (leased !== undefined) await finishTelegramUpdate(open().database, leased, after(403));
    expect(await claim(403)).toMatchObject([{ updateId: 51 }]);
    await finishAll(500);
  });

  it("gives a lease that ran out to another, and tells the late one so", async () => {
    const { database } = open();
    await store(6, 60, 600);
    const [late] = await claim(600);
    const [taken] = await claim(661);
    expect(taken).toMatchObject({ updateId: 60, attempts: 2 });
    if (late === undefined || taken === undefined) throw new Error("not claimed");
    expect(taken.lease).toBeGreaterThan(late.lease);
    expect(await finishTelegramUpdate(database, late, after(662))).toBe("lease_lost");
    expect(await releaseTelegramUpdate(database, late, after(662))).toBe("lease_lost");
    expect(await finishTelegramUpdate(database, taken, after(663))).toBe("accepted");
    expect(await finishTelegramUpdate(database, taken, after(664))).toBe("accepted");
    expect(await claim(2_000)).toEqual([]);
  });

  it("gives back what was released after its pause, before anything newer of the chat", async () => {
    const { database } = open();
    await store(7, 70, 700);
    await store(7, 71, 700);
    const [first] = await claim(700);
    if (first === undefined) throw new Error("not claimed");
    expect(await releaseTelegramUpdate(database, first, after(730))).toBe("accepted");
    expect(await finishTelegramUpdate(database, first, after(731))).toBe("lease_lost");
    expect(await claim(729)).toEqual([]);
    expect(await claim(730)).toMatchObject([{ updateId: 70, attempts: 2 }]);
    await finishAll(900);
  });

  it("does not know an update that was never stored", async () => {
    await store(8, 80, 1_000);
    const [claimed] = await claim(1_000);
    if (claimed === undefined) throw new Error("not claimed");
    const { database } = open();
    expect(await finishTelegramUpdate(database, { ...claimed, updateId: 81 }, after(1_001))).toBe("unknown_update");
    expect(await finishTelegramUpdate(database, { ...claimed, chatId: 88 }, after(1_001))).toBe("unknown_update");
    await finishAll(1_100);
  });

  it("hands every update to one of many workers, each chat in order", async () => {
    const { database } = open();
    const expected: Record<number, number[]> = {};
    for (let update = 0; update < 60; update += 1) {
      const chatId = 100 + (update % 6);
      expected[chatId] = [...(expected[chatId] ?? []), 1_000 + update];
      await store(chatId, 1_000 + update, 1_200);
    }
    const handled: Record<number, number[]> = {};
    const work = async (worker: string) => {
      for (let idle = 0; idle < 20; ) {
        const updates = await claim(1_200, 2, worker);
        idle = updates.length === 0 ? idle + 1 : 0;
        for (const update of updates) {
          handled[update.chatId] = [...(handled[update.chatId] ?? []), update.updateId];
          expect(await finishTelegramUpdate(database, update, after(1_200))).toBe("accepted");
        }
      }
    };
    await Promise.all(["a", "b", "c", "d"].map(work));
    expect(handled).toEqual(expected);
  });

  it("keeps nothing of what a person wrote once it is done", async () => {
    const { database } = open();
    await store(11, 110, 3_000);
    await finishAll(3_000);
    const [kept] = await database.select().from(telegramUpdates).where(eq(telegramUpdates.updateId, 110));
    expect(kept).toMatchObject({ payload: {}, doneAt: after(3_000) });
  });

  it("forgets what was done long ago, in bounded batches, and nothing that is pending", async () => {
    const { database } = open();
    await store(9, 90, 5_000);
    await store(9, 91, 5_000);
    await finishAll(5_000);
    await store(9, 92, 5_000);
    const before = await deleteTelegramUpdatesDoneBefore(database, after(5_000), 1_000);
    expect(before).toBeGreaterThan(0);
    expect(await deleteTelegramUpdatesDoneBefore(database, after(9_000), 1)).toBe(1);
    expect(await deleteTelegramUpdatesDoneBefore(database, after(9_000), 10)).toBe(1);
    expect(await claim(9_000)).toMatchObject([{ updateId: 92 }]);
  });
});
