import { zhengzhouPolicy as policy } from "@shifan/rules/testing";
import { describe, expect, it } from "vitest";
import { contextFor, input, play, truthfulFacts } from "../testing/play.ts";
import { strongApplicant } from "../testing/strong.ts";
import { codeToLookUp, continueDialog, type DialogContext, startDialog, type Turn } from "./index.ts";

const code = "91410100MA9K12344B";
const context = contextFor(policy, "2026-06-10");
const barred: DialogContext = {
  ...context,
  finding: { facts: { never_certified: false, revoked_on: "2026-02-15" }, barredUntil: "2029-02-15" },
};
const free: DialogContext = { ...context, finding: { facts: {}, barredUntil: null } };
const words = (turn: Turn): string => turn.messages.map((message) => message.text).join("\n");
const labels = (turn: Turn) => turn.messages.flatMap(({ choices }) => choices.map(({ label }) => label));
const offer = "填统一社会信用代码查一查";
const finish = (applicant: Readonly<Record<string, unknown>> = strongApplicant) =>
  play(context, truthfulFacts(applicant));

describe("a credit code", () => {
  it.each([
    [code, code],
    [" ９１４１０１００ma9k12344b ", code],
    ["9141 0100 MA9K 1234 4B", code],
    ["914403001922038216", "914403001922038216"],
    // Amounts one after the other, or from one to the other, are no code, whatever their digits come to.
    ["91440300 1922038216", null],
    ["91440300-1922038216", null],
    ["我们的代码是91410100MA9K12344B", null],
    ["91410100MA9K12344C", null],
    ["一百六十万", null],
  ])("is looked up where the text is nothing else: %s", (text, expected) => {
    expect(codeToLookUp({ text })).toBe(expected);
  });

  it("is looked up where a program gives it as a fact, and never for a tap", () => {
    expect(codeToLookUp({ facts: { uscc: code } })).toBe(code);
    expect(codeToLookUp({ facts: { uscc: 1 } })).toBeNull();
    expect(codeToLookUp({ facts: {} })).toBeNull();
    expect(codeToLookUp({ action: code })).toBeNull();
  });
});

it.each(["15000000-160000000", "3200000 4500000 210", "2021-03-01到2022-03-01"])(
  "figures are no code that cannot be: %s",
  (text) => {
    const { state } = input(startDialog(context).state, { action: "start" }, context);
    expect(words(input(state, { text }, context).turn)).not.toContain("校验码");
  },
);

describe("the look-up in the register", () => {
  it("is offered with the result and with the questions on earlier titles, and asks for the code", () => {
    const { state, turn } = finish();
    expect(labels(turn)).toContain(offer);
    const asked = input(state, { action: "lookup" }, context);
    expect(words(asked.turn)).toMatch(/18位统一社会信用代码[\s\S]*不记进自查；不填也可以/);
    expect(asked.state).toEqual(state);
    let step = startDialog(context);
    step = input(step.state, { action: "start" }, context);
    const offered = new Map<string, boolean>();
    while (step.turn.question !== null) {
      offered.set(step.turn.question.id, labels(step.turn).includes(offer));
      const isBefore = step.turn.question.id === "certified_before";
      const answer = isBefore ? { facts: { never_certified: false } } : truthfulFacts(strongApplicant)(step.turn);
      step = input(step.state, answer, context);
    }
    expect([...offered].filter(([, is]) => is).map(([id]) => id)).toEqual(["certified_before", "certified_events"]);
  });

  it("tells the last day of a ban, holds the answers against it, and keeps the code nowhere", () => {
    const { state } = finish();
    const result = continueDialog(state, { text: code }, barred);
    if (!result.ok) throw new Error("refused");
    expect(words(result.turn)).toContain("到2029年2月15日为止（含当天）不得再次申报，2029年2月16日起可以（第十四条）");
    expect(result.turn.assessment).toMatchObject({ verdict: "not_met", reapplyBarredUntil: "2029-02-15" });
    expect(result.state.answers).toMatchObject({
      never_certified: { value: false },
      revoked_on: { value: "2026-02-15" },
    });
    expect(JSON.stringify([result.state, result.turn, result.said])).not.toContain(code);
    expect(result.said).toBe("（统一社会信用代码，没有记下）");
  });

  it("that finds nothing says what that does not mean, and changes no answer", () => {
    const { state } = finish();
    const { turn, state: after } = input(state, { text: code }, free);
    expect(words(turn)).toMatch(/没有查到这个单位今天不得再次申报的记录（第十四条）.*没有查到，不等于从未被认定/);
    expect(after).toEqual(state);
  });

  it("stays on the question that is open", () => {
    const started = input(startDialog(context).state, { action: "start" }, context);
    const { turn } = input(started.state, { text: code }, free);
    expect(turn.question).toEqual(started.turn.question);
    expect(input(started.state, { text: code }, barred).turn.question).toEqual(started.turn.question);
  });

  it("is not made for a code that cannot be, which is not kept either", () => {
    const { state } = finish();
    for (const wrong of ["91410100MA9K12344C", "91410100MA9K1234B", "914101OOMA9K12344B"]) {
      const result = continueDialog(state, { text: wrong }, context);
      if (!result.ok) throw new Error("refused");
      expect(words(result.turn)).toContain("这串代码对不上校验码");
      expect([result.state, result.said]).toEqual([state, "（统一社会信用代码，没有记下）"]);
    }
  });

  it("goes before what a program states of the unit", () => {
    const stated = { uscc: code, never_certified: true };
    const { state } = input(finish().state, { facts: stated }, barred);
    expect(state.answers).toMatchObject({ never_certified: { value: false }, revoked_on: { value: "2026-02-15" } });
  });
});
