import { describe, expect, test } from "vitest";
import { applicationMachine } from "./application/machine.ts";
import {
  applicationStates,
  listedStates,
  openApplicationStates,
  returnKinds,
  undecidedBeforeListStates,
} from "./application/states.ts";
import { certificationStates, resultsOfAppraisals, titleCheckKinds, titleCheckResults } from "./certifications.ts";
import { complaintStates, complaintSubjects } from "./complaints.ts";
import { expertStates } from "./experts.ts";
import { holidayYearStates } from "./holidays.ts";
import type { Machine } from "./machine.ts";
import { mandateStates } from "./mandates.ts";
import { noticeKinds, noticeStates } from "./notices.ts";
import { objectionChannels, objectionMachine, objectionStates, openObjectionStates } from "./objections.ts";
import { officeGroupStates } from "./office-groups.ts";
import { organizationStates } from "./organizations.ts";
import { refusalCodes } from "./refusals.ts";
import { reviewStates } from "./reviews.ts";
import { roundStates, submissionEvents } from "./rounds.ts";
import { surveyMethods, surveyRatings } from "./satisfaction.ts";
import { staffNoteStates } from "./staff-notes.ts";
import { absenceFindings, hearingFindings, inspectionStates, spotCheckDrawStates } from "./supervision/inspections.ts";
import { interpretationStates } from "./supervision/interpretations.ts";
import { exemptions, obligationHolders, obligationKinds, obligationStates } from "./supervision/obligations.ts";
import { organizationChangeKinds, organizationChangeStates } from "./supervision/organization-changes.ts";
import { packageKinds, packageStates } from "./supervision/packages.ts";
import { reportKinds, reportStates } from "./supervision/reports.ts";
import { actsOnTitle, sanctionKinds, sanctionStates, serviceMethods } from "./supervision/sanctions.ts";
import { servedListStates } from "./supervision/served-lists.ts";

/** Each list as records hold its words, in the order in which people see them. */
const kept: [what: string, words: readonly string[], written: string][] = [
  [
    "states of an application",
    applicationStates,
    "draft submitted returned accepted surveyed recommended not_recommended received reviewed proposed not_selected in_publicity objected certified rejected withdrawn lapsed",
  ],
  ["kinds of a return", returnKinds, "correction resubmission"],
  ["states of a title", certificationStates, "valid cancelled revoked"],
  ["kinds of a look at a title", titleCheckKinds, "periodic_inspection spot_check appraisal"],
  ["results of a look at a title", titleCheckResults, "passed failed absent falsified"],
  ["results of an appraisal alone", resultsOfAppraisals, "absent falsified"],
  ["states of a complaint", complaintStates, "open replied closed"],
  ["subjects of a complaint", complaintSubjects, "platform procedure staff"],
  ["states of an expert", expertStates, "active retired"],
  ["states of a year's holidays", holidayYearStates, "recorded"],
  ["states of a mandate", mandateStates, "claimed contested confirmed refused ended"],
  ["states of a notice", noticeStates, "draft published superseded"],
  ["kinds of a notice", noticeKinds, "publicity certification general"],
  ["states of an objection", objectionStates, "filed admitted inadmissible under_inquiry upheld dismissed replied"],
  ["ways of an objection", objectionChannels, "portal letter visit phone"],
  ["states of an organization", organizationStates, "recorded"],
  ["states of a review", reviewStates, "assigned scoring submitted recused"],
  [
    "states of a round",
    roundStates,
    "draft open closed in_review list_proposed in_publicity decided archived cancelled",
  ],
  ["what counts as handing in", submissionEvents, "online paper earlier"],
  ["ratings of a survey", surveyRatings, "very_satisfied basically_satisfied dissatisfied"],
  ["methods of a survey", surveyMethods, "visit telephone online in_writing other"],
  ["states of an inspection", inspectionStates, "planned notified carried_out heard closed called_off"],
  ["findings on an absence", absenceFindings, "accepted without_reason"],
  ["findings of a hearing", hearingFindings, "accepted without_reason falsified not_falsified"],
  ["states of a draw", spotCheckDrawStates, "committed drawn"],
  ["states of an interpretation", interpretationStates, "draft issued superseded"],
  [
    "kinds of an obligation",
    obligationKinds,
    "periodic_inspection half_year_report annual_report half_year_package annual_package appraisal renewal yearly_round",
  ],
  ["who owes an obligation", obligationHolders, "platform district city"],
  ["states of an obligation", obligationStates, "due done not_applicable"],
  [
    "why an obligation does not apply",
    exemptions,
    "partial_period title_ended nothing_to_report called_off absence_accepted title_corrected",
  ],
  [
    "what changes of an organization",
    organizationChangeKinds,
    "name address legal_representative merger moved_away other",
  ],
  ["states of a change", organizationChangeStates, "reported accepted refused"],
  ["kinds of a package", packageKinds, "half_year_package annual_package"],
  ["states of a package", packageStates, "drafted sent received"],
  ["kinds of a report", reportKinds, "half_year_report annual_report"],
  ["states of a report", reportStates, "drafted sent_to_district forwarded received"],
  ["kinds of a sanction", sanctionKinds, "cancellation revocation"],
  [
    "states of a sanction",
    sanctionStates,
    "proposed dropped notified heard decided effective served published reinstatement_decided reinstated",
  ],
  ["ways of service", serviceMethods, "direct left post entrusted announcement"],
  ["what a sanction does to the title", Object.values(actsOnTitle), "cancel revoke"],
  ["states of a served list", servedListStates, "kept"],
  ["states of an office's group", officeGroupStates, "connected disconnected"],
  ["states of a note among staff", staffNoteStates, "standing withdrawn"],
];

