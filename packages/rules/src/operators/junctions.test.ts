import { describe, expect, test } from "vitest";
import { tried } from "../../testing/small-policy.ts";
import type { TestDocument } from "../policy/tests.ts";

const types = { a: "bool", b: "bool", c: "bool", n: "int", m: "int", start: "date", end: "date" };
const is = (fact: string): TestDocument => ({ fact, is: true });
/** true, false and unknown of two facts, in the order of the tables below. */
const values = [true, false, undefined] as const;
const given = (facts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

function tableOf(test: TestDocument): string {
  const { status } = tried(test, types);
  const letters: Record<string, string> = { met: "M", not_met: "N", undetermined: "?" };
  return values.map((a) => values.map((b) => letters[status(given({ a, b }))]).join("")).join(" ");
}

describe("three-valued logic", () => {
  test.each<[string, TestDocument, string]>([
    ["all", { all: [is("a"), is("b")] }, "MN? NNN ?N?"],
    ["any", { any: [is("a"), is("b")] }, "MMM MN? M??"],
    ["not", { not: is("a") }, "NNN MMM ???"],
    ["only if", { only_if: is("a"), must: is("b") }, "MN? MMM M??"],
    ["nested", { all: [{ any: [is("a"), is("b")] }, { not: { all: [is("a"), is("b")] } }] }, "NM? MN? ???"],
  ])("%s", (_, test, table) => {
    expect(tableOf(test)).toBe(table);
  });
});

describe("what is worth asking", () => {
  test("a conjunction asks for every open operand until one fails", () => {
    const { relevant } = tried({ all: [is("a"), is("b"), is("c")] }, types);
    expect(relevant({})).toEqual(["a", "b", "c"]);
    expect(relevant({ b: true })).toEqual(["a", "c"]);
    expect(relevant({ b: false })).toEqual([]);
    expect(relevant({ a: true, b: true })).toEqual(["c"]);
  });

  test("a disjunction asks until one holds", () => {
    const { relevant } = tried({ any: [is("a"), is("b"), is("c")] }, types);
    expect(relevant({})).toEqual(["a", "b", "c"]);
    expect(relevant({ b: true })).toEqual([]);
    expect(relevant({ b: false })).toEqual(["a", "c"]);
  });

  test("an operand that no longer moves the whole is not asked for", () => {
    const { relevant } = tried({ all: [{ any: [is("a"), is("b")] }, is("c")] }, types);
    expect(relevant({})).toEqual(["a", "b", "c"]);
    expect(relevant({ a: true })).toEqual(["c"]);
    expect(relevant({ c: false })).toEqual([]);
    const only = tried({ only_if: is("a"), must: is("b") }, types);
    expect(only.relevant({})).toEqual(["a", "b"]);
    expect(only.relevant({ a: false })).toEqual([]);
    expect(only.relevant({ b: true })).toEqual([]);
    expect(only.relevant({ a: true })).toEqual(["b"]);
    expect(only.relevant({ b: false })).toEqual(["a"]);
  });

  test("an operand for people to judge does not stop another from deciding, nor from being asked for", () => {
    const open: TestDocument = { doubt_if: is("a"), reason: "officer", otherwise: "met" };
    const both = tried({ all: [open, is("b")] }, types);
    expect(both.relevant({ a: true })).toEqual(["b"]);
    expect(both.on({ a: true, b: true })).toMatchObject({
      status: "undetermined",
      reason: "officer",
      missingFacts: [],
    });
    expect(both.status({ a: true, b: false })).toBe("not_met");
    const either = tried({ any: [open, is("b")] }, types);
    expect(either.relevant({ a: true })).toEqual(["b"]);
    expect(either.status({ a: true, b: true })).toBe("met");
    expect(either.on({ a: true, b: false })).toMatchObject({ status: "undetermined", reason: "officer" });
  });

  test("a share of zero is asked for anew while nothing else decides", () => {
    const share: TestDocument = { numerator: { fact: "m" }, denominator: { fact: "n" }, at_least: "0.5" };
    const both = tried({ all: [share, is("a")] }, types);
    expect(both.on({ n: 0, m: 0, a: true })).toMatchObject({ reason: "unanswered", missingFacts: ["n"] });
    expect(both.on({ n: 0, m: 0, a: false })).toMatchObject({ status: "not_met", missingFacts: [] });
    expect(both.on({ n: 0, m: 0 }).missingFacts).toEqual(["a"]);
    const either = tried({ any: [share, is("a")] }, types);
    expect(either.on({ n: 0, m: 0, a: false })).toMatchObject({ reason: "unanswered", missingFacts: ["n"] });
    expect(either.on({ n: 0, m: 0, a: true })).toMatchObject({ status: "met", missingFacts: [] });
  });
});

describe("why it is open", () => {
  const reading: TestDocument = { doubt_if: is("a"), reason: "reading", otherwise: "met" };
  const officer: TestDocument = { doubt_if: is("b"), reason: "officer", otherwise: "met" };
  const share: TestDocument = { numerator: { fact: "m" }, denominator: { fact: "n" }, at_least: "0.5" };

  test("the first reason that applies is named: unanswered, reading, officer", () => {
    const both = tried({ all: [officer, reading] }, types);
    expect(both.on({ a: true, b: true }).reason).toBe("reading");
    expect(both.on({ a: false, b: true }).reason).toBe("officer");
    // What is still to be answered could only add a second doubt: nobody waits for it.
    expect(both.on({ b: true })).toMatchObject({ reason: "officer", missingFacts: [] });
    expect(both.on({ b: false })).toMatchObject({ reason: "unanswered", missingFacts: ["a"] });
    const three = tried({ all: [officer, reading, share] }, types);
    expect(three.on({ a: true, b: true, n: 0, m: 0 }).reason).toBe("unanswered");
    expect(three.on({ a: true, b: true, n: 2, m: 1 }).reason).toBe("reading");
  });

  test("an operand that is decided gives no reason", () => {
    const { on } = tried({ any: [{ all: [reading, is("c")] }, officer] }, types);
    expect(on({ a: true, c: false, b: true }).reason).toBe("officer");
  });

  test("a denial is open for the reason of what it denies", () => {
    expect(tried({ not: reading }, types).on({ a: true }).reason).toBe("reading");
  });
});

describe("when time alone cures it", () => {
  const two: TestDocument = { elapsed_since: { fact: "start" }, years: 2, by: { date: "2026-06-10" } };
  const three: TestDocument = { elapsed_since: { fact: "end" }, years: 2, by: { date: "2026-06-10" } };

  test("a conjunction is cured when the last of those not yet met is", () => {
    const both = tried({ all: [two, three] }, types);
    expect(both.on({ start: "2025-01-01", end: "2025-03-01" }).earliestDate).toBe("2027-03-01");
    expect(both.on({ start: "2025-05-01", end: "2025-03-01" }).earliestDate).toBe("2027-05-01");
    expect(both.on({ start: "2025-05-01", end: "2020-03-01" }).earliestDate).toBe("2027-05-01");
    expect(both.on({ start: "2020-05-01", end: "2020-03-01" }).earliestDate).toBeNull();
  });

  test("time does not cure what needs something else too", () => {
    const both = tried({ all: [two, is("a")] }, types);
    expect(both.on({ start: "2025-01-01", a: false }).earliestDate).toBeNull();
    expect(both.on({ start: "2025-01-01" }).earliestDate).toBeNull();
    expect(both.on({ start: "2025-01-01", a: true }).earliestDate).toBe("2027-01-01");
    expect(tried({ any: [two, is("a")] }, types).on({ start: "2025-01-01", a: false }).earliestDate).toBeNull();
    expect(tried({ not: two }, types).on({ start: "2020-01-01" }).earliestDate).toBeNull();
  });
});

describe("parts", () => {
  test("a composite criterion is shown by its operands, each under the first fact it is about or the one named", () => {
    const { on } = tried(
      {
        all: [
          is("a"),
          { left: { fact: "n" }, compare: ">=", right: { fact: "m" } },
          { any: [is("b"), is("c")], part: "c" },
        ],
      },
      types,
    );
    expect(on({ a: true, n: 3, m: 4, b: false })).toMatchObject({
      actual: null,
      required: null,
      parts: [
        { fact: "a", status: "met" },
        { fact: "n", status: "not_met" },
        { fact: "c", status: "undetermined" },
      ],
    });
  });

  test("two operands about one fact are shown once, by the first", () => {
    const { on } = tried({ all: [is("a"), { not: is("b") }, { fact: "a", is: false }] }, types);
    expect(on({ a: true, b: true }).parts).toEqual([
      { fact: "a", status: "met" },
      { fact: "b", status: "not_met" },
    ]);
  });

  test("a criterion with a measured figure, or of a single test, has no parts", () => {
    const measured = tried(
      { all: [is("a"), { left: { fact: "n" }, compare: ">=", right: { int: 3 }, measured: true }] },
      types,
    );
    expect(measured.on({ a: true, n: 2 })).toMatchObject({ parts: [], actual: "2", gap: "1" });
    expect(tried(is("a"), types).on({ a: true })).toMatchObject({ parts: [], actual: null, required: null });
  });
});
