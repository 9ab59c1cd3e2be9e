import { describe, expect, test } from "vitest";
import type { Relation } from "../access/permits.ts";
import { type Actor, type Role, roles, systemActor } from "../access/roles.ts";
import { scopeOf } from "../access/table.ts";
import type { ApplicationContext } from "./application/context.ts";
import { applicationMachine } from "./application/machine.ts";
import { complaintMachine, staffComplaintMachine } from "./complaints.ts";
import { decide, openActs } from "./decide.ts";
import { deliveryMachine } from "./deliveries.ts";
import { expertMachine } from "./experts.ts";
import { holidayYearMachine } from "./holidays.ts";
import type { Machine } from "./machine.ts";
import { type MandateContext, mandateMachine } from "./mandates.ts";
import { type NoticeContext, noticeMachine } from "./notices.ts";
import { type ObjectionContext, objectionMachine } from "./objections.ts";
import { officeGroupMachine } from "./office-groups.ts";
import { type OrganizationContext, organizationMachine } from "./organizations.ts";
import { type ReviewContext, reviewMachine } from "./reviews.ts";
import { type RoundContext, roundMachine } from "./rounds.ts";
import { staffNoteMachine } from "./staff-notes.ts";
import {
  cityCheckMachine,
  type InspectionContext,
  inspectionMachine,
  spotCheckDrawMachine,
} from "./supervision/inspections.ts";
import { interpretationMachine } from "./supervision/interpretations.ts";
import { type ObligationContext, obligationMachine } from "./supervision/obligations.ts";
import { organizationChangeMachine } from "./supervision/organization-changes.ts";
import { type PackageContext, packageMachine } from "./supervision/packages.ts";
import { type ReportContext, reportMachine } from "./supervision/reports.ts";
import { type SanctionContext, sanctionMachine } from "./supervision/sanctions.ts";
import { servedListMachine } from "./supervision/served-lists.ts";

const relation: Relation = {
  organization: "org",
  district: "410105",
  account: "u",
  isHandedIn: true,
  isPaper: true,
  isPublished: true,
};
const as = (role: Role): Actor => ({
  userId: "u",
  grants: [{ role, district: "410105", organizations: ["org"], onBehalfOf: null }],
});

const round: RoundContext = {
  today: "2026-10-20",
  hasOtherRound: false,
  submissionDeadline: "2026-09-25",
  recommendationDeadline: "2026-10-15",
  extendedTo: { submissionDeadline: "2026-10-25", recommendationDeadline: "2026-11-10" },
  cases: null,
};
const mandate: MandateContext = { isTaken: false, hasPapers: true };
const organization: OrganizationContext = { hasException: false };
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
  survey: {
    completed: 10,
    minimum: 10,
    remaining: 50,
    isAssessed: true,
    hasConflict: false,
    conflictIsExplained: false,
  },
  againstFinding: false,
  hasReasons: true,
  uncheckedMaterials: [],
  panel: {
    assigned: 3,
    submitted: 3,
    minimum: 3,
    conflicted: [],
    spread: 10,
    spreadToDiscuss: 20,
    isDiscussed: false,
  },
  publicity: null,
};

const review: ReviewContext = { application: "received" };
const notice: NoticeContext = { today: "2026-11-18", endsOn: "2026-11-20", extendedTo: "2026-11-27" };
const objection: ObjectionContext = {
  today: "2026-11-18",
  caseState: "in_publicity",
  receivedOn: "2026-11-17",
  publicity: { startsOn: "2026-11-16", endsOn: "2026-11-20" },
  answerUntil: "2026-11-17",
  isAnswered: false,
  hasReasons: true,
};

