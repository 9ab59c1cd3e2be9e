import { expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, smallPolicy } from "../../testing/small-policy.ts";

const years = (fact: string) => ({ elapsed_since: { fact }, years: 2, by: { fact: "submission_date" } }) as const;
const policy = () =>
  smallPolicy({
    facts: { d: "date", e: "date", a: "bool" },
    criteria: { d: { all: [years("d"), { fact: "a", is: true }] }, e: years("e") },
  });
const dateOf = (facts: Applicant) => assessSmall(policy(), facts).earliestDate;

test("the latest of the days counts, whichever criterion it belongs to", () => {
  expect(dateOf({ d: "2025-03-01", e: "2024-11-03", a: true })).toBe("2027-03-01");
  expect(dateOf({ d: "2024-11-03", e: "2025-03-01", a: true })).toBe("2027-03-01");
});

test("no day is named where a criterion that time could bring lacks something else as well", () => {
  expect(dateOf({ d: "2025-03-01", e: "2024-11-03", a: false })).toBeNull();
  expect(dateOf({ d: "2025-03-01", e: "2020-01-01", a: false })).toBeNull();
});

test("a criterion that time could bring and that is still open holds up no day", () => {
  expect(dateOf({ d: "2025-03-01", a: true })).toBe("2027-03-01");
  expect(dateOf({ e: "2025-03-01", a: true })).toBe("2027-03-01");
});
