import { describe, expect, test } from "vitest";
import { factsOf, smallPolicy, tried } from "../../testing/small-policy.ts";

const atLeast = (fact: string, int: number) => ({ left: { fact }, compare: ">=" as const, right: { int } });

describe("a fact left out", () => {
  test("stands for what the policy says its absence states; declared 不清楚 it states nothing", () => {
    const { status } = tried(atLeast("n", 5), { n: { type: "int", absent: { value: { int: 5 } } } });
    expect(status({})).toBe("met");
    expect(status({ n: 4 })).toBe("not_met");
    expect(status({}, { unknown: ["n"] })).toBe("undetermined");
  });

  test("states nothing where the policy says nothing", () => {
    const { status } = tried(atLeast("n", 5), { n: "int" });
    expect(status({})).toBe("undetermined");
  });

  test("stands for another fact, and for nothing while that one is not known", () => {
    // `n` is written before the fact that it is read from, and that one before its own.
    const { status } = tried(atLeast("n", 5), {
      n: { type: "int", absent: { value: { fact: "m" } } },
      m: { type: "int", absent: { value: { fact: "k" } } },
      k: "int",
    });
    expect(status({ m: 5 })).toBe("met");
    expect(status({ m: 4 })).toBe("not_met");
    expect(status({ k: 5 })).toBe("met");
    expect(status({ k: 4 })).toBe("not_met");
    expect(status({ m: 4, k: 5 })).toBe("not_met");
    expect(status({ m: { min: 5, max: 9 } })).toBe("met");
    expect(status({ m: { min: 4, max: 9 } })).toBe("undetermined");
    expect(status({})).toBe("undetermined");
    expect(status({ k: 5 }, { unknown: ["m"] })).toBe("undetermined");
  });

  test("stands for the day judged by where the policy reads it from there", () => {
    const { status } = tried(
      { left: { fact: "d" }, compare: ">=", right: { date: "2026-06-10" } },
      { d: { type: "date", absent: { value: { context: "as_of" } } } },
    );
    expect(status({}, { asOf: "2026-06-10" })).toBe("met");
    expect(status({}, { asOf: "2026-06-09" })).toBe("not_met");
    expect(status({ d: "2026-06-10" }, { asOf: "2026-06-09" })).toBe("met");
    expect(status({}, { asOf: "2026-06-10", unknown: ["d"] })).toBe("undetermined");
  });

  test("stands for what the first character of a code says", () => {
    const first = {
      type: "enum:firm,school",
      absent: { first_character_of: "code", is: { "9": "firm", "1": "school" } },
    };
    const { status } = tried({ fact: "register", is: "firm" }, { code: "uscc", register: first });
    expect(status({ code: "914403001922038216" })).toBe("met");
    expect(status({ code: "12100000400002259P" })).toBe("not_met");
    expect(status({})).toBe("undetermined");
    expect(status({ code: "12100000400002259P", register: "firm" })).toBe("met");
    expect(status({ code: "914403001922038216" }, { unknown: ["register"] })).toBe("undetermined");
  });

  test("stands for a choice or a set", () => {
    const choice = tried({ fact: "e", is: "y" }, { e: { type: "enum:x,y", absent: { is: "y" } } });
    expect(choice.status({})).toBe("met");
    expect(choice.status({ e: "x" })).toBe("not_met");
    expect(choice.status({}, { unknown: ["e"] })).toBe("undetermined");
    const set = tried({ fact: "s", contains: ["y"] }, { s: { type: "set:x,y", absent: { is: ["y"] } } });
    expect(set.status({})).toBe("met");
    expect(set.status({ s: ["x"] })).toBe("not_met");
  });
});

describe("bounds that hold anyway", () => {
  const least = { ...atLeast("n", 5), measured: true };
  const policyOf = (absent: Record<string, unknown> = {}) =>
    tried(least, {
      most: "int",
      n: { type: "int", unknown_between: { between: [{ int: 0 }, { fact: "most" }] }, ...absent },
    });

  test("decide for a fact that is left out or 不清楚", () => {
    const { status } = policyOf();
    expect(status({ most: 4 })).toBe("not_met");
    expect(status({ most: 4 }, { unknown: ["n"] })).toBe("not_met");
    expect(status({ most: 5 })).toBe("undetermined");
    expect(status({})).toBe("undetermined");
  });

  test("give way to what the fact is, and to what its absence states", () => {
    expect(policyOf().status({ most: 4, n: 5 })).toBe("met");
    const stating = policyOf({ absent: { value: { int: 7 } } });
    expect(stating.status({ most: 4 })).toBe("met");
    expect(stating.status({ most: 4 }, { unknown: ["n"] })).toBe("not_met");
  });
});

describe("a span", () => {
  const { status, on } = tried({ ...atLeast("n", 60), measured: true }, { n: "int", other: "int" });

  test("decides where all of it lies on one side, and never where it is approximate", () => {
    expect(status({ n: { min: 60, max: 70 } })).toBe("met");
    expect(status({ n: { min: 50, max: 59 } })).toBe("not_met");
    expect(status({ n: { min: 59, max: 60 } })).toBe("undetermined");
    expect(status({ n: { min: 60 } })).toBe("met");
    expect(status({ n: { max: 59 } })).toBe("not_met");
    expect(status({ n: { min: 60, max: 70, approximate: true } })).toBe("undetermined");
    expect(status({ n: { min: 60, max: 70, approximate: false } })).toBe("met");
  });

  test("leaves what was told exactly as it was told", () => {
    expect(on({ n: 52, other: { min: 1, max: 9 } })).toMatchObject({ actual: "52", gap: "8" });
    expect(on({ other: { min: 1, max: 9 }, n: 52 })).toMatchObject({ actual: "52", gap: "8" });
    expect(on({ n: { min: 50, max: 55 }, other: 3 })).toMatchObject({ actual: "50～55", gap: "5" });
    expect(on({ n: { min: 50, max: 55 }, other: { min: 1, max: 9 } })).toMatchObject({ actual: "50～55", gap: "5" });
  });
});

test("what an absence states is read once from facts alone, and for each case where the day has a say; each after what it rests on", () => {
  const { absences, document } = smallPolicy({
    facts: {
      last: { type: "int", absent: { value: { fact: "middle" } } },
      beside: { type: "int", unknown_between: { between: [{ fact: "middle" }, { int: 9 }] } },
      middle: { type: "int", absent: { value: { fact: "first" } } },
      first: { type: "int", absent: { value: { int: 5 } } },
      said_nothing_of: "int",
      day: { type: "date", absent: { value: { context: "as_of" } } },
    },
  });
  const named = (some: readonly { readonly fact: number }[]) => some.map(({ fact }) => document.facts[fact]?.id);
  expect(named(absences.settled)).toEqual(["first", "middle", "last", "beside"]);
  expect(named(absences.perCase)).toEqual(["submission_date", "day"]);
});

test("a text is kept, and two beside each other too", () => {
  const policy = smallPolicy({ facts: { t: "text", u: "uscc" }, criteria: { c: { given: "t" } } });
  const kept = (facts: Record<string, unknown>) => factsOf(policy, facts).texts.filter((text) => text !== undefined);
  expect(kept({ t: " 字 ", u: "914403001922038216" })).toEqual(["字", "914403001922038216"]);
  expect(kept({ u: "914403001922038216" })).toEqual(["914403001922038216"]);
  expect(kept({})).toEqual([]);
});