const obligation: ObligationContext = {
  today: "2027-07-21",
  dueOn: "2027-07-20",
  doneOn: null,
  mayBeLate: true,
  isHolder: true,
  hasReasons: true,
};
const report: ReportContext = { today: "2027-07-01", periodEndsOn: "2027-06-30", missingFields: [], hasReasons: true };
const halfYearPackage: PackageContext = {
  today: "2027-07-01",
  periodEndsOn: "2027-06-30",
  unexplained: [],
  hasInspectionReport: true,
  hasReasons: true,
};
const inspection: InspectionContext = {
  today: "2027-05-10",
  kind: "spot_check",
  titleStanding: "valid",
  result: "failed",
  hasReasons: true,
  openItems: [],
  answerUntil: "2027-05-09",
  isAnswered: false,
  isRectified: true,
};
const sanction: SanctionContext = {
  today: "2027-05-10",
  kind: "cancellation",
  hasReasons: true,
  hasOther: false,
  titleStanding: "valid",
  hasGround: true,
  needsInterpretation: false,
  statementUntil: "2027-05-09",
  hasStatement: false,
  isSamePerson: false,
  isServed: false,
};

/** A table of states with an own context that lets every act pass. */
const tables: [string, Machine<string, never>, unknown][] = [
  ["rounds", roundMachine as unknown as Machine<string, never>, round],
  ["organizations", organizationMachine as unknown as Machine<string, never>, organization],
  ["mandates", mandateMachine as unknown as Machine<string, never>, mandate],
  ["applications", applicationMachine as unknown as Machine<string, never>, application],
  ["reviews", reviewMachine as unknown as Machine<string, never>, review],
  ["notices", noticeMachine as unknown as Machine<string, never>, notice],
  ["objections", objectionMachine as unknown as Machine<string, never>, objection],
  ["complaints", complaintMachine as unknown as Machine<string, never>, { hasReasons: true }],
  ["staff_complaints", staffComplaintMachine as unknown as Machine<string, never>, { hasReasons: true }],
  ["experts", expertMachine as unknown as Machine<string, never>, null],
  ["holidays", holidayYearMachine as unknown as Machine<string, never>, null],
  ["deliveries", deliveryMachine as unknown as Machine<string, never>, null],
  ["office_groups", officeGroupMachine as unknown as Machine<string, never>, null],
  ["staff_notes", staffNoteMachine as unknown as Machine<string, never>, null],
  ["obligations", obligationMachine as unknown as Machine<string, never>, obligation],
  ["reports", reportMachine as unknown as Machine<string, never>, report],
  ["packages", packageMachine as unknown as Machine<string, never>, halfYearPackage],
  [
    "inspections",
    inspectionMachine as unknown as Machine<string, never>,
    { ...inspection, kind: "periodic_inspection" },
  ],
  ["city_checks", cityCheckMachine as unknown as Machine<string, never>, inspection],
  ["spot_check_draws", spotCheckDrawMachine as unknown as Machine<string, never>, { population: 1 }],
  ["sanctions", sanctionMachine as unknown as Machine<string, never>, sanction],
  [
    "interpretations",
    interpretationMachine as unknown as Machine<string, never>,
    { isSamePerson: false, isComplete: true },
  ],
  [
    "organization_changes",
    organizationChangeMachine as unknown as Machine<string, never>,
    { hasReasons: true, isSamePerson: false },
  ],
  ["served_lists", servedListMachine as unknown as Machine<string, never>, null],
];

