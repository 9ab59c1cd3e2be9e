import { beforeAll, expect, it } from "vitest";
import { after, sampleInstant, samplePolicy, sampleSession } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import { deleteChatSessionKeysBefore, findChatSessionKey, insertChatSessionOnce } from "./chat-session-keys.ts";
import { findChatSession } from "./chat-sessions.ts";
import { addPolicyVersions } from "./policy-versions.ts";

export const chatSessionKeysSuite = suite("keys of chat sessions", (open) => {
  beforeAll(async () => {
    await addPolicyVersions(open().database, [samplePolicy("p")], sampleInstant);
  });
  const begin = (keyHash: string, id: string, seconds = 0) =>
    insertChatSessionOnce(open().database, sampleSession(id, "p"), {
      keyHash,
      bodyHash: "b",
      createdAt: after(seconds),
    });

  it("begins one session, however many ask for it at once", async () => {
    const { database } = open();
    const outcomes = await Promise.all(["s1", "s2", "s3"].map((id) => begin("first", id)));
    expect(outcomes.filter((begun) => begun)).toHaveLength(1);
    const kept = await findChatSessionKey(database, "first");
    expect(kept).toEqual({ sessionId: `s${outcomes.indexOf(true) + 1}`, bodyHash: "b" });
    for (const [index, begun] of outcomes.entries()) {
      expect((await findChatSession(database, `s${index + 1}`, null)) !== null).toBe(begun);
    }
    expect(await findChatSessionKey(database, "other")).toBeNull();
  });

  it("is forgotten when it is old enough, in bounded batches", async () => {
    const { database } = open();
    for (const [keyHash, seconds] of [
      ["a", -100],
      ["b", -90],
      ["c", -80],
    ] as const) {
      await begin(keyHash, keyHash, seconds);
    }
    expect(await deleteChatSessionKeysBefore(database, after(-80), 1)).toBe(1);
    expect(await deleteChatSessionKeysBefore(database, after(-80), 5)).toBe(1);
    expect(await findChatSessionKey(database, "c")).not.toBeNull();
  });
});
