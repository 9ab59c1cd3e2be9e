import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { metAssessment } from "../../testing/assessments.ts";
import type { ChatApi, ChatInput } from "../api/chat.ts";
import type { Outcome } from "../api/outcome.ts";
import type { Choice, Turn } from "../api/types.ts";
import { Conversation } from "./conversation.ts";
import { memoryOn, type Shelf } from "./remembered.ts";

const turn = (text: string, choices: Choice[] = []): Turn => ({
  messages: [{ text, choices, files: [] }],
  question: { id: "q", facts: ["a"], input: "text" },
  progress: { answered: 1, remaining: 2 },
  assessment: null,
});

function shelf(): Shelf {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

type Call = { input: ChatInput; seq: number };

/** A service whose next answers are laid out beforehand; without any it repeats what was said. */
function service() {
  const calls: Call[] = [];
  const keys: string[] = [];
  const replies: Outcome<{ turn: Turn }>[] = [];
  const begins: Outcome<{ id: string; token: string; turn: Turn }>[] = [];
  const api: ChatApi = {
    create: async (key) => {
      keys.push(key);
      return begins.shift() ?? { ok: true, value: { id: "s", token: "t", turn: turn("您好") } };
    },
    read: async () => ({ ok: true, value: { turn: turn("再见到您"), transcript: [], answers: [] } }),
    send: async (_session, input, seq) => {
      calls.push({ input, seq });
      const said = "text" in input ? input.text : input.action;
      return replies.shift() ?? { ok: true, value: { turn: turn(`答${said}`) } };
    },
  };
  return { api, calls, keys, replies, begins };
}

const unreachable: Outcome<never> = { ok: false, kind: "unreachable" };
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function opened() {
  const behind = service();
  const place = shelf();
  const conversation = new Conversation(
    behind.api,
    memoryOn(() => place),
  );
  await conversation.open();
  return { conversation, place, ...behind };
}
const texts = (conversation: Conversation) =>
  conversation.snapshot().entries.map((entry) => [entry.said, entry.messages.map((message) => message.text).join()]);

describe("inputs wait in line", () => {
  test("each has a number of its own, and the next goes only after the one before was taken", async () => {
    const { conversation, calls } = await opened();
    conversation.send({ text: "一" }, "一");
    conversation.send({ text: "二" }, "二");
    expect(calls.map((call) => call.seq)).toEqual([1]);
    await settled();
    expect(calls.map((call) => call.seq)).toEqual([1, 2]);
    expect(texts(conversation)).toEqual([
      [null, "您好"],
      ["一", "答一"],
      ["二", "答二"],
    ]);
    expect(conversation.snapshot().waiting).toEqual([]);
  });

  test("the own bubble is there at once", async () => {
    const { conversation } = await opened();
    conversation.send({ text: "一" }, "一");
    expect(conversation.snapshot().waiting.map((input) => input.said)).toEqual(["一"]);
  });

  test("after a broken connection nothing more is sent until it is asked for, then with the same number", async () => {
    const { conversation, calls, replies } = await opened();
    replies.push(unreachable);
    conversation.send({ text: "一" }, "一");
    await settled();
    expect(conversation.snapshot().trouble).toEqual({ kind: "unreachable" });
    conversation.send({ text: "二" }, "二");
    await settled();
    expect(calls).toHaveLength(1);
    conversation.resend();
    await settled();
    expect(calls.map((call) => call.seq)).toEqual([1, 1, 2]);
    expect(conversation.snapshot().trouble).toBeNull();
  });

  test("asked to wait, it goes on by itself after the time named and not before", async () => {
    const { conversation, calls, replies } = await opened();
    replies.push({ ok: false, kind: "wait", seconds: 30 });
    conversation.send({ text: "一" }, "一");
    await vi.advanceTimersByTimeAsync(29_000);
    expect(conversation.snapshot().trouble).toEqual({ kind: "wait", seconds: 30 });
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(calls.map((call) => call.seq)).toEqual([1, 1]);
    expect(conversation.snapshot().trouble).toBeNull();
  });

  test("what the service declines leaves the line with its words given back, and so does what was written after it", async () => {
    const { conversation, calls, replies } = await opened();
    replies.push({ ok: false, kind: "refused", detail: "请写短一些", code: "invalid_input", said: "", errors: [] });
    conversation.send({ text: "长" }, "长");
    conversation.send({ action: "back" }, "上一题");
    await settled();
    expect(conversation.snapshot().trouble).toEqual({ kind: "refused", detail: "请写短一些", text: "长" });
    expect(conversation.snapshot().waiting).toEqual([]);
    expect(calls).toHaveLength(1);
    conversation.send({ text: "短" }, "短");
    await settled();
    expect(calls.map((call) => call.seq)).toEqual([1, 3]);
    expect(conversation.snapshot().trouble).toBeNull();
  });

  test("a session that is gone takes nothing more", async () => {
    const { conversation, calls, replies } = await opened();
    replies.push({ ok: false, kind: "gone" });
    conversation.send({ text: "一" }, "一");
    await settled();
    expect(conversation.snapshot().phase).toBe("gone");
    conversation.send({ text: "二" }, "二");
    expect(calls).toHaveLength(1);
  });
});

test("a result is shown with the list of answers, and what was just said stays as it is", async () => {
  const { conversation, replies, api } = await opened();
  const answers = [{ fact: "a", question: "q", label: "资产", text: "165万元", value: "1650000", known: true }];
  vi.spyOn(api, "read").mockResolvedValue({ ok: true, value: { turn: turn("结果"), transcript: [], answers } });
  replies.push({ ok: true, value: { turn: { ...turn("材料清单"), question: null, assessment: metAssessment() } } });
  conversation.send({ action: "materials" }, "看材料清单");
  await settled();
  expect(conversation.snapshot().answers).toEqual(answers);
  expect(texts(conversation).at(-1)).toEqual(["看材料清单", "材料清单"]);
  expect(conversation.snapshot().turn?.messages[0]?.text).toBe("材料清单");
});

describe("coming back", () => {
  test("what was on its way is sent first, with its number, then the session is read", async () => {
    const { conversation, place, replies, calls, api } = await opened();
    replies.push(unreachable);
    conversation.send({ text: "一" }, "一");
    await settled();
    const again = new Conversation(
      api,
      memoryOn(() => place),
    );
    await again.open();
    expect(calls).toEqual([
      { input: { text: "一" }, seq: 1 },
      { input: { text: "一" }, seq: 1 },
    ]);
    expect(texts(again)).toEqual([[null, "再见到您"]]);
  });

  test("numbers go on where they were", async () => {
    const { conversation, place, calls, api } = await opened();
    conversation.send({ text: "一" }, "一");
    await settled();
    const again = new Conversation(
      api,
      memoryOn(() => place),
    );
    await again.open();
    again.send({ text: "二" }, "二");
    await settled();
    expect(calls.map((call) => call.seq)).toEqual([1, 2]);
  });

  test("a beginning that failed is repeated with the same key, the next self-check has another", async () => {
    const behind = service();
    behind.begins.push(unreachable);
    const place = shelf();
    const conversation = new Conversation(
      behind.api,
      memoryOn(() => place),
    );
    await conversation.open();
    expect(conversation.snapshot().phase).toBe("unreachable");
    conversation.resend();
    await settled();
    expect(conversation.snapshot().phase).toBe("open");
    await conversation.restart();
    const [first, second, third] = behind.keys;
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});

describe("two tabs of one browser", () => {
  async function twoTabs() {
    const first = await opened();
    const second = new Conversation(
      first.api,
      memoryOn(() => first.place),
    );
    await second.open();
    const reads = vi.spyOn(first.api, "read");
    return { ...first, second, reads };
  }

  test("one that went on is followed once, when its input has been taken", async () => {
    const { conversation, second, reads } = await twoTabs();
    conversation.send({ text: "一" }, "一");
    await second.follow();
    expect(reads).not.toHaveBeenCalled();
    await settled();
    await second.follow();
    await second.follow();
    expect(reads).toHaveBeenCalledTimes(1);
  });

  test("numbers never meet", async () => {
    const { conversation, second, calls } = await twoTabs();
    conversation.send({ text: "一" }, "一");
    second.send({ text: "二" }, "二");
    conversation.send({ text: "三" }, "三");
    await settled();
    expect(calls.map((call) => call.seq).sort()).toEqual([1, 2, 3]);
  });

  test("one that was forgotten is forgotten here", async () => {
    const { conversation, second } = await twoTabs();
    conversation.forget();
    await second.follow();
    expect(second.snapshot().phase).toBe("forgotten");
  });

  test("nothing meant for one self-check goes into another", async () => {
    const { conversation, second, begins, calls } = await twoTabs();
    begins.push({ ok: true, value: { id: "another", token: "t2", turn: turn("重新开始") } });
    await conversation.restart();
    second.send({ text: "给旧的" }, "给旧的");
    await settled();
    expect(calls).toEqual([]);
    expect(second.snapshot()).toMatchObject({ phase: "open", waiting: [] });
  });
});

describe("forgetting", () => {
  test("a late answer to a forgotten self-check does not bring it back", async () => {
    const { conversation, place } = await opened();
    conversation.send({ text: "一" }, "一");
    conversation.forget();
    await settled();
    expect(conversation.snapshot()).toMatchObject({ phase: "forgotten", entries: [], turn: null, waiting: [] });
    expect(memoryOn(() => place).read()).toBeNull();
  });
});

describe("what this device keeps", () => {
  test("the key, the place and what is not yet sent; no answer the service has", async () => {
    const { conversation, place } = await opened();
    conversation.send({ text: "机密的数字" }, "机密的数字");
    await settled();
    const kept = memoryOn(() => place).read();
    expect(kept).toEqual({ id: "s", token: "t", lastSeq: 1, waiting: [], answered: 1, remaining: 2, finished: false });
  });

  test("a browser that keeps nothing still carries the self-check as long as the page", async () => {
    const { api, calls } = service();
    const refusing = memoryOn(() => {
      throw new Error("denied");
    });
    const conversation = new Conversation(api, refusing);
    await conversation.open();
    conversation.send({ text: "一" }, "一");
    await settled();
    expect(calls).toHaveLength(1);
    expect(conversation.snapshot().phase).toBe("open");
    expect(refusing.lasts()).toBe(false);
  });

  test.each(["", "null", "7", "[]", "{", '{"id":"s"}', '{"id":1,"token":"t"}'])(
    "what is no session (%s) is as good as nothing",
    (text) => {
      expect(memoryOn(() => ({ ...shelf(), getItem: () => text })).read()).toBeNull();
    },
  );
});
