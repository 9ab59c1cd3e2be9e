import { beforeAll, expect, it } from "vitest";
import { after, sampleInstant, samplePolicy, sampleSession } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import {
  deleteChatSessionsUnusedSince,
  findChatSession,
  insertChatSession,
  listChatEntries,
  writeChatStep,
} from "./chat-sessions.ts";
import { addPolicyVersions } from "./policy-versions.ts";

function step(id: string, revision: number, seq: number | null = null) {
  return {
    id,
    revision,
    policyVersion: 1,
    state: { step: revision + 1 },
    windowStartedAt: sampleInstant,
    windowInputs: revision + 1,
    seq,
    said: `第${revision + 1}句`,
    turn: { messages: [{ text: `第${revision + 1}答` }] },
    at: after(revision + 1),
    day: "2026-06-10",
  };
}

export const chatSessionsSuite = suite("chat sessions", (open) => {
  beforeAll(() => addPolicyVersions(open().database, [samplePolicy("p")], sampleInstant));

  it("begins with its welcome and no input", async () => {
    const { database } = open();
    await insertChatSession(database, sampleSession("begun", "p"));
    const found = await findChatSession(database, "begun", 1);
    expect(found).toMatchObject({
      session: { id: "begun", revision: 0, state: { answers: {} }, windowStartedAt: sampleInstant, windowInputs: 0 },
      repeated: undefined,
    });
    expect(await listChatEntries(database, "begun")).toEqual([
      { sessionId: "begun", n: 0, seq: null, at: sampleInstant, said: null, turn: { messages: [{ text: "您好" }] } },
    ]);
  });

  it("does not find a session that never was", async () => {
    expect(await findChatSession(open().database, "never", null)).toBeNull();
  });

  it("writes an input with its answer and the new state together", async () => {
    const { database } = open();
    await insertChatSession(database, sampleSession("written", "p"));
    expect(await writeChatStep(database, step("written", 0, 7))).toBe(true);
    const found = await findChatSession(database, "written", 7);
    expect(found?.session).toMatchObject({ revision: 1, state: { step: 1 }, windowInputs: 1 });
    expect(found?.repeated).toEqual({ messages: [{ text: "第1答" }] });
    expect((await listChatEntries(database, "written")).map(({ n, said, seq }) => [n, said, seq])).toEqual([
      [0, null, null],
      [1, "第1句", 7],
    ]);
  });

  it("writes nothing when another input came first", async () => {
    const { database } = open();
    await insertChatSession(database, sampleSession("raced", "p"));
    const outcomes = await Promise.all([1, 2, 3, 4].map((seq) => writeChatStep(database, step("raced", 0, seq))));
    expect(outcomes.filter((written) => written)).toHaveLength(1);
    expect((await findChatSession(database, "raced", null))?.session.revision).toBe(1);
    expect(await listChatEntries(database, "raced")).toHaveLength(2);
  });

  it("refuses a second entry with the same seq even from a caller that did not look", async () => {
    const { database } = open();
    await insertChatSession(database, sampleSession("twice", "p"));
    await writeChatStep(database, step("twice", 0, 5));
    await expect(writeChatStep(database, step("twice", 1, 5))).rejects.toThrow();
    expect((await findChatSession(database, "twice", null))?.session.revision).toBe(1);
  });

  it("keeps whatever characters a person types", async () => {
    const { database } = open();
    await insertChatSession(database, sampleSession("characters", "p"));
    const state = { typed: "\u0000 \ud800 ' \" \\ 𠮷 ？" };
    await writeChatStep(database, { ...step("characters", 0), state });
    expect((await findChatSession(database, "characters", null))?.session.state).toEqual(state);
  });

  it("deletes the longest unused first, in bounded batches, with all that was said", async () => {
    const { database } = open();
    for (const [id, day] of [
      ["old-1", "2025-01-01"],
      ["old-2", "2025-01-02"],
      ["old-3", "2025-01-03"],
      ["fresh", "2025-06-01"],
    ] as const) {
      await insertChatSession(database, { ...sampleSession(id, "p"), day });
    }
    expect(await deleteChatSessionsUnusedSince(database, { day: "2025-06-01", remindedDay: "2025-06-01" }, 2)).toBe(2);
    expect(await findChatSession(database, "old-3", null)).not.toBeNull();
    expect(await deleteChatSessionsUnusedSince(database, { day: "2025-06-01", remindedDay: "2025-06-01" }, 2)).toBe(1);
    expect(await deleteChatSessionsUnusedSince(database, { day: "2025-06-01", remindedDay: "2025-06-01" }, 2)).toBe(0);
    expect(await findChatSession(database, "fresh", null)).not.toBeNull();
    expect(await listChatEntries(database, "old-1")).toEqual([]);
  });
});
