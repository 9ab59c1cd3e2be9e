import type { ClaimedUpdates } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { expect, it } from "vitest";
import { call, createTestApp, serviceToken, type TestApp } from "../../../testing/app.ts";
import { turnOf } from "../../../testing/chat.ts";

const root = "/api/v1/channels/telegram";

function channelOf(app: TestApp) {
  const post = (path: string, body: unknown) => call(app, `${root}${path}`, { body, token: serviceToken });
  return {
    store: (updateId: number, chatId: number, payload: object = {}) => post("/updates", { updateId, chatId, payload }),
    claim: async (limit = 10, leaseSeconds = 60) =>
      ((await post("/updates/claim", { limit, leaseSeconds, worker: "bot-1" })).body as ClaimedUpdates).updates,
    done: (updateId: number, body: object) => post(`/updates/${updateId}/done`, body),
    release: (updateId: number, body: object) => post(`/updates/${updateId}/release`, body),
    input: (chatId: number, body: object) => post(`/chats/${chatId}/inputs`, body),
  };
}

/** What the bot relies on. */
export const telegramSuite = suite("the Telegram channel", (open) => {
  it("stores an update once, claims it, and has it done", async () => {
    const { store, claim, done } = channelOf(await createTestApp({ opened: open() }));
    expect(await store(1, 11, { text: "你好" })).toMatchObject({ status: 201, body: { updateId: 1, stored: true } });
    expect(await store(1, 11, { text: "你好" })).toMatchObject({ status: 200, body: { updateId: 1, stored: false } });
    const [update, ...others] = await claim();
    expect(others).toEqual([]);
    expect(update).toEqual({
      updateId: 1,
      chatId: 11,
      payload: { text: "你好" },
      lease: 1,
      leaseUntil: "2026-06-10T09:31:00+08:00",
      attempts: 1,
      receivedAt: "2026-06-10T09:30:00+08:00",
    });
    expect(await claim()).toEqual([]);
    expect(await done(1, { chatId: 11, lease: 1 })).toMatchObject({ status: 200, body: {} });
    expect(await done(1, { chatId: 11, lease: 1 })).toMatchObject({ status: 200, body: {} });
    expect(await store(1, 11)).toMatchObject({ status: 200 });
    expect(await claim()).toEqual([]);
  });

  it("gives back what a bot left behind, and tells the late one that its lease is lost", async () => {
    const app = await createTestApp({ opened: open() });
    const { store, claim, done, release } = channelOf(app);
    await store(2, 22);
    await store(3, 22);
    const [late] = await claim(10, 30);
    app.clock.forward(30);
    const [taken] = await claim();
    expect(taken).toMatchObject({ updateId: 2, attempts: 2 });
    const refused = await done(2, { chatId: 22, lease: late?.lease });
    expect(refused).toMatchObject({ status: 409, body: { code: "lease_lost" } });
    expect(await release(2, { chatId: 22, lease: taken?.lease, retryAfterSeconds: 5 })).toMatchObject({ status: 200 });
    expect(await claim()).toEqual([]);
    app.clock.forward(5);
    const [again] = await claim();
    expect(again).toMatchObject({ updateId: 2, attempts: 3 });
    await done(2, { chatId: 22, lease: again?.lease });
    const [next] = await claim();
    expect(next).toMatchObject({ updateId: 3 });
    await done(3, { chatId: 22, lease: next?.lease });
  });

  it("answers /start of a new chat with the welcome, and begins to ask at the next", async () => {
    const { input } = channelOf(await createTestApp({ opened: open() }));
    const welcome = turnOf(await input(33, { action: "start", seq: 100 }));
    expect(welcome.messages[0]?.text).toMatch(/^您好/);
    expect(turnOf(await input(33, { action: "start", seq: 100 }))).toEqual(welcome);
    const first = turnOf(await input(33, { action: "start", seq: 101 }));
    expect(first.question).not.toBeNull();
    expect(first.messages[0]?.text).not.toMatch(/^您好/);
    expect(turnOf(await input(33, { action: "start", seq: 101 }))).toEqual(first);
  });

  it("takes the first words of a new chat like any others", async () => {
    const { input } = channelOf(await createTestApp({ opened: open() }));
    const answer = turnOf(await input(-44, { text: "开始自查", seq: 1 }));
    expect(answer.messages.length).toBeGreaterThan(0);
    expect(turnOf(await input(-44, { text: "开始自查", seq: 1 }))).toEqual(answer);
  });

  it("keeps one conversation for each chat, also when its first inputs come at once at two processes", async () => {
    const channels = [
      channelOf(await createTestApp({ opened: open() })),
      channelOf(await createTestApp({ opened: open() })),
    ];
    const facts = [{ service_staff_count: 16 }, { smes_served_prev_year: 96 }, { partner_orgs_with_agreement: 8 }];
    const answers = await Promise.all(
      facts.map((one, seq) => channels[seq % 2]?.input(55, { facts: one, seq: seq + 1 })),
    );
    expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200]);
    const list = turnOf(
      (await channels[0]?.input(55, { action: "answers", seq: 9 })) ?? {
        status: 0,
        headers: new Headers(),
        body: null,
      },
    );
    const text = list.messages.map((message) => message.text).join("\n");
    for (const value of ["16", "96", "8"]) expect(text).toContain(value);
  });
});
