import { describe, expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, factsOf, type Given, relevantTo, smallPolicy } from "../../testing/small-policy.ts";
import { assess } from "./assess.ts";

const paper = { article: "第九条", title: "纸", todo: "" };
const check = (code: string, fact: string) => ({ code, test: { fact, is: true }, mark: "原文" });
const facts = { a: "bool", b: "bool", need: "bool", date: "date" };
const criteria = { c: { given: "platform_type" } } as const;

function withMaterials(...materials: Record<string, unknown>[]) {
  const policy = smallPolicy({ facts, criteria, materials: materials.map((each) => ({ ...paper, ...each })) });
  return {
    on: (given: Applicant, more: Given = {}) =>
      assessSmall(policy, { platform_type: "broad", ...given }, more).materials,
    asks: (given: Applicant, more: Given = {}) => relevantTo(policy, { platform_type: "broad", ...given }, more),
  };
}

describe("a paper", () => {
  const { on, asks } = withMaterials({ id: "P1", checks: [check("a_fails", "a"), check("b_fails", "b")] });
  const status = (given: Applicant) => on(given)[0]?.status;

  test("is missing when the list does not name it, and unknown without a list", () => {
    expect(status({ materials_in_hand: [] })).toBe("missing");
    expect(status({ materials_in_hand: ["P2"] })).toBe("missing");
    expect(status({})).toBe("unknown");
    expect(status({ a: false })).toBe("unknown");
  });

  test("is invalid by any check that facts decide, and then says which", () => {
    expect(on({ materials_in_hand: ["P1"], a: false, b: false })[0]).toMatchObject({
      status: "invalid",
      reasons: ["a_fails", "b_fails"],
    });
    expect(on({ materials_in_hand: ["P1"], b: false })[0]).toMatchObject({ status: "invalid", reasons: ["b_fails"] });
    expect(on({ materials_in_hand: ["P1"], a: true })[0]).toMatchObject({ status: "present_unchecked", reasons: [] });
    expect(on({ materials_in_hand: [], a: false })[0]).toMatchObject({ status: "missing", reasons: [] });
  });

  test("is present and unchecked though every listed check passes, unless these are all there are", () => {
    expect(status({ materials_in_hand: ["P1"], a: true, b: true })).toBe("present_unchecked");
    const full = withMaterials({
      id: "P1",
      fully_checked: true,
      checks: [check("a_fails", "a"), check("b_fails", "b")],
    });
    expect(full.on({ materials_in_hand: ["P1"], a: true, b: true })[0]?.status).toBe("valid");
    expect(full.on({ materials_in_hand: ["P1"], a: true })[0]?.status).toBe("present_unchecked");
    expect(full.on({ materials_in_hand: ["P1"], b: true })[0]?.status).toBe("present_unchecked");
    expect(full.on({ materials_in_hand: ["P1"], a: true, b: false })[0]?.status).toBe("invalid");
  });

  test("asks for the list, and for what its checks need while it may be in hand and is not invalid", () => {
    expect(asks({})).toEqual(["materials_in_hand", "a", "b"]);
    expect(asks({ materials_in_hand: [] })).toEqual([]);
    expect(asks({ materials_in_hand: ["P1"] })).toEqual(["a", "b"]);
    expect(asks({ materials_in_hand: ["P1"], a: true })).toEqual(["b"]);
    expect(asks({ materials_in_hand: ["P1"], a: false })).toEqual([]);
    expect(asks({ a: false })).toEqual(["materials_in_hand", "b"]);
  });

  test("has its number, article and title", () => {
    expect(on({})[0]).toMatchObject({ id: "P1", article: "第九条", title: "纸", parts: [] });
  });
});

describe("a paper that is needed only sometimes", () => {
  const { on, asks } = withMaterials({
    id: "P1",
    needed_if: { fact: "need", is: true },
    checks: [check("a_fails", "a")],
  });

  test.each<[Applicant, string]>([
    [{ need: false }, "not_applicable"],
    [{ need: false, materials_in_hand: ["P1"], a: false }, "not_applicable"],
    [{ materials_in_hand: ["P1"], a: false }, "unknown"],
    [{ materials_in_hand: [] }, "unknown"],
    [{ need: true }, "unknown"],
    [{ need: true, materials_in_hand: [] }, "missing"],
    [{ need: true, materials_in_hand: ["P1"], a: false }, "invalid"],
    [{ need: true, materials_in_hand: ["P1"] }, "present_unchecked"],
  ])("%j: %s", (given, status) => {
    expect(on(given)[0]?.status).toBe(status);
  });

  test("asks whether it is needed, and for nothing more once it is not", () => {
    expect(asks({})).toEqual(["materials_in_hand", "a", "need"]);
    expect(asks({ need: false })).toEqual([]);
    expect(asks({ materials_in_hand: [] })).toEqual(["need"]);
    expect(asks({ need: true, materials_in_hand: [] })).toEqual([]);
  });
});

