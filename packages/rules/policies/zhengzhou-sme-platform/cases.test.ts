import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { factsOfCase, runCase } from "../../testing/run-cases.ts";

const { cases, bases } = zhengzhouPolicy.document.cases;
const criteria = zhengzhouPolicy.document.criteria.map((criterion) => criterion.id);

describe("the policy's own cases", () => {
  for (const each of cases) {
    test(`${each.article} ${each.title}（${each.id}）`, () => {
      expect(runCase(zhengzhouPolicy, each)).toEqual([]);
    });
  }
});

describe("what the cases cover", () => {
  test("no two cases share an id, every base is used, and every case expects something", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(new Set(cases.map(({ base }) => base).filter((base) => base !== null))).toEqual(new Set(Object.keys(bases)));
    for (const { id, expect: wanted } of cases) {
      expect(Object.keys(wanted.criteria).length + Object.keys(wanted.materials).length, id).toBeGreaterThan(0);
    }
  });

  test.each(criteria)("%s has a met, a not_met and an undetermined case", (id) => {
    const expected = new Set(cases.map((each) => each.expect.criteria[id]).filter((status) => status !== undefined));
    expect(expected).toEqual(new Set(["met", "not_met", "undetermined"]));
  });

  test.each(criteria)("a case fails %s and, but for the count and its lines, nothing else", (id) => {
    const alone = cases.filter(({ expect: { only_not_met: failing = [] } }) =>
      id === "art7_count"
        ? failing.includes(id) && failing.every((other) => other.startsWith("art7_"))
        : failing.length === 1 && failing[0] === id,
    );
    expect(alone.length).toBeGreaterThan(0);
  });

  test("every whole-number, money and area threshold has cases below, at and above", () => {
    const steps = { money: 0.01, int: 1, number: 0.0001 } as const;
    const thresholds: { fact: string; value: number; step: number }[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const { left, right } = node as { left?: { fact?: string }; right?: Record<string, unknown> };
      for (const kind of ["money", "int"] as const) {
        if (left?.fact !== undefined && right?.[kind] !== undefined) {
          thresholds.push({ fact: left.fact, value: Number(right[kind]), step: steps[kind] });
        }
      }
      Object.values(node).forEach(visit);
    };
    visit(zhengzhouPolicy.document.criteria.map((criterion) => criterion.test));
    expect(thresholds.length).toBeGreaterThan(8);
    for (const { fact, value, step } of thresholds) {
      const given = cases.map((each) => Number(factsOfCase(zhengzhouPolicy, each)[fact]));
      for (const wanted of [value - step, value, value + step]) {
        expect(
          given.some((number) => Math.abs(number - wanted) < step / 10),
          `${fact} = ${wanted}`,
        ).toBe(true);
      }
    }
  });
});
