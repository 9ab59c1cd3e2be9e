import { describe, expect, test } from "vitest";
import type { Actor } from "../access/roles.ts";
import type { ApplicationContext, CasePublicity, ExpertPanel } from "./application/context.ts";
import { applicationMachine } from "./application/machine.ts";
import type { ApplicationState } from "./application/states.ts";
import { decide } from "./decide.ts";
import type { Machine } from "./machine.ts";
import { noticeMachine, publicityPhase } from "./notices.ts";
import { type ObjectionContext, objectionMachine } from "./objections.ts";
import { daysOverdue } from "./reviews.ts";
import { type RoundCases, type RoundContext, roundMachine } from "./rounds.ts";

const relation = {
  organization: "org",
  district: "410105",
  account: "u",
  isHandedIn: true,
  isPaper: false,
  isPublished: true,
};
const city: Actor = { userId: "u", grants: [{ role: "city", district: null, organizations: [], onBehalfOf: null }] };

function outcomeOf<State extends string, Context>(
  machine: Machine<State, Context>,
  act: string,
  state: State | null,
  context: Context,
): string {
  const decision = decide(machine, { state, relation, act, actor: city, context });
  return decision.ok ? decision.to : decision.refusal.code;
}

describe("a case with the city", () => {
  const panel: ExpertPanel = {
    assigned: 3,
    submitted: 3,
    minimum: 3,
    conflicted: [],
    spread: 19,
    spreadToDiscuss: 20,
    isDiscussed: false,
  };
  const publicity: CasePublicity = { endsOn: "2026-11-20", openObjections: 0, upheldObjections: 0 };
  const base: ApplicationContext = {
    round: { state: "in_review", submissionDeadline: "2026-09-25" },
    receivedOn: "2026-09-14",
    today: "2026-11-21",
    hasOtherApplication: false,
    isMandateConfirmed: true,
    barredUntil: null,
    titleValidTo: null,
    materials: [],
    isAcknowledged: true,
    returned: null,
    drawing: null,
    survey: null,
    againstFinding: false,
    hasReasons: false,
    uncheckedMaterials: [],
    panel,
    publicity,
  };
  const outcome = (act: string, state: ApplicationState, changed: Partial<ApplicationContext> = {}) =>
    outcomeOf(applicationMachine, act, state, { ...base, ...changed });

  test("is received when every paper has been found in order, or with reasons", () => {
    expect(outcome("receive", "recommended")).toBe("received");
    expect(outcome("receive", "recommended", { uncheckedMaterials: ["M06"] })).toBe("materials_unchecked");
    expect(outcome("receive", "recommended", { uncheckedMaterials: ["M06"], hasReasons: true })).toBe("received");
    expect(outcome("receive", "surveyed")).toBe("wrong_state");
  });

  test("is sent back to the district with reasons", () => {
    expect(outcome("send-back", "recommended")).toBe("reasons_required");
    expect(outcome("send-back", "recommended", { hasReasons: true })).toBe("surveyed");
  });

  test.each([
    [0, "experts_not_enough"],
    [2, "experts_not_enough"],
    [3, "received"],
    [4, "experts_not_enough"],
    [5, "received"],
  ])("has an odd number of experts and no fewer than the policy asks for: %i", (assigned, expected) => {
    expect(outcome("assign-experts", "received", { panel: { ...panel, assigned } })).toBe(expected);
  });

  test("is judged by nobody with an interest in it", () => {
    expect(outcome("assign-experts", "received", { panel: { ...panel, conflicted: ["张三"] } })).toBe(
      "conflict_of_interest",
    );
  });

  test.each<[string, Partial<ExpertPanel>, string]>([
    ["all have scored", {}, "reviewed"],
    ["one has not", { submitted: 2 }, "reviews_incomplete"],
    ["one of three has recused", { assigned: 2, submitted: 2 }, "experts_not_enough"],
    ["the scores lie as far apart as is to be discussed", { spread: 20 }, "spread_undiscussed"],
    ["and it was discussed", { spread: 20, isDiscussed: true }, "reviewed"],
  ])("is reviewed when %s", (_, changed, expected) => {
    expect(outcome("finish-review", "received", { panel: { ...panel, ...changed } })).toBe(expected);
  });

  test("is proposed or not, with reasons against, as long as the list is being drawn up", () => {
    expect(outcome("propose", "reviewed")).toBe("proposed");
    expect(outcome("propose", "not_selected")).toBe("proposed");
    expect(outcome("not-propose", "reviewed")).toBe("reasons_required");
    expect(outcome("not-propose", "proposed", { hasReasons: true })).toBe("not_selected");
    const round = { state: "list_proposed", submissionDeadline: null } as const;
    expect(outcome("propose", "reviewed", { round })).toBe("wrong_state");
    expect(outcome("not-propose", "proposed", { round, hasReasons: true })).toBe("wrong_state");
  });

  test.each<[string, ApplicationState, string, Partial<CasePublicity>, string]>([
    ["2026-11-20", "in_publicity", "on the last day", {}, "publicity_not_ended"],
    ["2026-11-21", "in_publicity", "after the last day's 24:00", {}, "certified"],
    ["2026-11-21", "objected", "with an open objection", { openObjections: 1 }, "objection_open"],
    ["2026-11-21", "in_publicity", "with one that is only filed", { openObjections: 1 }, "objection_open"],
    ["2026-11-21", "rejected", "with one upheld", { upheldObjections: 1 }, "objection_upheld"],
    [
      "2026-11-20",
      "objected",
      "with one upheld and one open",
      { openObjections: 1, upheldObjections: 1 },
      "objection_upheld",
    ],
  ])("is certified on %s in %s %s: %4$s", (today, state, _, changed, expected) => {
    expect(outcome("certify", state, { today, publicity: { ...publicity, ...changed } })).toBe(expected);
  });

  test("is not certified without a publicity", () => {
    expect(outcome("certify", "proposed", { publicity: null })).toBe("wrong_state");
  });

  test("goes on when its last objection is dismissed, and ends when one was upheld", () => {
    const of = (open: number, upheld: number) => ({
      publicity: { ...publicity, openObjections: open, upheldObjections: upheld },
    });
    expect(outcome("object", "in_publicity", of(1, 0))).toBe("objected");
    expect(outcome("object", "objected", of(2, 0))).toBe("objected");
    expect(outcome("clear-objection", "objected", of(1, 0))).toBe("objection_open");
    expect(outcome("clear-objection", "objected", of(0, 1))).toBe("objection_upheld");
    expect(outcome("clear-objection", "objected", of(0, 0))).toBe("in_publicity");
    expect(outcome("uphold-objection", "objected", of(1, 1))).toBe("objection_open");
    expect(outcome("uphold-objection", "objected", of(0, 1))).toBe("rejected");
  });

  test("is rejected for false papers from any open state but a draft, with a finding", () => {
    expect(outcome("reject", "in_publicity")).toBe("reasons_required");
    expect(outcome("reject", "in_publicity", { hasReasons: true })).toBe("rejected");
    expect(outcome("reject", "draft", { hasReasons: true })).toBe("wrong_state");
    expect(outcome("reject", "certified", { hasReasons: true })).toBe("wrong_state");
  });
});

