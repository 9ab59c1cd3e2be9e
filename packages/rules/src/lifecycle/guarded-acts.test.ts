import { describe, expect, test } from "vitest";
import type { Role } from "../access/roles.ts";
import { decide } from "./decide.ts";
import type { Machine } from "./machine.ts";
import { noticeMachine } from "./notices.ts";
import { organizationMachine } from "./organizations.ts";
import { type Refusal, refusal } from "./refusals.ts";
import { daysOverdue, type ReviewState, reviewMachine } from "./reviews.ts";
import { interpretationMachine } from "./supervision/interpretations.ts";

const relation = {
  organization: "org",
  district: "410105",
  account: "u",
  isHandedIn: true,
  isPaper: false,
  isPublished: true,
};

function outcomeOf<State extends string, Context>(
  machine: Machine<State, Context>,
  role: Role,
  act: string,
  state: State | null,
  context: Context,
): State | Refusal {
  const grants = [{ role, district: null, organizations: [], onBehalfOf: null }];
  const decision = decide(machine, { state, relation, act, actor: { userId: "u", grants }, context });
  return decision.ok ? decision.to : decision.refusal;
}

test("a second application is allowed once in a round", () => {
  const allowed = (hasException: boolean) =>
    outcomeOf(organizationMachine, "city", "allow-second-application", "recorded", { hasException });
  expect([allowed(false), allowed(true)]).toEqual(["recorded", refusal("exception_exists")]);
});

test("a publicity is extended to a day that is named", () => {
  const context = { today: "2026-11-18", endsOn: "2026-11-20", extendedTo: null };
  expect(outcomeOf(noticeMachine, "city", "extend", "published", context)).toEqual(refusal("extension_not_forward"));
});

describe("a review", () => {
  test.each<[act: string, state: ReviewState | null, role: Role, to: ReviewState]>([
    ["assign", null, "city", "assigned"],
    ["declare-conflict", "assigned", "expert", "scoring"],
    ["edit", "scoring", "expert", "scoring"],
    ["submit", "scoring", "expert", "submitted"],
    ["recuse", "scoring", "expert", "recused"],
    ["reopen", "submitted", "city", "scoring"],
  ])("goes on by %s in the state %s only while its case is with the experts", (act, state, role, to) => {
    expect(outcomeOf(reviewMachine, role, act, state, { application: "received" })).toBe(to);
    expect(outcomeOf(reviewMachine, role, act, state, { application: "withdrawn" })).toEqual(
      refusal("wrong_state", { state: "withdrawn" }),
    );
  });

  test("is late by days that there are", () => {
    const due = (dueOn: string) => ({ application: "received", state: "assigned", dueOn }) as const;
    expect(() => daysOverdue(due("2026-02-30"), "2026-03-09")).toThrow("no such day: 2026-02-30 or 2026-03-09");
    expect(() => daysOverdue(due("2026-02-27"), "2026-02-30")).toThrow(RangeError);
  });
});

test("an interpretation is superseded by one that is complete, issued by another than who drafted it", () => {
  const superseded = (changed: object) =>
    outcomeOf(interpretationMachine, "city", "supersede", "issued", {
      isSamePerson: false,
      isComplete: true,
      ...changed,
    });
  expect(superseded({})).toBe("superseded");
  expect(superseded({ isComplete: false })).toEqual(refusal("interpretation_incomplete"));
  expect(superseded({ isSamePerson: true })).toEqual(refusal("second_person_required"));
});
