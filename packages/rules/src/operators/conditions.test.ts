import { describe, expect, test } from "vitest";
import { smallPolicy, tried } from "../../testing/small-policy.ts";
import type { TestDocument } from "../policy/tests.ts";

const types = { a: "bool", b: "bool", n: "int", m: "int", kind: "enum:good,bad,odd,strange", day: "date" };
const is = (fact: string): TestDocument => ({ fact, is: true });

describe("a doubt", () => {
  test("leaves it open for the reason given, else it is met", () => {
    const { on, relevant } = tried({ doubt_if: is("a"), reason: "reading", otherwise: "met" }, types);
    expect(on({ a: true })).toMatchObject({ status: "undetermined", reason: "reading", missingFacts: [] });
    expect(on({ a: false })).toMatchObject({ status: "met", reason: null });
    expect(on({})).toMatchObject({ status: "undetermined", reason: "unanswered", missingFacts: ["a"] });
    expect(relevant({})).toEqual(["a"]);
    expect(relevant({ a: true })).toEqual([]);
  });

  test("or else not met, and may be for an officer or unanswered", () => {
    const officer = tried({ doubt_if: is("a"), reason: "officer", otherwise: "not_met" }, types);
    expect(officer.on({ a: true })).toMatchObject({ status: "undetermined", reason: "officer" });
    expect(officer.status({ a: false })).toBe("not_met");
    expect(officer.relevant({})).toEqual(["a"]);
    const unanswered = tried({ doubt_if: is("a"), reason: "unanswered", otherwise: "met" }, types);
    expect(unanswered.on({ a: true })).toMatchObject({ reason: "unanswered", missingFacts: [] });
  });

  test("that time cures says when", () => {
    const { on } = tried(
      { doubt_if: is("a"), reason: "reading", otherwise: "met", cured_on: { after: { fact: "day" }, years: 2 } },
      types,
    );
    expect(on({ a: true, day: "2025-03-01" }).earliestDate).toBe("2027-03-01");
    expect(on({ a: false, day: "2025-03-01" }).earliestDate).toBeNull();
    expect(on({ day: "2025-03-01" }).earliestDate).toBeNull();
    expect(on({ a: true }).earliestDate).toBeNull();
  });

  test("without a cure has no day", () => {
    const { on } = tried({ doubt_if: is("a"), reason: "reading", otherwise: "met" }, types);
    expect(on({ a: true }).earliestDate).toBeNull();
  });

  test("is open for the reason of what it asks, while that is open", () => {
    const inner: TestDocument = { doubt_if: is("b"), reason: "officer", otherwise: "met" };
    const { on } = tried({ doubt_if: inner, reason: "reading", otherwise: "met" }, types);
    expect(on({ b: true }).reason).toBe("officer");
    expect(on({ b: false }).reason).toBe("reading");
  });

  test("is shown under the fact it is about", () => {
    const { on } = tried({ all: [is("b"), { doubt_if: is("a"), reason: "reading", otherwise: "met" }] }, types);
    expect(on({ a: true, b: true }).parts).toEqual([
      { fact: "b", status: "met" },
      { fact: "a", status: "undetermined" },
    ]);
  });
});

describe("provided that", () => {
  const share: TestDocument = { numerator: { fact: "n" }, denominator: { fact: "m" }, at_least: "0.5", measured: true };
  const provided = (otherwise: "reading" | "unanswered" | "officer") =>
    tried({ provided: is("a"), otherwise, must: share }, types);

  test("the test speaks only where its condition holds", () => {
    const { on } = provided("reading");
    expect(on({ a: true, n: 1, m: 2 }).status).toBe("met");
    expect(on({ a: true, n: 0, m: 2 })).toMatchObject({ status: "not_met", gap: "1", actual: "0/2" });
    expect(on({ a: false, n: 1, m: 2 })).toMatchObject({ status: "undetermined", reason: "reading", missingFacts: [] });
    expect(on({ n: 1, m: 2 })).toMatchObject({ status: "undetermined", reason: "unanswered", missingFacts: ["a"] });
    expect(provided("officer").on({ a: false, n: 1, m: 2 }).reason).toBe("officer");
  });

  test("asks for its condition and for what follows, and for neither once the condition fails", () => {
    const { relevant } = provided("reading");
    expect(relevant({})).toEqual(["a", "n", "m"]);
    expect(relevant({ a: true })).toEqual(["n", "m"]);
    expect(relevant({ a: false })).toEqual([]);
    expect(relevant({ n: 1, m: 2 })).toEqual(["a"]);
  });

  test("where the condition itself is to be given anew, it is asked for again", () => {
    const { on } = provided("unanswered");
    expect(on({ a: false, n: 1, m: 2 })).toMatchObject({ reason: "unanswered", missingFacts: ["a"] });
    expect(provided("reading").on({ a: false, n: 1, m: 2 }).missingFacts).toEqual([]);
  });

  test("where what follows is open however the condition turns out, the condition is not asked for", () => {
    const odd: TestDocument = { outcome_of: "kind", cases: outcomes({ good: { open: "reading" } }) };
    const { relevant, on } = tried({ provided: is("a"), otherwise: "reading", must: odd }, types);
    expect(relevant({ kind: "good" })).toEqual([]);
    expect(relevant({})).toEqual(["a", "kind"]);
    expect(on({ a: true, kind: "good" }).reason).toBe("reading");
    expect(on({ a: true, kind: "strange" }).reason).toBe("officer");
  });

  test("is open for the reason of what follows, or of the condition while that is open", () => {
    const doubted: TestDocument = { doubt_if: is("b"), reason: "officer", otherwise: "met" };
    const { on } = tried({ provided: doubted, otherwise: "reading", must: is("a") }, types);
    expect(on({ b: true, a: true }).reason).toBe("officer");
  });
});

