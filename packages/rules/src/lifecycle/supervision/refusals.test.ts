import { describe, expect, test } from "vitest";
import type { Role } from "../../access/roles.ts";
import { type CertificationContext, certificationMachine } from "../certifications.ts";
import { decide } from "../decide.ts";
import type { Machine } from "../machine.ts";
import { type Refusal, refusal } from "../refusals.ts";
import {
  cityCheckMachine,
  type InspectionContext,
  type InspectionState,
  inspectionMachine,
  spotCheckDrawMachine,
} from "./inspections.ts";
import { type InterpretationContext, interpretationMachine } from "./interpretations.ts";
import { type ObligationContext, type ObligationState, obligationMachine } from "./obligations.ts";
import { organizationChangeMachine } from "./organization-changes.ts";
import { type PackageContext, type PackageState, packageMachine } from "./packages.ts";
import { type ReportContext, reportMachine } from "./reports.ts";
import {
  allSanctionGrounds,
  type SanctionContext,
  type SanctionState,
  sanctionMachine,
  sanctionStatesInEffect,
} from "./sanctions.ts";

const relation = {
  organization: "org",
  district: "410105",
  account: "u",
  isHandedIn: true,
  isPaper: true,
  isPublished: true,
};

/** What an act comes to under a role: the state that it leads to, or the refusal. */
function outcomeOf<State extends string, Context>(
  machine: Machine<State, Context>,
  role: Role,
  act: string,
  state: State | null,
  context: Context,
): State | Refusal {
  const grant = { role, district: "410105", organizations: ["org"], onBehalfOf: null };
  const decision = decide(machine, { state, relation, act, actor: { userId: "u", grants: [grant] }, context });
  return decision.ok ? decision.to : decision.refusal;
}
const unreasoned = refusal("reasons_required");

describe("an obligation", () => {
  const late: ObligationContext = {
    today: "2027-07-21",
    dueOn: "2027-07-20",
    doneOn: null,
    mayBeLate: true,
    isHolder: true,
    hasReasons: true,
  };
  const early = refusal("period_not_ended", { day: "2027-07-20" });

  test.each<[string, ObligationState, Partial<ObligationContext>, ObligationState | Refusal]>([
    ["the day after its last day", "due", {}, "due"],
    ["on its last day", "due", { today: "2027-07-20" }, early],
    ["done late", "done", { doneOn: "2027-07-21" }, "done"],
    ["done on its last day, whatever day it is now", "done", { doneOn: "2027-07-20" }, early],
    ["although it is a right, which is never late", "due", { mayBeLate: false }, early],
    ["by another than who owes it", "due", { isHolder: false }, refusal("not_permitted")],
    ["without a reason", "due", { hasReasons: false }, unreasoned],
  ])("is explained as late %s", (_, state, changed, outcome) => {
    expect(outcomeOf(obligationMachine, "platform", "mark-late-reason", state, { ...late, ...changed })).toEqual(
      outcome,
    );
  });
});

describe("a report", () => {
  const report: ReportContext = {
    today: "2027-07-01",
    periodEndsOn: "2027-06-30",
    missingFields: [],
    hasReasons: true,
  };
  const sent = (changed: Partial<ReportContext>) =>
    outcomeOf(reportMachine, "platform", "submit", "drafted", { ...report, ...changed });

  test("is sent once its period is over and nothing is missing in it", () => {
    expect(sent({})).toBe("sent_to_district");
    expect(sent({ today: "2027-06-30" })).toEqual(refusal("period_not_ended", { day: "2027-06-30" }));
    expect(sent({ missingFields: ["services"] })).toEqual(refusal("report_incomplete", { fields: ["services"] }));
  });

  test("is returned with reasons", () => {
    const returned = (hasReasons: boolean) =>
      outcomeOf(reportMachine, "district", "return", "sent_to_district", { ...report, hasReasons });
    expect([returned(true), returned(false)]).toEqual(["drafted", unreasoned]);
  });
});

describe("a package of a district", () => {
  const whole: PackageContext = {
    today: "2027-07-01",
    periodEndsOn: "2027-06-30",
    unexplained: [],
    hasInspectionReport: true,
    hasReasons: true,
  };

  test.each<[Partial<PackageContext>, PackageState | Refusal]>([
    [{}, "sent"],
    [{ today: "2027-06-30" }, refusal("period_not_ended", { day: "2027-06-30" })],
    [{ unexplained: ["甲平台"] }, refusal("missing_unexplained", { names: ["甲平台"] })],
    [{ hasInspectionReport: false }, refusal("inspection_report_missing")],
  ])("is sent with %j: %j", (changed, outcome) => {
    expect(outcomeOf(packageMachine, "district", "send", "drafted", { ...whole, ...changed })).toEqual(outcome);
  });

  test("is sent back with reasons, and received without any", () => {
    const bare = { ...whole, hasReasons: false };
    expect(outcomeOf(packageMachine, "city", "send-back", "sent", whole)).toBe("drafted");
    expect(outcomeOf(packageMachine, "city", "send-back", "sent", bare)).toEqual(unreasoned);
    expect(outcomeOf(packageMachine, "city", "receive", "sent", bare)).toBe("received");
  });
});

