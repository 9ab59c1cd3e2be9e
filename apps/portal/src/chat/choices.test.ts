import { describe, expect, test } from "vitest";
import type { Choice, Turn } from "../api/types.ts";
import { asksNow, choicesOf } from "./choices.ts";
import type { WaitingInput } from "./remembered.ts";

const turn = (choices: Choice[], asks = true): Turn => ({
  messages: [
    { text: "记下了。", choices: [], files: [] },
    { text: "问题", choices, files: [] },
  ],
  question: asks ? { id: "q", facts: ["a"], input: "many" } : null,
  progress: { answered: 1, remaining: 2 },
  assessment: null,
});
const button = (action: string, selected?: boolean): Choice => ({
  label: action,
  action,
  ...(selected === undefined ? {} : { selected }),
});
const tap = (action: string, seq: number): WaitingInput => ({ seq, input: { action }, said: action, toggles: true });

describe("what a choice is for", () => {
  test("beside a question, looking around is apart from answering and from leaving it open", () => {
    const shown = choicesOf(
      turn([button("o:1:0"), button("done"), button("unknown"), button("why"), button("back")]),
      [],
    );
    expect(shown.map((choice) => choice.role)).toEqual(["answer", "leading", "leaving", "tool", "tool"]);
  });

  test("where nothing is asked, a list is a choice like any other", () => {
    expect(choicesOf(turn([button("materials"), button("answers")], false), []).map(({ role }) => role)).toEqual([
      "answer",
      "answer",
    ]);
  });

  test("a welcome that names its first question for programs does not ask yet", () => {
    expect(asksNow(turn([button("start"), button("help")]))).toBe(false);
    expect(asksNow(turn([button("o:1:0"), button("why")]))).toBe(true);
  });

  test("what is asked about nothing that the rules know, as a code that was sent, is asked now", () => {
    const code: Turn = {
      ...turn([button("remind:no")]),
      question: { id: "reminder_code", facts: [], input: "number" },
    };
    expect(asksNow(code)).toBe(true);
  });
});

describe("a toggle shows the taps that are on their way", () => {
  const many = turn([button("o:1:0", false), button("o:1:1", true), button("why")]);

  test("one tap turns it, two turn it back, others do not concern it", () => {
    const marked = (waiting: WaitingInput[]) => choicesOf(many, waiting).map((choice) => choice.selected);
    expect(marked([])).toEqual([false, true, undefined]);
    expect(marked([tap("o:1:0", 1), tap("o:1:1", 2)])).toEqual([true, false, undefined]);
    expect(marked([tap("o:1:0", 1), tap("o:1:0", 2)])).toEqual([false, true, undefined]);
  });
});
