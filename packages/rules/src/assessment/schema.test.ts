import { describe, expect, test } from "vitest";
import { assessSmall, smallPolicy } from "../../testing/small-policy.ts";
import { type Assessment, assessmentSchema } from "./schema.ts";

/** An assessment with something in every list of it. */
function whole(): Assessment {
  const policy = smallPolicy({
    facts: { n: "int", a: "bool", b: "bool", paper: "date" },
    criteria: {
      c: {
        test: {
          all: [
            { fact: "a", is: true },
            { fact: "b", is: true },
          ],
        },
        warnings: [{ code: "odd", when: { given: "n" }, params: { n: { fact: "n" } } }],
      },
    },
    materials: [
      {
        id: "P1",
        article: "第一条",
        title: "一",
        todo: "办",
        checks: [{ code: "late", test: { happened: "paper" }, mark: "原文" }],
        parts: [{ id: "P1.a", title: "甲", todo: "办" }],
      },
    ],
    rest: { texts: { odd: "怪。", late: "晚。" }, expert: [{ id: "x", article: "1", title: "x" }] },
  });
  return assessSmall(policy, { n: 2, a: true, platform_type: "broad", materials_in_hand: ["P1"] });
}

type Node = Record<string, unknown>;

/** Every field of an assessment by the way to it, also inside the first entry of each list. */
function* fieldsOf(node: Node, way: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  for (const [key, value] of Object.entries(node)) {
    yield [...way, key];
    const [inner, ...step] = Array.isArray(value) ? [value[0] as unknown, key, 0] : [value, key];
    if (typeof inner === "object" && inner !== null && key !== "params")
      yield* fieldsOf(inner as Node, [...way, ...step]);
  }
}

function withField(way: readonly (string | number)[], change: (holder: Node, key: string) => void): unknown {
  const copy: unknown = structuredClone(whole());
  let holder = copy as Node;
  for (const step of way.slice(0, -1)) holder = holder[step] as Node;
  change(holder, String(way.at(-1)));
  return copy;
}

const takes = (value: unknown): boolean => assessmentSchema.safeParse(value).success;

describe("the shape of an assessment", () => {
  test("is that of one", () => {
    const { criteria, materials, warnings, alternatives, expert } = whole();
    for (const list of [criteria, materials, warnings, alternatives, expert, materials[0]?.parts, criteria[0]?.parts])
      expect(list?.length).toBeGreaterThan(0);
    expect(assessmentSchema.parse(whole())).toEqual(whole());
  });

  test("has every field, and each of its kind", () => {
    for (const way of fieldsOf(whole() as unknown as Node)) {
      const without = withField(way, (holder, key) => {
        delete holder[key];
      });
      expect([way.join("."), takes(without)]).toEqual([way.join("."), false]);
      const other = withField(way, (holder, key) => {
        holder[key] = 1n;
      });
      expect([way.join("."), takes(other)]).toEqual([way.join("."), false]);
    }
  });

  test.each<[way: (string | number)[], taken: unknown[], refused: unknown[]]>([
    [["asOf"], ["2026-06-10"], ["2026-6-10", "x2026-06-10", "2026-06-10x", "26-06-10", "2026-06-1", ""]],
    [["verdict"], ["not_met", "undetermined", "met_pending_review"], ["met", ""]],
    [
      ["criteria", 0, "status"],
      ["met", "not_met", "undetermined"],
      ["open", null],
    ],
    [["criteria", 0, "reason"], ["contradictory", "unanswered", "reading", "officer", null], ["late"]],
    [["criteria", 0, "earliestDate"], ["2026-06-10", null], ["soon"]],
    [
      ["criteria", 0, "required"],
      [null, { op: ">=", value: "3", unit: "" }],
      [{ op: ">=", value: "3" }, {}],
    ],
    [["criteria", 0, "missingFacts"], [[], ["n"]], [[1]]],
    [
      ["materials", 0, "status"],
      ["not_applicable", "unknown", "missing", "invalid", "valid", "present_unchecked"],
      ["odd"],
    ],
    [["materials", 0, "reasons"], [[], ["late"]], [[1]]],
    [
      ["warnings", 0, "params"],
      [{}, { a: "1", b: 2, c: ["x"] }],
      [{ a: null }, { a: [1] }, { a: {} }],
    ],
    [
      ["policy", "version"],
      [1, 7],
      [1.5, "1"],
    ],
    [["policy", "inForce", "status"], ["confirmed", "unconfirmed", "ended"], ["unknown"]],
    [["policy", "inForce", "checkedOn"], ["2026-06-10", null], ["June"]],
    [["policy", "inForce", "source"], ["某文", null], [1]],
    [["earliestRoundYear"], [2027, null], [2027.5, "2027"]],
    [["reapplyBarredUntil"], ["2027-01-01", null], ["2027"]],
    [["earliestDate"], ["2027-01-01", null], ["2027"]],
  ])("%j takes some values and refuses others", (way, taken, refused) => {
    const put = (value: unknown) =>
      withField(way, (holder, key) => {
        holder[key] = value;
      });
    for (const value of taken) expect([value, takes(put(value))]).toEqual([value, true]);
    for (const value of refused) expect([value, takes(put(value))]).toEqual([value, false]);
  });
});
