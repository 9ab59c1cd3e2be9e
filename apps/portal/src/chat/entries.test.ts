import { describe, expect, test } from "vitest";
import type { Message, Turn } from "../api/types.ts";
import { entriesOf, withAnswer } from "./entries.ts";

const say = (text: string): Message => ({ text, choices: [], files: [] });

function screen(...marked: string[]): Message {
  const toggles = ["甲", "乙"].map((label) => ({ label, action: `o:${label}`, selected: marked.includes(label) }));
  const choices = [...toggles, { label: "为什么问", action: "why" }];
  return { text: marked.length === 0 ? "有哪几样？" : `有哪几样？已选${marked.length}项。`, choices, files: [] };
}

const turn = (...messages: Message[]): Turn => ({
  messages,
  question: null,
  progress: { answered: 0, remaining: 0 },
  assessment: null,
});

const asking = (...messages: Message[]): Turn => ({
  ...turn(...messages),
  question: { id: "q", facts: ["a"], input: "text" },
});

const recorded = (rows: [said: string | null, ...messages: Message[]][]) =>
  rows.map(([said, ...messages], n) => ({ n, at: "2026-06-10T10:00:00+08:00", said, messages }));

describe("a tap on a toggle", () => {
  const before = withAnswer([], "上一句", [say("记下了。"), screen()]);

  test("takes the place of the question it marks and keeps what stood before it", () => {
    expect(withAnswer(before, "甲", [screen("甲")])).toEqual([
      { key: "0", said: "上一句", messages: [say("记下了。"), screen("甲")] },
    ]);
  });

  test("written words that are no toggle stand for themselves, whatever the answer looks like", () => {
    const after = withAnswer(before, "大概都有吧", [screen()]);
    expect(after.map((entry) => entry.said)).toEqual(["上一句", "大概都有吧"]);
  });

  test("the same words on another screen are an answer of their own", () => {
    const other = {
      ...screen(),
      choices: screen().choices.map((choice) => ({ ...choice, action: `x${choice.action}` })),
    };
    expect(withAnswer(before, "甲", [other])).toHaveLength(2);
  });

  test("never swallows messages that came beside the question", () => {
    expect(withAnswer(before, "甲", [say("一"), say("二"), screen("甲")])).toHaveLength(2);
  });
});

describe("the log of a session that is read again", () => {
  const transcript = recorded([
    [null, say("您好")],
    ["开始自查", say("记下了。"), screen()],
    ["甲", screen("甲")],
    ["乙", screen("甲", "乙")],
  ]);

  test("is the log that was seen before", () => {
    let seen = withAnswer([], null, [say("您好")]);
    seen = withAnswer(seen, "开始自查", [say("记下了。"), screen()]);
    seen = withAnswer(seen, "甲", [screen("甲")]);
    seen = withAnswer(seen, "乙", [screen("甲", "乙")]);
    expect(entriesOf(transcript, turn(screen("甲", "乙")))).toEqual(seen);
  });

  test("shows the present turn once when the transcript ends with it", () => {
    const entries = entriesOf(transcript, turn(screen("甲", "乙")));
    expect(entries.map((entry) => entry.messages.length)).toEqual([1, 2]);
  });

  test("shows the present turn after a transcript that ends otherwise", () => {
    const entries = entriesOf(transcript, turn(say("接着上次的来。")));
    expect(entries.at(-1)).toEqual({ key: "2", said: null, messages: [say("接着上次的来。")] });
  });

  test("shows the question in full in place of the same one in short, and keeps what stood before it", () => {
    const choices = [{ label: "为什么问", action: "why" }];
    const old = recorded([["上一句", say("记下了。"), { ...say("多少？"), choices }]]);
    const full = { ...say("资产总额是多少？\n要求：不低于150万元"), choices };
    expect(entriesOf(old, asking(full))).toEqual([{ key: "0", said: "上一句", messages: [say("记下了。"), full] }]);
  });

  test("keeps a list that was asked for, though the result that follows has the same buttons", () => {
    const choices = [{ label: "看材料清单", action: "materials" }];
    const old = recorded([["看材料清单", { ...say("材料清单：……"), choices }]]);
    const texts = entriesOf(old, turn({ ...say("结果：……"), choices })).flatMap((entry) => entry.messages);
    expect(texts.map((message) => message.text)).toEqual(["材料清单：……", "结果：……"]);
  });

  test("carries the marks as they stand now, and says nothing twice", () => {
    const old = recorded([["选", say("记下了。"), screen()]]);
    expect(entriesOf(old, asking(say("记下了。"), screen("甲")))).toEqual([
      { key: "0", said: "选", messages: [say("记下了。"), screen("甲")] },
    ]);
  });

  test("without a transcript it is the present turn", () => {
    expect(entriesOf([], turn(say("您好")))).toEqual([{ key: "0", said: null, messages: [say("您好")] }]);
  });
});