describe("a paper that a fact shows to be in hand", () => {
  const { on, asks } = withMaterials({
    id: "P1",
    shown_by: ["date", "a"],
    checks: [check("a_fails", "a")],
    fully_checked: true,
  });

  test("is in hand when the fact is known and no list is", () => {
    expect(on({ date: "2026-06-01" })[0]?.status).toBe("present_unchecked");
    expect(on({ a: false })[0]?.status).toBe("invalid");
    expect(on({ a: true })[0]?.status).toBe("valid");
    expect(on({})[0]?.status).toBe("unknown");
    expect(on({}, { unknown: ["a", "date"] })[0]?.status).toBe("unknown");
  });

  test("goes by the list where there is one", () => {
    expect(on({ date: "2026-06-01", materials_in_hand: [] })[0]?.status).toBe("missing");
    expect(on({ materials_in_hand: ["P1"] })[0]?.status).toBe("present_unchecked");
  });

  test("asks for what would show it", () => {
    expect(asks({})).toEqual(["materials_in_hand", "a", "date"]);
    expect(asks({ date: "2026-06-01" })).toEqual(["a"]);
    expect(asks({ a: true })).toEqual([]);
    expect(asks({ materials_in_hand: ["P1"] })).toEqual(["a"]);
  });
});

describe("a material of several parts", () => {
  const part = (name: string, more: Record<string, unknown>) => ({ id: `P1.${name}`, title: name, todo: "", ...more });
  const { on, asks } = withMaterials({
    id: "P1",
    parts: [
      part("x", { needed_if: { fact: "need", is: true }, checks: [check("a_fails", "a")], fully_checked: true }),
      part("y", { needed_if: { fact: "b", is: true } }),
    ],
  });
  const whole = (given: Applicant) => on(given)[0]?.status;

  test.each<[Applicant, string]>([
    [{ need: false, b: false }, "not_applicable"],
    [{ need: true, b: false, materials_in_hand: ["P1"], a: true }, "valid"],
    [{ need: true, b: true, materials_in_hand: ["P1"], a: true }, "present_unchecked"],
    [{ need: true, materials_in_hand: ["P1"], a: true }, "unknown"],
    [{ need: true, b: true, materials_in_hand: [] }, "missing"],
    [{ need: true, materials_in_hand: [] }, "missing"],
    [{ need: true, materials_in_hand: ["P1"], a: false }, "invalid"],
    [{ need: false, b: true, materials_in_hand: ["P1"] }, "present_unchecked"],
    [{ need: false }, "unknown"],
  ])("%j: %s, the worst that applies", (given, status) => {
    expect(whole(given)).toBe(status);
  });

  test("shows its parts, and why they fail", () => {
    expect(on({ need: true, b: false, materials_in_hand: ["P1"], a: false })[0]).toMatchObject({
      reasons: ["a_fails"],
      parts: [
        { id: "P1.x", title: "x", status: "invalid", reasons: ["a_fails"] },
        { id: "P1.y", title: "y", status: "not_applicable", reasons: [] },
      ],
    });
  });

  test("asks for what its parts ask for", () => {
    expect(asks({})).toEqual(["materials_in_hand", "a", "b", "need"]);
    expect(asks({ need: false })).toEqual(["materials_in_hand", "b"]);
    expect(asks({ need: false, b: false })).toEqual([]);
  });
});

describe("papers of applicants who stand alike", () => {
  const { on } = withMaterials(
    { id: "P1", needed_if: { fact: "need", is: true }, checks: [check("a_fails", "a")] },
    { id: "P2" },
  );

  test("are one list, not to be changed, while none is in hand that is checked", () => {
    const policy = smallPolicy({
      facts,
      criteria,
      materials: [{ ...paper, id: "P1", checks: [check("a_fails", "a")] }],
    });
    const listFor = (given: Applicant) => assess(policy, factsOf(policy, given), { asOf: "2026-06-10" }).materials;
    expect(listFor({ materials_in_hand: [] })).toBe(listFor({ materials_in_hand: [], a: true }));
    expect(Object.isFrozen(listFor({ materials_in_hand: [] }))).toBe(true);
    expect(listFor({ materials_in_hand: ["P1"] })).not.toBe(listFor({ materials_in_hand: ["P1"] }));
  });

  test("are checked for each as soon as one that is checked is in hand", () => {
    const statuses = (given: Applicant) => on(given).map(({ status }) => status);
    for (const _ of [1, 2]) {
      expect(statuses({ need: true, materials_in_hand: ["P1"], a: true })).toEqual(["present_unchecked", "missing"]);
      expect(statuses({ need: true, materials_in_hand: ["P1"], a: false })).toEqual(["invalid", "missing"]);
      expect(statuses({ need: false, materials_in_hand: ["P1"], a: false })).toEqual(["not_applicable", "missing"]);
      expect(statuses({ materials_in_hand: ["P1"], a: false })).toEqual(["unknown", "missing"]);
      expect(statuses({ need: true, materials_in_hand: ["P2"] })).toEqual(["missing", "present_unchecked"]);
      expect(statuses({ need: true })).toEqual(["unknown", "unknown"]);
    }
  });
});