const look: InspectionContext = {
  today: "2027-05-10",
  kind: "appraisal",
  titleStanding: "valid",
  result: "passed",
  hasReasons: true,
  openItems: [],
  answerUntil: "2027-05-10",
  isAnswered: true,
  isRectified: true,
};
type Looked = [
  act: string,
  state: InspectionState | null,
  changed: Partial<InspectionContext>,
  outcome: InspectionState | Refusal,
];
const answerOpen = { isAnswered: false };
const ended = { titleStanding: "expired" } as const;
const notValid = refusal("title_not_valid", { standing: "expired" });
const stillOpen = refusal("period_not_ended", { day: "2027-05-10" });
const alone = refusal("result_of_appraisal_only");

describe("a periodic inspection by the district", () => {
  test.each<Looked>([
    ["plan", null, {}, "planned"],
    ["plan", null, ended, notValid],
    ["record", "planned", {}, "carried_out"],
    ["record", "planned", { openItems: ["staff"] }, refusal("checklist_incomplete", { items: ["staff"] })],
    ["record", "planned", { result: "absent" }, alone],
    ["record", "planned", { result: "falsified" }, alone],
    ["record", "planned", { result: "failed" }, "carried_out"],
    ["check-again", "carried_out", {}, "carried_out"],
    ["check-again", "carried_out", { hasReasons: false }, unreasoned],
    ["close", "carried_out", {}, "closed"],
    ["close", "carried_out", answerOpen, stillOpen],
    ["close", "carried_out", { ...answerOpen, today: "2027-05-11" }, "closed"],
    ["close", "carried_out", { ...answerOpen, answerUntil: null }, "closed"],
    ["close", "carried_out", { isRectified: false }, refusal("rectification_open")],
    ["call-off", "planned", {}, "called_off"],
    ["call-off", "planned", { hasReasons: false }, unreasoned],
  ])("%s in the state %s with %j: %j", (act, state, changed, outcome) => {
    const context: InspectionContext = { ...look, kind: "periodic_inspection", ...changed };
    expect(outcomeOf(inspectionMachine, "district", act, state, context)).toEqual(outcome);
  });
});

describe("a look of the city", () => {
  const unannounced = { kind: "spot_check" } as const;
  test.each<Looked>([
    ["plan", null, {}, "planned"],
    ["plan", null, ended, notValid],
    ["notify", "planned", {}, "notified"],
    ["notify", "planned", ended, notValid],
    ["notify", "planned", unannounced, refusal("wrong_state", { state: "spot_check" })],
    ["record", "planned", unannounced, "carried_out"],
    ["record", "planned", {}, refusal("wrong_state", { state: "planned" })],
    ["record", "planned", { ...unannounced, result: "absent" }, alone],
    ["record", "planned", { ...unannounced, openItems: ["a"] }, refusal("checklist_incomplete", { items: ["a"] })],
    ["record", "notified", { result: "falsified" }, "carried_out"],
    ["record", "notified", { openItems: ["a"] }, refusal("checklist_incomplete", { items: ["a"] })],
    // Who did not come has answered nothing of the checklist.
    ["record", "notified", { openItems: ["a"], result: "absent" }, "carried_out"],
    ["check-again", "heard", {}, "heard"],
    ["check-again", "carried_out", { hasReasons: false }, unreasoned],
    ["hear", "carried_out", { result: "absent" }, "heard"],
    ["hear", "carried_out", { result: "falsified" }, "heard"],
    ["hear", "carried_out", {}, refusal("wrong_state", { state: "passed" })],
    ["hear", "carried_out", { result: null }, refusal("wrong_state", { state: "" })],
    ["hear", "carried_out", { result: "absent", hasReasons: false }, unreasoned],
    ["hear", "carried_out", { result: "absent", ...answerOpen }, stillOpen],
    ["close", "carried_out", {}, "closed"],
    ["close", "carried_out", { result: "absent" }, refusal("hearing_required")],
    ["close", "carried_out", { result: "falsified" }, refusal("hearing_required")],
    ["close", "carried_out", answerOpen, stillOpen],
    ["close", "carried_out", { isRectified: false }, refusal("rectification_open")],
    ["close", "heard", { result: "absent" }, "closed"],
    ["close", "heard", { result: "absent", ...answerOpen }, stillOpen],
    ["close", "heard", { result: "absent", isRectified: false }, refusal("rectification_open")],
    ["call-off", "notified", {}, "called_off"],
    ["call-off", "planned", { hasReasons: false }, unreasoned],
  ])("%s in the state %s with %j: %j", (act, state, changed, outcome) => {
    expect(outcomeOf(cityCheckMachine, "city", act, state, { ...look, ...changed })).toEqual(outcome);
  });

  test("is drawn while there is a title to draw", () => {
    const drawn = (population: number) => outcomeOf(spotCheckDrawMachine, "city", "draw", "committed", { population });
    expect([drawn(1), drawn(0)]).toEqual(["drawn", refusal("nothing_to_draw")]);
  });
});

