import { describe, expect, test } from "vitest";
import { tried } from "../../testing/small-policy.ts";
import type { TestDocument } from "../policy/tests.ts";

const register = {
  type: "enum:firm,school",
  absent: { first_character_of: "code", is: { "9": "firm", "1": "school" } },
};
const types = { a: "bool", b: "bool", c: "bool", n: "int", m: "int", day: "date", code: "uscc", register };
const is = (fact: string): TestDocument => ({ fact, is: true });
const doubt = (fact: string, reason: "officer" | "reading"): TestDocument => ({
  doubt_if: is(fact),
  reason,
  otherwise: "met",
});

describe("why a test of others is open is said by those of them that are", () => {
  test("also where they are joined to others themselves", () => {
    const nested = tried({ any: [{ all: [doubt("a", "officer"), is("b")] }, is("c")] }, types);
    expect(nested.on({ a: true, b: true, c: false }).reason).toBe("officer");
    expect(nested.on({ a: false, b: true, c: false }).reason).toBeNull();
    expect(nested.on({ b: true, c: false })).toMatchObject({ reason: "unanswered", missingFacts: ["a"] });
    const first = tried({ all: [{ all: [is("b"), doubt("a", "officer")] }, doubt("c", "reading")] }, types);
    expect(first.on({ a: true, b: true, c: true }).reason).toBe("reading");
    expect(first.on({ a: true, b: true, c: false }).reason).toBe("officer");
  });

  test("also where what follows does not come to be asked", () => {
    const provided: TestDocument = { provided: is("a"), otherwise: "officer", must: is("b") };
    const { on } = tried({ all: [provided, is("c")] }, types);
    expect(on({ a: false, b: true, c: true }).reason).toBe("officer");
    expect(on({ a: true, b: true, c: true }).reason).toBeNull();
  });
});

test("what is given does not stand in the way of the day that time brings", () => {
  const years: TestDocument = { elapsed_since: { fact: "day" }, years: 2, by: { fact: "submission_date" } };
  const { on } = tried({ all: [{ given: "n" }, years] }, types);
  expect(on({ n: 1, day: "2025-03-01" }).earliestDate).toBe("2027-03-01");
  expect(on({ day: "2025-03-01" }).earliestDate).toBeNull();
});

test("a share of nothing is not asked for anew where another answer decides", () => {
  const share: TestDocument = { numerator: { fact: "n" }, denominator: { fact: "m" }, at_least: "0.5" };
  const { relevant } = tried({ any: [share, is("a")] }, types);
  expect(relevant({ n: 1, m: 0 })).toEqual(["a"]);
  expect(relevant({ n: 1, m: 0, a: true })).toEqual([]);
});

test("the outcome of a choice goes by the choice as it was given, and by no absence of it", () => {
  const { status, relevant } = tried({ outcome_of: "register", cases: { firm: "met", school: "not_met" } }, types);
  expect(status({ register: "firm" })).toBe("met");
  expect(status({ register: "school" })).toBe("not_met");
  expect(status({ code: "91410100MA9K12344B" })).toBe("undetermined");
  expect(relevant({ code: "91410100MA9K12344B" })).toEqual(["register"]);
});