test.each(kept)("the %s keep their words: records of earlier years are read by them", (_, words, written) => {
  expect(words.join(" ")).toBe(written);
});

test("no refusal has a code twice or none", () => {
  expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
  for (const code of refusalCodes) expect(code).toMatch(/^[a-z]+(_[a-z]+)+$/);
});

/** The states from which the table still leads to one of those wanted. */
function leadingTo(machine: Machine<string, never>, ...wanted: string[]): string[] {
  const leading = new Set(wanted);
  for (let before = 0; before !== leading.size; ) {
    before = leading.size;
    for (const { from, to } of machine.transitions)
      if (leading.has(to)) for (const state of from ?? []) leading.add(state);
  }
  return machine.states.filter((state) => leading.has(state));
}
const cases = applicationMachine as unknown as Machine<string, never>;
const objections = objectionMachine as unknown as Machine<string, never>;

describe("groups of states are those that the table makes", () => {
  test("an objection is open as long as it may still be upheld", () => {
    const upheldOrMayBe = leadingTo(objections, "upheld");
    expect(upheldOrMayBe.filter((state) => state !== "upheld")).toEqual(openObjectionStates);
  });

  test("a case is to be decided on before the list while it was handed in and is neither on the list nor off it", () => {
    const decided = ["draft", "proposed", "not_selected"];
    expect(leadingTo(cases, "proposed").filter((state) => !decided.includes(state))).toEqual(undecidedBeforeListStates);
  });

  test("a case is on the list from its proposal until it is decided", () => {
    const before = leadingTo(cases, "proposed").filter((state) => state !== "proposed");
    const certifiable = leadingTo(cases, "certified").filter((state) => state !== "certified");
    expect(certifiable.filter((state) => !before.includes(state))).toEqual(listedStates);
  });

  test("a case waits for somebody until it is decided on, and may be withdrawn as long", () => {
    const ended = ["not_recommended", "not_selected", "certified", "rejected", "withdrawn", "lapsed"];
    expect(applicationStates.filter((state) => !ended.includes(state))).toEqual(openApplicationStates);
  });
});
