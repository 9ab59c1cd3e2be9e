import { expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, smallPolicy } from "../../testing/small-policy.ts";

const valuesOf = (count: number): string[] => Array.from({ length: count }, (_, at) => `v${at}`);

/** How applicants are judged one after the other by the same policy, and what is shown of each. */
const shownOf = (policy: ReturnType<typeof smallPolicy>) => (facts: Applicant) => {
  const [criterion] = assessSmall(policy, facts).criteria;
  return [criterion?.status, criterion?.actual];
};

test.each([2, 15, 16, 17, 255, 256, 257])("each of %i values of a choice is judged and shown as itself", (count) => {
  const values = valuesOf(count);
  const shown = shownOf(
    smallPolicy({
      facts: { kind: `enum:${values.join()}` },
      criteria: { c: { fact: "kind", in: ["v0", "v1"], measured: true } },
    }),
  );
  for (const value of values)
    expect(shown({ kind: value })).toEqual([value === "v0" || value === "v1" ? "met" : "not_met", value]);
  expect(shown({})).toEqual(["undetermined", null]);
});

test.each([3, 4, 5, 8, 9])("a set of %i values is looked into for the ones that are wanted", (count) => {
  const values = valuesOf(count);
  const last = values.at(-1) as string;
  const policy = smallPolicy({
    facts: { held: `set:${values.join()}` },
    criteria: { c: { fact: "held", contains: ["v0", last] } },
  });
  const status = (facts: Applicant) => assessSmall(policy, facts).criteria[0]?.status;
  expect(status({ held: values })).toBe("met");
  expect(status({ held: ["v0", last] })).toBe("met");
  expect(status({ held: values.slice(1) })).toBe("not_met");
  expect(status({ held: values.slice(0, -1) })).toBe("not_met");
  expect(status({ held: [] })).toBe("not_met");
  expect(status({})).toBe("undetermined");
});

test("a value that an absence states decides, and is shown of nobody who did not give it", () => {
  const register = {
    type: "enum:firm,school",
    absent: { first_character_of: "code", is: { "9": "firm", "1": "school" } },
  };
  const shown = shownOf(
    smallPolicy({
      facts: { code: "uscc", register },
      criteria: { c: { fact: "register", is: "firm", measured: true } },
    }),
  );
  for (const _ of [1, 2]) {
    expect(shown({ code: "91410100MA9K12344B" })).toEqual(["met", null]);
    expect(shown({ register: "firm" })).toEqual(["met", "firm"]);
    expect(shown({ code: "12100000400002259P" })).toEqual(["not_met", null]);
    expect(shown({ register: "school" })).toEqual(["not_met", "school"]);
  }
});
