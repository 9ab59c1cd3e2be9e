import { describe, expect, test } from "vitest";
import type { Relation } from "../access/permits.ts";
import { type Role, systemActor } from "../access/roles.ts";
import type { ApplicationContext, ExpertPanel } from "./application/context.ts";
import { applicationMachine } from "./application/machine.ts";
import type { ApplicationState } from "./application/states.ts";
import { certificationMachine } from "./certifications.ts";
import { type Decision, decide } from "./decide.ts";
import { mandateMachine } from "./mandates.ts";
import { noticeMachine } from "./notices.ts";
import { type ObjectionContext, type ObjectionState, objectionMachine } from "./objections.ts";
import { type Refusal, refusal } from "./refusals.ts";
import { reviewMachine } from "./reviews.ts";
import { type RoundCases, type RoundContext, type RoundState, roundMachine } from "./rounds.ts";

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
const panel: ExpertPanel = {
  assigned: 3,
  submitted: 3,
  minimum: 3,
  conflicted: [],
  spread: 10,
  spreadToDiscuss: 20,
  isDiscussed: false,
};
const publicity = { endsOn: "2026-11-20", openObjections: 0, upheldObjections: 0 };
const returned = { kind: "correction", until: "2026-10-08" } as const;

describe("a refusal says what its wording needs", () => {
  test.each<[Role, string, ApplicationState, Partial<ApplicationContext>, Refusal]>([
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
    [
      "city",
      "receive",
      "recommended",
      { uncheckedMaterials: ["审计报告", "真实性声明"], hasReasons: false },
      refusal("materials_unchecked", { materials: ["审计报告", "真实性声明"] }),
    ],
    [
      "city",
      "assign-experts",
      "received",
      { panel: { ...panel, conflicted: ["张三"] } },
      refusal("conflict_of_interest", { experts: ["张三"] }),
    ],
    [
      "city",
      "assign-experts",
      "received",
      { panel: { ...panel, assigned: 2 } },
      refusal("experts_not_enough", { assigned: 2, minimum: 3 }),
    ],
    ["city", "assign-experts", "received", {}, refusal("experts_not_enough", { assigned: 0, minimum: 0 })],
    [
      "city",
      "finish-review",
      "received",
      { panel: { ...panel, submitted: 2 } },
      refusal("reviews_incomplete", { submitted: 2, assigned: 3 }),
    ],
    [
      "city",
      "finish-review",
      "received",
      { panel: { ...panel, spread: 21 } },
      refusal("spread_undiscussed", { spread: 21, most: 20 }),
    ],
    ["city", "propose", "reviewed", {}, refusal("wrong_state", { state: "open", waits: "list" })],
    [
      "city",
      "clear-objection",
      "objected",
      { publicity: { ...publicity, openObjections: 2 } },
      refusal("objection_open", { count: 2 }),
    ],
    [
      "city",
      "certify",
      "in_publicity",
      { today: "2026-11-20", publicity },
      refusal("publicity_not_ended", { day: "2026-11-20" }),
    ],
  ])("%s, %s in the state %s: the application's days, figures and papers", (role, act, state, changed, refused) => {
    const context = { ...application, ...changed };
    expect(refusalOf(decide(applicationMachine, { state, relation, act, actor: as(role), context }))).toEqual(refused);
  });

  const cases: RoundCases = { undecided: 0, proposed: 3, inPublicity: 0, quota: 3 };
  const round: RoundContext = {
    today: "2026-09-25",
    hasOtherRound: false,
    submissionDeadline: "2026-09-25",
    recommendationDeadline: "2026-10-15",
    extendedTo: null,
    cases: null,
  };

  test.each<[string, RoundState, Role, Partial<RoundContext>, Refusal | null]>([
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
    [
      "propose-list",
      "in_review",
      "city",
      { cases: { ...cases, undecided: 2 } },
      refusal("cases_undecided", { count: 2 }),
    ],
    [
      "propose-list",
      "in_review",
      "city",
      { cases: { ...cases, proposed: 4 } },
      refusal("quota_exceeded", { proposed: 4, quota: 3 }),
    ],
    [
      "decide",
      "in_publicity",
      "city",
      { cases: { undecided: 1, proposed: 2, inPublicity: 4, quota: null } },
      refusal("cases_undecided", { count: 7 }),
    ],
  ])(
    "%s of a round in the state %s: the day or the figure that stands in the way",
    (act, state, role, changed, refused) => {
      const context = { ...round, ...changed };
      expect(refusalOf(decide(roundMachine, { state, relation, act, actor: as(role), context }))).toEqual(refused);
    },
  );

  test("a record that does not exist has no state to name", () => {
    const request = { state: null, relation, act: "edit", actor: as("city"), context: round };
    expect(refusalOf(decide(roundMachine, request))).toEqual(refusal("wrong_state", { state: "" }));
  });

  test.each<[string, ObjectionState | null, Role, Partial<ObjectionContext>, Refusal]>([
    ["file", null, "public", { receivedOn: "2026-11-15" }, refusal("publicity_not_running", { day: "2026-11-16" })],
    ["file", null, "public", { receivedOn: "2026-11-21" }, refusal("deadline_passed", { day: "2026-11-20" })],
    ["admit", "filed", "city", { caseState: "certified" }, refusal("wrong_state", { state: "certified" })],
    ["uphold", "admitted", "city", { today: "2026-11-23" }, refusal("period_not_ended", { day: "2026-11-23" })],
  ])(
    "%s of an objection in the state %s: the day or the state that stands in the way",
    (act, state, role, changed, refused) => {
      const context: ObjectionContext = {
        today: "2026-11-18",
        caseState: "in_publicity",
        receivedOn: "2026-11-18",
        publicity: { startsOn: "2026-11-16", endsOn: "2026-11-20" },
        answerUntil: "2026-11-23",
        isAnswered: false,
        hasReasons: true,
        ...changed,
      };
      expect(refusalOf(decide(objectionMachine, { state, relation, act, actor: as(role), context }))).toEqual(refused);
    },
  );

  test("an expert who scores a case that is not under review hears where it is", () => {
    const request = { state: "scoring", relation, act: "submit", actor: as("expert") } as const;
    const refused = decide(reviewMachine, { ...request, context: { application: "reviewed" } });
    expect(refusalOf(refused)).toEqual(refusal("wrong_state", { state: "reviewed" }));
  });

  test("a publicity that is over says on which day it was", () => {
    const context = { today: "2026-11-21", endsOn: "2026-11-20", extendedTo: "2026-11-27" };
    const request = { state: "published", relation, act: "extend", actor: as("city"), context } as const;
    expect(refusalOf(decide(noticeMachine, request))).toEqual(refusal("deadline_passed", { day: "2026-11-20" }));
  });

  test("a title that is confirmed already says so", () => {
    const context = {
      isConfirmed: true,
      isSamePerson: false,
      isImported: true,
      isDiscarded: false,
      hasCorrection: false,
      hasReasons: true,
    };
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