describe("a sanction", () => {
  const whole: SanctionContext = {
    today: "2027-05-10",
    kind: "cancellation",
    hasReasons: true,
    titleStanding: "valid",
    hasGround: true,
    needsInterpretation: false,
    statementUntil: "2027-05-10",
    hasStatement: true,
    isSamePerson: false,
    isServed: false,
    hasOther: false,
  };
  const bare = { hasReasons: false };
  const same = { isSamePerson: true };
  const second = refusal("second_person_required");
  const silent = { hasStatement: false };

  test.each<[string, SanctionState | null, Partial<SanctionContext>, SanctionState | Refusal]>([
    ["propose", null, {}, "proposed"],
    ["propose", null, ended, notValid],
    ["propose", null, { hasOther: true }, refusal("sanction_exists")],
    ["propose", null, { hasGround: false }, refusal("ground_missing")],
    ["propose", null, bare, unreasoned],
    ["drop", "decided", {}, "dropped"],
    ["drop", "proposed", bare, unreasoned],
    ["drop", "reinstatement_decided", {}, "effective"],
    ["drop", "reinstatement_decided", bare, unreasoned],
    ["serve", "effective", { isServed: true }, refusal("wrong_state", { state: "served" })],
    ["notify", "proposed", {}, "notified"],
    ["notify", "proposed", ended, notValid],
    ["hear", "notified", {}, "heard"],
    ["hear", "notified", bare, unreasoned],
    ["hear", "notified", silent, refusal("period_not_ended", { day: "2027-05-10" })],
    ["hear", "notified", { ...silent, today: "2027-05-11" }, "heard"],
    ["hear", "notified", { ...silent, statementUntil: null }, "heard"],
    ["decide", "heard", {}, "decided"],
    ["decide", "heard", ended, notValid],
    ["decide", "heard", bare, unreasoned],
    ["decide", "heard", { hasGround: false }, refusal("ground_missing")],
    ["decide", "heard", { needsInterpretation: true }, refusal("interpretation_required")],
    ["confirm", "decided", {}, "effective"],
    ["confirm", "decided", ended, notValid],
    ["confirm", "decided", same, second],
    ["serve", "effective", {}, "served"],
    ["publish", "effective", {}, refusal("decision_not_served")],
    ["publish", "effective", { isServed: true }, "published"],
    ["publish", "served", { isServed: true }, "published"],
    ["reinstate", "served", {}, "reinstatement_decided"],
    ["reinstate", "published", bare, unreasoned],
    ["confirm", "reinstatement_decided", ended, "reinstated"],
    ["confirm", "reinstatement_decided", same, second],
  ])("%s in the state %s with %j: %j", (act, state, changed, outcome) => {
    expect(outcomeOf(sanctionMachine, "city", act, state, { ...whole, ...changed })).toEqual(outcome);
  });

  test("rests on the grounds of the law, and ends a title from its confirmation until it is withdrawn", () => {
    expect(allSanctionGrounds).toEqual([
      "absent_without_reason",
      "falsified_appraisal",
      "consecutive_failures",
      "unlawful_conduct",
    ]);
    expect(sanctionStatesInEffect).toEqual(["effective", "served", "published", "reinstatement_decided"]);
  });
});

test("an interpretation is issued complete, by another than who drafted it", () => {
  const issued = (changed: Partial<InterpretationContext>) =>
    outcomeOf(interpretationMachine, "city", "issue", "draft", { isSamePerson: false, isComplete: true, ...changed });
  expect(issued({})).toBe("issued");
  expect(issued({ isComplete: false })).toEqual(refusal("interpretation_incomplete"));
  expect(issued({ isSamePerson: true })).toEqual(refusal("second_person_required"));
});

test("a reported change is refused with reasons, and accepted without any, by another than who reported it", () => {
  const decided = (act: string, hasReasons: boolean, isSamePerson = false) =>
    outcomeOf(organizationChangeMachine, "district", act, "reported", { hasReasons, isSamePerson });
  expect(decided("refuse", true)).toBe("refused");
  expect(decided("refuse", false)).toEqual(unreasoned);
  expect(decided("accept", false)).toBe("accepted");
  expect(decided("accept", false, true)).toEqual(refusal("second_person_required"));
});

test("a platform is put forward to the province while its title is in force", () => {
  const context: CertificationContext = {
    isConfirmed: true,
    isSamePerson: false,
    isImported: false,
    isDiscarded: false,
    hasCorrection: false,
    hasReasons: false,
  };
  const put = (changed: Partial<CertificationContext>) =>
    outcomeOf(certificationMachine, "city", "recommend-to-province", "valid", { ...context, ...changed });
  expect(put({ standing: "valid" })).toBe("valid");
  expect(put({ standing: "expired" })).toEqual(refusal("title_not_valid", { standing: "expired" }));
  expect(put({})).toEqual(refusal("title_not_valid", { standing: "" }));
});