describe.each(tables)("the table of %s", (_, machine, context) => {
  const acts = [...new Set(machine.transitions.map(({ act }) => act))];
  const states = [null, ...machine.states];
  const permissive = (act: string) => ({
    ...(context as object),
    ...(act === "lapse" ? { today: "2026-12-01", receivedOn: "2026-12-01" } : {}),
    ...(act === "draw-sample" ? { survey: null } : {}),
    ...(act === "open" ? { submissionDeadline: "2026-12-01" } : {}),
    ...(["propose", "not-propose"].includes(act) ? { round: { ...application.round, state: "in_review" } } : {}),
    ...(act === "notify" ? { kind: "appraisal" } : {}),
    ...(act === "hear" ? { result: "absent" } : {}),
    ...(act === "publish" ? { isServed: true } : {}),
  });

  test("reaches every state from its beginning", () => {
    const reached = new Set<string>([machine.initial]);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of machine.transitions) {
        if (to !== "unchanged" && (from === null || from.some((state) => reached.has(state)))) reached.add(to);
      }
    }
    expect([...reached].toSorted()).toEqual([...machine.states].toSorted());
  });

  test("names only states that exist, and acts that somebody may do", () => {
    for (const { act, from, to } of machine.transitions) {
      for (const state of [...(from ?? []), ...(to === "unchanged" ? [] : [to])])
        expect(machine.states).toContain(state);
      expect([act, roles.some((role) => scopeOf(machine.resource, act, role) !== null)]).toEqual([act, true]);
    }
  });

  test("decides every state × act × role: by the table of access, then by the table of states", () => {
    for (const act of acts) {
      for (const state of states) {
        for (const role of roles) {
          const actor = role === "system" ? systemActor : as(role);
          const decision = decide(machine, { state, relation, act, actor, context: permissive(act) as never });
          const isPermitted = scopeOf(machine.resource, act, role) !== null;
          const row = machine.transitions.find(
            (each) => each.act === act && (state === null ? each.from === null : each.from?.includes(state)),
          );
          const expected = !isPermitted
            ? "not_permitted"
            : row === undefined
              ? "wrong_state"
              : row.to === "unchanged"
                ? state
                : row.to;
          expect([act, state, role, decision.ok ? decision.to : decision.refusal.code]).toEqual([
            act,
            state,
            role,
            expected,
          ]);
        }
      }
    }
  });

  test("opens the acts that it then takes", () => {
    for (const state of states) {
      for (const role of roles) {
        const open = openActs(machine, { state, relation, actor: as(role) });
        const offered = acts.filter((act) => !machine.transitions.some((row) => row.act === act && row.isConsequence));
        const taken = offered.filter(
          (act) => decide(machine, { state, relation, act, actor: as(role), context: permissive(act) as never }).ok,
        );
        expect([state, role, open]).toEqual([state, role, taken]);
      }
    }
  });

  test("refuses an act that it does not know as a fault of the program", () => {
    expect(() =>
      decide(machine, { state: null, relation, act: "none", actor: systemActor, context: context as never }),
    ).toThrow();
  });
});

const drawnSurvey = {
  completed: 10,
  minimum: 10,
  remaining: 50,
  isAssessed: true,
  hasConflict: false,
  conflictIsExplained: false,
};

describe("a round", () => {
  const city = as("city");
  const decideRound = (act: string, state: string | null, changed: Partial<RoundContext>, actor = city) => {
    const decision = decide(roundMachine, {
      state: state as never,
      relation,
      act,
      actor,
      context: { ...round, ...changed },
    });
    return decision.ok ? decision.to : decision.refusal.code;
  };

  test("is one a year, also when a cancelled one would come back", () => {
    expect(decideRound("create", null, { hasOtherRound: true })).toBe("round_exists");
    expect(decideRound("reopen", "cancelled", { hasOtherRound: true })).toBe("round_exists");
    expect(decideRound("create", null, {})).toBe("draft");
  });

  test.each([
    ["2026-09-25", "period_not_ended"],
    ["2026-09-26", "closed"],
  ])("is closed by the clock after the last day's 24:00: %s", (today, outcome) => {
    expect(decideRound("close", "open", { today }, systemActor)).toBe(outcome);
  });

  test.each([
    ["2026-10-15", "period_not_ended"],
    ["2026-10-16", "in_review"],
  ])("goes to the review after the districts' last day: %s", (today, outcome) => {
    expect(decideRound("begin-review", "closed", { today }, systemActor)).toBe(outcome);
  });

  test.each([
    ["2026-09-24", "2026-10-15", "2026-09-20", "extension_not_forward"],
    ["2026-09-25", "2026-10-14", "2026-09-20", "extension_not_forward"],
    ["2026-09-25", "2026-10-15", "2026-09-20", "extension_not_forward"],
    ["2026-09-25", "2026-10-16", "2026-09-20", "open"],
    ["2026-09-26", "2026-10-15", "2026-09-20", "open"],
    ["2026-09-26", "2026-10-16", "2026-10-17", "extension_not_forward"],
    ["2026-09-26", "2026-10-16", "2026-10-16", "open"],
  ])("moves its ends forward only: %s and %s on %s", (submissionDeadline, recommendationDeadline, today, outcome) => {
    const extendedTo = { submissionDeadline, recommendationDeadline };
    expect(decideRound("extend", "open", { today, extendedTo })).toBe(outcome);
  });

  test("opens only with an end that is still to come", () => {
    expect(decideRound("open", "draft", { today: "2026-09-26" })).toBe("deadline_passed");
    expect(decideRound("open", "draft", { today: "2026-09-25" })).toBe("open");
  });
});

