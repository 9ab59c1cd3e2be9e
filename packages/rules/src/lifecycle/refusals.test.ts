import { describe, expect, test } from "vitest";
import type { Relation } from "../access/permits.ts";
import { type Role, systemActor } from "../access/roles.ts";
import type { ApplicationContext } from "./application/context.ts";
import { applicationMachine } from "./application/machine.ts";
import { certificationMachine } from "./certifications.ts";
import { type Decision, decide } from "./decide.ts";
import { mandateMachine } from "./mandates.ts";
import { type Refusal, refusal } from "./refusals.ts";
import { type RoundContext, roundMachine } from "./rounds.ts";

const relation: Relation = {
  organization: "org",
  district: "410105",
  account: "u",
  isHandedIn: true,
  isPaper: true,
  isPublished: true,
};
const as = (role: Role) =>
  role === "system"
    ? systemActor
    : { userId: "u", grants: [{ role, district: "410105", organizations: ["org"], onBehalfOf: null }] };
const refusalOf = (decision: Decision<string>): Refusal | null => (decision.ok ? null : decision.refusal);

const survey = {
  completed: 10,
  minimum: 10,
  remaining: 50,
  isAssessed: true,
  hasConflict: false,
  conflictIsExplained: false,
};
const application: ApplicationContext = {
  round: { state: "open", submissionDeadline: "2026-09-25" },
  receivedOn: "2026-09-14",
  today: "2026-09-14",
  hasOtherApplication: false,
  isMandateConfirmed: true,
  barredUntil: null,
  titleValidTo: null,
  materials: [],
  isAcknowledged: true,
  returned: null,
  drawing: null,
  survey,
  againstFinding: false,
  hasReasons: true,
  uncheckedMaterials: [],
  panel: null,
  publicity: null,
};
const returned = { kind: "correction", until: "2026-10-08" } as const;