describe("a round after its windows", () => {
  const cases: RoundCases = { undecided: 0, proposed: 3, inPublicity: 0, quota: 3 };
  const base: RoundContext = {
    today: "2026-11-21",
    hasOtherRound: false,
    submissionDeadline: "2026-09-25",
    recommendationDeadline: "2026-10-15",
    extendedTo: null,
    cases,
  };
  const outcome = (act: string, state: (typeof roundMachine.states)[number], changed: Partial<RoundCases> = {}) =>
    outcomeOf(roundMachine, act, state, { ...base, cases: { ...cases, ...changed } });

  test("draws up its list when every case is decided on, within its number", () => {
    expect(outcome("propose-list", "in_review", { undecided: 1 })).toBe("cases_undecided");
    expect(outcome("propose-list", "in_review", { proposed: 4 })).toBe("quota_exceeded");
    expect(outcome("propose-list", "in_review", { proposed: 4, quota: null })).toBe("list_proposed");
    expect(outcome("propose-list", "in_review")).toBe("list_proposed");
    expect(outcome("revise-list", "list_proposed")).toBe("in_review");
  });

  test("publishes a list with somebody on it", () => {
    expect(outcome("publish-list", "list_proposed")).toBe("in_publicity");
    expect(outcome("publish-list", "list_proposed", { proposed: 0 })).toBe("nothing_proposed");
  });

  test("is decided when no case waits, also when nobody was on the list", () => {
    expect(outcome("decide", "in_publicity", { proposed: 0, inPublicity: 1 })).toBe("cases_undecided");
    expect(outcome("decide", "list_proposed")).toBe("cases_undecided");
    expect(outcome("decide", "list_proposed", { proposed: 0 })).toBe("decided");
    expect(outcome("decide", "in_publicity", { proposed: 0 })).toBe("decided");
    expect(outcome("archive", "decided")).toBe("archived");
  });
});

