import { describe, expect, test } from "vitest";
import type { Role } from "../access/roles.ts";
import type { ApplicationContext } from "./application/context.ts";
import { applicationMachine } from "./application/machine.ts";
import { certificationMachine } from "./certifications.ts";
import { complaintMachine } from "./complaints.ts";
import { actsOfOthers, asksOfContext, decide, obstaclesTo } from "./decide.ts";
import type { Machine } from "./machine.ts";
import { isSettled, refusal, refusalCodes } from "./refusals.ts";
import { reviewMachine } from "./reviews.ts";
import { roundMachine } from "./rounds.ts";
import { secondPersonActAfter } from "./second-person.ts";
import { interpretationMachine } from "./supervision/interpretations.ts";
import { organizationChangeMachine } from "./supervision/organization-changes.ts";
import { sanctionMachine } from "./supervision/sanctions.ts";

const relation = {
  organization: "org",
  district: "410105",
  account: "u",
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
};
const as = (role: Role) => ({
  userId: "u",
  grants: [{ role, district: "410105", organizations: ["org"], onBehalfOf: null }],
});

const survey = {
  completed: 7,
  minimum: 10,
  remaining: 3,
  isAssessed: false,
  hasConflict: false,
  conflictIsExplained: false,
};
const surveyed = (changed: Partial<typeof survey>) => ({ survey: { ...survey, ...changed } }) as ApplicationContext;

describe("what is in the way of an act", () => {
  test("is all that the guards have against it, in the order in which one of them refuses", () => {
    const asked = { state: "accepted", act: "complete-survey", context: surveyed({}) } as const;
    expect(obstaclesTo(applicationMachine, asked)).toEqual([
      refusal("sample_too_small", { completed: 7, minimum: 10 }),
      refusal("survey_incomplete"),
    ]);
    expect(decide(applicationMachine, { ...asked, relation, actor: as("district") })).toMatchObject({
      ok: false,
      refusal: refusal("sample_too_small", { completed: 7, minimum: 10 }),
    });
  });

  test("is nothing where the act would be accepted", () => {
    const context = surveyed({ completed: 10, isAssessed: true });
    const asked = { state: "accepted", act: "complete-survey", context } as const;
    expect(obstaclesTo(applicationMachine, asked)).toEqual([]);
    expect(decide(applicationMachine, { ...asked, relation, actor: as("district") })).toMatchObject({ ok: true });
  });

  test("is the cause by name and the state, where the state is not the act's; its other conditions are not asked then", () => {
    const context = {
      publicity: { endsOn: "2026-11-20", openObjections: 2, upheldObjections: 0 },
      today: "2026-11-18",
    };
    const asked = { state: "objected", act: "certify", context: context as ApplicationContext } as const;
    expect(obstaclesTo(applicationMachine, asked).map(({ code }) => code)).toEqual([
      "objection_open",
      "publicity_not_ended",
      "wrong_state",
    ]);
    const settled = { state: "surveyed", act: "complete-survey", context: surveyed({}) } as const;
    expect(obstaclesTo(applicationMachine, settled)).toEqual([refusal("wrong_state", { state: "surveyed" })]);
  });

  test("is asked of nothing that is on record where the table has no condition", () => {
    expect(asksOfContext(applicationMachine, "transfer")).toBe(false);
    expect(asksOfContext(applicationMachine, "accept")).toBe(true);
    expect(() => asksOfContext(applicationMachine, "burn")).toThrow("applications knows no act burn");
  });

  test("may be the state of the round, which the case waits for", () => {
    const context = { round: { state: "open", submissionDeadline: null } } as ApplicationContext;
    const [obstacle] = obstaclesTo(applicationMachine, { state: "reviewed", act: "propose", context });
    expect(obstacle).toEqual(refusal("wrong_state", { state: "open", waits: "list" }));
    expect(obstacle && isSettled(obstacle)).toBe(false);
  });

  test("names nothing that somebody could supply where the act was done or is not for such a record", () => {
    expect(refusalCodes.filter((code) => isSettled(refusal(code)))).toEqual([
      "wrong_state",
      "not_permitted",
      "exception_exists",
      "sample_exists",
    ]);
  });
});

describe("whose turn it is", () => {
  test.each<[state: string, role: Role, others: string[]]>([
    ["submitted", "city", ["return district", "accept district"]],
    ["submitted", "district", []],
    ["accepted", "city", ["complete-survey district", "not-recommend district"]],
    ["recommended", "district", ["receive city", "send-back city"]],
    ["reviewed", "auditor", ["propose city", "not-propose city"]],
    ["returned", "city", ["resubmit applicant,platform"]],
    ["certified", "district", []],
    ["not_selected", "district", []],
  ])("an application in the state %s, as the %s sees it: %j", (state, role, others) => {
    const found = actsOfOthers(applicationMachine as Machine<string, never>, { state, relation, actor: as(role) });
    expect(found.map(({ act, roles }) => `${act} ${roles.join()}`)).toEqual(others);
  });

  test("names nobody who does not reach the record", () => {
    const draft = { ...relation, isHandedIn: false, isPaper: true };
    const asked = { state: "draft", relation: draft, actor: as("city") } as const;
    expect(actsOfOthers(applicationMachine, asked)).toEqual([
      { act: "submit", roles: ["applicant", "platform", "district"] },
    ]);
    const ofNobody = { ...draft, isPaper: false, organization: null };
    expect(actsOfOthers(applicationMachine, { ...asked, relation: ofNobody })).toEqual([]);
  });

  test("may be the clock", () => {
    const open = { state: "open", relation: { ...relation, isPublished: true }, actor: as("city") } as const;
    expect(actsOfOthers(roundMachine, open)).toEqual([{ act: "close", roles: ["system"] }]);
  });

  test("is told of what moves the record on alone", () => {
    expect(actsOfOthers(reviewMachine, { state: "scoring", relation, actor: as("city") })).toEqual([
      { act: "submit", roles: ["expert"] },
    ]);
    expect(actsOfOthers(reviewMachine, { state: "submitted", relation, actor: as("auditor") })).toEqual([]);
  });
});

test.each<[string, Machine<string, never>, string, string | null]>([
  ["a sanction is proposed", sanctionMachine as never, "propose", "confirm"],
  ["a sanction is decided", sanctionMachine as never, "decide", "confirm"],
  ["a sanction is withdrawn", sanctionMachine as never, "reinstate", "confirm"],
  ["a sanction is confirmed", sanctionMachine as never, "confirm", "confirm"],
  ["a sanction is served", sanctionMachine as never, "serve", null],
  ["a unit states its case", sanctionMachine as never, "state-case", null],
  ["an interpretation is drafted", interpretationMachine as never, "create", "issue"],
  ["an interpretation is superseded", interpretationMachine as never, "supersede", "supersede"],
  ["a title is entered from papers", certificationMachine as never, "import", "confirm"],
  ["a title is put forward", certificationMachine as never, "recommend-to-province", null],
  ["a change is reported", organizationChangeMachine as never, "report", "accept"],
  ["an application is begun", applicationMachine as never, "create", null],
  ["a complaint is filed", complaintMachine as never, "file", null],
])("when %s another person has to follow, or nobody", (_, machine, act, following) => {
  expect(secondPersonActAfter(machine, act)).toBe(following);
});