describe("a refusal says what its wording needs", () => {
  test.each<[Role, string, "draft" | "returned" | "accepted", Partial<ApplicationContext>, Refusal]>([
    ["applicant", "submit", "draft", { receivedOn: "2026-09-26" }, refusal("deadline_passed", { day: "2026-09-25" })],
    [
      "applicant",
      "resubmit",
      "returned",
      { receivedOn: "2026-10-09", returned },
      refusal("deadline_passed", { day: "2026-10-08" }),
    ],
    ["applicant", "submit", "draft", { barredUntil: "2027-01-01" }, refusal("reapply_barred", { day: "2027-01-01" })],
    [
      "applicant",
      "submit",
      "draft",
      { titleValidTo: "2027-03-01" },
      refusal("title_still_valid", { day: "2027-03-01" }),
    ],
    [
      "applicant",
      "submit",
      "draft",
      {
        materials: [
          { id: "M06", name: "审计报告", status: "missing", reasons: [] },
          { id: "M14", name: "真实性声明", status: "unknown", reasons: [] },
        ],
      },
      refusal("materials_incomplete", { materials: ["审计报告", "真实性声明"] }),
    ],
    ["system", "lapse", "draft", {}, refusal("period_not_ended", { day: "2026-09-25" })],
    ["system", "lapse", "returned", { returned }, refusal("period_not_ended", { day: "2026-10-08" })],
    [
      "district",
      "draw-sample",
      "accepted",
      { survey: null, drawing: { count: 9, population: 60, minimum: 10 } },
      refusal("sample_too_small", { completed: 9, minimum: 10 }),
    ],
    [
      "district",
      "draw-sample",
      "accepted",
      { survey: null, drawing: { count: 12, population: 11, minimum: 10 } },
      refusal("sample_too_small", { completed: 11, minimum: 12 }),
    ],
    [
      "district",
      "replace-sampled",
      "accepted",
      { survey: { ...survey, completed: 8, remaining: 0 } },
      refusal("sample_too_small", { completed: 8, minimum: 10 }),
    ],
    [
      "district",
      "complete-survey",
      "accepted",
      { survey: { ...survey, completed: 8 } },
      refusal("sample_too_small", { completed: 8, minimum: 10 }),
    ],
    ["district", "accept", "accepted", {}, refusal("wrong_state", { state: "accepted" })],
  ])("%s, %s in the state %s: the application's days, figures and papers", (role, act, state, changed, refused) => {
    const context = { ...application, ...changed };
    expect(refusalOf(decide(applicationMachine, { state, relation, act, actor: as(role), context }))).toEqual(refused);
  });

  const round: RoundContext = {
    today: "2026-09-25",
    hasOtherRound: false,
    submissionDeadline: "2026-09-25",
    recommendationDeadline: "2026-10-15",
    extendedTo: null,
    cases: null,
  };

  test.each<[string, "draft" | "open" | "closed", Role, Partial<RoundContext>, Refusal | null]>([
    ["close", "open", "system", {}, refusal("period_not_ended", { day: "2026-09-25" })],
    ["begin-review", "closed", "system", {}, refusal("period_not_ended", { day: "2026-10-15" })],
    ["open", "draft", "city", { today: "2026-09-26" }, refusal("deadline_passed", { day: "2026-09-25" })],
    // A round without announced ends has none that could have passed, or that is still to come.
    ["open", "draft", "city", { submissionDeadline: null }, null],
    ["close", "open", "system", { submissionDeadline: null }, null],
    ["begin-review", "closed", "system", { recommendationDeadline: null }, null],
    ["extend", "open", "city", { extendedTo: null }, null],
    [
      "extend",
      "open",
      "city",
      {
        submissionDeadline: null,
        recommendationDeadline: null,
        extendedTo: { submissionDeadline: "2026-09-25", recommendationDeadline: "2026-10-15" },
      },
      null,
    ],
  ])("%s of a round in the state %s: the day that stands in the way", (act, state, role, changed, refused) => {
    const context = { ...round, ...changed };
    expect(refusalOf(decide(roundMachine, { state, relation, act, actor: as(role), context }))).toEqual(refused);
  });

  test("a record that does not exist has no state to name", () => {
    const request = { state: null, relation, act: "edit", actor: as("city"), context: round };
    expect(refusalOf(decide(roundMachine, request))).toEqual(refusal("wrong_state", { state: "" }));
  });

  test("a title that is confirmed already says so", () => {
    const context = { isConfirmed: true, isSamePerson: false };
    const request = { state: "valid", relation, act: "confirm", actor: as("city"), context } as const;
    expect(refusalOf(decide(certificationMachine, request))).toEqual(refusal("wrong_state", { state: "confirmed" }));
  });

  test("an act that no table knows names the table and the act", () => {
    const context = { isTaken: false, hasPapers: true };
    const request = { state: null, relation, act: "vanish", actor: as("city"), context };
    expect(() => decide(mandateMachine, request)).toThrow(/organizations.*vanish/);
  });
});

test("a round without an announced end holds up neither a draft's end nor a handing in", () => {
  const context: ApplicationContext = { ...application, round: { state: "open", submissionDeadline: null } };
  const submitted = decide(applicationMachine, {
    state: "draft",
    relation,
    act: "submit",
    actor: as("applicant"),
    context,
  });
  expect(submitted.ok).toBe(true);
  const lapsed = decide(applicationMachine, { state: "draft", relation, act: "lapse", actor: as("system"), context });
  expect(lapsed.ok).toBe(true);
});

test("a draft of a paper is entered late while the round is closed, and no longer once it is under review", () => {
  const outcome = (state: "closed" | "in_review") => {
    const context = { ...application, today: "2026-09-28", round: { state, submissionDeadline: "2026-09-25" } };
    return refusalOf(
      decide(applicationMachine, { state: null, relation, act: "create", actor: as("district"), context }),
    );
  };
  expect(outcome("closed")).toBeNull();
  expect(outcome("in_review")).toEqual(refusal("round_not_open"));
});