describe("a publicity", () => {
  test.each([
    ["2026-11-19", "extension_not_forward"],
    ["2026-11-20", "extension_not_forward"],
    ["2026-11-21", "superseded"],
  ])("is never shortened: %s", (extendedTo, expected) => {
    const context = { today: "2026-11-20", endsOn: "2026-11-20", extendedTo };
    expect(outcomeOf(noticeMachine, "extend", "published", context)).toBe(expected);
  });

  test("that is over is not extended", () => {
    const context = { today: "2026-11-21", endsOn: "2026-11-20", extendedTo: "2026-11-27" };
    expect(outcomeOf(noticeMachine, "extend", "published", context)).toBe("deadline_passed");
  });

  test("is not another notice's act", () => {
    const context = { today: "2026-11-20", endsOn: null, extendedTo: "2026-11-21" };
    expect(outcomeOf(noticeMachine, "extend", "published", context)).toBe("extension_not_forward");
  });

  test.each([
    ["2026-11-15", "scheduled"],
    ["2026-11-16", "running"],
    ["2026-11-20", "running"],
    ["2026-11-21", "ended"],
  ])("on %s is %s", (today, phase) => {
    expect(publicityPhase({ startsOn: "2026-11-16", endsOn: "2026-11-20" }, today)).toBe(phase);
  });
});

describe("an objection", () => {
  const base: ObjectionContext = {
    today: "2026-11-18",
    caseState: "in_publicity",
    receivedOn: "2026-11-18",
    publicity: { startsOn: "2026-11-16", endsOn: "2026-11-20" },
    answerUntil: "2026-11-23",
    isAnswered: false,
    hasReasons: true,
  };
  const outcome = (act: string, state: Parameters<typeof outcomeOf>[2], changed: Partial<ObjectionContext> = {}) =>
    outcomeOf(objectionMachine, act, state as never, { ...base, ...changed });

  test.each([
    ["2026-11-15", "publicity_not_running"],
    ["2026-11-16", "filed"],
    ["2026-11-20", "filed"],
    ["2026-11-21", "deadline_passed"],
  ])("received on %s: %s", (receivedOn, expected) => {
    expect(outcome("file", null, { receivedOn, today: "2026-11-25" })).toBe(expected);
  });

  test.each([
    ["in_publicity", "admitted"],
    ["objected", "admitted"],
    ["certified", "wrong_state"],
    ["withdrawn", "wrong_state"],
  ] as const)("to a case that is %s: %s", (caseState, expected) => {
    expect(outcome("admit", "filed", { caseState })).toBe(expected);
    expect(outcome("refuse", "filed", { caseState })).toBe("inadmissible");
  });

  test("is decided against nobody who has not had the time to answer", () => {
    expect(outcome("uphold", "admitted")).toBe("period_not_ended");
    expect(outcome("uphold", "under_inquiry", { isAnswered: true })).toBe("upheld");
    expect(outcome("uphold", "under_inquiry", { today: "2026-11-24" })).toBe("upheld");
    expect(outcome("dismiss", "admitted")).toBe("dismissed");
  });

  test("is refused, upheld, dismissed and answered in writing", () => {
    const nothing = { hasReasons: false, isAnswered: true };
    expect(outcome("refuse", "filed", nothing)).toBe("reasons_required");
    expect(outcome("uphold", "admitted", nothing)).toBe("reasons_required");
    expect(outcome("dismiss", "admitted", nothing)).toBe("reasons_required");
    expect(outcome("reply", "dismissed", nothing)).toBe("reasons_required");
    expect(outcome("reply", "inadmissible")).toBe("replied");
    expect(outcome("reply", "filed")).toBe("wrong_state");
  });
});

describe("the last day for scoring", () => {
  test.each([
    ["received", "assigned", "2026-10-31", 0],
    ["received", "assigned", "2026-11-01", 1],
    ["received", "scoring", "2026-12-01", 31],
    ["received", "submitted", "2026-12-01", 0],
    ["received", "recused", "2026-12-01", 0],
    ["withdrawn", "assigned", "2026-12-01", 0],
    ["reviewed", "scoring", "2026-12-01", 0],
  ] as const)("of a case that is %s, its sheet %s, on %s: %i days over", (application, state, today, days) => {
    expect(daysOverdue({ application, state, dueOn: "2026-10-31" }, today)).toBe(days);
  });

  test("is a day that there is", () => {
    const late = { application: "received", state: "assigned", dueOn: "2026-02-30" } as const;
    expect(() => daysOverdue(late, "2026-03-09")).toThrow(RangeError);
  });
});