describe("a mandate", () => {
  const district = as("district");
  const decideMandate = (act: string, changed: Partial<MandateContext>) => {
    const state = act === "transfer-mandate" ? "contested" : "claimed";
    const decision = decide(mandateMachine, {
      state,
      relation,
      act,
      actor: district,
      context: { ...mandate, ...changed },
    });
    return decision.ok ? decision.to : decision.refusal.code;
  };

  test("is confirmed with its papers, and beside no other's", () => {
    const second = { state: null, relation, actor: as("applicant"), context: { ...mandate, isTaken: true } };
    expect(decide(mandateMachine, { ...second, act: "claim" })).toMatchObject({ refusal: { code: "mandate_taken" } });
    expect(decide(mandateMachine, { ...second, act: "contest-mandate" })).toMatchObject({ to: "contested" });
    expect(decideMandate("confirm-mandate", { isTaken: true })).toBe("mandate_taken");
    expect(decideMandate("confirm-mandate", { hasPapers: false })).toBe("materials_incomplete");
    expect(decideMandate("transfer-mandate", { isTaken: true })).toBe("confirmed");
    expect(decideMandate("transfer-mandate", { hasPapers: false })).toBe("materials_incomplete");
  });
});

describe("an application", () => {
  const decideCase = (role: Role, act: string, state: string | null, changed: Partial<ApplicationContext>) => {
    const decision = decide(applicationMachine, {
      state: state as never,
      relation,
      act,
      actor: role === "system" ? systemActor : as(role),
      context: { ...application, ...changed },
    });
    return decision.ok ? decision.to : decision.refusal.code;
  };
  const closed = { state: "closed", submissionDeadline: "2026-09-25" } as const;
  const invalid = (...reasons: string[]) => [{ id: "M03", name: "M03", status: "invalid", reasons } as const];

  test.each<[string, Partial<ApplicationContext>, string]>([
    ["on the last day", { receivedOn: "2026-09-25", today: "2026-09-25" }, "submitted"],
    ["a day later", { receivedOn: "2026-09-26", today: "2026-09-26" }, "deadline_passed"],
    ["on paper in time, entered later", { receivedOn: "2026-09-25", today: "2026-09-28", round: closed }, "submitted"],
    ["to a cancelled round", { round: { ...closed, state: "cancelled" } }, "round_not_open"],
    ["with an unconfirmed mandate", { isMandateConfirmed: false }, "mandate_unconfirmed"],
    ["during a ban", { barredUntil: "2027-01-01" }, "reapply_barred"],
    ["with a title beyond the year", { titleValidTo: "2027-03-01" }, "title_still_valid"],
    [
      "with last month's report",
      { materials: invalid("report_not_of_submission_month") },
      "report_not_of_submission_month",
    ],
    [
      "with a paper missing",
      { materials: [{ id: "M06", name: "M06", status: "missing", reasons: [] }] },
      "materials_incomplete",
    ],
    ["with an invalid paper", { materials: invalid("seal_missing") }, "materials_incomplete"],
    ["without acknowledging the findings", { isAcknowledged: false }, "findings_unacknowledged"],
  ])("is handed in %s: %s", (_, changed, outcome) => {
    expect(decideCase("applicant", "submit", "draft", changed)).toBe(outcome);
  });

  test("handed in again counts by the day set with the return, although the round has ended", () => {
    const returned = { kind: "correction", until: "2026-10-08" } as const;
    const late = { round: closed, returned };
    expect(decideCase("applicant", "resubmit", "returned", { ...late, receivedOn: "2026-10-08" })).toBe("submitted");
    expect(decideCase("applicant", "resubmit", "returned", { ...late, receivedOn: "2026-10-09" })).toBe(
      "deadline_passed",
    );
  });

  test("is accepted by its day of receipt, whenever somebody looks", () => {
    const looked = { today: "2026-10-03", round: closed };
    expect(decideCase("district", "accept", "submitted", { ...looked, receivedOn: "2026-09-25" })).toBe("accepted");
    expect(decideCase("district", "accept", "submitted", { ...looked, receivedOn: "2026-09-26" })).toBe(
      "deadline_passed",
    );
    const returned = { kind: "correction", until: "2026-10-08" } as const;
    const later = { ...looked, receivedOn: "2026-09-26", returned };
    expect(decideCase("district", "accept", "submitted", later)).toBe("accepted");
    const report = { materials: invalid("report_not_of_submission_month") };
    expect(decideCase("district", "accept", "submitted", report)).toBe("report_not_of_submission_month");
  });

  test("is one at a time, in a round that takes drafts", () => {
    expect(decideCase("applicant", "create", null, { hasOtherApplication: true })).toBe("application_exists");
    expect(decideCase("applicant", "create", null, { round: closed })).toBe("round_not_open");
    expect(decideCase("district", "create", null, { round: closed, today: "2026-09-28" })).toBe("draft");
    expect(decideCase("district", "create", null, { round: { ...closed, state: "in_review" } })).toBe("round_not_open");
  });

  test("may be drafted during a ban or a title", () => {
    expect(decideCase("applicant", "create", null, { barredUntil: "2027-01-01", titleValidTo: "2027-03-01" })).toBe(
      "draft",
    );
  });

  test.each([
    [9, "sample_too_small"],
    [10, "surveyed"],
  ])("is surveyed with %i completed answers: %s", (completed, outcome) => {
    const survey = { ...drawnSurvey, completed };
    expect(decideCase("district", "complete-survey", "accepted", { survey })).toBe(outcome);
  });

  test.each([
    [9, 60, "sample_too_small"],
    [10, 60, "accepted"],
    [60, 60, "accepted"],
    [61, 60, "sample_too_small"],
    [10, 9, "sample_too_small"],
  ])("is drawn %i of a list of %i: %s", (count, population, outcome) => {
    const drawing = { count, population, minimum: 10 };
    expect(decideCase("district", "draw-sample", "accepted", { survey: null, drawing })).toBe(outcome);
  });

  test("replaces an enterprise while the list has another one", () => {
    const outcome = (remaining: number) =>
      decideCase("district", "replace-sampled", "accepted", { survey: { ...drawnSurvey, completed: 9, remaining } });
    expect(outcome(1)).toBe("accepted");
    expect(outcome(0)).toBe("sample_too_small");
  });

  test("is surveyed only with the assessment written, and a lower satisfaction explained", () => {
    const survey = { ...drawnSurvey, hasConflict: true, conflictIsExplained: true };
    const outcome = (changed: Partial<typeof survey>) =>
      decideCase("district", "complete-survey", "accepted", { survey: { ...survey, ...changed } });
    expect(outcome({})).toBe("surveyed");
    expect(outcome({ conflictIsExplained: false })).toBe("survey_incomplete");
    expect(outcome({ isAssessed: false })).toBe("survey_incomplete");
  });

  test("is drawn once, and answered only after the draw", () => {
    expect(decideCase("district", "draw-sample", "accepted", {})).toBe("sample_exists");
    expect(decideCase("district", "draw-sample", "accepted", { survey: null })).toBe("accepted");
    expect(decideCase("district", "record-answer", "accepted", { survey: null })).toBe("survey_incomplete");
    expect(decideCase("district", "replace-sampled", "accepted", { survey: null })).toBe("survey_incomplete");
    expect(decideCase("district", "assess-operation", "accepted", { survey: null })).toBe("survey_incomplete");
    expect(decideCase("district", "complete-survey", "accepted", { survey: null })).toBe("survey_incomplete");
  });

  test("is not recommended without reasons, nor recommended against a finding without them", () => {
    expect(decideCase("district", "not-recommend", "surveyed", { hasReasons: false })).toBe("reasons_required");
    expect(decideCase("district", "not-recommend", "accepted", {})).toBe("not_recommended");
    const against = { againstFinding: true, hasReasons: false };
    expect(decideCase("district", "recommend", "surveyed", against)).toBe("reasons_required");
    expect(decideCase("district", "recommend", "surveyed", { ...against, hasReasons: true })).toBe("recommended");
    expect(decideCase("district", "recommend", "surveyed", { hasReasons: false })).toBe("recommended");
  });

  test.each([
    ["draft", "2026-09-25", "period_not_ended"],
    ["draft", "2026-09-26", "lapsed"],
    ["returned", "2026-10-08", "period_not_ended"],
    ["returned", "2026-10-09", "lapsed"],
  ])("%s on %s: %s by the clock", (state, today, outcome) => {
    const returned = { kind: "correction", until: "2026-10-08" } as const;
    // Nothing was received of it: the day is today's.
    expect(decideCase("system", "lapse", state, { today, receivedOn: today, returned })).toBe(outcome);
    expect(decideCase("applicant", "lapse", state, { today, receivedOn: today, returned })).toBe("not_permitted");
  });

  test.each([
    ["2026-09-25", "closed", "period_not_ended"],
    ["2026-09-26", "closed", "lapsed"],
    ["2026-09-25", "in_review", "lapsed"],
  ] as const)("a draft of what came on paper on %s while the round is %s: %s", (receivedOn, state, outcome) => {
    const round = { state, submissionDeadline: "2026-09-25" };
    expect(decideCase("system", "lapse", "draft", { today: "2026-10-01", receivedOn, round })).toBe(outcome);
  });

  test("goes back to be typed in when its day of receipt is corrected, unless it was returned or the reviews have begun", () => {
    expect(decideCase("district", "correct-receipt", "draft", {})).toBe("draft");
    expect(decideCase("district", "correct-receipt", "submitted", { round: closed })).toBe("draft");
    const returned = { kind: "correction", until: "2026-10-08" } as const;
    expect(decideCase("district", "correct-receipt", "submitted", { round: closed, returned })).toBe("wrong_state");
    const inReview = { ...closed, state: "in_review" as const };
    expect(decideCase("district", "correct-receipt", "submitted", { round: inReview })).toBe("round_not_open");
    expect(decideCase("district", "correct-receipt", "draft", { hasReasons: false })).toBe("reasons_required");
    expect(decideCase("district", "correct-receipt", "accepted", {})).toBe("wrong_state");
  });

  test("is dropped by whoever types it in before it is handed in, with a reason", () => {
    expect(decideCase("district", "discard", "draft", {})).toBe("withdrawn");
    expect(decideCase("district", "discard", "draft", { hasReasons: false })).toBe("reasons_required");
    expect(decideCase("district", "discard", "submitted", {})).toBe("wrong_state");
    expect(decideCase("applicant", "discard", "draft", {})).toBe("not_permitted");
  });

  test("lapses at once with a cancelled round", () => {
    expect(decideCase("system", "lapse", "draft", { round: { ...closed, state: "cancelled" } })).toBe("lapsed");
  });

  test("of another district is refused as such, whatever its state", () => {
    const elsewhere: Actor = {
      userId: "u",
      grants: [{ role: "district", district: "410172", organizations: [], onBehalfOf: null }],
    };
    const decision = decide(applicationMachine, {
      state: "submitted",
      relation,
      act: "accept",
      actor: elsewhere,
      context: application,
    });
    expect(decision.ok ? "" : decision.refusal.code).toBe("other_jurisdiction");
  });
});
