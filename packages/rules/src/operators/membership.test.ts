import { describe, expect, test } from "vitest";
import { smallPolicy, tried } from "../../testing/small-policy.ts";

const types = { yes: "bool", kind: "enum:a,b,c", held: "set:x,y,z" };

describe("a choice", () => {
  test.each([
    [{ fact: "yes", is: true }, { yes: true }, { yes: false }],
    [{ fact: "yes", is: false }, { yes: false }, { yes: true }],
    [{ fact: "kind", is: "b" }, { kind: "b" }, { kind: "a" }],
    [{ fact: "kind", in: ["a", "c"] }, { kind: "c" }, { kind: "b" }],
    [{ fact: "held", contains: ["x"] }, { held: ["y", "x"] }, { held: ["y", "z"] }],
    [{ fact: "held", contains: ["x", "z"] }, { held: ["z", "x"] }, { held: ["x", "y"] }],
  ])("%j is met by %j, not by %j, and asks while it is unknown", (test, met, notMet) => {
    const { status, relevant, on } = tried(test, types);
    expect(status(met)).toBe("met");
    expect(status(notMet)).toBe("not_met");
    expect(status({})).toBe("undetermined");
    expect(relevant({})).toEqual([test.fact]);
    expect(relevant(met)).toEqual([]);
    expect(on({})).toMatchObject({ reason: "unanswered", missingFacts: [test.fact] });
  });

  test("an empty set is a known none", () => {
    const { status } = tried({ fact: "held", contains: ["x"] }, types);
    expect(status({ held: [] })).toBe("not_met");
  });

  test("is shown in words of the policy", () => {
    const is = tried({ fact: "yes", is: true, measured: true }, types);
    expect(is.on({ yes: false })).toMatchObject({
      actual: "false",
      required: { op: "=", value: "true", unit: "" },
      gap: null,
    });
    expect(is.on({ yes: true }).actual).toBe("true");
    expect(is.on({}).actual).toBeNull();
    const one = tried({ fact: "kind", is: "b", measured: true }, types);
    expect(one.on({ kind: "a" })).toMatchObject({ actual: "a", required: { op: "=", value: "b" } });
    const several = tried({ fact: "kind", in: ["a", "c"], measured: true }, types);
    expect(several.on({ kind: "b" })).toMatchObject({ actual: "b", required: { op: "in", value: "a,c" }, gap: null });
  });
});

describe("a choice left out where that is a statement", () => {
  const claimed = { type: "set:x,y,z", absent: { is: ["x", "y"] } };

  test("counts as what it states, and as unknown when declared so", () => {
    const x = tried({ fact: "claimed", contains: ["x"] }, { claimed });
    const z = tried({ fact: "claimed", contains: ["z"] }, { claimed });
    expect([x.status({}), z.status({})]).toEqual(["met", "not_met"]);
    expect(x.status({}, { unknown: ["claimed"] })).toBe("undetermined");
    expect(x.relevant({})).toEqual([]);
    expect(x.relevant({}, { unknown: ["claimed"] })).toEqual(["claimed"]);
    expect(x.status({ claimed: ["z"] })).toBe("not_met");
  });

  test("of one value", () => {
    const kind = { type: "enum:a,b", absent: { is: "b" } };
    expect(tried({ fact: "kind", is: "b" }, { kind }).status({})).toBe("met");
    const flag = { type: "bool", absent: { is: false } };
    expect(tried({ fact: "flag", is: false }, { flag }).status({})).toBe("met");
  });

  test("may follow the first character of a code", () => {
    const register = {
      type: "enum:firm,school",
      absent: { first_character_of: "code", is: { "9": "firm", "1": "school" } },
    };
    const firm = tried({ fact: "register", is: "firm", measured: true }, { code: "uscc", register });
    expect(firm.status({ code: "91410100MA9K12344B" })).toBe("met");
    expect(firm.status({ code: "12100000400002259P" })).toBe("not_met");
    expect(firm.status({})).toBe("undetermined");
    expect(firm.status({ code: "91410100MA9K12344B", register: "school" })).toBe("not_met");
    expect(firm.status({ code: "91410100MA9K12344B" }, { unknown: ["register"] })).toBe("undetermined");
    expect(firm.relevant({})).toEqual(["register"]);
    expect(firm.on({ code: "91410100MA9K12344B" }).actual).toBeNull();
  });

  test("a first character that says nothing leaves it unknown", () => {
    const register = { type: "enum:firm,school", absent: { first_character_of: "code", is: { "1": "school" } } };
    const school = tried({ fact: "register", is: "school" }, { code: "uscc", register });
    expect(school.status({ code: "91410100MA9K12344B" })).toBe("undetermined");
  });
});

test("a value that the fact does not have is refused when the policy is compiled", () => {
  const bad = [
    { fact: "kind", is: "d" },
    { fact: "kind", in: ["a", "d"] },
    { fact: "held", contains: ["w"] },
  ];
  for (const criterion of bad) {
    expect(() => smallPolicy({ facts: types, criteria: { c: criterion } })).toThrow(/has no value [dw]/);
  }
  expect(() =>
    smallPolicy({ facts: { k: { type: "enum:a", absent: { is: "q" } } }, criteria: { c: { fact: "k", is: "a" } } }),
  ).toThrow(/has no value q/);
});