function outcomes(other: Record<string, "met" | "not_met" | { open: "unanswered" | "reading" | "officer" }>) {
  return { good: "met", bad: "not_met", odd: { open: "reading" }, strange: { open: "officer" }, ...other } as const;
}

describe("the outcome of a choice", () => {
  const { on, relevant } = tried({ outcome_of: "kind", cases: outcomes({}) }, types);

  test.each([
    ["good", "met", null],
    ["bad", "not_met", null],
    ["odd", "undetermined", "reading"],
    ["strange", "undetermined", "officer"],
  ])("%s is %s (%s)", (kind, status, reason) => {
    expect(on({ kind })).toMatchObject({ status, reason, missingFacts: [] });
  });

  test("is open while the choice is, and asks for it", () => {
    expect(on({})).toMatchObject({ status: "undetermined", reason: "unanswered", missingFacts: ["kind"] });
    expect(relevant({})).toEqual(["kind"]);
    expect(relevant({ kind: "odd" })).toEqual([]);
  });

  test("a choice that always gives the same is not asked for", () => {
    const same = tried({ outcome_of: "kind", cases: { good: "met", bad: "met", odd: "met", strange: "met" } }, types);
    expect(same.relevant({})).toEqual([]);
  });

  test("a value without a case is refused when the policy is compiled", () => {
    const test = { outcome_of: "kind", cases: { good: "met", bad: "met", odd: "met" } } as const;
    expect(() => smallPolicy({ facts: types, criteria: { c: test } })).toThrow(/outcome_of kind: no case for strange/);
  });

  test("is shown under its choice", () => {
    const both = tried({ all: [{ outcome_of: "kind", cases: outcomes({}) }, is("a")] }, types);
    expect(both.on({ kind: "odd", a: true }).parts[0]).toEqual({ fact: "kind", status: "undetermined" });
  });
});

describe("a bar", () => {
  const bar: TestDocument = { barred_if: is("a"), first_free_day: { after: { fact: "day" }, years: 3, days: 1 } };
  const { on, relevant } = tried(bar, types);

  test("stands until its first free day", () => {
    expect(on({ a: true, day: "2024-06-10" })).toMatchObject({ status: "not_met", earliestDate: "2027-06-11" });
    expect(on({ a: false, day: "2024-06-10" })).toMatchObject({ status: "met", earliestDate: null });
    expect(on({ day: "2024-06-10" })).toMatchObject({ status: "undetermined", earliestDate: null });
    expect(on({ a: true })).toMatchObject({ status: "not_met", earliestDate: null });
  });

  test("asks for what it depends on", () => {
    expect(relevant({})).toEqual(["a"]);
    expect(relevant({ a: false })).toEqual([]);
  });

  test("is shown under the fact it is about", () => {
    expect(tried({ all: [bar, is("b")] }, types).on({ a: true, b: true }).parts[0]).toEqual({
      fact: "a",
      status: "not_met",
    });
  });
});

describe("a setting", () => {
  const byWay: TestDocument = {
    setting: "way",
    cases: { strict: is("a"), mild: { any: [is("a"), is("b")] }, true: is("b") },
  };

  test.each([
    ["strict", "not_met"],
    ["mild", "met"],
    [true, "met"],
  ])("%s chooses the test", (way, status) => {
    const { on } = tried(byWay, types, { settings: { way } });
    expect(on({ a: false, b: true }).status).toBe(status);
  });

  test("without a case for its value is refused when the policy is compiled", () => {
    expect(() => smallPolicy({ facts: types, criteria: { c: byWay }, settings: { way: "odd" } })).toThrow(
      /setting way: no case for its value/,
    );
    expect(() => smallPolicy({ facts: types, criteria: { c: byWay } })).toThrow(/setting way is not defined/);
  });
});
